// The reviewers' desk: what is written on it, what it takes to decide, what two people see of each other.
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

@Suite struct ReviewDeskTests {
  func review(_ form: FormID, _ desk: FormDesk, by person: SignedIn) async throws -> ReviewedForm {
    try await ReadReview(form: form).run(in: desk.office, by: person)
  }

  func object(
    _ path: String, _ words: String, to form: FormID, _ desk: FormDesk, by person: SignedIn,
    also: [String] = [], whyNow: String = "", shown: Moment? = nil
  ) async throws {
    try await SaveObjection(
      form: form, path: path, words: words, proposal: "", also: also, whyNow: whyNow, shown: shown
    ).run(in: desk.office, by: person)
  }

  func decide(
    _ decision: ReviewDecision, _ form: FormID, _ desk: FormDesk, by person: SignedIn
  ) async throws -> TakeStep.Taken {
    desk.county.town.clock.advance(seconds: 60)
    return try await DecideReview(
      form: form, decision: decision, length: try await desk.course(form).length
    ).run(in: desk.office, by: person)
  }

  @Test(arguments: Engine.allCases)
  func `the first word opens the form, the slip is kept, and goes out as it stands`(engine: Engine)
    async throws
  {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .awaitingDepartment, project: "沟渠清淤")
    let before = try await review(form, desk, by: desk.department)
    #expect(before.isWritable && before.opener == nil && before.work.slip.isEmpty)
    #expect(before.steps == [.release, .forward, .sendBack])
    // Looking alone opened nothing.
    #expect(try await desk.course(form).stage == .awaitingDepartment)
    try await object("indicators/k2/annualValue", "去年 26 公里，请说明为什么少了。", to: form, desk, by: desk.department)
    try await object(
      "indicators/k1/annualValue", "单价比同类高。", to: form, desk, by: desk.department,
      also: ["indicators/k1/periodValue", "nothing/there"])
    #expect(try await desk.course(form).stage == .departmentReview)
    let kept = try await review(form, desk, by: desk.department)
    #expect(kept.work.slip.map(\.path) == ["indicators/k2/annualValue", "indicators/k1/annualValue"])
    #expect(kept.opener?.person == desk.department.person.id)
    let taken = try await decide(.sendBack, form, desk, by: desk.department)
    #expect(
      taken.course.objections.map(\.field) == [
        "indicators/1/annualValue", "indicators/0/annualValue", "indicators/0/periodValue",
      ])
    #expect(taken.course.stage == .returned)
    // The clerk may change those cells and no other.
    let opened = try await ReadForm(form: form).run(in: desk.office, by: desk.clerk)
    #expect(opened.open.contains("indicators/k2/annualValue"))
    #expect(!opened.open.contains("indicators/k3/annualValue") && !opened.open.contains("goals/annual"))
    let entries = try await desk.office.read {
      try $0.ledgerEntries(about: "form/\(form)/version/1/review/department-reviewer", limit: 9).map(\.note)
    }
    #expect(entries.map(\.action) == [.reviewSheet])
    let paper = try await desk.office.read {
      try $0.reviewPaper(of: form, side: Role.departmentReviewer.rawValue, version: 1)
    }
    #expect(entries.first?.content == paper.map { ContentHash(of: Array($0.value.details.utf8)) })
    try await desk.county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `a cell that was let pass needs a reason to be named in the next round`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .returned, project: "沟渠清淤")
    try await desk.write("goals/annual", "\"清淤 20 公里，5 月底前完工，排水通畅，沿线群众满意，受益 3 个村。\"", in: form)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let review = try await review(form, desk, by: desk.department)
    #expect(review.changes.earlier?.kind == .returned && review.changes.earlier?.number == 1)
    let goal = try #require(review.changes.lines.first { $0.pointer == "goals/annual" })
    #expect(goal.isChanged && goal.asked?.words == "请写明数量" && goal.before != goal.now)
    #expect(review.changes.concerned.contains { $0.pointer == "goals/annual" })
    // What was asked for, and what changed, may be asked again; what was seen and let pass may not.
    #expect(!review.changes.isSettled("goals/annual"))
    #expect(review.changes.isSettled("indicators/k3/annualValue"))
    #expect(review.changes.isSettled("indicators/2/annualValue") && review.changes.isSettled("indicators/k3"))
    #expect(!review.changes.isSettled("goals"))
    try await object("indicators/k3/annualValue", "合格率太低。", to: form, desk, by: desk.department)
    #expect(
      try await self.review(form, desk, by: desk.department).unexplained.map(\.path) == [
        "indicators/k3/annualValue"
      ])
    let refused = await faults { _ = try await decide(.sendBack, form, desk, by: desk.department) }
    #expect(refused == ["whyNow"])
    #expect(try await desk.course(form).stage == .departmentReview)
    // The same through the step itself.
    let objection = Deed.return([Objection(field: "indicators/2/annualValue", words: "合格率太低。")])
    #expect(await faults { try await desk.take(objection, on: form, by: desk.department) } == ["whyNow"])
    try await object(
      "indicators/k3/annualValue", "合格率太低。", to: form, desk, by: desk.department, whyNow: "上轮漏看")
    let taken = try await decide(.sendBack, form, desk, by: desk.department)
    #expect(taken.course.objections.map(\.whyNow) == ["上轮漏看"])
    let kept = try await desk.office.read { try $0.course(of: form).objections.map(\.whyNow) }
    #expect(kept == ["上轮漏看"])
  }

  @Test func `in the first round nothing is settled`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    let review = try await review(form, desk, by: desk.finance)
    #expect(review.changes.earlier == nil)
    #expect(!review.changes.isSettled("indicators/k3/annualValue"))
    #expect(review.changes.lines.contains { $0.name == "清淤验收合格率" && $0.now == "≥95%" })
    #expect(!review.changes.lines.contains { $0.pointer == "fiscalYear" || $0.pointer == "title" })
  }

  @Test func `an adjustment is compared with the version in force`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .adjusting, project: "沟渠清淤")
    try await desk.write("fundUse", "\"清淤机械租赁\"", in: form)
    try await desk.write("indicators/k3/annualValue", "\"≥96%\"", in: form)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    let review = try await review(form, desk, by: desk.department)
    #expect(review.changes.earlier?.kind == .inForce && review.changes.earlier?.number == 2)
    let changed = review.changes.lines.filter(\.isChanged).map(\.pointer)
    #expect(changed == ["fundUse", "indicators/2/annualValue"])
  }

  // MARK: Deciding

  @Test func `an approval asks for a finished paper`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    try await object("goals/annual", "请写明数量", to: form, desk, by: desk.finance)
    try await GradePoint(form: form, point: .sound, grade: .medium).run(in: desk.office, by: desk.finance)
    let approval = ReviewDecision.approve(opinion: "同意", number: "财绩〔2026〕1号")
    let refused = await faults { _ = try await decide(approval, form, desk, by: desk.finance) }
    #expect(refused == ["grade-sound", "slip"] || refused == ["slip", "grade-sound"], "\(refused)")
    try await DropObjection(form: form, path: "goals/annual").run(in: desk.office, by: desk.finance)
    try await GradePoint(form: form, point: .sound, grade: .medium, reason: "依据不足").run(
      in: desk.office, by: desk.finance)
    let taken = try await decide(approval, form, desk, by: desk.finance)
    #expect(taken.course.stage == .approved)
    // Taken back at once: the grades are still there, the slip is not.
    let back = try await TakeStepBack(form: form, length: taken.course.length).run(
      in: desk.office, by: desk.finance)
    #expect(back.course.stage == .financeReview)
    let again = try await review(form, desk, by: desk.finance)
    #expect(again.work.grades[.sound]?.reason == "依据不足" && again.work.slip.isEmpty)
    #expect(again.work.ended == nil)
  }

  @Test func `findings that call for a return are looked at before an approval`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    // As after a change of the rules: the form lies on the desk with something that nobody let pass.
    try await desk.write("budget/total", "\"1000.00\"", in: form)
    let review = try await review(form, desk, by: desk.finance)
    let errors = review.opened.help.findings.filter { $0.finding.severity == .error }
    #expect(!errors.isEmpty)
    let approval = ReviewDecision.approve(opinion: "同意", number: nil)
    #expect(await faults { _ = try await decide(approval, form, desk, by: desk.finance) } == ["findings"])
    for finding in errors {
      try await AcknowledgeFinding(form: form, finding: finding.key, isSeen: true).run(
        in: desk.office, by: desk.finance)
    }
    #expect(try await decide(approval, form, desk, by: desk.finance).course.stage == .approved)
  }

  @Test(arguments: Engine.allCases)
  func `one press from the queue opens and decides, a second changes nothing`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .awaitingFinance, project: "沟渠清淤")
    let length = try await desk.course(form).length
    let approve = DecideReview(form: form, decision: .approve(opinion: "同意", number: nil), length: length)
    #expect(try await !approve.run(in: desk.office, by: desk.finance).isRepeated)
    let entries = try await desk.county.entryCount()
    #expect(try await approve.run(in: desk.office, by: desk.finance).isRepeated)
    #expect(try await desk.county.entryCount() == entries)
    #expect(try await desk.course(form).length == length + 2)
    try await desk.county.expectSoundLedger()
  }

  @Test func `a return that was sent twice is one return`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .awaitingDepartment, project: "沟渠清淤")
    let length = try await desk.course(form).length
    try await object("goals/annual", "请写明数量", to: form, desk, by: desk.department)
    let send = DecideReview(form: form, decision: .sendBack, length: length)
    #expect(try await !send.run(in: desk.office, by: desk.department).isRepeated)
    #expect(try await send.run(in: desk.office, by: desk.department).isRepeated)
    #expect(try await desk.course(form).length == length + 2)
  }

  @Test func `a slip without a cell is not sent, and an old page decides nothing`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .departmentReview, project: "沟渠清淤")
    #expect(
      await faults { _ = try await decide(.sendBack, form, desk, by: desk.department) } == [
        "step \(StepRefusal.noObjection)"
      ])
    let old = DecideReview(form: form, decision: .forward(note: ""), length: 0)
    #expect(await faults { _ = try await old.run(in: desk.office, by: desk.department) } == ["stale form"])
  }

  @Test func `what nobody can take back is not taken back`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .disclosed, project: "沟渠清淤")
    #expect(try await review(form, desk, by: desk.finance).takeBack == nil)
    let length = try await desk.course(form).length
    let refused = await faults {
      _ = try await TakeStepBack(form: form, length: length).run(in: desk.office, by: desk.finance)
    }
    #expect(refused.first?.hasPrefix("step ") == true, "\(refused)")
    let other = try await desk.form(at: .awaitingFinance, project: "渠道加固")
    #expect(try await review(other, desk, by: desk.department).takeBack == .recall)
    #expect(try await review(other, desk, by: desk.finance).takeBack == nil)
  }

  // MARK: Two people

  @Test(arguments: Engine.allCases)
  func `two reviewers of one form see each other, and neither overwrites the other`(engine: Engine)
    async throws
  {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form(at: .departmentReview, project: "沟渠清淤")
    let colleague = try desk.county.actor(
      try await desk.county.stored(
        try await desk.county.person("tong.shi", at: desk.county.department)
      ).value, .departmentReviewer, at: "330122101/713")
    try await NoteGlance(form: form).run(in: desk.office, by: desk.department)
    let seen = try await NoteGlance(form: form).run(in: desk.office, by: colleague)
    #expect(seen.map(\.person) == [desk.department.person.id])
    #expect(
      try await review(form, desk, by: desk.department).colleagues.map(\.person) == [colleague.person.id])
    try await object("goals/annual", "请写明数量", to: form, desk, by: desk.department)
    let stale = await faults { try await object("goals/annual", "太长", to: form, desk, by: colleague) }
    #expect(stale == ["stale reviewPaper"])
    // Who has read what stands there may change it; another cell is nobody's but the writer's.
    let shown = try await review(form, desk, by: colleague).work.entry(at: "goals/annual")?.moment
    try await object("goals/annual", "太长", to: form, desk, by: colleague, shown: shown)
    try await object("fundUse", "请写明用途", to: form, desk, by: colleague)
    let work = try await review(form, desk, by: desk.department).work
    #expect(work.slip.map(\.words) == ["太长", "请写明用途"])
    #expect(work.slip.map(\.person) == [colleague.person.id, colleague.person.id])
    // Whoever went away is gone after a while.
    desk.county.town.clock.advance(seconds: NoteGlance.secondsMax + 1)
    #expect(try await NoteGlance(form: form).run(in: desk.office, by: desk.department).isEmpty)
  }

  @Test func `notes are for reviewers, in their order, once`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .financeReview, project: "沟渠清淤")
    for words in ["先看单价", "先看单价", "去年也是这样"] {
      try await AddReviewNote(form: form, words: words).run(in: desk.office, by: desk.finance)
    }
    #expect(try await review(form, desk, by: desk.department).notes.map(\.words) == ["先看单价", "去年也是这样"])
    let refused = await faults {
      try await AddReviewNote(form: form, words: "　 ").run(in: desk.office, by: desk.finance)
    }
    #expect(refused == ["note"])
    let clerk = await faults { _ = try await ReadReview(form: form).run(in: desk.office, by: desk.clerk) }
    #expect(clerk == ["no role"])
  }

  // MARK: Papers

  @Test func `a version submitted again goes on with the paper, a returned one begins afresh`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .departmentReview, project: "沟渠清淤")
    try await object("goals/annual", "请写明数量", to: form, desk, by: desk.department)
    try await SaveOpinion(form: form, opinion: "拟同意").run(in: desk.office, by: desk.department)
    // Put back, withdrawn, submitted again: nobody has decided.
    for (deed, person) in [
      (Deed.release, desk.department), (.withdrawal, desk.clerk),
      (.submission(route: .viaDepartment), desk.clerk),
    ] { try await desk.take(deed, on: form, by: person) }
    let again = try await review(form, desk, by: desk.department)
    #expect(again.entry.latestVersion == 2)
    #expect(again.work.slip.map(\.words) == ["请写明数量"] && again.work.opinion == "拟同意")
    _ = try await decide(.sendBack, form, desk, by: desk.department)
    try await desk.write("goals/annual", "\"清淤 20 公里，5 月底前完工，排水通畅，沿线群众满意，受益 3 个村。\"", in: form)
    try await desk.take(.submission(route: .viaDepartment), on: form, by: desk.clerk)
    #expect(try await review(form, desk, by: desk.department).work == ReviewWork())
  }

  @Test func `what a paper says is read as it was written`() throws {
    var work = ReviewWork()
    let person = try #require(PersonID(7))
    work.grades = [.clear: .init(.good, reason: "“细”\n"), .funded: .init(.poor)]
    work.acknowledged = ["A01@budget/total", "M21@"]
    work.slip = [
      .init(
        path: "indicators/k4/annualValue", words: "请补依据", rule: "A06", proposal: "≥1400 人次",
        also: ["indicators/k4/periodValue"], whyNow: "漏看", person: person, moment: Moment(milliseconds: 5)),
      .init(path: "goals", words: "\u{1F600}", person: person, moment: .last),
    ]
    work.opinion = ""
    work.ended = "return"
    #expect(ReviewWork(text: work.text) == work)
    #expect(ReviewWork(text: ReviewWork().text) == ReviewWork())
    for broken in [
      "", "[]", "{\"grades\":{\"clear\":{\"grade\":\"best\"}}}",
      "{\"grades\":{\"odd\":{\"grade\":\"good\"}}}",
      "{\"slip\":[{\"path\":\"goals\"}]}", "{\"slip\":[3]}",
    ] {
      #expect(ReviewWork(text: broken) == nil, "\(broken)")
    }
  }

  @Test func `what is typed wrong is told at its field`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form(at: .departmentReview, project: "沟渠清淤")
    #expect(
      await faults { try await object("goals/annual", " ", to: form, desk, by: desk.department) } == ["words"]
    )
    let long = String(repeating: "长", count: 1001)
    #expect(
      await faults { try await object("goals/annual", long, to: form, desk, by: desk.department) } == [
        "words"
      ])
    for path in ["nothing", "indicators/k99/annualValue", ""] {
      #expect(
        await faults { try await object(path, "请改", to: form, desk, by: desk.department) } == [
          "notFound form"
        ],
        "\(path)")
    }
    #expect(
      await faults {
        try await SaveOpinion(form: form, opinion: String(repeating: "长", count: 2001)).run(
          in: desk.office, by: desk.department)
      } == ["opinion"])
    // None of it began anything that was not begun.
    #expect(try await review(form, desk, by: desk.department).work.slip.isEmpty)
  }
}
