// The last day that counts for a place: its own, else that of the nearest place above.
package import Organisations
package import Quantities
package import Records

/// The last days of one step, read once for many places.
struct DeadlineChart {
  private var days: [(path: OrganisationPath, day: Day)] = []

  init(of step: DeadlineStep, in year: FiscalYear, records: any RecordView) throws(RecordError) {
    for deadline in try records.deadlines(of: year).map(\.value) where deadline.step == step.rawValue {
      days.append((try records.organisation(deadline.organisation).value.path, deadline.day))
    }
    // The nearest place above counts: a region below another stands further down.
    days.sort { Self.depth($0.path) > Self.depth($1.path) }
  }

  private static func depth(_ path: OrganisationPath) -> Int {
    path.code.level * 100 + path.region.description.utf8.count
  }

  /// How pressing each last day is, the nearest places first.
  func ranks(on today: Day) -> [OpenWorkQuestion.PlaceRank] {
    days.map { .init(place: $0.path, rank: WaitingWork.Pressure(of: $0.day, on: today).rawValue) }
  }

  /// Nil where nobody above has set one.
  func lastDay(at place: OrganisationPath) -> Day? { days.first { $0.path.contains(place) }?.day }
}

extension RecordView {
  /// The last day of a step for one place; nil where nobody above has set one.
  package func lastDay(
    of step: DeadlineStep, in year: FiscalYear, at place: OrganisationPath
  ) throws(RecordError) -> Day? {
    try DeadlineChart(of: step, in: year, records: self).lastDay(at: place)
  }
}
