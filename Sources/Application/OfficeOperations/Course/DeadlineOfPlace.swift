// The last day that counts for a place: its own, else that of the nearest place above.
package import Organisations
package import Quantities
package import Records

extension RecordView {
  /// The last day of a step for a place; nil where nobody above has set one.
  package func lastDay(
    of step: DeadlineStep, in year: FiscalYear, at place: OrganisationPath
  ) throws(RecordError) -> Day? {
    var best: (level: Int, day: Day)?
    for deadline in try deadlines(of: year).map(\.value) where deadline.step == step.rawValue {
      let path = try organisation(deadline.organisation).value.path
      guard path.contains(place) else { continue }
      // A region below another stands further down, whatever the length of its code.
      let level = path.code.level * 100 + path.region.description.utf8.count
      if best.map({ $0.level < level }) ?? true { best = (level, deadline.day) }
    }
    return best?.day
  }
}
