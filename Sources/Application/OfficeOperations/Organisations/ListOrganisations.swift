// The organisations of the office.
package import Organisations
import Permissions
package import Quantities
package import Records

/// The organisations of a place and everything below it, by code and first year; everybody may see them.
package struct ListOrganisations: Sendable {
  /// The place; nil for everything.
  package var under: OrganisationID?
  /// Those that are there in this year; nil for all that ever were.
  package var year: FiscalYear?

  package init(under: OrganisationID? = nil, year: FiscalYear? = nil) {
    self.under = under
    self.year = year
  }

  /// - Returns: each with the revision by which it is changed.
  /// - Throws: `.records(.notFound)`.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> [Stored<Organisation>] {
    try await office.read { records in
      guard let under else {
        try signedIn.mayDo(.readOrganisations, at: try records.root().path)
        return try records.organisations(under: nil).filter(isMeant)
      }
      let place = try records.organisation(under, for: .readOrganisations, by: signedIn).value.path
      return try records.organisations(under: place).filter(isMeant)
    }
  }

  private func isMeant(_ stored: Stored<Organisation>) -> Bool {
    year.map { stored.value.years.contains($0) } ?? true
  }
}
