// A town in front of the browser: its clerk, its department, its bureau, and what they press.
import Accounts
import BrowserProbes
import FormDrafts
import Forms
import JSONText
import Ledger
import Model
import OfficeOperations
import Operations
import Organisations
import Quantities
import Records
import StorageProbes
import Testing
import Workflow

/// A town with a clerk, a bureau that gives numbers, and a department that reviews where a test wants one.
struct ApprovalBureau {
  let office: OfficeInBrowser
  let unit: OrganisationID
  let people: (clerk: SignedIn, finance: SignedIn)

  static let clerk = "jing.ban"
  static let department = "bu.men"
  static let finance = "cai.zheng"

  init(_ office: OfficeInBrowser, hasDepartment: Bool = false) async throws {
    self.office = office
    try await office.addClerk(Self.clerk)
    let all = try await office.office.read { try $0.organisations(under: nil).map(\.value) }
    let root = try #require(all.first { $0.kind == .region })
    unit = try #require(all.first { $0.kind == .unit }).id
    let system = try await Self.person(office, OfficeInBrowser.accounts[0].1)
    let security = try await Self.person(office, OfficeInBrowser.accounts[1].1)
    func add(_ name: String, _ account: String, as role: Role, at place: OrganisationID) async throws {
      let added = try await AddPerson(name: name, account: account, organisation: place).run(
        in: office.office, by: system)
      _ = try await GiveRight(person: added.id, role: role.rawValue, organisation: place).run(
        in: office.office, by: security)
      let link = try await IssuePasswordLink(person: added.id).run(in: office.office, by: security)
      try await UsePasswordLink(
        person: added.id, token: link.token.text, wanted: OfficeInBrowser.password
      ).run(in: office.office)
    }
    try await add("何岚", Self.finance, as: .financeReviewer, at: root.id)
    if hasDepartment {
      let department = try #require(all.first { $0.kind == .department })
      try await add("沈舟", Self.department, as: .departmentReviewer, at: department.id)
    }
    people = (try await Self.person(office, Self.clerk), try await Self.person(office, Self.finance))
    try await ChangeApprovalStyle(
      organisation: root.id, style: ApprovalStyle(numberPattern: "云财绩〔{年度}〕{号}号"), revision: 0
    ).run(in: office.office, by: people.finance)
  }

  private static func person(_ office: OfficeInBrowser, _ account: String) async throws -> SignedIn {
    let outcome = try await SignInWithPassword(
      account: account, password: OfficeInBrowser.password, address: "127.0.0.1", agent: "Browser"
    ).run(in: office.office)
    guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
    return try #require(try await OpenSession(token: token.text).run(in: office.office))
  }

  /// A form that nobody has submitted yet.
  func draft(_ name: String) async throws -> FormID {
    let project = try await AddProject(
      organisation: unit, typed: TypedProject(name: name, firstYear: "2026")
    ).run(in: office.office, by: people.clerk)
    let (unit, person, moment) = (unit, people.clerk.person.id, office.office.now)
    let year = try #require(FiscalYear(2026))
    let record = Form.projectTarget(SoundTarget.record)
    return try await office.office.change { records in
      let form: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: form, kind: .projectTarget, year: year, organisation: unit, project: project, stage: "draft"))
      _ = try records.save(FormDraft(record: record).fields, of: form, onto: 0, by: person, at: moment)
      return form
    }
  }

  /// A form that was submitted.
  func waitingForm(_ name: String) async throws -> FormID {
    let form = try await draft(name)
    try await submit(form)
    return form
  }

  /// The clerk adjusts a value and submits.
  func adjust(_ form: FormID) async throws {
    let length = try await office.office.read { try $0.course(of: form).length }
    _ = try await TakeStep(form: form, deed: .adjustment(reason: "合同变更"), length: length).run(
      in: office.office, by: people.clerk)
    let opened = try await ReadForm(form: form).run(in: office.office, by: people.clerk)
    _ = try await SaveFields(
      form: form, onto: opened.revision, edits: [.set(path: "indicators/k2/annualValue", typed: "≥19公里")]
    ).run(in: office.office, by: people.clerk)
    try await submit(form)
  }

  func expectLocked(_ path: String, of form: FormID) async throws {
    let opened = try await ReadForm(form: form).run(in: office.office, by: people.clerk)
    await #expect(throws: OfficeRefusal.self) {
      _ = try await SaveFields(form: form, onto: opened.revision, edits: [.set(path: path, typed: "9")]).run(
        in: office.office, by: people.clerk)
    }
  }

  private func submit(_ form: FormID) async throws {
    office.clock.advance(seconds: 60)
    let length = try await office.office.read { try $0.course(of: form).length }
    _ = try await SubmitForm(form: form, length: length, explanation: "已核对").run(
      in: office.office, by: people.clerk)
  }

  func wait(_ what: String, until isThere: () async throws -> Bool) async throws {
    for _ in 0..<600 {
      if (try? await isThere()) == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("\(what) did not come")
  }

  func wait(for stage: Stage, _ form: FormID) async throws {
    try await wait("\(stage)") {
      try await office.office.read { try $0.form(form).value.stage } == stage.rawValue
    }
  }
}

// MARK: What people do on the pages

extension ApprovalBureau {
  private var browser: Browser { office.browser }

  /// Types into a cell of the form's page until the page says that nothing waits.
  func write(_ text: String, into name: String) async throws {
    _ = try await browser.run(
      "const all = [...document.querySelectorAll('textarea')];"
        + "const field = all.find((one) => one.name === arguments[0]);"
        + "field.focus(); field.select();", name)
    try await browser.press(text)
    try await wait("saved") {
      try await browser.run("return document.querySelector('.saving')?.dataset.state === 'saved'")
        == .truth(true)
    }
  }

  func submitByPage(_ form: FormID) async throws {
    try await office.signIn(Self.clerk)
    try await office.open("/forms/\(form)/submit")
    if try await browser.count("#q-explanation") > 0 {
      try await browser.type("已照退回单改好", into: "#q-explanation")
    }
    try await browser.follow("main form button[type=submit]")
    try await wait(for: .awaitingDepartment, form)
    try await office.signOut()
  }

  func reviewByPage(_ account: String, _ form: FormID) async throws {
    try await office.signIn(account)
    try await office.open("/review/\(form)")
    try await office.checkWidths()
  }

  /// Returns a cell: its words go to the slip.
  func object(at path: String, _ words: String, in form: FormID) async throws {
    let remarks = "return document.querySelectorAll('.slip .remark').length"
    let before = try await browser.run(remarks).whole ?? 0
    let place = path.split(separator: "/").joined(separator: "%2F")
    try await office.open("/review/\(form)?at=\(place)")
    try await browser.type(words, into: "#q-words")
    try await browser.click("#box button[name=act][value=object]")
    try await wait("the words on the slip") { (try await browser.run(remarks).whole ?? 0) > before }
  }

  func decideByPage(_ account: String, _ act: String, _ form: FormID, to stage: Stage) async throws {
    try await reviewByPage(account, form)
    try await browser.click("#decision button[name=act][value=\(act)]")
    try await wait(for: stage, form)
    try await office.open("/review")
    try await office.signOut()
  }

  /// Approves from the page of approvals, and stays there.
  func approveByPage(_ form: FormID, number: String, shows value: String? = nil) async throws {
    try await office.signIn(Self.finance)
    try await office.open("/approvals")
    try await office.checkWidths()
    try await browser.follow(".table .lead")
    try await office.checkWidths()
    #expect(try await browser.text("#q-opinion").contains("同意"))
    if let value { #expect(try await browser.text(".beside").contains(value)) }
    try await browser.follow("main form button.is-main")
    #expect(try await browser.text("main").contains(number))
    try await office.checkWidths()
  }

  /// The paper as the browser gets it, read like any other document, is the version in force.
  func expectPaperReadsBack(_ form: FormID) async throws {
    let paper = try await ReadApprovedForm(form: form).run(in: office.office, by: people.finance)
    for format in ["docx", "xlsx"] {
      let text = try await browser.run(
        """
        return fetch(arguments[0]).then((answer) => answer.arrayBuffer())
          .then((bytes) => [...new Uint8Array(bytes)].join(','))
        """, "/approvals/forms/\(form)/paper/\(format)"
      ).text
      let file = try #require(text).split(separator: ",").compactMap { UInt8($0) }
      guard case .forms(let read) = ReadForms().run(file: "", bytes: file) else {
        Issue.record("\(format) cannot be read")
        continue
      }
      #expect(read == [paper.paper.printed], "\(format)")
    }
  }

  /// Every step of the way is in the ledger, and the ledger is sound.
  func expectLedger(of form: FormID) async throws {
    let actions = try await office.office.read {
      try $0.ledgerEntries(about: "form/\(form)", limit: 99).reversed().map(\.note.action.rawValue)
    }
    let counts = Dictionary(actions.map { ($0, 1) }, uniquingKeysWith: +)
    for (action, count) in [
      ("form.submit", 3), ("form.forward", 3), ("form.return", 1), ("form.approve", 2), ("form.adjust", 1),
    ] { #expect(counts[action] == count, "\(action): \(actions)") }
    let report = try await office.office.records.verify(expecting: [])
    #expect(report.faults.isEmpty)
  }
}
