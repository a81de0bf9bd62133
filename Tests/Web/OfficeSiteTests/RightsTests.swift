// Each administrator sees and does the own part, and nobody anything without a session.
import Accounts
import HTTP
import OfficeOperations
import Organisations
import Testing

@testable import OfficeSite

struct RightsTests {
  /// A page with who may see it: system, security, audit.
  private static let pages: [(path: String, system: Bool, security: Bool, audit: Bool)] = [
    ("/", true, true, true), ("/organisations", true, true, true), ("/years", true, true, true),
    ("/rule-sets", true, true, true), ("/rule-sets/national", true, true, true),
    ("/account/time-codes", true, true, true), ("/account/deputies", true, true, true),
    ("/people", true, true, true), ("/organisations/add", true, false, false),
    ("/organisations/import", true, false, false), ("/organisations/import/template", true, false, false),
    ("/people/add", true, false, false), ("/people/import", true, false, false),
    ("/people/import-rights", false, true, false), ("/account-rules", false, true, false),
    ("/ledger", false, false, true),
  ]

  @Test func `each administrator sees the own pages, and links only to them`() async throws {
    let town = try await TownOffice()
    let browsers = [try await town.system(), try await town.security(), try await town.audit()]
    for page in Self.pages {
      for (browser, may) in zip(browsers, [page.system, page.security, page.audit]) {
        let answer = try await browser.get(page.path)
        #expect(answer.status == (may ? 200 : 403), "\(page.path)")
      }
    }
    for (place, browser) in browsers.enumerated() {
      let home = try await browser.get("/").text
      for page in Self.pages where home.contains("href=\"\(page.path)\"") {
        #expect([page.system, page.security, page.audit][place], "\(page.path)")
      }
    }
  }

  @Test func `what is not one's part is refused when it is sent, and nothing changes`() async throws {
    let town = try await TownOffice()
    let person = try await town.person(TownOffice.accounts[0]).person.id
    let root = try await town.organisation(named: "临溪县")
    let system: [String] = [
      "/organisations", "/organisations/\(root)", "/organisations/import/confirm", "/people",
      "/people/\(person)/change", "/people/import/confirm", "/years", "/years/2026/close",
      "/years/2026/deadline", "/years/2026/deadline/remove",
    ]
    let security: [String] = [
      "/people/\(person)/password-link", "/people/\(person)/unlock", "/people/\(person)/end-sessions",
      "/people/\(person)/reset-time-codes", "/people/\(person)/rights/give", "/people/\(person)/rights/1",
      "/people/\(person)/deputies/appoint", "/people/\(person)/deputies/1/end",
      "/people/import-rights/confirm", "/account-rules",
    ]
    let audit: [String] = ["/ledger/verify", "/ledger/head"]
    let fields = [
      ("organisation", "\(root)"), ("name", "甲"), ("account", "jia"), ("year", "2027"), ("role", "clerk"),
      ("step", "target.submission"), ("day", "2026-05-01"), ("code", "713"),
    ]
    let browsers = [try await town.system(), try await town.security(), try await town.audit()]
    for browser in browsers { _ = try await browser.get("/account/sessions") }
    let before = try await town.entryCount()
    for (place, paths) in [system, security, audit].enumerated() {
      for (other, browser) in browsers.enumerated() where other != place {
        for path in paths {
          let answer = try await browser.send(path, fields)
          #expect(answer.status == 403, "\(path) \(other)")
        }
      }
    }
    #expect(try await town.entryCount() == before)
  }

  @Test func `without a session no page of the map is shown and nothing is taken`() async throws {
    let town = try await TownOffice()
    let stranger = Browser(OfficePages(town.office).responder)
    _ = try await stranger.get("/sign-in")
    let before = try await town.entryCount()
    for page in Self.pages.map(\.path) where page != "/" {
      #expect(try await stranger.get(page).location.hasPrefix("/sign-in?next=%2F"), "\(page)")
    }
    for path in ["/organisations", "/people", "/years", "/ledger/verify", "/people/1/password-link"] {
      #expect(try await stranger.send(path, []).status == 401, "\(path)")
    }
    #expect(try await town.entryCount() == before)
  }

  @Test func `a form without its token is refused`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    _ = try await system.get("/organisations/add")
    let fields = [("code", "713"), ("name", "农林水务办")]
    #expect(try await system.send("/organisations", fields, withToken: false).status == 403)
    #expect(try await system.send("/organisations", fields).status == 303)
  }

  @Test func `people and rights of another town are as if they were not there`() async throws {
    let town = try await TownOffice()
    let (system, security) = (
      try await town.person(TownOffice.accounts[0]), try await town.person(TownOffice.accounts[1])
    )
    func add(_ region: String, _ name: String) async throws -> OrganisationID {
      try await AddOrganisation(code: "", name: name, kind: "region", region: region)
        .run(in: town.office, by: system)
    }
    let (near, far) = (try await add("330122101", "溪口镇"), try await add("330122102", "云岭镇"))
    func person(_ account: String, _ place: OrganisationID, _ role: Role) async throws -> PersonID {
      let id = try await AddPerson(name: "周敏", account: account, organisation: place)
        .run(in: town.office, by: system).id
      _ = try await GiveRight(person: id, role: role.rawValue, organisation: place)
        .run(in: town.office, by: security)
      let link = try await IssuePasswordLink(person: id).run(in: town.office, by: security)
      if link.needsTwo { try await ConfirmPasswordLink(person: id).run(in: town.office, by: system) }
      try await UsePasswordLink(person: id, token: link.token.text, wanted: TownOffice.password)
        .run(in: town.office)
      return id
    }
    _ = try await person("near.xi", near, .systemAdministrator)
    _ = try await person("near.an", near, .securityAdministrator)
    let stranger = try await person("far.reader", far, .reader)
    let (nearSystem, nearSecurity) = (
      try await town.browser("near.xi"), try await town.browser("near.an")
    )
    let before = try await town.entryCount()
    for browser in [nearSystem, nearSecurity] {
      #expect(try await !browser.get("/people").text.contains("far.reader"))
      #expect(try await browser.get("/people/\(stranger)").status == 404)
      #expect(try await browser.get("/people/999999").status == 404)
    }
    for path in ["password-link", "unlock", "end-sessions", "reset-time-codes"] {
      #expect(try await nearSecurity.send("/people/\(stranger)/\(path)", []).status == 404, "\(path)")
    }
    let right = [("role", "clerk"), ("organisation", "\(far)")]
    #expect(try await nearSecurity.send("/people/\(stranger)/rights/give", right).status == 404)
    #expect(try await nearSecurity.get("/people/\(stranger)/rights/give").status == 404)
    let change = [("name", "别人"), ("organisation", "\(near)"), ("revision", "1")]
    #expect(try await nearSystem.send("/people/\(stranger)/change", change).status == 404)
    let name = [("name", "别处"), ("revision", "1")]
    #expect(try await nearSystem.send("/organisations/\(far)", name).status == 404)
    #expect(try await town.entryCount() == before)
  }
}
