// Forged requests, and the honest ones beside them.
import Testing

@testable import HTTP

struct CrossSiteProtectionTests {
  private static let secret = [UInt8](repeating: 7, count: 32)
  private static let token = FormToken(secret: secret)
  private static let cookie = "form=" + token.cookieText

  private func probe(session: [UInt8]? = nil) -> LayerProbe {
    var probe = LayerProbe()
    probe.layers = [RequestIdentity(), BodyLimits(), CrossSiteProtection { _ in session }]
    probe.router.get(FixedPath("/form")) { _, context in
      .html(Array((context.parts.formToken?.masked ?? "none").utf8))
    }
    probe.router.post(FixedPath("/change")) { request, _ in
      .text(String(decoding: try await request.body.collect(bytesMax: 10_000), as: UTF8.self))
    }
    return probe
  }

  private static let formType: (HeaderName, String) = (.contentType, "application/x-www-form-urlencoded")
  private static let own: [(HeaderName, String)] = [(.host, "a.example"), (.origin, "http://a.example")]

  private func post(
    _ fields: [(HeaderName, String)], _ body: String, session: [UInt8]? = nil
  ) async throws -> Response {
    try await probe(session: session).response(
      .post, "/change", fields, body: RequestBody(Array(body.utf8)))
  }

  @Test func `a form of our own page is taken, and its body arrives whole`() async throws {
    let body = "a=1&_token=" + Self.token.masked
    let response = try await post(Self.own + [Self.formType, (.cookie, Self.cookie)], body)
    #expect(response.status == .ok)
    #expect(response.text == body)
  }

  @Test func `a page hands out the token with its cookie`() async throws {
    let page = try await probe().response(.get, "/form")
    let cookie = try #require(page.headers.text(.setCookie))
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
    let value = String(cookie.prefix { $0 != ";" })
    let answer = try await post(Self.own + [Self.formType, (.cookie, value)], "_token=" + page.text)
    #expect(answer.status == .ok)
  }

  @Test func `a page with a token sets no second cookie`() async throws {
    let page = try await probe().response(.get, "/form", [(.cookie, Self.cookie)])
    #expect(page.headers[.setCookie] == nil)
    #expect(Self.token.accepts(page.text))
  }

  @Test(
    arguments: [
      [(.host, "a.example"), (.origin, "http://evil.example")], [(.host, "a.example"), (.origin, "null")],
      [(.host, "a.example"), (.origin, "https://a.example")], [(.host, "a.example")], [],
      [(.host, "a.example"), (.referer, "http://a.example.evil/x")],
      [(.host, "a.example"), (.origin, "http://a.example:81")],
      [(.host, "a.example"), (.origin, "http://a.example"), (.secFetchSite, "cross-site")],
      [(.host, "a.example"), (.origin, "http://a.example"), (.secFetchSite, "same-site")],
    ] as [[(HeaderName, String)]])
  func `a request from elsewhere is refused, whatever token it brings`(
    fields: [(HeaderName, String)]
  ) async throws {
    let answer = try await post(
      fields + [Self.formType, (.cookie, Self.cookie)], "_token=" + Self.token.masked)
    #expect(answer.status == .forbidden)
    #expect(answer.text.contains("不是从本站页面来的"))
  }

  @Test(
    arguments: [
      [(.host, "a.example"), (.origin, "HTTP://A.example")],
      [(.host, "a.example"), (.referer, "http://a.example/form?x")],
      [(.host, "a.example"), (.origin, "http://a.example"), (.secFetchSite, "same-origin")],
    ] as [[(HeaderName, String)]])
  func `a request from our own origin is taken`(fields: [(HeaderName, String)]) async throws {
    let answer = try await post(
      fields + [Self.formType, (.cookie, Self.cookie)], "_token=" + Self.token.masked)
    #expect(answer.status == .ok)
  }

  @Test func `a wrong, missing, doubled or unmasked token is refused`() async throws {
    let foreign = FormToken(secret: [UInt8](repeating: 8, count: 32)).masked
    let own = Self.token.masked
    for body in [
      "", "a=1", "_token=", "_token=\(foreign)", "_token=\(Self.token.cookieText)",
      "_token=\(own)&_token=\(own)", "_token=\(own)00", "_token=\(own.uppercased())",
    ] {
      let answer = try await post(Self.own + [Self.formType, (.cookie, Self.cookie)], body)
      #expect(answer.status == .forbidden, "\(body)")
    }
    let withoutCookie = try await post(Self.own + [Self.formType], "_token=\(own)")
    #expect(withoutCookie.status == .forbidden)
  }

  @Test func `the session's secret counts before the cookie's`() async throws {
    let session = [UInt8](repeating: 9, count: 32)
    let fields = Self.own + [Self.formType, (.cookie, Self.cookie)]
    let old = try await post(fields, "_token=" + Self.token.masked, session: session)
    #expect(old.status == .forbidden)
    let fresh = FormToken(secret: session).masked
    #expect(try await post(fields, "_token=" + fresh, session: session).status == .ok)
  }

  @Test func `scripts bring the token in a header, for any kind of body`() async throws {
    let fields =
      Self.own + [
        (.contentType, "application/json"), (.cookie, Self.cookie), (FormToken.headerName, Self.token.masked),
      ]
    #expect(try await post(fields, "{}").text == "{}")
    let bare = Self.own + [(.contentType, "application/json"), (.cookie, Self.cookie)]
    #expect(try await post(bare, "{}").status == .forbidden)
  }

  @Test func `a client with a key of its own and no cookie needs no token`() async throws {
    #expect(try await post([(.authorization, "Bearer x")], "{}").text == "{}")
    let both: [(HeaderName, String)] = [(.authorization, "Bearer x"), (.cookie, "session=1")]
    #expect(try await post(both, "{}").status == .forbidden)
  }

  @Test func `an upload has its token first, and then arrives from its beginning`() async throws {
    func upload(_ first: String, _ value: String) -> String {
      "--b\r\nContent-Disposition: form-data; name=\"\(first)\"\r\n\r\n\(value)\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n123\r\n--b--\r\n"
    }
    let fields =
      Self.own + [
        (.contentType, "multipart/form-data; boundary=b"), (.cookie, Self.cookie),
      ]
    for size in [1, 7, 10_000] {
      let body = Array(upload("_token", Self.token.masked).utf8)
      let pieces = stride(from: 0, to: body.count, by: size).map {
        Array(body[$0..<min($0 + size, body.count)])
      }
      let answer = try await probe().response(.post, "/change", fields, body: RequestBody(pieces: pieces))
      #expect(answer.bytes == body)
    }
    for body in [upload("file", Self.token.masked), upload("_token", "x"), "--b--", "", "x"] {
      let answer = try await post(fields, body)
      #expect([400, 403].contains(answer.status.code), "\(body)")
    }
  }

  @Test func `masked copies differ and none of them shows the secret`() {
    let copies = (0..<50).map { _ in Self.token.masked }
    #expect(Set(copies).count == 50)
    #expect(copies.allSatisfy { Self.token.accepts($0) && !$0.contains(Self.token.cookieText) })
  }
}
