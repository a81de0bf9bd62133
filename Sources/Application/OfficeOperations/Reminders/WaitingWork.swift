// What is still to be handed in or reviewed, place by place.
import Model
package import Organisations
import Permissions
package import Quantities
package import Records
import Workflow

/// An organisation with something that it still has to do for a step of the year.
package struct WaitingWork: Sendable {
  package let organisation: Organisation
  /// The last day that counts for it; nil where none is set.
  package let lastDay: Day?
  /// Projects of the year for which nobody has begun a form.
  package let unbegun: Int
  /// Forms that are being written for the first time.
  package let drafts: Int
  /// Forms that were returned.
  package let returned: Int
  /// Forms that wait for a department's review, or lie open there.
  package let underReview: Int
  /// Nil where it was never reminded of this step.
  package let lastReminder: Reminder?
  /// Who reminded last; nil for the office itself.
  package let remindedBy: String?

  /// Everything together.
  package var open: Int { unbegun + drafts + returned + underReview }

  /// How pressing it is.
  package enum Pressure: Int, Sendable, CaseIterable, Comparable {
    /// There is time, or no last day.
    case none
    /// The last day is within a week.
    case soon
    case late

    package static func < (left: Pressure, right: Pressure) -> Bool { left.rawValue < right.rawValue }
  }

  /// Days before the last one from which on it is soon.
  package static let soonDays = 7

  /// How near its last day is.
  package func pressure(on today: Day) -> Pressure {
    guard let lastDay else { return .none }
    if lastDay < today { return .late }
    return lastDay.number - today.number <= Self.soonDays ? .soon : .none
  }

  /// Nobody is reminded of one thing twice on one day.
  package func isReminded(on today: Day) -> Bool { lastReminder?.moment.day() == today }
}

extension DeadlineStep {
  /// The steps of which people are reminded: what units hand in, and what departments review.
  package static let remindable: [DeadlineStep] = [
    .targetSubmission, .targetDepartmentReview, .monitoringSubmission, .evaluationSubmission,
  ]

  /// The kinds of forms that a step is about, the one of projects first.
  var kinds: [FormKind] {
    switch self {
    case .targetSubmission, .targetDepartmentReview, .targetApproval, .targetDisclosure:
      [.projectTarget, .departmentTarget]
    case .monitoringSubmission: [.projectMonitoring]
    case .evaluationSubmission: [.projectSelfEvaluation, .departmentSelfEvaluation]
    }
  }
}

extension RecordView {
  /// Everything that waits at a place and below it for a step, by place.
  ///
  /// For submissions the organisations are units, for the department's review they are the departments that
  /// review. Forms are counted by the tallies: a few statements, however many units and forms there are.
  func waitingWork(
    for step: DeadlineStep, in year: FiscalYear, under place: OrganisationPath, on today: Day
  ) throws(RecordError) -> [WaitingWork] {
    let units = try organisations(under: place).map(\.value).filter { $0.years.contains(year) }
    return try waitingWork(for: step, in: year, under: place, of: units, on: today)
  }

  /// The same for somebody who has read the organisations of the year at the place and below it.
  func waitingWork(
    for step: DeadlineStep, in year: FiscalYear, under place: OrganisationPath, of units: [Organisation],
    on today: Day
  ) throws(RecordError) -> [WaitingWork] {
    let counts = try ownCounts(of: step.kinds, at: OpenWork.stages(of: step), in: year, under: place)
    let isReview = step == .targetDepartmentReview
    let unbegun = try unbegun(for: step, in: year, under: place)
    var work: [OpenWork] = []
    if isReview {
      work = try reviews(of: units, counts, on: today)
    } else {
      work = units.map { unit in
        OpenWork(organisation: unit, unbegun: unbegun[unit.id] ?? 0, stages: counts[unit.path] ?? [:])
      }
    }
    return try told(work.filter(\.isOpen), step, year, under: place)
  }

  /// How many forms the very places have at some stages; what is counted at a place holds what lies below it.
  private func ownCounts(
    of kinds: [FormKind], at stages: [Stage], in year: FiscalYear, under place: OrganisationPath
  ) throws(RecordError) -> [OrganisationPath: [Stage: Int]] {
    var stageOfItem: [String: Stage] = [:]
    for kind in kinds {
      for stage in stages {
        for gravity in FindingGravity.allCases {
          stageOfItem[QueueLane.item(kind, stage.rawValue, gravity)] = stage
        }
      }
    }
    var counts: [OrganisationPath: [Stage: Int]] = [:]
    for tally in try tallies(of: .stage, in: year, under: place, items: stageOfItem.keys.sorted()) {
      guard let stage = stageOfItem[tally.item] else { continue }
      let count = Int(clamping: tally.count)
      counts[tally.place, default: [:]][stage, default: 0] += count
      if tally.place != place, let above = tally.place.ascent.dropFirst().first {
        counts[above, default: [:]][stage, default: 0] -= count
      }
    }
    return counts
  }

  /// Projects without a form; monitoring and evaluation are begun for those that have an approved target,
  /// which nothing counts yet, so only what was begun is told of them.
  private func unbegun(
    for step: DeadlineStep, in year: FiscalYear, under place: OrganisationPath
  ) throws(RecordError) -> [OrganisationID: Int] {
    guard step == .targetSubmission else { return [:] }
    return try projectsWithoutForm(of: year, kind: .projectTarget, under: place)
  }

  /// Forms under a department's review, by the department that reviews them.
  private func reviews(
    of units: [Organisation], _ counts: [OrganisationPath: [Stage: Int]], on today: Day
  ) throws(RecordError) -> [OpenWork] {
    var reviewers: [OrganisationPath: OrganisationPath?] = [:]
    var byDepartment: [OrganisationPath: [Stage: Int]] = [:]
    for unit in units {
      guard let stages = counts[unit.path], stages.contains(where: { $0.value > 0 }) else { continue }
      let parent = unit.path.parent ?? unit.path
      if reviewers[parent] == nil {
        reviewers[parent] = .some(try departmentReviewers(of: unit.path, on: today).place)
      }
      guard let department = reviewers[parent] ?? nil else { continue }
      byDepartment[department, default: [:]].merge(stages, uniquingKeysWith: +)
    }
    var work: [OpenWork] = []
    for (path, stages) in byDepartment.sorted(by: { $0.key < $1.key }) {
      guard let department = try organisations(at: path).last?.value else { continue }
      work.append(OpenWork(organisation: department, unbegun: 0, stages: stages))
    }
    return work
  }

  private func told(
    _ work: [OpenWork], _ step: DeadlineStep, _ year: FiscalYear, under place: OrganisationPath
  ) throws(RecordError) -> [WaitingWork] {
    let reminders = try lastReminders(of: year, step: step.rawValue, under: place)
    let isReview = step == .targetDepartmentReview
    let chart = try DeadlineChart(of: step, in: year, records: self)
    var names: [PersonID: String] = [:]
    return try work.map { work throws(RecordError) in
      let last = reminders[work.organisation.id]
      if let person = last?.person, names[person] == nil {
        names[person] = try self.person(person).value.name
      }
      return WaitingWork(
        organisation: work.organisation, lastDay: chart.lastDay(at: work.organisation.path),
        unbegun: work.unbegun, drafts: isReview ? 0 : work.stages[.draft] ?? 0,
        returned: isReview ? 0 : work.stages[.returned] ?? 0,
        underReview: isReview
          ? (work.stages[.awaitingDepartment] ?? 0) + (work.stages[.departmentReview] ?? 0) : 0,
        lastReminder: last, remindedBy: last?.person.flatMap { names[$0] })
    }
  }
}

/// What one organisation has open, before it is told with its last day.
private struct OpenWork {
  let organisation: Organisation
  let unbegun: Int
  let stages: [Stage: Int]

  var isOpen: Bool { unbegun > 0 || stages.contains { $0.value > 0 } }

  /// The stages at which a form still waits for the step.
  static func stages(of step: DeadlineStep) -> [Stage] {
    step == .targetDepartmentReview ? [.awaitingDepartment, .departmentReview] : [.draft, .returned]
  }
}
