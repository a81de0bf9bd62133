// Takes a form through a journey: versions, decisions, and where they lead.
import Model
import Organisations
import Quantities
import Workflow

/// Who takes the steps of one form.
struct SampleCast: Sendable {
  var clerk: PersonID
  /// Nil where no department stands between unit and bureau.
  var departmentReviewer: PersonID?
  var financeReviewer: PersonID
  var deputies: [Deputy]
}

/// What the clerk submits: at first, after a return, after an adjustment.
struct SampleContents: Sendable {
  var first: Form
  var firstFlaws: [PlantedFlaw] = []
  var objections: [Objection] = []
  var mended: Form
  var mendedFlaws: [PlantedFlaw] = []
  var adjusted: Form?
  var opinions: [String]
  /// Nil where no number is given.
  var approvalNumber: String?
}

struct CourseWriter {
  let cast: SampleCast
  let contents: SampleContents
  var random: SampleRandom

  private(set) var course: FormCourse
  private(set) var draft: Form
  private(set) var planted: [PlantedFlaw]
  private(set) var versions: [SampleVersion] = []
  /// The flaws of the last version.
  private var versionFlaws: [PlantedFlaw] = []
  private(set) var decisions: [SampleDecision] = []

  init(cast: SampleCast, contents: SampleContents, random: SampleRandom) {
    self.cast = cast
    self.contents = contents
    self.random = random
    course = FormCourse(maker: cast.clerk)
    draft = contents.first
    planted = contents.firstFlaws
  }

  /// Takes all moves; a move that is not open is left out.
  mutating func go(_ journey: Journey, _ timing: CourseTiming) {
    let moves = cast.departmentReviewer == nil ? journey.directMoves : journey.moves
    let days = timing.days(of: moves, &random)
    for (place, (move, day)) in zip(moves, days).enumerated() {
      let minute = min(540 + place * 34 + random.number(in: 0...25), 1060)
      take(move, on: day, minute: minute)
    }
    // About half of the returned forms are already mended, and not yet submitted.
    if course.stage == .returned, random.happens(inHundred: 45) { mend() }
  }

  private mutating func take(_ move: Journey.Move, on day: Day, minute: Int) {
    let moment = SampleCalendar.moment(day, minute: minute, milliseconds: random.number(in: 0...59_999))
    if move == .submit, course.stage == .returned { mend() }
    guard let (deed, role) = deed(of: move) else { return }
    var (actor, principal) = (person(as: role), PersonID?.none)
    if let deputy = cast.deputies.first(where: { $0.principal == actor && $0.holds(on: day) }) {
      (actor, principal) = (deputy.deputy, deputy.principal)
    }
    let record = StepRecord(deed: deed, actor: actor, onBehalfOf: principal, role: role, moment: moment)
    guard (try? course.take(record)) != nil else { return }
    if move == .submit {
      versionFlaws = planted
      versions.append(
        SampleVersion(number: versions.count + 1, form: draft, person: actor, moment: moment))
    }
    decisions.append(SampleDecision(record: record, version: versions.count))
    if move == .adjust, let adjusted = contents.adjusted {
      draft = adjusted
      planted = []
    }
    if move == .abandon, let last = versions.last {
      draft = last.form
      planted = versionFlaws
    }
  }

  private mutating func mend() {
    guard course.inForce == nil else { return }
    draft = contents.mended
    planted = contents.mendedFlaws
  }

  private func person(as role: Role) -> PersonID {
    switch role {
    case .departmentReviewer: cast.departmentReviewer ?? cast.financeReviewer
    case .financeReviewer: cast.financeReviewer
    default: cast.clerk
    }
  }

  /// Nil where there is nothing to object to.
  private mutating func deed(of move: Journey.Move) -> (Deed, Role)? {
    switch move {
    case .submit:
      return (.submission(route: cast.departmentReviewer == nil ? .direct : .viaDepartment), .clerk)
    case .withdraw: return (.withdrawal, .clerk)
    case .openDepartment: return (.opening, .departmentReviewer)
    case .forward:
      return (.forwarding(note: random.element(of: SamplesWording.forwardingNotes)), .departmentReviewer)
    case .recall: return (.recall, .departmentReviewer)
    case .returnDepartment, .returnFinance:
      let objections = course.inForce == nil ? contents.objections : adjustmentObjections
      guard !objections.isEmpty else { return nil }
      return (.return(objections), move == .returnFinance ? .financeReviewer : .departmentReviewer)
    case .retract: return (.retraction, .financeReviewer)
    case .openFinance: return (.opening, .financeReviewer)
    case .release: return (.release, .financeReviewer)
    case .approve:
      let opinion = random.element(of: contents.opinions) ?? ""
      return (.approval(opinion: opinion, number: contents.approvalNumber), .financeReviewer)
    case .reopen: return reasoned(SamplesWording.reopeningReasons) { .reopening(reason: $0) }
    case .disclose: return (.disclosure, .financeReviewer)
    case .withhold: return reasoned(SamplesWording.withholdingReasons) { .withholding(reason: $0) }
    case .adjust:
      return (.adjustment(reason: random.element(of: SamplesWording.adjustmentReasons) ?? ""), .clerk)
    case .abandon:
      return (.abandonment(reason: random.element(of: SamplesWording.abandonmentReasons)), .clerk)
    case .lapse: return reasoned(SamplesWording.lapseReasons) { .lapse(reason: $0) }
    case .revive: return reasoned(SamplesWording.revivalReasons) { .reopening(reason: $0) }
    }
  }

  private mutating func reasoned(_ reasons: [String], _ deed: (String) -> Deed) -> (Deed, Role) {
    (deed(random.element(of: reasons) ?? ""), .financeReviewer)
  }

  private var adjustmentObjections: [Objection] {
    [Objection(field: "goals/annual", words: FlawWording.adjustmentObjection)]
  }
}
