// An office with a clerk and a form, on a server that can be stopped and started again.
import Accounts
import BrowserProbes
import FormDrafts
import HTTPServer
import JSONText
import Model
import OfficeOperations
import OfficeSite
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes
import Synchronization
import Testing
import Workflow

/// A town whose clerk has forms to write.
final class FormOffice: Sendable {
  let office: Office
  let browser: Browser
  let clock: TestClock
  let unit: OrganisationID
  private let server: Mutex<(any RunningServer)?>
  private let port: UInt16

  static let clerks = ["jing.ban", "tong.shi"]
  static let password = "Plumb-bob.58"

  /// One browser for all tests, gone with the process.
  private static let shared = Task { try await Browser.start() }

  var place: String { "http://127.0.0.1:\(port)" }

  private init(office: Office, browser: Browser, clock: TestClock, unit: OrganisationID) throws {
    (self.office, self.browser, self.clock, self.unit) = (office, browser, clock, unit)
    let running = try Self.serve(office, port: 0)
    guard case .network(_, let port) = running.address else { throw BrowserProblem.badAnswer }
    self.port = port
    server = Mutex(running)
  }

  private static func serve(_ office: Office, port: UInt16) throws -> any RunningServer {
    try MicroHTTPDTransport().start(
      OfficePages(office).responder,
      ServerConfiguration(address: .network(host: "127.0.0.1", port: port), threads: 2))
  }

  func stopServer() async {
    let running = server.withLock { $0.take() }
    await running?.stop()
  }

  func startServer() throws {
    let running = try Self.serve(office, port: port)
    server.withLock { $0 = running }
  }

  /// Runs a body; whatever the browser complained about fails the test.
  static func run(on engine: Engine = .sqlite, _ body: (FormOffice) async throws -> Void) async throws {
    let folder = try ScratchFolder()
    let clock = TestClock()
    let storage = try await OpenedStorage.open(engine.place(in: folder), for: .migrate, now: clock.now)
    let office = Office(
      records: storage.records, key: try await OfficeKey.load(from: storage.records, chance: .machine),
      hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)), clock: { clock.now },
      chance: .machine)
    let unit = try await people(office)
    let probe = try FormOffice(office: office, browser: try await shared.value, clock: clock, unit: unit)
    do {
      try await probe.signIn(probe.browser, clerks[0])
      _ = try await probe.browser.console()
      try await body(probe)
      let complaints = try await probe.browser.console().filter {
        $0.level != "INFO" && $0.level != "DEBUG" && $0.source != "network"
      }
      #expect(complaints == [])
    } catch {
      await probe.stopServer()
      await storage.close()
      throw error
    }
    await probe.stopServer()
    await storage.close()
  }

  /// Administrators, a unit, two clerks.
  private static func people(_ office: Office) async throws -> OrganisationID {
    let token = try #require(try await PrepareOffice().run(in: office)).token.text
    let people = OfficeInBrowser.accounts.map {
      SetUpOffice.Administrator(name: "管理员", account: $0.1, password: OfficeInBrowser.password)
    }
    try await SetUpOffice(
      token: token,
      form: SetUpForm(
        regionCode: "330000123", regionName: "临溪镇", systemAdministrator: people[0],
        securityAdministrator: people[1], auditAdministrator: people[2])
    ).run(in: office)
    let system = try await person(office, OfficeInBrowser.accounts[0].1, OfficeInBrowser.password)
    let security = try await person(office, OfficeInBrowser.accounts[1].1, OfficeInBrowser.password)
    try await OpenYear(year: "2026").run(in: office, by: system)
    _ = try await AddOrganisation(code: "713", name: "农林水务办", kind: "department", region: "330000123")
      .run(in: office, by: system)
    let unit = try await AddOrganisation(code: "713001", name: "水利所", kind: "unit", region: "330000123")
      .run(in: office, by: system)
    for (number, account) in clerks.enumerated() {
      let added = try await AddPerson(
        name: number == 0 ? "周敏" : "吴芳", account: account, organisation: unit
      ).run(in: office, by: system)
      _ = try await GiveRight(person: added.id, role: Role.clerk.rawValue, organisation: unit)
        .run(in: office, by: security)
      let link = try await IssuePasswordLink(person: added.id).run(in: office, by: security)
      try await UsePasswordLink(person: added.id, token: link.token.text, wanted: password).run(in: office)
    }
    return unit
  }

  static func person(
    _ office: Office, _ account: String, _ password: String
  ) async throws -> SignedIn {
    let outcome = try await SignInWithPassword(
      account: account, password: password, address: "10.0.0.7", agent: "Browser"
    ).run(in: office)
    guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
    return try #require(try await OpenSession(token: token.text).run(in: office))
  }

  /// Somebody of the whole town with a role; the account.
  func person(as role: Role) async throws -> String {
    let system = try await Self.person(office, OfficeInBrowser.accounts[0].1, OfficeInBrowser.password)
    let security = try await Self.person(office, OfficeInBrowser.accounts[1].1, OfficeInBrowser.password)
    let path = try #require(OrganisationPath(role == .departmentReviewer ? "330000123/713" : "330000123/"))
    let found = try await office.read { try $0.organisations(at: path).last?.value.id }
    let place = try #require(found)
    let account = "zhang.qing"
    let id = try await AddPerson(name: "章青", account: account, organisation: place)
      .run(in: office, by: system).id
    _ = try await GiveRight(person: id, role: role.rawValue, organisation: place).run(
      in: office, by: security)
    let link = try await IssuePasswordLink(person: id).run(in: office, by: security)
    try await UsePasswordLink(person: id, token: link.token.text, wanted: Self.password).run(in: office)
    return account
  }

  // MARK: Forms

  /// A form of the unit with the fields of a record.
  func form(_ record: Form, named name: String) async throws -> FormID {
    let signedIn = try await Self.person(office, Self.clerks[0], Self.password)
    let unit = unit
    let moment = office.now
    return try await office.change { records in
      let year = try #require(FiscalYear(2026))
      let project: ProjectID = try records.nextNumber()
      try records.add(
        ProjectEntry(
          id: project, organisation: unit, code: nil, name: name, category: "特定目标类",
          years: try #require(YearSpan(first: year, last: year))))
      let form: FormID = try records.nextNumber()
      let isProject = record.kind != .departmentTarget
      try records.add(
        FormEntry(
          id: form, kind: record.kind, year: year, organisation: unit, project: isProject ? project : nil,
          stage: "draft"))
      _ = try records.save(
        FormDraft(record: record).fields, of: form, onto: 0, by: signedIn.person.id, at: moment)
      return form
    }
  }

  /// A project of three years with a form of the year before, as it was kept.
  func lastYear(_ record: Form, named name: String) async throws -> ProjectID {
    let project = try await project(named: name)
    let signedIn = try await Self.person(office, Self.clerks[0], Self.password)
    let unit = unit
    let moment = office.now
    return try await office.change { records in
      let form: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: form, kind: record.kind, year: try #require(FiscalYear(2025)), organisation: unit,
          project: project, stage: Stage.draft.rawValue))
      _ = try records.save(
        FormDraft(record: record).fields, of: form, onto: 0, by: signedIn.person.id, at: moment)
      return project
    }
  }

  /// A project of three years without a form.
  func project(named name: String) async throws -> ProjectID {
    let unit = unit
    return try await office.change { records in
      let project: ProjectID = try records.nextNumber()
      let (first, last) = (try #require(FiscalYear(2025)), FiscalYear(2027))
      let years = try #require(YearSpan(first: first, last: last))
      try records.add(
        ProjectEntry(
          id: project, organisation: unit, code: nil, name: name, category: "特定目标类", years: years))
      return project
    }
  }

  /// The target of a project in a year.
  func form(of project: ProjectID, in year: Int) async throws -> FormID? {
    try await office.read { records in
      let selection = FormSelection(year: FiscalYear(year), kind: .projectTarget, project: project)
      return try records.forms(selection, after: nil, limit: 2).first?.value.id
    }
  }

  func stage(of form: FormID) async throws -> Stage? {
    try await office.read { Stage(rawValue: try $0.form(form).value.stage) }
  }

  /// What a field of the draft says in the store.
  func stored(_ path: String, of form: FormID) async throws -> String? {
    try await office.read { records in
      let kind = try records.form(form).value.kind
      return FormDraft(fields: try records.fields(of: form, after: 0), kind: kind).text(at: path)
    }
  }

  /// How many rows a list has.
  func rowCount(_ list: DraftList, of form: FormID) async throws -> Int {
    try await office.read { records in
      let kind = try records.form(form).value.kind
      return FormDraft(fields: try records.fields(of: form, after: 0), kind: kind).keys(of: list).count
    }
  }

  // MARK: People

  func signIn(
    _ browser: Browser, _ account: String, _ password: String = FormOffice.password
  ) async throws {
    try await browser.resize(width: 1366, height: 768)
    try await browser.open(place + "/sign-in")
    try await browser.forgetCookies()
    _ = try await browser.run("localStorage.clear()")
    try await browser.open(place + "/sign-in")
    try await browser.type(account, into: "#q-account")
    try await browser.type(password, into: "#q-password")
    try await browser.follow("main form button[type=submit]")
  }

  /// Presses a key with others held: `ctrl z`, `alt Enter`.
  func press(_ chord: String) async throws {
    _ = try await browser.run(
      """
      const parts = arguments[0].split(" ");
      const key = parts.at(-1);
      const isLetter = /^[a-z]$/.test(key);
      const code = isLetter ? "Key" + key.toUpperCase() : /^[0-9]$/.test(key) ? "Digit" + key : key;
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {
        key, code, ctrlKey: parts.includes("ctrl"), altKey: parts.includes("alt"),
        shiftKey: parts.includes("shift"), bubbles: true, cancelable: true,
      }));
      """, chord)
  }

  /// Types over what a field says, key by key.
  func write(_ text: String, into name: String, in other: Browser? = nil) async throws {
    let browser = other ?? browser
    _ = try await browser.run(
      """
      const field = [...document.querySelectorAll('textarea')].find((one) => one.name === arguments[0]);
      field.focus();
      field.select();
      """, name)
    try await browser.press(text)
  }

  /// Sets the focus into a field.
  func focus(_ name: String) async throws {
    _ = try await browser.run(
      "[...document.querySelectorAll('textarea')].find((one) => one.name === arguments[0]).focus()", name)
  }

  /// Waits until a script says true: half a minute, for a page that asked in vain asks again after eight
  /// seconds at the latest, and its server has other things to do.
  func wait(_ what: String, in browser: Browser? = nil, _ script: String) async throws {
    let end = ContinuousClock.now + .seconds(30)
    while .now < end {
      if try await (browser ?? self.browser).run("return !!(\(script))") == .truth(true) { return }
      try await Task.sleep(for: .milliseconds(40))
    }
    let said = try await (browser ?? self.browser).run(
      "return document.querySelector('.saving')?.textContent ?? ''")
    Issue.record("\(what) did not come; the page says \(said.text ?? "")")
  }
}
