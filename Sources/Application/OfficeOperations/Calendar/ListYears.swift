// The years of the office and their deadlines.
import Organisations
import Permissions
package import Records

/// Years with their deadlines; everybody may see them.
package struct ListYears: Sendable {
  package init() {}

  /// A year with its deadlines.
  package struct Line: Sendable {
    /// With the revision by which it is closed or opened.
    package let year: Stored<BudgetYear>
    /// By step and organisation, with the revisions by which they are changed.
    package let deadlines: [Stored<Deadline>]
  }

  /// - Returns: the latest year first.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Line] {
    try await office.read { records in
      try signedIn.mayDo(.readYears, at: try records.root().path)
      return try records.budgetYears().reversed().map { year in
        Line(year: year, deadlines: try records.deadlines(of: year.value.year))
      }
    }
  }
}
