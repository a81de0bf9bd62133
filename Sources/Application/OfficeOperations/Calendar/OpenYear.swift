// A year for which forms are made.
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Opens a year, for the first time or again.
package struct OpenYear: Sendable {
  /// As typed.
  package var year: String
  /// Of the year as it was read; 0 for one that was never opened.
  package var revision: Int64

  package init(year: String, revision: Int64 = 0) {
    self.year = year
    self.revision = revision
  }

  /// Years before and after this one that can be opened: further ones are slips of the finger.
  private static let yearsAside = 10

  /// - Throws: `.permission`, `.fields`, `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.mayDo(.changeYears, at: try records.root().path)
      var fields = TypedFields()
      let year = fields.read("year", year) { text throws(RosterProblem) -> FiscalYear in
        if text.isEmpty { throw .missing }
        return try RosterCell.year(text)
      }
      if let year, abs(year.year - moment.day().year) > Self.yearsAside {
        fields.tell("year", OfficeWording.yearTooFar)
      }
      try fields.check()
      guard let year else { throw OfficeRefusal.unforeseen }
      let stored = try records.budgetYears().first { $0.value.year == year }
      if let stored, stored.value.isOpen, stored.revision == revision {
        throw OfficeRefusal.fields([FieldFault("year", OfficeWording.yearOpen)])
      }
      try records.save(BudgetYear(year: year, isOpen: true), expecting: revision)
      try records.append(signedIn.note(.yearOpen, "year/\(year)", at: moment))
    }
  }
}
