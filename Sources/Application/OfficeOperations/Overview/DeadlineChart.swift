// The last days of one step for many places, read once.
import Organisations
import Quantities
import Records

/// Which last day counts where.
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

  /// Nil where nobody above has set one.
  func lastDay(at place: OrganisationPath) -> Day? { days.first { $0.path.contains(place) }?.day }
}
