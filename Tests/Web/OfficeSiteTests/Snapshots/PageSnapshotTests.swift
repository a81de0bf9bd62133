// Every page of the office in its states, as it was when somebody looked at it last.
import Accounts
import HTTP
import OfficeOperations
import Organisations
import Records
import Testing

@testable import OfficeSite

@Suite struct PageSnapshotTests {
  @Test func `every page of the map is as it was looked at`() async throws {
    let county = try await TwoTowns()
    var browsers: [(Role, Browser)] = []
    for role in Role.allCases.reversed() {
      browsers.append((role, try await county.browser(role, at: "top")))
    }
    for route in WalkedRoute.all(county.town.office) where route.method == .get {
      for (role, browser) in browsers {
        let answer = try await route.ask(browser, county.near)
        let isPage = answer.headers.text(.contentType)?.hasPrefix("text/html") == true
        guard answer.status == 200, isPage else { continue }
        let name = SnapshotFolder.name(route.template)
        guard name == "home" else {
          try SnapshotFolder.expect(answer, is: name)
          break
        }
        try SnapshotFolder.expect(answer, is: "home-\(role.rawValue)")
      }
    }
  }

  @Test func `pages for strangers, right and wrong`() async throws {
    let town = try await TownOffice()
    let stranger = Browser(OfficePages(town.office).responder)
    try SnapshotFolder.expect(try await stranger.get("/sign-in?next=/people"), is: "sign-in")
    let wrong = [("account", "nobody"), ("password", "Wrong-guess.1"), ("next", "/people")]
    try SnapshotFolder.expect(try await stranger.send("/sign-in", wrong), is: "sign-in-refused")
    for _ in 0..<4 { _ = try await stranger.send("/sign-in", wrong) }
    try SnapshotFolder.expect(try await stranger.send("/sign-in", wrong), is: "sign-in-locked")
    try SnapshotFolder.expect(try await stranger.get("/set-up/nothing"), is: "set-up-unknown")
    try SnapshotFolder.expect(try await stranger.get("/set-password/1/nothing"), is: "set-password-unknown")
    try SnapshotFolder.expect(try await stranger.get("/nothing/here"), is: "error-404")
    try SnapshotFolder.expect(
      try await stranger.send("/sign-out", [], withToken: false), is: "error-403-token")
    let long = [("account", String(repeating: "a", count: 3 << 20))]
    try SnapshotFolder.expect(try await stranger.send("/sign-in", long), is: "error-413")
    let system = try await town.system()
    try SnapshotFolder.expect(try await system.get("/ledger"), is: "error-403")
    try SnapshotFolder.expect(try await system.send("/health", []), is: "error-405")
  }

  @Test func `lists without anything in them`() async throws {
    let town = try await TownOffice()
    let (system, audit) = (try await town.system(), try await town.audit())
    for (browser, path, name) in [
      (system, "/years", "years-empty"), (system, "/organisations?q=nothing", "organisations-nothing"),
      (system, "/organisations?show=ended", "organisations-ended-empty"),
      (system, "/people?q=nothing", "people-nothing"), (system, "/people?show=left", "people-left-empty"),
      (audit, "/ledger?about=person/999", "ledger-nothing"),
    ] {
      try SnapshotFolder.expect(try await browser.get(path), is: name)
    }
  }

  @Test func `forms with everything wrong`() async throws {
    let county = try await TwoTowns()
    let system = try await county.browser(.systemAdministrator, at: "top")
    let security = try await county.browser(.securityAdministrator, at: "top")
    let audit = try await county.browser(.auditAdministrator, at: "top")
    let finance = try await county.browser(.financeReviewer, at: "top")
    let person = county.near.person
    let states: [(Browser, String, [(String, String)], String)] = [
      (system, "/organisations", [("code", "71"), ("firstYear", "甲")], "organisations-add-faults"),
      (system, "/people", [("account", "大写")], "people-add-faults"),
      (system, "/years", [("year", "2099")], "years-fault"),
      (system, "/years/2026/deadline", [("step", ""), ("organisation", "")], "deadline-faults"),
      (finance, "/years/2026/extend", [], "extend-faults"),
      (security, "/people/\(person)/rights/give", [], "rights-give-faults"),
      (security, "/people/\(person)/deputies/appoint", [], "deputies-appoint-faults"),
      (security, "/account-rules", [("password-characters-min", "3")], "account-rules-faults"),
      (security, "/account/password", [("wanted", "a"), ("again", "b")], "password-differs"),
      (security, "/account/time-codes/begin", [], "time-codes-secret"),
      (audit, "/ledger/verify", [("heads", "没有")], "ledger-heads-fault"),
      (audit, "/ledger/verify", [("heads", "")], "ledger-verified"),
      (audit, "/ledger/export", [("format", "csv"), ("first", "999999")], "ledger-export-fault"),
      (audit, "/ledger/head", [], "ledger-head"),
      (security, "/people/\(person)/password-link", [], "password-link"),
    ]
    for (browser, path, fields, name) in states {
      try SnapshotFolder.expect(try await browser.send(path, fields), is: name)
    }
    let changed = [("revision", "0"), ("name", "另一个名称"), ("lastYear", "")]
    try SnapshotFolder.expect(
      try await system.send("/organisations/\(county.near.organisation)", changed),
      is: "organisation-conflict")
  }

  @Test func `imports looked at, refused, and agreed to too late`() async throws {
    let county = try await TwoTowns()
    let system = try await county.browser(.systemAdministrator, at: "top")
    let security = try await county.browser(.securityAdministrator, at: "top")
    let units = "单位编码,单位名称,上级编码\n901,档案馆,\n901001,编研室,901\n"
    let seen = try await system.upload("/organisations/import", Array(units.utf8))
    try SnapshotFolder.expect(seen, is: "import-organisations-preview")
    let fields = [("table", seen.hidden("table") ?? ""), ("seen", seen.hidden("seen") ?? "")]
    #expect(try await system.send("/organisations/import/confirm", fields).status == 303)
    try SnapshotFolder.expect(
      try await system.send("/organisations/import/confirm", fields), is: "import-organisations-late")
    let states: [(Browser, String, String, String)] = [
      (system, "/organisations/import", "单位编码,单位名称\n91,\n", "import-organisations-faults"),
      (system, "/people/import", "姓名,账号,单位名称,角色\n沈微,shen.wei,临溪县,只读\n", "import-people-preview"),
      (system, "/people/import", "姓名,账号,单位名称\n,沈,火星\n", "import-people-faults"),
      (system, "/people/import", "", "import-no-file"),
      (security, "/people/import-rights", "姓名,账号,单位名称,角色\n沈微,shen.wei,临溪县,只读\n", "import-rights-faults"),
    ]
    for (browser, path, table, name) in states {
      try SnapshotFolder.expect(try await browser.upload(path, Array(table.utf8)), is: name)
    }
  }

  @Test func `a link for an administrator, given out, waiting and confirmed`() async throws {
    let county = try await TwoTowns()
    let security = try await county.browser(.securityAdministrator, at: "top")
    let audit = try await county.browser(.auditAdministrator, at: "top")
    let top = try await county.town.organisation(named: "临溪县")
    let system = try await county.town.person(TownOffice.accounts[0])
    let id = try await AddPerson(name: "何岚", account: "he.lan", organisation: top)
      .run(in: county.town.office, by: system).id
    let role = [("role", "audit-administrator"), ("organisation", "\(top)")]
    let given = try await security.send("/people/\(id)/rights/give", role)
    #expect(given.status == 303)
    try SnapshotFolder.expect(try await security.get(given.location), is: "rights-administrator-made")
    let link = try await security.send("/people/\(id)/password-link", [])
    try SnapshotFolder.expect(link, is: "password-link-administrator")
    try SnapshotFolder.expect(try await security.get("/people?q=he.lan"), is: "people-link-waits")
    try SnapshotFolder.expect(try await audit.get("/people?q=he.lan"), is: "people-link-to-confirm")
    let mark = "http://office.example/set-password/"
    let path =
      "/set-password/" + String(try #require(link.text.split(separator: mark).last).prefix { $0 != "<" })
    let stranger = Browser(OfficePages(county.town.office).responder)
    try SnapshotFolder.expect(try await stranger.get(path), is: "set-password-unconfirmed")
    #expect(try await audit.send("/people/\(id)/password-link/confirm", []).status == 303)
    var page = try await stranger.get(path)
    page.text = page.text.replacing(path, with: "/set-password/…")
    try SnapshotFolder.expect(page, is: "set-password")
    var wrong = try await stranger.send(path, [("wanted", "short"), ("again", "short")])
    wrong.text = wrong.text.replacing(path, with: "/set-password/…")
    try SnapshotFolder.expect(wrong, is: "set-password-faults")
  }
}
