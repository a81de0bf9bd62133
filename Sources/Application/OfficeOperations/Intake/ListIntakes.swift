// What was handed in for a unit.
package import Organisations
import Permissions
import Quantities
package import Records

/// The documents that were handed in for a unit, the latest first, without those that nobody wants.
package struct ListIntakes: Sendable {
  package var organisation: OrganisationID

  package init(organisation: OrganisationID) { self.organisation = organisation }

  private static let countMax = 100

  /// - Throws: `.permission`, `.records(.notFound)` also for a unit that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Intake] {
    try await office.read { records in
      let unit = try records.organisation(organisation, for: .importForms, by: signedIn).value
      return try records.intakes(of: unit.id, before: nil, limit: Self.countMax).map(\.value)
        .filter { $0.progress != .discarded }
    }
  }
}

/// The units for which somebody may hand in, the own one first, then by their codes.
package struct ListIntakeUnits: Sendable {
  package init() {}

  /// - Throws: `.permission` for whoever has no such unit.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Organisation] {
    let day = office.today
    return try await office.read { records in
      try signedIn.demand(.importForms)
      var units: [Organisation] = []
      for place in signedIn.everyPlace(for: .importForms) {
        for unit in try records.organisations(at: place).map(\.value)
        where unit.years.last.map({ day.year <= $0.year }) ?? true {
          units.append(unit)
        }
      }
      return units.ownFirst(signedIn)
    }
  }
}
