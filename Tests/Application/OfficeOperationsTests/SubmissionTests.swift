// What may be submitted: errors, questions, texts that cannot be read, days that are over.
import Model
import Organisations
import Quantities
import Records
import Review
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct SubmissionTests {
  private func submit(_ desk: FormDesk, _ form: FormID, _ explanation: String = "") async -> [String] {
    await faults {
      _ = try await SubmitForm(
        form: form, length: try await desk.course(form).length, explanation: explanation
      ).run(in: desk.office, by: desk.clerk)
    }
  }

  @Test func `a form with findings that would come back is refused with their list, and nothing is kept`()
    async throws
  {
    let desk = try await FormDesk()
    var target = FormDesk.sound
    target.goals.annual = nil
    target.indicators = []
    let form = try await desk.form(.projectTarget(target))
    let entries = try await desk.county.entryCount()
    let refused = await submit(desk, form, "请放行")
    #expect(refused[0].hasPrefix("submission errors "), "\(refused)")
    let outlook = try await SubmitForm(form: form, length: 0).outlook(in: desk.office, by: desk.clerk)
    guard case .errors(let findings) = try #require(outlook.obstacle) else {
      Issue.record("\(String(describing: outlook.obstacle))")
      return
    }
    #expect(refused == ["submission errors \(findings.map(\.rule))"])
    #expect(try await desk.county.entryCount() == entries)
    #expect(try await desk.entry(form).latestVersion == 0)
  }

  @Test func `findings that ask are submitted with a word and not without`() async throws {
    let desk = try await FormDesk()
    var target = FormDesk.sound
    target.goals.annual = "清理沟渠，做好全镇排水。"
    let form = try await desk.form(.projectTarget(target))
    let refused = await submit(desk, form)
    #expect(refused[0].hasPrefix("submission explanation ["), "\(refused)")
    #expect(refused[0].hasSuffix("in time"), "\(refused)")
    #expect(await submit(desk, form, "  ") == refused)
    #expect(await submit(desk, form, String(repeating: "长", count: 1001)) == ["explanation"])
    #expect(await submit(desk, form, "目标已在计划中写明") == ["done"])
    let history = try await ReadFormHistory(form: form).run(in: desk.office, by: desk.clerk)
    #expect(history.steps.map(\.words) == ["目标已在计划中写明"])
    #expect(history.steps[0].missedDay == nil)
  }

  @Test func `a text that cannot be read bars the submission`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    try await desk.write("budget/total", "\"四万左右\"", in: form)
    #expect(await submit(desk, form, "说明") == ["submission unreadable [\"budget/total\"]"])
  }

  @Test func `a draft that moved on is looked at again`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    try await desk.write("fundUse", "\"清淤\"", in: form)
    let old = SubmitForm(form: form, length: 0, revision: 1, explanation: "已核对")
    #expect(await faults { _ = try await old.run(in: desk.office, by: desk.clerk) } == ["stale form"])
    let seen = SubmitForm(form: form, length: 0, revision: 2, explanation: "已核对")
    #expect(await faults { _ = try await seen.run(in: desk.office, by: desk.clerk) } == ["done"])
  }

  @Test func `after the last day a first submission says why, and the nearest day counts`() async throws {
    let desk = try await FormDesk()
    func set(_ day: String, at place: OrganisationID) async throws {
      try await SetDeadline(year: desk.year, step: .targetSubmission, organisation: place, day: day).run(
        in: desk.office, by: desk.county.system)
    }
    try await set("2026-02-01", at: desk.county.root)
    let form = try await desk.form()
    let late = try await SubmitForm(form: form, length: 0).outlook(in: desk.office, by: desk.clerk)
    #expect(late.questions.missedDay?.description == "2026-02-01")
    // The day of the department is a later one.
    try await set("2026-12-31", at: desk.county.department)
    let inTime = try await SubmitForm(form: form, length: 0).outlook(in: desk.office, by: desk.clerk)
    #expect(inTime.questions.missedDay == nil)
    try await set("2026-02-15", at: desk.county.unit)
    #expect(await submit(desk, form)[0].hasSuffix("2026-02-15"))
    #expect(await submit(desk, form, "等待立项批复") == ["done"])
    let history = try await ReadFormHistory(form: form).run(in: desk.office, by: desk.clerk)
    #expect(history.steps[0].missedDay?.description == "2026-02-15")
    // What comes back can be sent again at any time.
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: form, by: desk.department)
    let again = try await SubmitForm(form: form, length: 3).outlook(in: desk.office, by: desk.clerk)
    #expect(again.questions.missedDay == nil)
  }

  @Test(arguments: Engine.allCases)
  func `what a reviewer named is changed, or a word says why it is not`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .returned, project: "沟渠清淤")
    func unchanged() async throws -> [String] {
      try await SubmitForm(form: form, length: 0).outlook(in: desk.office, by: desk.clerk).questions.unchanged
        .map(\.field)
    }
    #expect(try await unchanged() == ["goals/annual"])
    #expect(await submit(desk, form)[0].hasPrefix("submission explanation"))
    try await desk.write("goals/annual", "\"清淤沟渠 20 公里，汛期前全部完工，受益群众满意度不低于 90%。\"", in: form)
    #expect(try await unchanged() == [])
    #expect(await submit(desk, form, "已按意见改") == ["done"])
    // returned once more, and answered with a word alone
    try await desk.take(.opening, on: form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: form, by: desk.department)
    #expect(try await unchanged() == ["goals/annual"])
    #expect(await submit(desk, form, "目标已写明数量，不再改") == ["done"])
  }

  @Test(arguments: [true, false])
  func `the route follows whether somebody above reviews`(isReviewed: Bool) async throws {
    let desk = try await FormDesk(reviewed: isReviewed)
    let form = try await desk.form()
    let course = try await desk.take(.submission(route: .direct), on: form, by: desk.clerk)
    #expect(course.stage == (isReviewed ? .awaitingDepartment : .awaitingFinance))
  }
}
