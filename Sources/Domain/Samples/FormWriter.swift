// Makes all forms of the county: targets, monitoring, self-evaluations, forms of departments.
import Model
import Organisations
import Quantities
import Workflow

struct FormWriter {
  let frame: SampleFrame
  let projects: [SampleProject]
  private var made: [SampleForm] = []

  init(frame: SampleFrame, projects: [SampleProject]) {
    self.frame = frame
    self.projects = projects
  }

  /// By number.
  func forms() -> [SampleForm] {
    var writer = self
    for project in projects {
      for year in frame.firstYear...frame.lastYear where project.isActive(in: year) {
        writer.makeForms(of: project, in: year)
      }
    }
    for department in frame.organisations where department.kind == .department {
      for year in frame.firstYear...frame.lastYear { writer.makeForm(of: department, in: year) }
    }
    return writer.made
  }

  private mutating func makeForms(of project: SampleProject, in year: Int) {
    let writer = project.writer(seed: frame.seed, baseYear: frame.firstYear)
    guard let target = makeTarget(of: project, writer, in: year), target.stage != .lapsed else { return }
    let written = writer.written(in: year)
    if year == frame.firstYear { makeSelfEvaluation(of: project, written, in: year, isEarly: false) }
    guard year == frame.firstYear + 1 else { return }
    makeMonitoring(of: project, written, in: year)
    // Work that ends in autumn is evaluated at once: drafts, before anybody asked.
    if project.number % 8 == 0 { makeSelfEvaluation(of: project, written, in: year, isEarly: true) }
  }

  // MARK: Targets

  private mutating func makeTarget(
    of project: SampleProject, _ writer: TargetWriter, in year: Int
  ) -> SampleForm? {
    var random = SampleRandom(seed: frame.seed, project.number, 7, year)
    let age = frame.lastYear - year
    var journey = Journey.drawn(
      from: age == 0 ? Journey.current : age == 1 ? Journey.running : Journey.past, &random)
    var count = Self.flawCount(journey, isCurrent: age == 0, &random)
    if age == 0, project.place.unitCode == SamplePeople.shownUnit {
      let before = made.count { $0.year.year == year && $0.organisation == project.organisation }
      journey = Journey.shown[before % Journey.shown.count]
      count = journey == .draft || journey.hasReturn ? 2 : journey == .departmentReview ? 1 : 0
    }
    var flawed = FlawedTarget(
      writer.written(in: year), flaws: count, seesAll: random.happens(inHundred: 80), &random)
    if journey == .draft, count < 2, random.happens(inHundred: 35) {
      var half = writer.written(in: year)
      if PlantedFlaw.unfinished.plant(in: &half, &random) {
        (flawed.first, flawed.firstFlaws) = (half.target, [.unfinished])
      }
    }
    if count == 0, age == 0, flawed.firstFlaws.isEmpty, random.happens(inHundred: 12),
      let last = lastTarget(of: project, before: year)
    {
      var copy = writer.written(in: year)
      if PlantedFlaw.copy(last, into: &copy) {
        (flawed.first, flawed.firstFlaws) = (copy.target, [.copiedFromLastYear])
      }
    }
    let contents = SampleContents(
      first: .projectTarget(flawed.first), firstFlaws: flawed.firstFlaws, objections: flawed.objections,
      mended: .projectTarget(flawed.mended), mendedFlaws: flawed.mendedFlaws,
      adjusted: .projectTarget(writer.adjusted(in: year).target),
      opinions: SamplesWording.approvalOpinions,
      approvalNumber: SamplesWording.approvalNumber(year, made.count + 1))
    let season = SampleCalendar.day(year - 1, 10, 15)
    let timing =
      age == 0
      ? CourseTiming(end: frame.today)
      : CourseTiming(
        start: SampleCalendar.day(season, plus: random.number(in: 0...33)), end: frame.today,
        approval: SampleCalendar.day(year, 1, 20),
        adjustment: journey.isUnderWay
          ? SampleCalendar.day(frame.today, plus: -24) : SampleCalendar.day(year, 6, 3 + project.number % 50))
    return make(
      .projectTarget, project.organisation, project.number, year, contents, journey, timing, random)
  }

  /// Nearly every second form of the season has flaws; among the approved ones a few have slipped through.
  private static func flawCount(
    _ journey: Journey, isCurrent: Bool, _ random: inout SampleRandom
  ) -> Int {
    let several = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3][random.number(in: 0...9)]
    if journey.hasReturn { return several }
    let isApproved = journey.moves.contains(.approve)
    let share = isCurrent && !isApproved ? 38 : isCurrent ? 6 : 10
    return random.happens(inHundred: share) ? (isApproved ? 1 : several) : 0
  }

  /// The sound target form of the year before, as it stands.
  private func lastTarget(of project: SampleProject, before year: Int) -> ProjectTarget? {
    let last = made.last {
      $0.project == project.number && $0.kind == .projectTarget && $0.year.year == year - 1
    }
    guard let last, last.planted.isEmpty, case .projectTarget(let target) = last.draft else { return nil }
    return target
  }

  // MARK: Outcomes

  private mutating func makeSelfEvaluation(
    of project: SampleProject, _ target: WrittenTarget, in year: Int, isEarly: Bool
  ) {
    var random = SampleRandom(seed: frame.seed, project.number, 8, year)
    let journey = isEarly ? Journey.draft : Journey.drawn(from: Journey.outcome, &random)
    var writer = OutcomeWriter(of: target, year: year, seed: frame.seed, number: project.number)
    let sound = writer.selfEvaluation()
    var first = sound
    var flaws: [PlantedFlaw] = []
    if journey.hasReturn || random.happens(inHundred: isEarly ? 40 : 12) {
      for _ in 0..<12 where flaws.isEmpty {
        guard let flaw = random.element(of: PlantedFlaw.ofOutcomes), flaw.plant(in: &first, &writer) else {
          continue
        }
        flaws = [flaw]
      }
    }
    let start = SampleCalendar.day(year + 1, 1, 8)
    let timing = CourseTiming(
      start: SampleCalendar.day(start, plus: random.number(in: 0...20)), end: frame.today)
    make(
      .projectSelfEvaluation, project.organisation, project.number, year,
      SampleContents(
        first: .projectSelfEvaluation(first), firstFlaws: flaws,
        objections: FlawedOutcome.objections(to: flaws.first, in: first, sound: sound),
        mended: .projectSelfEvaluation(sound), opinions: SamplesWording.outcomeOpinions), journey, timing,
      random)
  }

  private mutating func makeMonitoring(of project: SampleProject, _ target: WrittenTarget, in year: Int) {
    var random = SampleRandom(seed: frame.seed, project.number, 9, year)
    var writer = OutcomeWriter(of: target, year: year, seed: frame.seed, number: project.number)
    var form = writer.monitoring()
    var flaws: [PlantedFlaw] = []
    if random.happens(inHundred: 12), PlantedFlaw.unfoundedCertainty.plant(in: &form, &writer) {
      flaws = [.unfoundedCertainty]
    }
    let start = SampleCalendar.day(year, 8, 4)
    make(
      .projectMonitoring, project.organisation, project.number, year,
      SampleContents(
        first: .projectMonitoring(form), firstFlaws: flaws, mended: .projectMonitoring(form),
        opinions: SamplesWording.monitoringOpinions), .approved,
      CourseTiming(start: SampleCalendar.day(start, plus: random.number(in: 0...20)), end: frame.today),
      random)
  }

  // MARK: Departments

  private mutating func makeForm(of department: Organisation, in year: Int) {
    guard let pattern = frame.library.department,
      let entry = frame.roster.entries.first(where: { $0.code == department.path.code.digits })
    else { return }
    let units = frame.units.filter { department.path.contains($0.path) }
    let targets = projects.filter { project in
      project.isActive(in: year) && units.contains { $0.id == project.organisation }
    }.map { $0.writer(seed: frame.seed, baseYear: frame.firstYear).written(in: year).target }
    let writer = DepartmentWriter(
      seed: frame.seed, code: entry.code, name: entry.name, staff: entry.staff, duties: entry.duties,
      subordinateUnits: units.count)
    guard let sound = writer.written(in: year, projects: targets, pattern: pattern) else { return }
    var random = SampleRandom(seed: frame.seed, Int(entry.code) ?? 0, 10, year)
    var first = sound
    let isCurrent = year == frame.lastYear
    var flaws: [PlantedFlaw] = []
    if random.happens(inHundred: isCurrent ? 25 : 8), PlantedFlaw.unbalancedBudget.plant(in: &first) {
      flaws = [.unbalancedBudget]
    }
    let journeys: [Journey] =
      isCurrent ? [.draft, .awaitingFinance, .financeReview, .approved] : [.disclosed]
    let season = SampleCalendar.day(year - 1, 10, 20)
    let timing =
      isCurrent
      ? CourseTiming(end: frame.today)
      : CourseTiming(
        start: SampleCalendar.day(season, plus: random.number(in: 0...25)), end: frame.today,
        approval: SampleCalendar.day(year, 1, 20))
    let journey = random.element(of: journeys) ?? .draft
    make(
      .departmentTarget, department.id, nil, year,
      SampleContents(
        first: .departmentTarget(first), firstFlaws: flaws, mended: .departmentTarget(sound),
        opinions: SamplesWording.approvalOpinions,
        approvalNumber: SamplesWording.approvalNumber(year, made.count + 1)), journey, timing, random)
  }

  // MARK: Courses

  @discardableResult
  private mutating func make(
    _ kind: FormKind, _ organisation: OrganisationID, _ project: Int?, _ year: Int,
    _ contents: SampleContents, _ journey: Journey, _ timing: CourseTiming, _ random: SampleRandom
  ) -> SampleForm? {
    guard let cast = cast(of: organisation, number: made.count), let year = FiscalYear(year) else {
      return nil
    }
    var writer = CourseWriter(cast: cast, contents: contents, random: random)
    writer.go(journey, timing)
    let begun =
      writer.decisions.first?.record.moment.day() ?? SampleCalendar.day(frame.today, plus: -(made.count % 9))
    let form = SampleForm(
      number: made.count + 1, kind: kind, year: year, organisation: organisation, project: project,
      maker: cast.clerk,
      made: SampleCalendar.moment(SampleCalendar.day(begun, plus: -1 - made.count % 5), minute: 520),
      draft: writer.draft, versions: writer.versions, decisions: writer.decisions,
      stage: writer.course.stage, planted: writer.planted, amount: writer.draft.amountAsked)
    made.append(form)
    return form
  }

  private func cast(of organisation: OrganisationID, number: Int) -> SampleCast? {
    guard let people = frame.people, let clerk = people.person(.clerk, at: organisation) else { return nil }
    let bureau = people.persons(.financeReviewer)
    guard !bureau.isEmpty else { return nil }
    let place = frame.organisations.first { $0.id == organisation }
    let department = frame.organisations.first { $0.path == place?.path.parent && $0.kind == .department }
    return SampleCast(
      clerk: clerk,
      departmentReviewer: department.flatMap { people.person(.departmentReviewer, at: $0.id) },
      financeReviewer: bureau[number % bureau.count], deputies: people.deputies)
  }
}

extension Form {
  /// The money that a target form asks for.
  var amountAsked: Money? {
    switch self {
    case .projectTarget(let target): target.budget.total
    case .departmentTarget(let target):
      target.budget.basic.flatMap { basic in target.budget.project.flatMap { basic.adding($0) } }
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      outcome.funds.first?.initial
    }
  }
}

extension SampleProject {
  /// - Parameter baseYear: from which growth is counted where the project has no end.
  func writer(seed: UInt64, baseYear: Int) -> TargetWriter {
    TargetWriter(
      seed: seed, number: number, pattern: pattern, place: place, code: code, firstYear: years.first.year,
      baseYear: baseYear)
  }

  func isActive(in year: Int) -> Bool { FiscalYear(year).map { years.contains($0) } ?? false }
}
