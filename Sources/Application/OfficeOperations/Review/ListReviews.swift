// The forms that wait for a reviewer, the largest sums first.
import Model
package import Organisations
import Permissions
import Quantities
package import Records
package import Workflow

/// A form that waits for a reviewer.
package struct ReviewListLine: Sendable, Hashable {
  package let entry: FormEntry
  package let stage: Stage
  package let organisation: Organisation
  /// Nil for forms of a whole department.
  package let project: ProjectEntry?
}

/// Lists what waits for a reviewer, within the reach of the parts that are played.
package struct ListReviews: Sendable {
  package init() {}

  /// Forms at most.
  package static let limit = 200

  /// - Throws: `.permission` for whoever reviews nothing.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [ReviewListLine] {
    try await office.read { records in
      try signedIn.demandPart(.gradeForms)
      var lines: [FormID: ReviewListLine] = [:]
      for holding in signedIn.actor.holdings {
        for stage in Stage.allCases where stage.reviewingRole == holding.role {
          let selection = FormSelection(path: holding.place, stage: stage.rawValue)
          for stored in try records.forms(selection, after: nil, limit: Self.limit) {
            let entry = stored.value
            guard lines[entry.id] == nil else { continue }
            lines[entry.id] = ReviewListLine(
              entry: entry, stage: stage, organisation: try records.organisation(entry.organisation).value,
              project: try entry.project.map { id throws(RecordError) in try records.project(id).value })
          }
        }
      }
      return lines.values.sorted { left, right in
        let (mine, other) = (left.entry.amount?.fen ?? 0, right.entry.amount?.fen ?? 0)
        return mine == other ? left.entry.id < right.entry.id : mine > other
      }
    }
  }
}
