// Once a day the office itself tells those whose last day is near, or was yesterday.
import JSONText
import Organisations
import Quantities
import Records

extension Job {
  /// The morning's look at the last days.
  static let deadlineWatch = "deadlines.watch"
}

/// Looks at the last days of all open years, every morning: three days before, on the day before, and on the
/// day after a last day, whoever still has something to do is told. Nobody is told on a day on which somebody
/// has reminded him already.
package struct WatchDeadlines: Sendable {
  package init() {}

  /// Days from the look to the last day at which people are told; the day after is -1.
  private static let daysBefore: Set<Int> = [3, 1, -1]
  private static let leaseSeconds = 300

  /// - Returns: false where it is not yet time.
  package func run(in office: Office) async throws(OfficeRefusal) -> Bool {
    let now = office.now
    let isTime = try await office.read { records in
      guard try records.budgetYears().contains(where: \.value.isOpen) else { return false }
      return try records.jobs(kind: Job.deadlineWatch, limit: 1).isEmpty
        || records.isJobDue(kinds: [Job.deadlineWatch], now: now)
    }
    guard isTime else { return false }
    return try await office.change { records in
      try records.takeTurn()
      // The first node that comes by sets the clock for all.
      guard try !records.jobs(kind: Job.deadlineWatch, limit: 1).isEmpty else {
        try add(to: records, after: now)
        return true
      }
      let leaseEnds = now.advanced(bySeconds: Self.leaseSeconds)
      guard let job = try records.takeJob(kinds: [Job.deadlineWatch], now: now, leaseEnds: leaseEnds) else {
        return false
      }
      try records.finish(job)
      try add(to: records, after: now)
      try look(in: records, at: now)
      return true
    }
  }

  private func add(to records: any RecordTransaction, after now: Moment) throws {
    guard let due = MailPace.daily.due(after: now) else { return }
    try records.add(
      Job(id: try records.nextNumber(), kind: Job.deadlineWatch, payload: "{}", due: due))
  }

  private func look(in records: any RecordTransaction, at now: Moment) throws {
    let today = now.day()
    let root = try records.root().path
    for year in try records.budgetYears().map(\.value) where year.isOpen {
      let days = Dictionary(grouping: try records.deadlines(of: year.year).map(\.value), by: \.step)
      for step in DeadlineStep.remindable {
        let isNear = (days[step.rawValue] ?? []).contains { Self.isMeant($0.day, today) }
        guard isNear else { continue }
        for work in try records.waitingWork(for: step, in: year.year, under: root, on: today)
        where work.lastDay.map({ Self.isMeant($0, today) }) ?? false && !work.isReminded(on: today) {
          _ = try records.remind(work, of: step, in: year.year, as: .deadline, by: nil, at: now)
        }
      }
    }
  }

  private static func isMeant(_ last: Day, _ today: Day) -> Bool {
    daysBefore.contains(last.number - today.number)
  }
}
