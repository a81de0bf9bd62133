// The end of a year's work.
import Ledger
import Organisations
import Permissions
package import Quantities
import Records
import Workflow

/// Closes a year: its forms are read and never changed.
package struct CloseYear: Sendable {
  package var year: FiscalYear
  /// Of the year as it was read.
  package var revision: Int64

  package init(year: FiscalYear, revision: Int64) {
    self.year = year
    self.revision = revision
  }

  /// - Throws: `.permission`, `.records(.notFound)`, `.records(.stale)`, `.fields` where forms are on their
  ///   way through the reviews, or the year is closed already.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.mayDo(.changeYears, at: try records.root().path)
      guard let stored = try records.budgetYears().first(where: { $0.value.year == year }) else {
        throw RecordError.notFound(.budgetYear, key: year.description)
      }
      if !stored.value.isOpen, stored.revision == revision {
        throw OfficeRefusal.fields([FieldFault("year", OfficeWording.yearClosed)])
      }
      let counts = try records.formCounts(FormSelection(year: year))
      let count = counts.reduce(0) { sum, entry in
        sum + (Stage(rawValue: entry.key)?.isUnderReview ?? false ? entry.value : 0)
      }
      if count > 0 {
        throw OfficeRefusal.fields([FieldFault("year", OfficeWording.formsUnderReview(count))])
      }
      try records.save(BudgetYear(year: year, isOpen: false), expecting: revision)
      try records.append(signedIn.note(.yearClose, "year/\(year)", at: moment))
    }
  }
}
