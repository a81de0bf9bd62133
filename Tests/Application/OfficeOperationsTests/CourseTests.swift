// Forms on their way: every step, its versions, its hands, what is refused.
import FormDrafts
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct CourseTests {
  @Test(arguments: Engine.allCases)
  func `a form goes all the way, and every step leaves its record, version and entry`(engine: Engine)
    async throws
  {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form()
    #expect(
      try await desk.take(.submission(route: .direct), on: form, by: desk.clerk).stage == .awaitingDepartment)
    #expect(try await desk.entry(form).latestVersion == 1)
    #expect(try await desk.entry(form).amount == Money(fen: 4_000_000))
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: form, by: desk.department)
    let returned = try await desk.course(form)
    #expect(returned.unlocked == .only(["goals/annual"]))
    #expect(returned.objections.map(\.proposal) == ["清淤 20 公里"])
    try await desk.write("goals/annual", "\"清淤 20 公里，5 月底前完工，排水通畅，沿线群众满意，受益 3 个村。\"", in: form)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(.forwarding(note: "同意"), on: form, by: desk.department)
    try await desk.take(.opening, on: form, by: desk.finance)
    try await desk.take(.approval(opinion: "同意批复", number: "财绩〔2026〕1号"), on: form, by: desk.finance)
    #expect(try await desk.entry(form).latestVersion == 3)
    let approved = try await desk.record(3, of: form)
    #expect(approved.approval == Approval(authority: "临溪镇", opinion: "同意批复"))
    #expect(try await desk.record(2, of: form).approval == Approval())
    let draft = try await desk.office.read { try $0.draftRecord(of: try $0.form(form).value) }
    #expect(draft == approved)
    try await desk.take(.disclosure, on: form, by: desk.finance)
    #expect(try await desk.course(form).stage == .disclosed)
    try await desk.county.expectSoundLedger()
    let actions = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)", limit: 50).reversed().map(\.note.action.rawValue)
    }
    #expect(
      actions == [
        "form.version", "form.submit", "form.open", "form.return", "form.version", "form.submit", "form.open",
        "form.forward", "form.open", "form.version", "form.approve", "form.disclose",
      ])
  }

  @Test(arguments: Engine.allCases)
  func `an adjustment that is given up leaves the version in force, also in the draft`(engine: Engine)
    async throws
  {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .adjusting, project: "沟渠清淤")
    let approved = try await desk.record(2, of: form)
    try await desk.write("budget/total", "\"99.00\"", in: form)
    try await desk.write("indicators/kx/name", "\"多出来的\"", in: form)
    try await desk.take(.abandonment(reason: nil), on: form, by: desk.finance)
    let draft = try await desk.office.read { try $0.draftRecord(of: try $0.form(form).value) }
    #expect(draft == approved)
    #expect(try await desk.entry(form).amount == Money(fen: 4_000_000))
    let course = try await desk.course(form)
    #expect(course.stage == .approved && course.version == 1)
    // Whoever gave the adjustment up did not write the form by it.
    #expect(!course.hands.contains(desk.finance.person.id))
    try await desk.take(.reopening(reason: "复核"), on: form, by: desk.finance)
    try await desk.take(.approval(opinion: "同意", number: nil), on: form, by: desk.finance)
    try await desk.county.expectSoundLedger()
  }

  @Test func `nobody decides on a form that he wrote in`() async throws {
    let desk = try await FormDesk(reviewed: false)
    let form = try await desk.form()
    try await desk.write("fundUse", "\"清淤\"", in: form, by: desk.finance)
    #expect(
      try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk).route == .direct)
    try await desk.take(.opening, on: form, by: desk.finance)
    let refused = await faults {
      try await desk.take(.approval(opinion: "同意", number: nil), on: form, by: desk.finance)
    }
    #expect(refused == ["\(PermissionRefusal.ownWork(.step(.approve)))"])
  }

  @Test func `a second press changes nothing, an old page is told so`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    let submit = SubmitForm(form: form, length: 0, explanation: "已核对")
    #expect(try await !submit.run(in: desk.office, by: desk.clerk).isRepeated)
    let entries = try await desk.county.entryCount()
    #expect(try await submit.run(in: desk.office, by: desk.clerk).isRepeated)
    #expect(try await desk.county.entryCount() == entries)
    #expect(try await desk.entry(form).latestVersion == 1)
    let old = await faults {
      _ = try await WithdrawForm(form: form, length: 0).run(in: desk.office, by: desk.clerk)
    }
    #expect(old == ["stale form"])
    _ = try await WithdrawForm(form: form, length: 1).run(in: desk.office, by: desk.clerk)
    #expect(try await desk.course(form).stage == .draft)
    // The old page of the submission is too old now.
    #expect(await faults { _ = try await submit.run(in: desk.office, by: desk.clerk) } == ["stale form"])
  }

  @Test(arguments: Engine.allCases)
  func `of eight submissions at once one counts and makes one version`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form()
    let outcomes = await atOnce(8) { _ in
      _ = try await SubmitForm(form: form, length: 0, explanation: "已核对").run(in: desk.office, by: desk.clerk)
    }
    #expect(outcomes == Array(repeating: "done", count: 8))
    #expect(try await desk.entry(form).latestVersion == 1)
    #expect(try await desk.course(form).length == 1)
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `of a withdrawal and an opening at once one counts, whichever is first`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    for round in 1...6 {
      let form = try await desk.form(at: .awaitingDepartment, project: "第\(round)项")
      let outcomes = await atOnce(2) { place in
        let (deed, person) = place == 0 ? (Deed.withdrawal, desk.clerk) : (.opening, desk.department)
        _ = try await TakeStep(form: form, deed: deed, length: 1).run(in: desk.office, by: person)
      }
      #expect(outcomes.sorted() == ["done", "stale form"], "\(outcomes)")
      #expect(try await desk.course(form).length == 2)
    }
    try await desk.county.expectSoundLedger()
  }

  private func atOnce(_ count: Int, _ attempt: @escaping @Sendable (Int) async throws -> Void) async
    -> [String]
  {
    await withTaskGroup(of: [String].self) { group in
      for place in 0..<count { group.addTask { await faults { try await attempt(place) } } }
      var all: [String] = []
      for await outcome in group { all += outcome }
      return all
    }
  }

  @Test func `a closed year and a missing reason stop a step`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    let silent = await faults { try await desk.take(.lapse(reason: " "), on: form, by: desk.clerk) }
    #expect(silent == ["step \(StepRefusal.noReason(.lapse))"])
    try await CloseYear(year: desk.year, revision: 1).run(in: desk.office, by: desk.county.system)
    let closed = await faults { try await desk.take(.lapse(reason: "取消"), on: form, by: desk.clerk) }
    #expect(closed == ["year"])
    #expect(try await desk.course(form).length == 0)
  }
}
