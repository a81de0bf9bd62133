// The season of a unit as stages on the plumb line.
import Design
import Model
import OfficeOperations
import Quantities
import Records
import Workflow

/// Where the season stands, by the last days and by the unit's own forms.
struct SeasonStages {
  let desk: ClerkDesk
  let year: FiscalYear
  let today: Day

  init(_ desk: ClerkDesk, year: FiscalYear, today: Day) {
    self.desk = desk
    self.year = year
    self.today = today
  }

  /// The steps of targets, and of what follows them in the year.
  private static let steps: [DeadlineStep] = [
    .targetSubmission, .targetDepartmentReview, .targetApproval, .targetDisclosure, .monitoringSubmission,
    .evaluationSubmission,
  ]

  var stages: [Season.Stage] {
    let now = current
    return Self.steps.enumerated().map { place, step in
      let day = desk.lastDays[step].map { OfficeWording.day($0, today: today) } ?? ClerkWording.notSet
      let moment: Season.Moment = place < now ? .past : place == now ? .now : .ahead
      return Season.Stage(
        moment, ClerkWording.name(of: step), day, note: place == now ? ClerkWording.counts(of: desk) : nil)
    }
  }

  /// The first step with which the unit is not done: what still is to be handed in, reviewed, approved.
  private var current: Int {
    let stages = desk.forms.filter { DeadlineStep(of: $0.line.entry.kind) == .targetSubmission }.map(
      \.line.stage)
    if stages.isEmpty || stages.contains(where: \.isEditing) || !desk.unbegun.isEmpty { return 0 }
    if stages.contains(where: { $0 == .awaitingDepartment || $0 == .departmentReview }) { return 1 }
    if stages.contains(where: { $0 == .awaitingFinance || $0 == .financeReview }) { return 2 }
    if stages.contains(.approved) { return 3 }
    if let last = desk.lastDays[.monitoringSubmission], last < today { return 5 }
    return 4
  }
}
