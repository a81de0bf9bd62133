// Where a form stands: told by the records of what was done to it, and by nothing else.
package import Organisations

/// The course of a form so far; made by going through its records, or one step further at a time.
package struct FormCourse: Sendable, Hashable {
  /// Which cells the clerk may change.
  package enum Unlocked: Sendable, Hashable {
    case all
    /// Those that a reviewer named, by field path.
    case only(Set<String>)
    case none
  }

  /// An approved version that stays in force while a later one is written and reviewed.
  package struct VersionInForce: Sendable, Hashable {
    /// Approved, disclosed or withheld.
    package let stage: Stage
    package let version: Int
    fileprivate let round: Int
    fileprivate let hands: Set<PersonID>
  }

  /// What a return has put aside, so that it can be taken back.
  private struct LastReturn: Sendable, Hashable {
    let stage: Stage
    let route: Route?
    let objections: [Objection]
    let role: Role
  }

  package private(set) var stage = Stage.draft
  /// How many records there are: what two people who act at once are told apart by.
  package private(set) var length = 0
  /// The version at hand, from 1; each adjustment begins one with a number never used before.
  package private(set) var version = 1
  /// How often this version was submitted, withdrawn submissions not counted.
  package private(set) var round = 0
  /// The version in force, while a later one is on its way.
  package private(set) var inForce: VersionInForce?
  /// The route of the submission on its way.
  package private(set) var route: Route?
  /// Who wrote or submitted this version, deputies and those they stood in for.
  package private(set) var hands: Set<PersonID> = []
  /// Who has it open for review.
  package private(set) var openedBy: PersonID?
  /// The objections of the last return, while they are to be answered.
  package private(set) var objections: [Objection] = []
  /// The return that was the last step, as long as nothing came after it.
  private var justReturned: LastReturn?
  /// Where the clerk was writing before the submission.
  private var editing = Stage.draft
  private var versionsBegun = 1
  /// What the approval that still can be taken back has replaced.
  private var replaced: VersionInForce?

  /// A form whose writers are told one by one (`noteHand`), as where it is rebuilt from a store.
  package init() {}

  /// A form that was just made.
  ///
  /// - Parameter maker: who wrote it.
  package init(maker: PersonID) { hands = [maker] }

  /// Goes through the records of a form; throws at the first that could not have happened.
  package init(maker: PersonID, records: [StepRecord]) throws(StepRefusal) {
    self.init(maker: maker)
    for record in records { try take(record) }
  }

  /// Which cells the clerk may change now.
  package var unlocked: Unlocked {
    switch stage {
    case .draft, .adjusting: .all
    case .returned: .only(Set(objections.map(\.field)))
    case .awaitingDepartment, .departmentReview, .awaitingFinance, .financeReview, .approved, .disclosed,
      .withheld, .lapsed:
      .none
    }
  }

  /// The line of the table that a step would take now; throws when it is not open.
  package func transition(by step: Step) throws(StepRefusal) -> Transition {
    guard let line = Transition.line(from: stage, by: step) else { throw .notFromHere(stage, step) }
    let holds =
      switch line.condition {
      case .always: true
      case .directRoute: route == .direct
      case .viaDepartment: route == .viaDepartment
      case .justReturned: justReturned != nil
      case .versionInForce: inForce != nil
      case .neverApproved: inForce == nil
      }
    guard holds else { throw .conditionFails(stage, step, line.condition) }
    return line
  }

  /// The steps that are open now.
  package var openSteps: [Step] {
    Step.allCases.filter { (try? transition(by: $0)) != nil }
  }

  /// The step that the year's end takes with the form: a later version that is not approved is given up, a
  /// form that never was approved lapses, what is in force stays; nil where nothing is to be done.
  package var stepAtYearEnd: Step? {
    let open = openSteps
    return open.contains(.abandon) ? .abandon : open.contains(.lapse) ? .lapse : nil
  }

  /// Notes that somebody changed cells of this version.
  package mutating func noteHand(_ person: PersonID, onBehalfOf principal: PersonID? = nil) {
    hands.insert(person)
    if let principal { hands.insert(principal) }
  }

  /// Goes one step further; a step that cannot be taken changes nothing.
  package mutating func take(_ record: StepRecord) throws(StepRefusal) {
    let line = try transition(by: record.deed.step)
    if let gap = record.deed.gap { throw gap }
    if line.condition == .justReturned, justReturned?.role != record.role {
      throw .conditionFails(stage, line.step, line.condition)
    }
    let next = stage(after: line, record.deed)
    note(record)
    length += 1
    stage = next
    openedBy = stage == .departmentReview || stage == .financeReview ? record.actor : nil
  }

  /// What the record changes beside the stage; asked before the stage changes.
  private mutating func note(_ record: StepRecord) {
    let returned = justReturned
    justReturned = nil
    switch record.deed {
    case .submission(let chosen):
      editing = stage
      route = chosen
      round += 1
      noteHand(record.actor, onBehalfOf: record.onBehalfOf)
    case .withdrawal:
      round -= 1
      route = nil
    case .return(let named):
      justReturned = LastReturn(stage: stage, route: route, objections: objections, role: record.role)
      objections = named
      route = nil
    case .retraction:
      objections = returned?.objections ?? []
      route = returned?.route
    case .adjustment: beginVersion(by: record)
    case .abandonment: restore()
    case .approval:
      objections = []
      replaced = inForce
      inForce = nil
    case .reopening:
      inForce = replaced
      replaced = nil
    case .lapse:
      route = nil
      objections = []
    case .opening, .release, .forwarding, .recall, .disclosure, .withholding: break
    }
  }

  private mutating func beginVersion(by record: StepRecord) {
    inForce = VersionInForce(stage: stage, version: version, round: round, hands: hands)
    replaced = nil
    versionsBegun += 1
    version = versionsBegun
    round = 0
    route = nil
    hands = []
    noteHand(record.actor, onBehalfOf: record.onBehalfOf)
  }

  private mutating func restore() {
    guard let kept = inForce else { return }
    version = kept.version
    round = kept.round
    hands = kept.hands
    objections = []
    route = nil
    inForce = nil
  }

  private func stage(after line: Transition, _ deed: Deed) -> Stage {
    switch line.destination {
    case .stage(let stage): stage
    case .firstReview: deed == .submission(route: .viaDepartment) ? .awaitingDepartment : .awaitingFinance
    case .editing: editing
    case .review: justReturned?.stage ?? stage
    case .inForce: inForce?.stage ?? stage
    }
  }
}
