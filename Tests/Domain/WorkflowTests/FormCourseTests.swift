// The course of a form: whole seasons step by step, what is refused, and what no order of steps can break.
import Organisations
import Quantities
import Testing
import Workflow

struct FormCourseTests {
  private static func person(_ number: Int64) throws -> PersonID { try #require(PersonID(number)) }

  private static func deed(_ step: Step, route: Route = .viaDepartment) -> Deed {
    switch step {
    case .submit: .submission(route: route)
    case .withdraw: .withdrawal
    case .open: .opening
    case .release: .release
    case .forward: .forwarding(note: nil)
    case .recall: .recall
    case .sendBack: .return([Objection(field: "indicators/3/annualValue", words: "数字与预算不符")])
    case .retract: .retraction
    case .approve: .approval(opinion: "同意", number: nil)
    case .reopen: .reopening(reason: "批复有误")
    case .disclose: .disclosure
    case .withhold: .withholding(reason: "涉密")
    case .adjust: .adjustment(reason: "预算调整")
    case .abandon: .abandonment(reason: nil)
    case .lapse: .lapse(reason: "项目取消")
    }
  }

  private static func record(_ deed: Deed, by actor: Int64 = 2, for principal: Int64? = nil) throws
    -> StepRecord
  {
    StepRecord(
      deed: deed, actor: try person(actor), onBehalfOf: try principal.map(person), role: .clerk,
      moment: Moment(milliseconds: 0))
  }

  private static func course(_ steps: [Step], route: Route = .viaDepartment) throws -> FormCourse {
    try FormCourse(maker: person(1), records: steps.map { try record(deed($0, route: route)) })
  }

  @Test(arguments: [
    ([Step](), Stage.draft), ([.submit], .awaitingDepartment), ([.submit, .open], .departmentReview),
    ([.submit, .open, .release], .awaitingDepartment), ([.submit, .withdraw], .draft),
    ([.submit, .open, .forward], .awaitingFinance), ([.submit, .open, .forward, .recall], .departmentReview),
    ([.submit, .open, .forward, .open], .financeReview),
    ([.submit, .open, .forward, .open, .sendBack], .returned),
    ([.submit, .open, .sendBack, .submit, .withdraw], .returned),
    ([.submit, .open, .sendBack, .retract], .departmentReview),
    ([.submit, .open, .forward, .open, .sendBack, .retract], .financeReview),
    ([.submit, .open, .forward, .open, .sendBack, .retract, .approve], .approved),
    ([.submit, .open, .sendBack, .retract, .forward, .recall], .departmentReview),
    ([.submit, .open, .forward, .open, .approve], .approved),
    ([.submit, .open, .forward, .open, .approve, .disclose], .disclosed),
    ([.submit, .open, .forward, .open, .approve, .withhold], .withheld),
    ([.submit, .open, .forward, .open, .approve, .disclose, .withhold, .disclose], .disclosed),
    ([.submit, .open, .forward, .open, .approve, .reopen], .financeReview),
    ([.submit, .open, .forward, .open, .approve, .reopen, .lapse, .reopen], .draft),
    ([.submit, .open, .forward, .open, .approve, .disclose, .adjust], .adjusting),
    ([.submit, .open, .forward, .open, .approve, .disclose, .adjust, .submit, .withdraw], .adjusting),
    ([.submit, .open, .forward, .open, .approve, .disclose, .adjust, .abandon], .disclosed),
    ([.submit, .open, .forward, .open, .approve, .adjust, .submit, .open, .sendBack, .abandon], .approved),
    ([.submit, .open, .forward, .open, .approve, .withhold, .adjust, .submit, .open, .abandon], .withheld),
    ([.lapse], .lapsed), ([.lapse, .reopen], .draft), ([.submit, .lapse], .lapsed),
  ])
  func `a form goes its way through the department`(steps: [Step], stage: Stage) throws {
    #expect(try Self.course(steps).stage == stage)
  }

  @Test(arguments: [
    ([Step.submit], Stage.awaitingFinance), ([.submit, .withdraw], .draft),
    ([.submit, .open], .financeReview), ([.submit, .open, .sendBack, .submit], .awaitingFinance),
  ])
  func `a unit without a department goes straight to the bureau`(steps: [Step], stage: Stage) throws {
    #expect(try Self.course(steps, route: .direct).stage == stage)
  }

  @Test(arguments: [
    ([Step](), Step.approve, Route.viaDepartment), ([], .withdraw, .viaDepartment), ([], .abandon, .direct),
    ([.submit], .submit, .viaDepartment), ([.submit], .forward, .viaDepartment),
    ([.submit, .open], .withdraw, .viaDepartment), ([.submit, .open], .approve, .viaDepartment),
    ([.submit, .open, .forward], .withdraw, .viaDepartment), ([.submit, .open], .withdraw, .direct),
    ([.submit], .recall, .direct), ([.submit, .open, .forward, .open], .recall, .viaDepartment),
    ([.submit, .open, .approve], .approve, .direct), ([.submit, .open, .approve], .submit, .direct),
    ([.submit, .open, .approve, .disclose], .reopen, .direct),
    ([.submit, .open, .approve, .adjust], .lapse, .direct),
    ([.submit, .open, .approve, .adjust, .submit], .lapse, .direct),
    ([.submit, .open, .sendBack], .abandon, .direct), ([.submit, .open, .sendBack], .open, .direct),
    ([.submit, .open], .retract, .direct), ([.submit, .open, .sendBack, .submit], .retract, .direct),
    ([.submit, .open, .sendBack, .submit, .withdraw], .retract, .direct),
    ([.submit, .open, .sendBack, .retract], .retract, .direct),
    ([.submit, .open, .approve, .adjust], .retract, .direct),
    ([.lapse], .submit, .direct), ([.lapse], .lapse, .direct),
  ])
  func `a step that is not open is refused and changes nothing`(
    before: [Step], step: Step, route: Route
  ) throws {
    var course = try Self.course(before, route: route)
    let unchanged = course
    #expect(!course.openSteps.contains(step))
    #expect(throws: StepRefusal.self) { try course.take(Self.record(Self.deed(step, route: route))) }
    #expect(course == unchanged)
  }

  @Test(arguments: [
    (Deed.return([]), StepRefusal.noObjection),
    (
      .return([Objection(field: "goals/annual", words: " \u{3000}\n")]),
      .wordlessObjection(field: "goals/annual")
    ),
    (
      .return([Objection(field: "a", words: "有误"), Objection(field: "", words: "有误")]),
      .wordlessObjection(field: "")
    ),
    (.approval(opinion: "", number: "1"), .noOpinion),
    (.approval(opinion: "\u{200B}", number: nil), .noOpinion),
  ])
  func `a decision without its words is refused`(deed: Deed, refusal: StepRefusal) throws {
    var course = try Self.course([.submit, .open], route: .direct)
    #expect(throws: refusal) { try course.take(Self.record(deed)) }
    #expect(course.stage == .financeReview)
  }

  @Test(arguments: [
    Deed.withholding(reason: " "), .adjustment(reason: ""), .reopening(reason: "\t"),
  ])
  func `what has to be explained is refused without a reason`(deed: Deed) throws {
    var course = try Self.course([.submit, .open, .approve], route: .direct)
    #expect(throws: StepRefusal.noReason(deed.step)) { try course.take(Self.record(deed)) }
  }

  @Test func `a return unlocks the named cells and nothing else`() throws {
    let steps: [Step] = [.submit, .open, .sendBack]
    #expect(try Self.course(steps).unlocked == .only(["indicators/3/annualValue"]))
    #expect(try Self.course(steps + [.submit]).unlocked == .none)
    #expect(try Self.course(steps + [.submit, .withdraw]).unlocked == .only(["indicators/3/annualValue"]))
    #expect(try Self.course(steps + [.lapse, .reopen]).unlocked == .all)
    #expect(try Self.course([]).unlocked == .all)
  }

  @Test func `a return that is taken back leaves the review as it was`() throws {
    let steps: [Step] = [.submit, .open, .sendBack, .submit, .open, .forward, .open]
    let before = try Self.course(steps)
    let after = try Self.course(steps + [.sendBack, .retract])
    #expect(after.objections == before.objections && !before.objections.isEmpty)
    #expect(after.route == .viaDepartment && after.round == before.round && after.version == before.version)
    #expect(after.openedBy == before.openedBy && after.unlocked == .none)
    #expect(after.openSteps == before.openSteps)
  }

  @Test func `only the side that returned a form takes the return back`() throws {
    let returned = try Self.course([.submit, .open, .sendBack])
    for (role, isOpen) in [(Role.clerk, true), (.departmentReviewer, false), (.financeReviewer, false)] {
      var course = returned
      let record = StepRecord(
        deed: .retraction, actor: try Self.person(7), role: role, moment: Moment(milliseconds: 0))
      // The records of these tests are all made in one role.
      if isOpen {
        try course.take(record)
        #expect(course.stage == .departmentReview)
      } else {
        #expect(throws: StepRefusal.conditionFails(.returned, .retract, .justReturned)) {
          try course.take(record)
        }
        #expect(course == returned)
      }
    }
  }

  @Test func `versions count up, and an abandoned number is never used again`() throws {
    var course = try Self.course([.submit, .open, .approve, .adjust], route: .direct)
    #expect(course.version == 2 && course.round == 0 && course.inForce?.version == 1)
    try course.take(Self.record(.abandonment(reason: nil)))
    #expect(course.version == 1 && course.round == 1 && course.inForce == nil)
    try course.take(Self.record(.adjustment(reason: "再次调整")))
    #expect(course.version == 3)
  }

  @Test func `an approval that is taken back leaves the version before it in force`() throws {
    let steps: [Step] = [.submit, .open, .approve, .disclose, .adjust, .submit, .open, .approve, .reopen]
    let course = try Self.course(steps, route: .direct)
    #expect(course.stage == .financeReview && course.inForce?.stage == .disclosed)
    #expect(!course.openSteps.contains(.lapse) && course.openSteps.contains(.abandon))
  }

  @Test func `hands are those who wrote, and those they stood in for`() throws {
    var course = FormCourse(maker: try Self.person(1))
    course.noteHand(try Self.person(3))
    try course.take(Self.record(.submission(route: .direct), by: 4, for: 5))
    #expect(course.hands == Set(try [1, 3, 4, 5].map(Self.person)))
    try course.take(Self.record(.opening, by: 6))
    #expect(course.openedBy == (try Self.person(6)))
    try course.take(Self.record(.approval(opinion: "同意", number: nil), by: 6))
    try course.take(Self.record(.adjustment(reason: "调整"), by: 7))
    #expect(course.hands == [try Self.person(7)] && course.openedBy == nil)
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `no order of steps breaks a course, and the year's end settles each`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      var records: [StepRecord] = []
      var course = FormCourse(maker: try Self.person(1))
      for _ in 0..<40 {
        let step = Step.allCases[Int(random.next() % UInt64(Step.allCases.count))]
        let route = random.next() % 2 == 0 ? Route.direct : .viaDepartment
        let record = try Self.record(Self.deed(step, route: route))
        guard course.openSteps.contains(step) else { continue }
        try course.take(record)
        records.append(record)
        #expect(!course.openSteps.isEmpty)
        #expect(course.length == records.count && course.version >= 1 && course.round >= 0)
        #expect(course.inForce == nil || course.inForce.map(\.stage.isInForce) == true)
        #expect(!(course.stage.isInForce && course.inForce != nil))
        #expect((course.openedBy != nil) == [.departmentReview, .financeReview].contains(course.stage))
        if course.stage == .returned { #expect(course.unlocked != .all && course.unlocked != .none) }
      }
      #expect(try FormCourse(maker: Self.person(1), records: records) == course)
      if let last = course.stepAtYearEnd { try course.take(Self.record(Self.deed(last))) }
      #expect(course.stage.isInForce || course.stage == .lapsed)
      #expect(course.stepAtYearEnd == nil)
    }
  }
}

/// Random numbers that come again with the same seed (SplitMix64).
private struct SeededNumbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
