// The reviewers' desk: returns that are taken back, and what the table of changes tells of lists and rows.
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

extension ReviewDeskTests {
  @Test(arguments: Engine.allCases)
  func `a return is taken back while the clerk has changed nothing, and counts for nothing`(
    engine: Engine
  ) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    try await object("goals/annual", "请写明数量", to: form, desk, by: desk.finance)
    let returned = try await decide(.sendBack, form, desk, by: desk.finance)
    let seen = try await review(form, desk, by: desk.finance)
    #expect(seen.takeBack == .retract && !seen.isWritable)
    // Neither the other side nor the clerk.
    #expect(try await review(form, desk, by: desk.department).takeBack == nil)
    let length = returned.course.length
    for person in [desk.department, desk.clerk] {
      await #expect(throws: OfficeRefusal.self) {
        try await TakeStep(form: form, deed: .retraction, length: length).run(in: desk.office, by: person)
      }
    }
    desk.county.town.clock.advance(seconds: 60)
    let back = TakeStepBack(form: form, length: length)
    #expect(try await back.run(in: desk.office, by: desk.finance).course.stage == .financeReview)
    // The slip is still there; the cells are closed again, the objection is counted no more.
    #expect(try await review(form, desk, by: desk.finance).work.slip.map(\.words) == ["请写明数量"])
    let opened = try await ReadForm(form: form).run(in: desk.office, by: desk.clerk)
    #expect(!opened.open.contains("goals/annual"))
    let overview = try await ReadOverview(place: OrganisationPath("330122/")).run(
      in: desk.office, by: desk.reader)
    #expect(overview.objections.isEmpty)
    let entries = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)", limit: 4).reversed().map(\.note.action.rawValue)
        .filter { $0.hasPrefix("form.re") }
    }
    #expect(entries == ["form.return", "form.retract"])
    // The next round asks nobody why a cell comes only now because of a return that never was.
    try await DropObjection(form: form, path: "goals/annual").run(in: desk.office, by: desk.finance)
    try await object("indicators/k3/annualValue", "合格率太低。", to: form, desk, by: desk.finance)
    _ = try await decide(.sendBack, form, desk, by: desk.finance)
    try await desk.write("indicators/k3/annualValue", "\"≥98%\"", in: form)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let next = try await review(form, desk, by: desk.department)
    #expect(next.changes.lines.filter { $0.asked != nil }.map(\.pointer) == ["indicators/2/annualValue"])
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `a return stays as soon as the clerk has begun to mend, or has handed it in again`(
    engine: Engine
  ) async throws {
    let desk = try await FormDesk(on: engine)
    for isTyped in [true, false] {
      let form = try await desk.form(at: .departmentReview, project: "第\(isTyped)项")
      try await object("goals/annual", "请写明数量", to: form, desk, by: desk.department)
      let length = try await decide(.sendBack, form, desk, by: desk.department).course.length
      desk.county.town.clock.advance(seconds: 60)
      if isTyped {
        let opened = try await ReadForm(form: form).run(in: desk.office, by: desk.clerk)
        let edit = DraftEdit.set(path: "goals/annual", typed: "清淤 20 公里，5 月底前完工。")
        let outcome = try await SaveFields(form: form, onto: opened.revision, edits: [edit]).run(
          in: desk.office, by: desk.clerk)
        guard case .saved = outcome else {
          Issue.record("nothing was saved")
          return
        }
      } else {
        let path = try desk.county.file([1, 2, 3])
        _ = try await AttachFile(form: form, name: "依据.txt", path: path).run(
          in: desk.office, by: desk.clerk)
      }
      #expect(try await review(form, desk, by: desk.department).takeBack == nil)
      let refused = await faults {
        _ = try await TakeStep(form: form, deed: .retraction, length: length).run(
          in: desk.office, by: desk.department)
      }
      #expect(refused.first?.hasPrefix("step conditionFails") == true, "\(refused)")
      #expect(try await desk.course(form).stage == .returned)
      try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
      await #expect(throws: OfficeRefusal.self) {
        try await desk.take(.retraction, on: form, by: desk.department)
      }
    }
    try await desk.county.expectSoundLedger()
  }

  @Test func `a finding about the whole table never shows an empty whole, and rows are told one by one`()
    async throws
  {
    let desk = try await FormDesk()
    var before = FormDesk.sound
    before.indicators.append(before.indicators[4])
    before.indicators[6].name = "农田受益面积"
    before.indicators[6].annualValue = "≥900亩"
    let form = try await desk.form(.projectTarget(before), project: "沟渠清淤")
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(
      .return([Objection(field: "indicators", words: "请整理指标表")]), on: form, by: desk.department)
    // One changed, one gone, one new.
    let revision = try await desk.entry(form).draftRevision
    let gone = try #require(RowKey("k7"))
    _ = try await SaveFields(
      form: form, onto: revision,
      edits: [
        .set(path: "indicators/k3/annualValue", typed: "≥96%"), .removeRow(.indicators, gone),
        .addRow(
          .indicators, at: .last,
          cells: [
            "level1": "产出指标", "level2": "数量指标", "name": "新增排涝能力", "annualValue": "≥2立方米/秒",
          ]),
      ]
    ).run(in: desk.office, by: desk.clerk)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let changes = try await review(form, desk, by: desk.department).changes
    let whole = try #require(changes.lines.first { $0.pointer == "indicators" })
    #expect(whole.now == "7 项" && whole.before == "7 项" && whole.isChanged)
    #expect(whole.reading == "新加 1 项，删去 1 项，改了 1 项" && whole.asked?.words == "请整理指标表", "\(whole)")
    let dropped = changes.lines.filter(\.isGone)
    #expect(dropped.map(\.name) == ["农田受益面积"] && dropped.first?.before?.contains("≥900亩") == true)
    let added = changes.concerned.filter(\.isAdded)
    #expect(Set(added.map(\.name)) == ["新增排涝能力"] && added.contains { $0.now == "≥2立方米/秒" })
    #expect(changes.concerned.contains { $0.name == "清淤验收合格率" && $0.before == "≥95%" })
    for line in changes.lines where line.path.map({ !$0.contains("/") }) ?? false {
      #expect(line.now != nil || line.before != nil, "\(line.pointer)")
    }
    // The number of a row that is gone is no row of today.
    #expect(!changes.isSettled("indicators"))
  }

  @Test func `against last year, what is new and what was dropped is told row by row`() throws {
    let year = try #require(FiscalYear(2025))
    var last = FormDesk.sound
    last.fiscalYear = 2025
    last.indicators[4].name = "去年的受益村数"
    last.indicators[4].annualValue = "≥5个"
    let record = Form.projectTarget(FormDesk.sound)
    var sources = ReviewChanges.Sources(draft: FormDraft(record: record), record: record)
    sources.lastYear = LastYearForm(year: year, target: .projectTarget(last), outcome: nil)
    let changes = ReviewChanges(sources)
    #expect(changes.lines.filter(\.isNewThisYear).map(\.name) == ["汛期内涝点减少数量"])
    let dropped = changes.lines.filter(\.isDroppedThisYear)
    #expect(dropped.map(\.name) == ["去年的受益村数"] && dropped.map(\.lastYear) == ["≥5个"])
    #expect(dropped.allSatisfy { $0.path == nil && $0.now == nil })
    #expect(Set(changes.concerned.map(\.name)) == ["汛期内涝点减少数量", "去年的受益村数"])
    // An empty table says so in a number.
    var empty = FormDesk.sound
    empty.indicators = []
    let bare = Form.projectTarget(empty)
    #expect(WholePlace("indicators").text(in: RecordFields(bare)) == "0 项")
    #expect(WholePlace("indicators/1").text(in: RecordFields(record)) == "≥20公里")
    #expect(WholePlace("goals").text(in: RecordFields(record))?.hasPrefix("完成镇域") == true)
  }
}
