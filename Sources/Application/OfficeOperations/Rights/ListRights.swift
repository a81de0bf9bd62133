// Who may do what where.
package import Organisations
import Permissions
package import Records

/// Rights that were given: of one person, or at a place and everything below it.
package struct ListRights: Sendable {
  /// Nil for everybody.
  package var person: PersonID?
  /// The place; nil for every place that the person may see.
  package var under: OrganisationID?

  package init(person: PersonID? = nil, under: OrganisationID? = nil) {
    self.person = person
    self.under = under
  }

  /// A right with the names that belong to it.
  package struct Line: Sendable {
    /// With the revision by which it is ended.
    package let assignment: Stored<Assignment>
    package let person: Person
    package let organisation: Organisation
  }

  /// - Returns: by number, those included that are over.
  /// - Throws: `.permission`, `.records(.notFound)` also for what lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Line] {
    try await office.read { records in
      try signedIn.demand(.readRights)
      if let person { _ = try records.person(person, for: .readRights, by: signedIn) }
      var lines: [Line] = []
      for place in try records.places(under, for: .readRights, by: signedIn) {
        for stored in try records.assignments(under: place)
        where person.map({ $0 == stored.value.person }) ?? true {
          lines.append(
            Line(
              assignment: stored, person: try records.person(stored.value.person).value,
              organisation: try records.organisation(stored.value.organisation).value))
        }
      }
      return lines.sorted { $0.assignment.value.id < $1.assignment.value.id }
    }
  }
}
