// Requests that nobody's page would send: forged, oversized, broken out of their lines, pointing elsewhere.
import HTTP
import OfficeOperations
import Organisations
import Synchronization
import Testing

@testable import OfficeSite

@Suite struct RequestSecurityTests {
  @Test func `no form of the map is taken without its token, with another's, or from a foreign page`()
    async throws
  {
    let county = try await TwoTowns()
    let posts = WalkedRoute.all(county.town.office).filter { $0.method == .post }
    #expect(posts.count > 30)
    let browser = try await county.browser(.systemAdministrator, at: "top")
    let other = try await county.browser(.systemAdministrator, at: "top")
    let token = try #require(try await other.get("/account/sessions").hidden(FormToken.fieldName))
    _ = try await browser.get("/account/sessions")
    let before = try await county.town.entryCount()
    for route in posts {
      let path = try county.near.path(route.template)
      #expect(try await browser.send(path, [], withToken: false).status == 403, "\(path) without")
      let foreign = try await browser.send(path, [(FormToken.fieldName, token)], withToken: false)
      #expect(foreign.status == 403, "\(path) with another's")
      for origin in ["http://evil.example", "null", "http://office.example.evil.example"] {
        browser.extra = [(.origin, origin)]
        #expect(try await browser.send(path, []).status == 403, "\(path) from \(origin)")
      }
      browser.extra = [(.secFetchSite, "cross-site")]
      #expect(try await browser.send(path, []).status == 403, "\(path) across sites")
      browser.extra = []
    }
    #expect(try await county.town.entryCount() == before)
  }

  @Test func `every answer shuts the doors, and no page has script or style in it`() async throws {
    let county = try await TwoTowns()
    var settings = OfficePages.Settings()
    settings.isDemo = true
    let routes = WalkedRoute.all(county.town.office)
    let policy = """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
      connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """
    var pageCount = 0
    for role in [Role.systemAdministrator, .securityAdministrator, .auditAdministrator, .financeReviewer] {
      let browser = try await county.browser(role, at: "top")
      for route in routes where route.method == .get || route.template != "/sign-out" {
        let answer = try await route.ask(browser, county.near)
        let name = "\(role) \(route.template)"
        #expect(answer.headers.text("content-security-policy") == policy, "\(name)")
        #expect(answer.headers.text("x-content-type-options") == "nosniff", "\(name)")
        #expect(answer.headers.text("x-frame-options") == "DENY", "\(name)")
        #expect(answer.headers.text("referrer-policy") == "same-origin", "\(name)")
        #expect(answer.headers.text(.cacheControl)?.contains("public") != true, "\(name)")
        guard answer.headers.text(.contentType)?.hasPrefix("text/html") == true else { continue }
        pageCount += 1
        Self.expectNothingInline(answer.text, name)
      }
    }
    #expect(pageCount > 80)
    let design = try await Browser(OfficePages(county.town.office, settings: settings).responder).get(
      "/design")
    #expect(design.headers.text("content-security-policy") == policy)
    Self.expectNothingInline(design.text, "/design")
  }

  private static func expectNothingInline(_ text: String, _ name: String) {
    for script in text.split(separator: "<script", omittingEmptySubsequences: false).dropFirst() {
      #expect(script.prefix { $0 != ">" }.contains("src=\""), "\(name)")
    }
    let lower = text.lowercased()
    for mark in [
      "<style", " style=\"", " onclick=", " onload=", " onerror=", "javascript:", "<iframe", "<object",
      "<base",
    ] {
      #expect(!lower.contains(mark), "\(name) has \(mark)")
    }
  }

  // MARK: Headers

  @Test(arguments: [
    "//evil.example/", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "evil",
    "/\r\nSet-Cookie: session=evil", "/people\u{0}", "\thttps://evil.example", "/ people", "/人员",
  ])
  func `signing in leads nowhere else`(next: String) async throws {
    let town = try await TownOffice()
    let browser = Browser(OfficePages(town.office).responder)
    _ = try await browser.get("/sign-in")
    let answer = try await browser.send(
      "/sign-in",
      [("account", TownOffice.accounts[0]), ("password", TownOffice.password), ("next", next)])
    // What is no text at all is not even looked at.
    #expect(answer.location == "/" || answer.status == 400 && answer.location.isEmpty)
    #expect(browser.cookieLines.allSatisfy { !$0.contains("evil") })
  }

  @Test(arguments: [
    "/people", "/people?q=%E5%91%A8&show=left", "/years/2026/deadline?step=target.approval",
    "/organisations/1",
  ])
  func `whoever has to sign in first comes to the page that was asked for`(path: String) async throws {
    let town = try await TownOffice()
    let browser = Browser(OfficePages(town.office).responder)
    let sent = try await browser.get(path)
    #expect(sent.status == 303)
    #expect(sent.headers.text(.cacheControl) == "no-store")
    let page = try await browser.get(sent.location)
    #expect(page.status == 200)
    let next = try #require(page.hidden("next")).replacing("&amp;", with: "&")
    #expect(next == path)
    let fields = [("account", TownOffice.accounts[0]), ("password", TownOffice.password), ("next", next)]
    #expect(try await browser.send("/sign-in", fields).location == path)
    // Somebody who has signed in already goes there at once.
    #expect(try await browser.get(sent.location).location == path)
  }

  @Test func `programs and questions without a body get the plain refusal`() async throws {
    let town = try await TownOffice()
    let site = OfficePages(town.office).responder
    for (method, accept) in [(Method.head, "text/html"), (.get, "application/json"), (.post, "text/html")] {
      var request = Request(method: method, target: try RequestTarget(parsing: "/people"))
      request.headers[.host] = "office.example"
      request.headers[.accept] = try HeaderValue(accept)
      let status = await site.respond(to: request).status.code
      #expect(status == (method == .post ? 403 : 401), "\(method) \(accept)")
    }
  }

  @Test func `nothing that a request says breaks out of a header or a page`() async throws {
    let town = try await TownOffice()
    let system = try await town.person(TownOffice.accounts[0])
    let root = try await town.organisation(named: "临溪县")
    let id = try await AddPerson(name: "周敏", account: "zhou.min", organisation: root)
      .run(in: town.office, by: system).id
    let security = try await town.security()
    _ = try await security.get("/people/\(id)")
    let host = "office.example\"><script>alert(1)</script>"
    security.extra = [(.host, host), (.origin, "http://\(host)")]
    let shown = try await security.send("/people/\(id)/password-link", [])
    #expect(!shown.text.contains("<script>alert"))
    security.extra = [("user-agent", "\"><script>alert(1)</script>"), (.forwardedFor, "<b>")]
    #expect(try await !security.get("/account/sessions").text.contains("<script>alert"))
    for value in ["a\r\nb: c", "a\nb", "a\u{0}b"] {
      #expect(throws: HeaderFault.self) { try HeaderValue(value) }
    }
    let echo = try await security.get("/people?q=%0D%0ASet-Cookie:%20session=evil&page=%0d%0a")
    #expect(echo.headers.all(.setCookie).isEmpty)
  }

  // MARK: Bodies and paths

  @Test func `bodies that are too large are refused, told or in pieces, and leave no trace`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    _ = try await system.get("/organisations/import")
    let before = try await town.entryCount()
    let long = String(repeating: "甲", count: 1 << 20)
    #expect(try await system.send("/sign-in", [("account", long)]).status == 413)
    #expect(try await system.send("/organisations", [("name", long)]).status == 413)
    let file = [UInt8](repeating: 0x41, count: 3 << 20)
    #expect([400, 413].contains(try await system.upload("/organisations/import", file).status))
    // Nobody knows how long a body in pieces will get.
    var request = Request(
      method: .post, target: try RequestTarget(parsing: "/sign-in"),
      body: RequestBody(pieces: Array(repeating: [UInt8](repeating: 0x61, count: 64 << 10), count: 64)))
    request.headers[.host] = "office.example"
    request.headers[.origin] = "http://office.example"
    request.headers[.contentType] = "application/x-www-form-urlencoded"
    request.headers[.cookie] = try HeaderValue(
      system.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
    #expect(await OfficePages(town.office).responder.respond(to: request).status == .contentTooLarge)
    #expect(try await town.entryCount() == before)
  }

  @Test(arguments: [
    "/../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc",
    "/assets/..%5c..%5cetc", "/rule-sets/..", "/rule-sets/%2e%2e%2fnational", "/rule-sets/national%00",
    "/rule-sets/national/../../..", "//etc/passwd", "/people/1/../2", "/people/1%2f2",
  ])
  func `no path leads out of the map`(path: String) async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    do {
      let answer = try await system.get(path)
      #expect(answer.status == 404, "\(answer.status)")
    } catch let refusal as Refusal {
      #expect(refusal == .badTarget)
    }
  }

  // MARK: Logs

  @Test func `the log of a whole walk has nobody's name, account, address or word`() async throws {
    let county = try await TwoTowns()
    let lines = Mutex<[String]>([])
    var settings = OfficePages.Settings()
    settings.accessLog = { entry in lines.withLock { $0.append("\(entry)") } }
    settings.failed = { error, parts in lines.withLock { $0.append("\(error) \(parts.route ?? "-")") } }
    let site = OfficePages(county.town.office, settings: settings).responder
    for account in [TownOffice.accounts[1], TwoTowns.account(.clerk, at: "near")] {
      let browser = Browser(site)
      _ = try await browser.get("/sign-in?next=/people/17")
      _ = try await browser.send("/sign-in", [("account", account), ("password", "Wrong-guess.1")])
      _ = try await browser.send("/sign-in", [("account", account), ("password", TownOffice.password)])
      for route in WalkedRoute.all(county.town.office) where route.template != "/sign-out" {
        _ = try await route.ask(browser, county.near, [("name", "本乡人"), ("account", "near.clerk")])
      }
      _ = try await browser.get("/people?q=%E6%9C%AC%E4%B9%A1%E4%BA%BA")
      _ = try await browser.get("/nothing/zhou.min")
    }
    let said = lines.withLock { $0 }
    #expect(said.count > 150)
    let secrets =
      [
        TownOffice.password, "Wrong-guess", "本乡人", "%E6%9C%AC", "管理员", "10.0.0.7", "zhou.min", "某甲",
        "/people/\(county.near.person)", "临溪",
      ] + TownOffice.accounts + ["near.clerk", "home.clerk"]
    for secret in secrets {
      #expect(!said.contains { $0.contains(secret) }, "\(secret)")
    }
  }
}
