// One site for all tests of transports, and the two ways to ask it.
import Glibc
import HTTP
import HTTPServer
import Testing

/// A site with what transports can get wrong: bodies, files, slow handlers, many fields.
enum ProbeSite {
  static let secret = [UInt8](repeating: 7, count: 32)
  static let token = FormToken(secret: secret)

  static func site(uploads: String = "/nowhere") -> Site<PlainContext> {
    var router = Router<PlainContext>()
    router.get(FixedPath("/")) { _, _ in .html(Array("<h1>首页</h1>".utf8)) }
    router.get(Path<String, Int>("/projects/{project}/versions/{version}")) { _, _, project, version in
      .text("\(project) \(version)")
    }
    router.get(FixedPath("/headers")) { request, _ in
      .text(request.headers.fields.map { "\($0.name.text): \($0.value.text)" }.joined(separator: "\n"))
    }
    router.get(FixedPath("/large")) { _, _ in .html(large) }
    router.get(FixedPath("/empty")) { _, _ in Response(.noContent) }
    router.get(FixedPath("/slow")) { _, _ in
      try await Task.sleep(for: .milliseconds(60))
      return .text("slow")
    }
    router.get(FixedPath("/never")) { _, _ in
      try await Task.sleep(for: .seconds(3_600))
      return .text("never")
    }
    router.get(FixedPath("/fail")) { _, _ in throw Failure() }
    router.post(FixedPath("/count"), bodyBytesMax: 8 << 20) { request, _ in
      var (count, sum) = (0, 0)
      while let piece = try await request.body.next() {
        count += piece.count
        for byte in piece { sum = (sum &* 31 &+ Int(byte)) % 1_000_003 }
      }
      return .text("\(count) \(sum)")
    }
    router.post(FixedPath("/ignore"), bodyBytesMax: 8 << 20) { _, _ in .text("ignored") }
    router.post(FixedPath("/form")) { request, _ in .text(try await request.form()["name"] ?? "-") }
    router.post(FixedPath("/upload"), bodyBytesMax: 8 << 20) { request, _ in
      try await request.withUpload(in: uploads) { upload in
        .text(upload.files.map { "\($0.clientName) \($0.bytes)" }.joined(separator: "\n"))
      }
    }
    return Site(
      router,
      layers: [
        RequestIdentity(), SecurityHeaders(), Compression(), ConditionalRequests(), BodyLimits(),
        CrossSiteProtection { context in context.parts.route == "/form" ? secret : nil },
      ], errors: ErrorResponses())
  }

  static let large = Array(String(repeating: "<p>县妇联</p>\n", count: 20_000).utf8)

  private struct Failure: Error {}
}

/// What a client sees of an answer.
struct Answer: Sendable {
  var status: Int
  var fields: [(name: String, value: String)]
  var body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// A question to the site.
struct Question: Sendable {
  var method = "GET"
  var target: String
  var fields: [(String, String)] = []
  var body: [UInt8]?
  /// Sizes of chunks; nil sends the body with its length.
  var chunkBytes: Int?
}

/// A way to ask the site.
protocol SiteClient: Sendable {
  func ask(_ question: Question) async throws -> Answer
}

/// Calls the site as a function.
struct LocalClient: SiteClient {
  let site: Site<PlainContext>

  func ask(_ question: Question) async throws -> Answer {
    var headers = Headers()
    headers[.host] = "probe"
    for (name, value) in question.fields {
      headers.append(try #require(HeaderName(name)), try HeaderValue(value))
    }
    let bytes = question.body ?? []
    let body: RequestBody
    if let size = question.chunkBytes {
      body = RequestBody(
        pieces: stride(from: 0, to: bytes.count, by: size).map {
          Array(bytes[$0..<min($0 + size, bytes.count)])
        })
    } else {
      body = RequestBody(bytes)
    }
    let request = Request(
      method: try #require(Method(rawValue: question.method)),
      target: try RequestTarget(parsing: question.target),
      headers: headers, body: body, peer: "127.0.0.1")
    let response = await site.respond(to: request)
    var sent: [UInt8] = []
    if case .bytes(let bytes) = response.body, question.method != "HEAD" { sent = bytes }
    return Answer(
      status: response.status.code,
      fields: response.headers.fields.map { ($0.name.text, $0.value.text) }, body: sent)
  }
}
