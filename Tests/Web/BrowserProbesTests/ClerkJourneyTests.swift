// A clerk's day in a real browser: a project, its papers, and what became of its form.
import Accounts
import BrowserProbes
import OfficeOperations
import Organisations
import Quantities
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct ClerkJourneyTests {
    @Test(arguments: Engine.installed)
    func `a clerk adds a project, begins its form, attaches a paper and gives the form up`(engine: Engine)
      async throws
    {
      try await OfficeInBrowser.run(on: engine) { office in
        let browser = office.browser
        try await office.addClerk("jing.ban")
        try await office.signIn("jing.ban")
        #expect(try await office.path() == "/")
        #expect(try await browser.count(".tasks > li") == 0)
        try await office.checkWidths()
        try await office.open("/projects/add?year=2026")
        try await office.checkWidths()
        try await browser.type("沟渠清淤", into: "[name=name]")
        try await browser.follow("main form button[type=submit]")
        #expect(try await browser.text("h1") == "沟渠清淤")
        try await office.checkWidths()
        try await office.open("/")
        #expect(try await browser.text("main").contains("沟渠清淤"))
        try await browser.follow(".table .button")
        #expect(try await office.path().hasPrefix("/forms/add"))
        try await office.checkWidths()
        try await browser.follow("main form button[type=submit]")
        let form = try await office.path().prefix { $0 != "?" }
        #expect(form.hasPrefix("/forms/"))
        try await office.open("\(form)/attachments")
        #expect(try await browser.count("input[type=file]") == 1)
        try await office.checkWidths()
        try await office.open("\(form)/history")
        try await office.checkWidths()
        try await browser.type("项目取消", into: "#q-reason-lapse")
        try await browser.follow(".side form button[type=submit]")
        #expect(try await browser.text(".steps").contains("项目取消"))
        #expect(try await browser.count("#q-reason-lapse") == 0)
        try await office.checkWidths()
      }
    }
  }
}

extension OfficeInBrowser {
  /// A department with a unit, an open year, and the unit's clerk with the usual password.
  func addClerk(_ account: String) async throws {
    func person(_ account: String) async throws -> SignedIn {
      let outcome = try await SignInWithPassword(
        account: account, password: Self.password, address: "127.0.0.1", agent: "Browser"
      ).run(in: office)
      guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
      return try #require(try await OpenSession(token: token.text).run(in: office))
    }
    let system = try await person(Self.accounts[0].1)
    let security = try await person(Self.accounts[1].1)
    _ = try await AddOrganisation(code: "713", name: "农林水务办", kind: "department").run(in: office, by: system)
    let unit = try await AddOrganisation(code: "713001", name: "水利所", kind: "unit").run(
      in: office, by: system)
    try await OpenYear(year: "2026").run(in: office, by: system)
    let clerk = try await AddPerson(name: "周敏", account: account, organisation: unit).run(
      in: office, by: system
    ).id
    _ = try await GiveRight(person: clerk, role: Role.clerk.rawValue, organisation: unit).run(
      in: office, by: security)
    let link = try await IssuePasswordLink(person: clerk).run(in: office, by: security)
    try await UsePasswordLink(person: clerk, token: link.token.text, wanted: Self.password).run(in: office)
  }

  /// Opens one more year.
  func openYear(_ year: String) async throws {
    let outcome = try await SignInWithPassword(
      account: Self.accounts[0].1, password: Self.password, address: "127.0.0.1", agent: "Browser"
    ).run(in: office)
    guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
    let system = try #require(try await OpenSession(token: token.text).run(in: office))
    try await OpenYear(year: year).run(in: office, by: system)
  }
}
