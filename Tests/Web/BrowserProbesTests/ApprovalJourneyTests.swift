// A form's way to its approval in a real browser: the clerk mends two cells, the bureau approves and adjusts.
import Accounts
import BrowserProbes
import FormDrafts
import JSONText
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Testing
import Workflow

extension Journeys {
  @Suite(.timeLimit(.minutes(2)))
  struct ApprovalJourneyTests {
    @Test(arguments: Engine.installed)
    func `two returned cells are mended, the rest stays locked, and the bureau approves`(engine: Engine)
      async throws
    {
      try await OfficeInBrowser.run(on: engine) { office in
        let browser = office.browser
        let bureau = try await ApprovalBureau(office)
        let form = try await bureau.returnedForm()
        try await office.signIn(ApprovalBureau.clerk)
        try await office.open("/forms/\(form)")
        // Two cells are open, and a forged save of a third is refused.
        let open = "textarea:not([readonly]):not([disabled])"
        let names = try await browser.run(
          "return [...document.querySelectorAll(arguments[0])].map((one) => one.name).join(' ')", open)
        #expect(names == .text("goals/annual indicators/k2/annualValue"), "\(names)")
        try await bureau.expectLocked("budget/total", of: form)
        for (name, text) in [
          ("goals/annual", "完成镇域 18 公里沟渠清淤，受益 3 个村，汛期前全部完工，沿线群众满意。"),
          ("indicators/k2/annualValue", "≥18公里"),
        ] {
          _ = try await browser.run(
            "const all = [...document.querySelectorAll('textarea')];"
              + "const field = all.find((one) => one.name === arguments[0]);"
              + "field.focus(); field.select();", name)
          try await browser.press(text)
        }
        try await bureau.wait("saved") {
          try await office.browser.run(
            "return document.querySelector('.saving')?.dataset.state === 'saved'") == .truth(true)
        }
        try await office.open("/forms/\(form)/submit")
        if try await browser.count("#q-explanation") > 0 {
          try await browser.type("已照退回单改好", into: "#q-explanation")
        }
        try await browser.follow("main form button[type=submit]")
        try await office.signOut()
        try await office.signIn(ApprovalBureau.finance)
        try await office.open("/approvals")
        try await office.checkWidths()
        try await browser.follow(".table .lead")
        try await office.checkWidths()
        #expect(try await browser.text("#q-opinion").contains("同意"))
        try await browser.follow("main form button.is-main")
        #expect(try await browser.text("main").contains("云财绩〔2026〕1号"))
        try await office.checkWidths()
        try await bureau.adjust(form)
        try await office.open("/approvals/forms/\(form)")
        #expect(try await browser.text(".beside").contains("≥19公里"))
        try await office.checkWidths()
        try await browser.follow("main form button.is-main")
        #expect(try await browser.text("main").contains("云财绩〔2026〕2号"))
        #expect(try await browser.text(".beside").contains("调整后"))
        let report = try await office.office.records.verify(expecting: [])
        #expect(report.faults.isEmpty)
      }
    }

    @Test func `a batch goes by itself once the drawn form is read`() async throws {
      try await OfficeInBrowser.run { office in
        let browser = office.browser
        let bureau = try await ApprovalBureau(office)
        for number in 1...3 { _ = try await bureau.waitingForm("第\(number)条沟") }
        try await office.signIn(ApprovalBureau.finance)
        try await office.open("/approvals")
        try await browser.follow("button[name=all][value=yes]")
        try await bureau.wait("drawn") { try await office.browser.count("a[href*='/forms/'].is-main") > 0 }
        try await office.checkWidths()
        try await browser.follow("a.is-main")
        try await office.checkWidths()
        try await browser.follow("button[name=verdict][value=read]")
        try await browser.follow("main form button.is-main")
        try await bureau.wait("done") { try await office.browser.text("main").contains("批复了 3 张") }
        try await office.checkWidths()
      }
    }
  }
}

/// A town with a clerk and a bureau that gives numbers; no department reviews.
private struct ApprovalBureau {
  let office: OfficeInBrowser
  let unit: OrganisationID
  let people: (clerk: SignedIn, finance: SignedIn)

  static let clerk = "jing.ban"
  static let finance = "cai.zheng"

  init(_ office: OfficeInBrowser) async throws {
    self.office = office
    try await office.addClerk(Self.clerk)
    let all = try await office.office.read { try $0.organisations(under: nil).map(\.value) }
    let root = try #require(all.first { $0.kind == .region })
    unit = try #require(all.first { $0.kind == .unit }).id
    let system = try await Self.person(office, OfficeInBrowser.accounts[0].1)
    let security = try await Self.person(office, OfficeInBrowser.accounts[1].1)
    let added = try await AddPerson(name: "何岚", account: Self.finance, organisation: root.id).run(
      in: office.office, by: system)
    _ = try await GiveRight(
      person: added.id, role: Role.financeReviewer.rawValue, organisation: root.id
    ).run(in: office.office, by: security)
    let link = try await IssuePasswordLink(person: added.id).run(in: office.office, by: security)
    try await UsePasswordLink(person: added.id, token: link.token.text, wanted: OfficeInBrowser.password).run(
      in: office.office)
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

  /// A form that was submitted straight to the bureau.
  func waitingForm(_ name: String) async throws -> FormID {
    let project = try await AddProject(
      organisation: unit, typed: TypedProject(name: name, firstYear: "2026")
    ).run(in: office.office, by: people.clerk)
    let (unit, person, moment) = (unit, people.clerk.person.id, office.office.now)
    let year = try #require(FiscalYear(2026))
    let record = Form.projectTarget(Self.target(name))
    let form = try await office.office.change { records in
      let form: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: form, kind: .projectTarget, year: year, organisation: unit, project: project, stage: "draft"))
      _ = try records.save(FormDraft(record: record).fields, of: form, onto: 0, by: person, at: moment)
      return form
    }
    try await submit(form)
    return form
  }

  func returnedForm() async throws -> FormID {
    let form = try await waitingForm("沟渠清淤")
    try await take(.opening, on: form)
    try await take(
      .return([
        Objection(field: "goals/annual", words: "请写明受益村数"),
        Objection(field: "indicators/k2/annualValue", words: "请按合同长度填写"),
      ]), on: form)
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

  private func take(_ deed: Deed, on form: FormID) async throws {
    office.clock.advance(seconds: 60)
    let length = try await office.office.read { try $0.course(of: form).length }
    _ = try await TakeStep(form: form, deed: deed, length: length).run(in: office.office, by: people.finance)
  }

  func wait(_ what: String, until isThere: () async throws -> Bool) async throws {
    for _ in 0..<200 {
      if (try? await isThere()) == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("\(what) did not come")
  }

  private static func target(_ name: String) -> ProjectTarget {
    var target = ProjectTarget()
    target.title = "项目支出绩效目标表"
    target.fiscalYear = 2026
    target.project.name = "沟渠清淤"
    target.project.category = "特定目标类"
    target.project.startYear = 2026
    target.project.endYear = 2026
    target.department = Party(code: "713", name: "农林水务办")
    target.unit = Party(code: "713001", name: "水利所")
    target.budget.total = Money(fen: 4_000_000)
    target.budget.fiscal = Money(fen: 4_000_000)
    target.goals.annual = "完成镇域 20 公里沟渠清淤，清淤后排水通畅，汛期前全部完工，沿线群众满意。"
    for (level1, level2, name, value) in [
      ("成本指标", "经济成本指标", "每公里清淤成本", "≤2000元/公里"), ("产出指标", "数量指标", "清淤沟渠长度", "≥20公里"),
      ("产出指标", "质量指标", "清淤验收合格率", "≥95%"), ("产出指标", "时效指标", "完工时间", "2026年5月底前"),
      ("效益指标", "社会效益指标", "汛期内涝点减少数量", "≥3处"), ("满意度指标", "服务对象满意度指标", "沿线群众满意度", "≥90%"),
    ] {
      var indicator = Indicator()
      (indicator.level1, indicator.level2) = (level1, level2)
      (indicator.name, indicator.annualValue) = (name, value)
      target.indicators.append(indicator)
    }
    return target
  }
}
