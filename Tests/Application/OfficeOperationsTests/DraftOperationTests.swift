// Forms that are written: begun, read, saved field by field, mended after a return.
import Findings
import FormDrafts
import Forms
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Review
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct DraftOperationTests {
  @Test(arguments: Engine.allCases)
  func `a form is begun blank, written, and says what is wrong while it is written`(engine: Engine)
    async throws
  {
    let desk = try await DraftDesk(on: engine)
    let project = try await AddProject(
      organisation: desk.desk.unit, typed: TypedProject(name: "沟渠清淤", firstYear: "2026")
    ).run(in: desk.office, by: desk.clerk)
    let form = try await desk.begin(.blank, of: project)
    let opened = try await desk.open(form)
    guard case .projectTarget(let target) = opened.help.record else {
      Issue.record("another kind")
      return
    }
    #expect(target.project.name == "沟渠清淤")
    #expect(target.unit == Party(code: "713001", name: "水利所"))
    #expect(target.department == Party(code: "713", name: "农林水务办"))
    #expect(target.fiscalYear == 2026)
    #expect(opened.course.stage == .draft)
    #expect(opened.course.hands == [desk.clerk.person.id])
    #expect(opened.open.isEverything)
    #expect(opened.layout == .nationalApplication)
    #expect(opened.help.missing == ["budget/total", "goals/annual", "indicators"])
    #expect(opened.help.completeness == (1, 4))
    #expect(opened.writers["project/name"]?.name == desk.clerk.person.name)
    let saved = try await desk.saved(
      [
        .set(path: "budget/total", typed: "4", scale: .tenThousandYuan),
        .set(path: "goals/annual", typed: "完成 20 公里清淤。"),
        .addRow(
          .indicators, at: .last, key: RowKey("mine"),
          cells: ["level1": "产出指标", "level2": "数量指标", "name": "清淤沟渠长度", "annualValue": "≥20公里"]),
      ], in: form, onto: opened.revision)
    #expect(saved.revision == opened.revision + 1)
    #expect(saved.news.isEmpty)
    let again = try await desk.open(form)
    #expect(again.draft == saved.draft)
    #expect(again.help.missing.isEmpty)
    #expect(again.help.readings["indicators/mine/annualValue"] == "不少于20公里")
    #expect(again.help.findings.contains { $0.finding.severity == .error })
    #expect(!again.help.isSubmittable)
    #expect(again.entry.amount == Money(fen: 4_000_000))
    let undone = try await desk.saved([.write(saved.undo)], in: form, onto: saved.revision)
    #expect(undone.draft == opened.draft)
    #expect(try await desk.desk.entry(form).amount == nil)
    #expect(
      try await desk.saved([.write(saved.undo)], in: form, onto: undone.revision).revision == undone.revision)
    try await desk.desk.county.expectSoundLedger()
    let actions = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)", limit: 9).map(\.note.action.rawValue)
    }
    #expect(actions == ["form.begin"])
  }

  @Test(arguments: Engine.allCases)
  func `what cannot be read is kept as typed, told at its cell, and bars submission`(engine: Engine)
    async throws
  {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form()
    let saved = try await desk.saved(
      [.set(path: "budget/total", typed: "4w"), .set(path: "project/startYear", typed: "二零")], in: form)
    #expect(saved.draft.text(at: "budget/total") == "4w")
    let opened = try await desk.open(form)
    #expect(opened.draft.text(at: "project/startYear") == "二零")
    #expect(opened.help.faults.map(\.field) == ["project/startYear", "budget/total"])
    let refused = await faults {
      _ = try await SubmitForm(form: form, length: 0, explanation: "已核对").run(in: desk.office, by: desk.clerk)
    }
    #expect(refused == ["submission unreadable \(["project/startYear", "budget/total"])"])
  }

  @Test(arguments: Engine.allCases)
  func `hostile texts are kept without harm, and too much is refused in words`(engine: Engine) async throws {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form()
    let text = "a\u{0}b'; DROP TABLE form;-- <img onerror=x> =1+1 \\u0000 😀\u{202E}"
    let saved = try await desk.saved([.set(path: "goals/annual", typed: text)], in: form)
    #expect(
      saved.draft.text(at: "goals/annual") == "ab'; DROP TABLE form;-- <img onerror=x> =1+1 \\u0000 😀\u{202E}"
    )
    #expect(try await desk.open(form).draft == saved.draft)
    let before = try await desk.desk.entry(form).draftRevision
    let rows = PastedBlock(
      list: .indicators, start: .insert(.last), columns: ["name"], texts: (0..<5_000).map { ["第\($0)"] })
    let attempts: [(field: String, edit: DraftEdit)] = [
      ("goals/annual", .set(path: "goals/annual", typed: String(repeating: "x", count: 1_000_000))),
      ("indicators", .paste(rows)),
      ("nowhere", .set(path: "nowhere", typed: "x")),
      ("goals/annual", .write([FieldChange(path: "goals/annual", value: "{")])),
      ("fiscalYear", .set(path: "fiscalYear", typed: "2031")),
      ("approval/opinion", .set(path: "approval/opinion", typed: "同意")),
    ]
    for (field, edit) in attempts {
      #expect(
        await faults { try await desk.saved([.set(path: "fundUse", typed: "y"), edit], in: form) } == [field])
    }
    #expect(await faults { try await desk.saved([], in: form, onto: before + 1) }[0].hasPrefix("stale "))
    #expect(await faults { try await desk.saved([], in: form, onto: -1) }[0].hasPrefix("stale "))
    #expect(try await desk.desk.entry(form).draftRevision == before)
  }

  @Test(arguments: Engine.allCases)
  func `in a returned form only the named cells open`(engine: Engine) async throws {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form(at: .departmentReview, project: "沟渠清淤")
    #expect(
      await faults { try await desk.saved([.set(path: "goals/annual", typed: "x")], in: form) }[0] != "done")
    #expect(try await desk.open(form).open.isEmpty)
    let objections = [
      Objection(field: "goals/annual", words: "请写明数量"),
      Objection(field: "indicators/1/annualValue", words: "请核对"),
    ]
    try await desk.desk.take(.return(objections), on: form, by: desk.desk.department)
    let opened = try await desk.open(form)
    let keys = opened.draft.keys(of: .indicators)
    #expect(opened.open.contains("indicators/\(keys[1])/annualValue"))
    let closed: [DraftEdit] = [
      .set(path: "indicators/\(keys[1])/name", typed: "x"), .set(path: "budget/total", typed: "1"),
      .set(path: "indicators/\(keys[0])/annualValue", typed: "x"), .removeRow(.indicators, keys[1]),
      .addRow(.indicators, at: .last), .moveRow(.indicators, keys[1], to: .first),
    ]
    for edit in closed {
      #expect(await faults { try await desk.saved([edit], in: form) }[0] != "done", "\(edit)")
    }
    let saved = try await desk.saved(
      [
        .set(path: "goals/annual", typed: "清淤 20 公里"),
        .set(path: "indicators/\(keys[1])/annualValue", typed: "≥21公里"),
        // What stands there already is no change.
        .set(path: "indicators/\(keys[1])/name", typed: "清淤沟渠长度"),
      ], in: form, by: desk.other)
    #expect(saved.changes.count == 2)
    #expect(try await desk.desk.course(form).hands == [desk.clerk.person.id, desk.other.person.id])
  }

  @Test func `reviewers see what was submitted, not what is written since`() async throws {
    let desk = try await DraftDesk()
    let form = try await desk.desk.form(at: .returned, project: "沟渠清淤")
    try await desk.saved([.set(path: "goals/annual", typed: "改写中")], in: form)
    let shown = try await desk.open(form, by: desk.desk.department)
    #expect(shown.draft.text(at: "goals/annual") == FormDesk.sound.goals.annual)
    #expect(shown.open.isEmpty)
    #expect(try await desk.open(form).draft.text(at: "goals/annual") == "改写中")
    let approved = try await desk.desk.form(at: .adjusting, project: "水闸维修")
    try await desk.saved([.set(path: "goals/annual", typed: "改写中")], in: approved)
    for person in [desk.desk.reader, desk.desk.finance] {
      #expect(
        try await desk.open(approved, by: person).draft.text(at: "goals/annual")
          == FormDesk.sound.goals.annual)
    }
    let draft = try await desk.desk.form(project: "堤岸加固")
    #expect(
      await faults { _ = try await desk.open(draft, by: desk.desk.department) }[0].hasPrefix("wrongStage("))
  }

  // MARK: Proposals and suggestions

  @Test(arguments: Engine.allCases)
  func `a proposal is taken over, and the row goes where it belongs`(engine: Engine) async throws {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form(.projectTarget(FormDesk.misplaced))
    let opened = try await desk.open(form)
    let finding = try #require(opened.help.findings.first { $0.finding.rule == "M06" })
    let outcome = try await AcceptProposal(form: form, onto: opened.revision, finding: finding.key).run(
      in: desk.office, by: desk.clerk)
    guard case .saved(let saved) = outcome else {
      Issue.record("a conflict")
      return
    }
    #expect(saved.changes.count > 1)
    let after = try await desk.open(form).help
    #expect(!after.findings.contains { $0.key == finding.key })
    let rows = after.record.indicators
    #expect(rows.count == 7)
    #expect(rows[5].name == "提高全民幸福感")
    #expect(rows[5].level1 == "效益指标")
    #expect(rows[5].level2 == rows[4].level2)
    let again = await faults {
      _ = try await AcceptProposal(form: form, onto: saved.revision, finding: finding.key).run(
        in: desk.office, by: desk.clerk)
    }
    #expect(again == ["finding"])
    #expect(try await desk.saved([.write(saved.undo)], in: form).draft == opened.draft)
  }

  @Test func `suggestions come from the own past and from the library, each with its reason`() async throws {
    let desk = try await DraftDesk()
    let project = try await desk.oldProject()
    _ = try await desk.begin(.record(.projectTarget(FormDesk.sound)), year: 2025, of: project)
    var outcome = SelfEvaluation()
    outcome.indicators = [FormDesk.sound.indicators[2]]
    outcome.indicators[0].actualValue = "97%"
    _ = try await desk.begin(
      .record(.projectSelfEvaluation(outcome)), kind: .projectSelfEvaluation, year: 2025, of: project)
    let form = try await desk.begin(.blank, of: project)
    let key = try #require(RowKey("q"))
    try await desk.saved(
      [.addRow(.indicators, at: .last, key: key, cells: ["level1": "产出指标", "level2": "质量指标"])], in: form)
    let names = try await SuggestForField(form: form, path: "indicators/q/name").run(
      in: desk.office, by: desk.clerk)
    #expect(names.first?.text == "清淤验收合格率")
    #expect(names.first?.source == .own)
    #expect(names.first?.reason.contains("97%") == true)
    #expect(names.contains { $0.source == .library })
    #expect(names.count <= SuggestForField.countMax)
    let taken = try await desk.saved(try #require(names.first).edits, in: form)
    #expect(taken.draft.text(at: "indicators/q/annualValue") == "≥95%")
    let values = try await SuggestForField(form: form, path: "indicators/q/annualValue").run(
      in: desk.office, by: desk.clerk)
    #expect(values.contains { $0.text == "97%" })
    for path in ["goals/annual", "indicators/q/level1", "indicators/gone/name", "", "indicators/q"] {
      let none = try await SuggestForField(form: form, path: path).run(in: desk.office, by: desk.clerk)
      #expect(none.isEmpty, "\(path)")
    }
    let opened = try await desk.open(form)
    #expect(opened.lastYear?.year == FiscalYear(2025))
    #expect(opened.lastYear?.indicator(named: "清淤验收合格率").outcome?.actualValue == "97%")
  }
}
