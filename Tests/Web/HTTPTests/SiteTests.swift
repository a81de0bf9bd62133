// A site as a whole: errors as pages and as documents, methods, assets.
import HTTP
import JSONText
import Testing

struct SiteTests {
  private struct Failure: Error {}

  private func probe(failed: @escaping @Sendable (any Error, ContextParts) -> Void = { _, _ in })
    -> LayerProbe
  {
    var probe = LayerProbe()
    probe.errors = ErrorResponses(
      page: { problem, _ in .html(Array("<h1>\(problem.title)</h1>".utf8), status: problem.status) },
      failed: failed)
    probe.router.get(FixedPath("/fail")) { _, _ in throw Failure() }
    probe.router.get(FixedPath("/cancel")) { _, _ in throw CancellationError() }
    probe.router.get(FixedPath("/busy")) { _, _ in throw Refusal.tooManyRequests(seconds: 30) }
    probe.router.get(FixedPath("/unwell")) { _, _ in throw Refusal.notStored }
    probe.router.get(FixedPath("/query")) { request, _ in .text(try request.target.query()["q"] ?? "") }
    return probe
  }

  @Test(arguments: [
    ("/nothing", 404, "not-found"), ("/fail", 500, "internal-failure"), ("/busy", 429, "too-many-requests"),
    ("/query?q=%FF", 400, "bad-form"), ("/cancel", 503, "unavailable"), ("/fail/", 404, "not-found"),
  ])
  func `errors are pages for people and documents for machines`(
    path: String, status: Int, code: String
  ) async throws {
    let page = try await probe().response(.get, path, [(.accept, "text/html,*/*;q=0.8")])
    #expect(page.status.code == status)
    #expect(page.text.hasPrefix("<h1>"))
    let document = try await probe().response(.get, path, [(.accept, "application/json")])
    #expect(document.status.code == status)
    #expect(document.headers.text(.contentType) == "application/problem+json")
    #expect(document.text.contains("\"code\":\"\(code)\""))
    #expect(document.text.contains("\"requestId\":\""))
  }

  @Test func `a failure says nothing about itself to the client and all to the log`() async throws {
    let lines = Lines()
    let response = try await probe { error, _ in lines.append("\(error)") }.response(.get, "/fail")
    #expect(!response.text.contains("Failure"))
    #expect(lines.all == ["Failure()"])
  }

  @Test func `what is the server's fault is told to the log, what is the client's is not`() async throws {
    let lines = Lines()
    let probe = probe { error, _ in lines.append("\(error)") }
    for path in ["/unwell", "/busy", "/nothing", "/query?q=%FF", "/cancel"] {
      _ = try await probe.response(.get, path)
    }
    #expect(lines.all == ["notStored"])
  }

  @Test func `a wrong method is told the right ones`() async throws {
    let response = try await probe().response(.post, "/busy")
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers.text(.allow) == "GET, HEAD")
    #expect(try await probe().response(.get, "/busy").headers.text(.retryAfter) == "30")
  }

  @Test func `every refusal has words of its own`() {
    let refusals: [Refusal] = [
      .badMessage, .badTarget, .badForm(.broken), .targetTooLong, .notFound, .methodNotAllowed([]),
      .methodUnknown, .bodyTooLarge(bytesMax: 5 << 20), .unsupportedMediaType, .foreignOrigin, .staleForm,
      .signInNeeded, .forbidden, .tooManyRequests(seconds: 3), .tooSlow, .unavailable, .notStored,
    ]
    #expect(Set(refusals.map(\.wording.title)).count == refusals.count)
    #expect(Set(refusals.map(\.code)).count == refusals.count)
    #expect(refusals.allSatisfy { $0.wording.advice.hasSuffix("。") && !$0.wording.title.hasSuffix("。") })
    #expect(Refusal.bodyTooLarge(bytesMax: 5 << 20).wording.advice.contains("5\u{A0}MB"))
  }

  @Test func `assets live under addresses of their contents, packed once`() async throws {
    let style = Array(String(repeating: ".a{color:red}\n", count: 100).utf8)
    let assets = Assets([("a.css", style), ("b.png", [1, 2, 3])])
    var probe = LayerProbe()
    assets.add(to: &probe.router)
    let link = try #require(assets.link("a.css"))
    let plain = try await probe.response(.get, link.text)
    #expect(plain.bytes == style)
    #expect(plain.headers.text(.cacheControl) == "public, max-age=31536000, immutable")
    #expect(plain.headers.text(.contentType) == "text/css; charset=utf-8")
    let packed = try await probe.response(.get, link.text, [(.acceptEncoding, "gzip")])
    #expect(GzipPacker.unpack(packed.bytes, bytesMax: 10_000) == style)
    #expect(try await probe.response(.get, "/assets/0000000000000000/a.css").status == .notFound)
    #expect(Assets([("a.css", style + [10])]).link("a.css") != link)
    #expect(assets.link("c.css") == nil)
  }

  @Test(arguments: [
    ("application/json", true), ("application/json, text/html;q=0.5", true), ("text/html", false),
    ("*/*", false),
    ("text/html, application/json;q=0.9", false), ("application/problem+json", true), ("", false),
  ])
  func `who would rather have JSON gets it`(accept: String, wants: Bool) throws {
    var request = Request(method: .get, target: try RequestTarget(parsing: "/"))
    request.headers[.accept] = try HeaderValue(accept)
    #expect(request.wantsJSON == wants)
  }

  @Test func `a problem document reads as JSON`() async throws {
    let response = try await probe().response(.get, "/nothing", [(.accept, "application/json")])
    #expect((try? JSONReader.read(response.bytes)) != nil)
  }
}
