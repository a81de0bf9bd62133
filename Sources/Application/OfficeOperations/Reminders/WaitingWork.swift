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
  /// Nil where it was never reminded of this step, and in overviews, which do not ask.
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

    /// What a last day means on a day.
    init(of lastDay: Day?, on today: Day) {
      guard let lastDay else {
        self = .none
        return
      }
      self = lastDay < today ? .late : lastDay.number - today.number <= soonDays ? .soon : .none
    }
  }

  /// Days before the last one from which on it is soon.
  package static let soonDays = 7

  /// How near its last day is.
  package func pressure(on today: Day) -> Pressure { Pressure(of: lastDay, on: today) }

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

/// The most pressing of what waits, and how much there is of it.
struct WaitingPage {
  let lines: [WaitingWork]
  let count: Int
  let lateCount: Int
}

extension RecordView {
  /// Everything that waits at a place and below it for a step, the most pressing first.
  ///
  /// For submissions the organisations are units, for the department's review they are the departments that
  /// review.
  func waitingWork(
    for step: DeadlineStep, in year: FiscalYear, under place: OrganisationPath, on today: Day
  ) throws(RecordError) -> [WaitingWork] {
    let chart = try DeadlineChart(of: step, in: year, records: self)
    let open: [OpenWork]
    if step == .targetDepartmentReview {
      open = try reviews(in: year, under: place, on: today)
    } else {
      open = try openWork(submissions(for: step, in: year, under: place, chart.ranks(on: today))).lines
    }
    let reminders = try lastReminders(of: year, step: step.rawValue, under: place)
    var names: [PersonID: String] = [:]
    return try open.map { work throws(RecordError) in
      let last = reminders[work.organisation.id]
      if let person = last?.person, names[person] == nil {
        names[person] = try self.person(person).value.name
      }
      return WaitingWork(
        work, for: step, lastDay: chart.lastDay(at: work.organisation.path), lastReminder: last,
        remindedBy: last?.person.flatMap { names[$0] })
    }.pressing(on: today)
  }

  /// The first of what units still have to hand in, without a word of reminders: the store sorts and counts,
  /// so that the cost is that of what is shown.
  ///
  /// - Parameter limit: at most so many lines; nil for all.
  func waitingPage(
    for step: DeadlineStep, in year: FiscalYear, under place: OrganisationPath, on today: Day, limit: Int?
  ) throws(RecordError) -> WaitingPage {
    let chart = try DeadlineChart(of: step, in: year, records: self)
    var question = submissions(for: step, in: year, under: place, chart.ranks(on: today))
    question.limit = limit
    let page = try openWork(question)
    return WaitingPage(
      lines: page.lines.map {
        WaitingWork($0, for: step, lastDay: chart.lastDay(at: $0.organisation.path))
      }, count: page.counts.values.reduce(0, +),
      lateCount: page.counts[WaitingWork.Pressure.late.rawValue] ?? 0)
  }

  /// Drafts, what was returned, and projects without a form; monitoring and evaluation are begun for those
  /// that have an approved target, which nothing counts yet, so only what was begun is told of them.
  private func submissions(
    for step: DeadlineStep, in year: FiscalYear, under place: OrganisationPath,
    _ ranks: [OpenWorkQuestion.PlaceRank]
  ) -> OpenWorkQuestion {
    OpenWorkQuestion(
      year: year, place: place, kinds: step.kinds,
      stages: WaitingWork.submissionStages.map(\.rawValue),
      lacking: step == .targetSubmission ? .projectTarget : nil, ranks: ranks)
  }

  /// Forms under a department's review, by the department that reviews them.
  private func reviews(
    in year: FiscalYear, under place: OrganisationPath, on today: Day
  ) throws(RecordError) -> [OpenWork] {
    let question = OpenWorkQuestion(
      year: year, place: place, kinds: DeadlineStep.targetDepartmentReview.kinds,
      stages: WaitingWork.reviewStages.map(\.rawValue))
    var reviewers: [OrganisationPath: OrganisationPath?] = [:]
    var byDepartment: [OrganisationPath: Int] = [:]
    for work in try openWork(question).lines {
      let path = work.organisation.path
      let parent = path.parent ?? path
      if reviewers[parent] == nil {
        reviewers[parent] = .some(try departmentReviewers(of: path, on: today).place)
      }
      guard let department = reviewers[parent] ?? nil else { continue }
      byDepartment[department, default: 0] += work.count
    }
    var reviews: [OpenWork] = []
    for (path, count) in byDepartment.sorted(by: { $0.key < $1.key }) {
      guard let department = try organisations(at: path).last?.value else { continue }
      reviews.append(OpenWork(organisation: department, lacking: 0, forms: [count], rank: 0))
    }
    return reviews
  }
}

extension WaitingWork {
  /// The stages at which a form still waits for being handed in.
  fileprivate static let submissionStages: [Stage] = [.draft, .returned]
  /// The stages at which it waits for the department.
  fileprivate static let reviewStages: [Stage] = [.awaitingDepartment, .departmentReview]

  fileprivate init(
    _ work: OpenWork, for step: DeadlineStep, lastDay: Day?, lastReminder: Reminder? = nil,
    remindedBy: String? = nil
  ) {
    let isReview = step == .targetDepartmentReview
    self.init(
      organisation: work.organisation, lastDay: lastDay, unbegun: work.lacking,
      drafts: isReview ? 0 : work.forms[0], returned: isReview ? 0 : work.forms[1],
      underReview: isReview ? work.forms[0] : 0, lastReminder: lastReminder, remindedBy: remindedBy)
  }
}
