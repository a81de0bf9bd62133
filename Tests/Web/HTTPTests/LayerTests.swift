// The layers of a site, one by one.
import Testing

@testable import HTTP

struct LayerTests {
  private static let page = Array(String(repeating: "<p>县妇联</p>\n", count: 200).utf8)

  private func probe(_ layers: [any Middleware<PlainContext>]) -> LayerProbe {
    var probe = LayerProbe()
    probe.layers = layers
    probe.router.get(FixedPath("/page")) { _, _ in .html(Self.page) }
    probe.router.get(FixedPath("/small")) { _, _ in .html(Array("<p>".utf8)) }
    probe.router.get(FixedPath("/picture")) { _, _ in Response(type: .png, bytes: Self.page) }
    probe.router.get(FixedPath("/context")) { _, context in
      .text("\(context.parts.clientAddress) \(context.parts.isSecure) \(context.parts.requestID.text)")
    }
    probe.router.post(FixedPath("/take"), bodyBytesMax: 10) { request, _ in
      var count = 0
      while let piece = try await request.body.next() { count += piece.count }
      return .text("\(count)")
    }
    probe.router.get(FixedPath("/fail")) { _, _ in throw Failure() }
    return probe
  }

  private struct Failure: Error {}

  @Test func `pages may load nothing but what is ours, and nothing inline`() async throws {
    let response = try await probe([SecurityHeaders()]).response(.get, "/page")
    let policy = try #require(response.headers.text("content-security-policy"))
    #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
    #expect(!policy.contains("unsafe"))
    #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
    #expect(response.headers.text("x-content-type-options") == "nosniff")
    #expect(response.headers.text(.cacheControl) == "private, no-cache")
    #expect(response.headers["strict-transport-security"] == nil)
  }

  @Test(arguments: ["/nothing", "/fail"])
  func `refusals and failures carry the same doors shut`(path: String) async throws {
    let response = try await probe([SecurityHeaders()]).response(.get, path)
    #expect(response.headers["content-security-policy"] != nil)
    #expect(response.headers.text(.cacheControl) == "no-store")
  }

  @Test func `browsers that came through TLS are told to stay there`() async throws {
    let site = probe([RequestIdentity(trustedPeers: ["127.0.0.1"]), SecurityHeaders()])
    let response = try await site.response(.get, "/page", [("x-forwarded-proto", "https")], peer: "127.0.0.1")
    #expect(response.headers["strict-transport-security"] != nil)
  }

  @Test func `a page that is known already is not sent again`() async throws {
    let site = probe([ConditionalRequests()])
    let first = try await site.response(.get, "/page")
    let tag = try #require(first.headers.text(.etag))
    for known in [tag, "\"x\", \(tag)", "*", String(tag.dropFirst(2))] {
      let second = try await site.response(.get, "/page", [(.ifNoneMatch, known)])
      #expect(second.status == .notModified)
      #expect(second.body.length == 0)
      #expect(second.headers.text(.etag) == tag)
    }
    for other in ["\"x\"", "", "W/\"\"", "W/"] {
      #expect(try await site.response(.get, "/page", [(.ifNoneMatch, other)]).status == .ok)
    }
    #expect(try await site.response(.get, "/small").headers.text(.etag) != tag)
  }

  @Test func `texts are packed for who unpacks them`() async throws {
    let site = probe([Compression()])
    let packed = try await site.response(.get, "/page", [(.acceptEncoding, "br, gzip")])
    #expect(packed.headers.text(.contentEncoding) == "gzip")
    #expect(packed.headers.text(.vary) == "accept-encoding")
    #expect(packed.bytes.count < Self.page.count / 4)
    #expect(GzipPacker.unpack(packed.bytes, bytesMax: 100_000) == Self.page)
    for fields in [[], [(HeaderName.acceptEncoding, "gzip;q=0, br")]] {
      let plain = try await site.response(.get, "/page", fields)
      #expect(plain.headers[.contentEncoding] == nil)
      #expect(plain.bytes == Self.page)
      #expect(plain.headers.text(.vary) == "accept-encoding")
    }
  }

  @Test(arguments: ["/small", "/picture"])
  func `what would not get smaller stays as it is`(path: String) async throws {
    let response = try await probe([Compression()]).response(.get, path, [(.acceptEncoding, "gzip")])
    #expect(response.headers[.contentEncoding] == nil)
  }

  @Test func `one packer packs many texts, each whole`() {
    let packer = GzipPacker(level: 6)
    for size in [0, 1, 999, 100_000] {
      let text = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
      #expect(packer.pack(text).flatMap { GzipPacker.unpack($0, bytesMax: 200_000) } == text)
    }
    #expect(GzipPacker.unpack([1, 2, 3], bytesMax: 10) == nil)
  }

  @Test func `no handler reads more than its route takes`() async throws {
    let site = probe([BodyLimits()])
    let promised = try await site.response(
      .post, "/take", body: RequestBody([UInt8](repeating: 0, count: 11)))
    #expect(promised.status == .contentTooLarge)
    let pieces = [[UInt8]](repeating: [1, 2, 3], count: 4)
    #expect(
      try await site.response(.post, "/take", body: RequestBody(pieces: pieces)).status == .contentTooLarge)
    #expect(
      try await site.response(.post, "/take", body: RequestBody(pieces: Array(pieces.dropLast()))).text == "9"
    )
    #expect(try await site.response(.get, "/page", body: RequestBody([1])).status == .contentTooLarge)
  }

  @Test func `only a trusted proxy says who the client is`() async throws {
    let fields: [(HeaderName, String)] = [
      ("x-forwarded-for", "1.2.3.4, 203.0.113.9"), ("x-forwarded-proto", "https"),
      ("x-request-id", "abcdef-0123"),
    ]
    let site = probe([RequestIdentity(trustedPeers: ["127.0.0.1"])])
    let believed = try await site.response(.get, "/context", fields, peer: "127.0.0.1")
    #expect(believed.text == "203.0.113.9 true abcdef-0123")
    let doubted = try await site.response(.get, "/context", fields, peer: "203.0.113.1")
    #expect(doubted.text.hasPrefix("203.0.113.1 false "))
    #expect(!doubted.text.contains("abcdef"))
    #expect(doubted.headers.text("x-request-id")?.utf8.count == 16)
  }

  @Test(arguments: ["a b", "<script>", "a\u{9}b", "short", String(repeating: "a", count: 65)])
  func `a request's number from outside is a number or nothing`(text: String) {
    #expect(RequestID(text) == nil)
  }

  @Test func `the log has the template, never the path`() async throws {
    let lines = Lines()
    var site = probe([
      AccessLog { lines.append("\($0.method) \($0.route) \($0.status.code) \($0.bodyBytes)") }
    ])
    site.router.get(Path<String>("/people/{name}")) { _, _, _ in .text("x") }
    _ = try await site.response(.get, "/people/%E5%BC%A0")
    _ = try await site.response(.get, "/else/%E5%BC%A0")
    #expect(lines.all.first == "get /people/{name} 200 1")
    #expect(lines.all.last?.hasPrefix("get - 404") == true)
  }

  @Test func `a session's cookie fills the context, a strange one does not`() async throws {
    var site = LayerProbe()
    site.layers = [
      Sessions { token, context in if token == "t1" { context.parts.clientAddress = "known" } }
    ]
    site.router.get(FixedPath("/who")) { _, context in .text(context.parts.clientAddress) }
    #expect(try await site.response(.get, "/who", [(.cookie, "session=t1")]).text == "known")
    for cookie in ["session=t2", "session=", "session=t1; session=t1", "other=t1", "__Host-session=t1"] {
      #expect(try await site.response(.get, "/who", [(.cookie, cookie)]).text == "192.0.2.7")
    }
  }

  @Test func `a session begins and ends with a cookie for this host alone`() throws {
    var context = PlainContext(ContextParts(requestID: RequestID()))
    context.parts.isSecure = true
    let begin = try Sessions.cookie(.begin(token: "abc", maxAge: 60), in: context)
    #expect(
      begin.header.text == "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure")
    #expect(try Sessions.cookie(.end, in: context).header.text.contains("Max-Age=0"))
    #expect(throws: HeaderFault.self) { try Sessions.cookie(.begin(token: "a;b", maxAge: nil), in: context) }
  }
}
