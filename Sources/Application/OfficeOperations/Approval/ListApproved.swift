// What was approved, and what waits for it, at the places of a finance reviewer.
import Ledger
import Model
import Opinions
package import Organisations
import Permissions
package import Quantities
package import Records
package import Workflow

/// A form in the list of approvals.
package struct ApprovalLine: Sendable {
  package let entry: FormEntry
  package let organisation: Organisation
  /// The project's name, or the organisation's.
  package let name: String
  /// Nil while it has none.
  package let number: String?
}

/// Forms at one stage of a year, in pages by number.
package struct ListApproved: Sendable {
  package var year: FiscalYear?
  package var stage: Stage
  package var after: FormID?
  package var limit: Int

  package init(year: FiscalYear? = nil, stage: Stage = .approved, after: FormID? = nil, limit: Int = 50) {
    self.year = year
    self.stage = stage
    self.after = after
    self.limit = min(max(1, limit), 200)
  }

  /// A page of forms.
  package struct ApprovalPage: Sendable {
    package let lines: [ApprovalLine]
    /// Where the next page begins; nil where this is the last.
    package let next: FormID?
    /// The years that were opened, the latest first.
    package let years: [FiscalYear]
  }

  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ApprovalPage {
    try await office.read { records in
      try signedIn.demand(.printBatches)
      var found: [FormEntry] = []
      for place in signedIn.places(for: .printBatches) {
        let selection = FormSelection(path: place, year: year, stage: stage.rawValue)
        found += try records.forms(selection, after: after, limit: limit + 1).map(\.value)
      }
      found.sort { $0.id < $1.id }
      let page = Array(found.prefix(limit))
      var places: [OrganisationID: Organisation] = [:]
      let lines = try page.map { entry throws(RecordError) -> ApprovalLine in
        let place: Organisation
        if let known = places[entry.organisation] {
          place = known
        } else {
          place = try records.organisation(entry.organisation).value
          places[entry.organisation] = place
        }
        let project = try entry.project.map { id throws(RecordError) in try records.project(id).value }
        return ApprovalLine(
          entry: entry, organisation: place, name: project?.name ?? place.label,
          number: try records.approvalNumbers(of: entry.id).last?.text)
      }
      return ApprovalPage(
        lines: lines, next: found.count > limit ? page.last?.id : nil,
        years: try records.budgetYears().map(\.value.year).reversed())
    }
  }
}
