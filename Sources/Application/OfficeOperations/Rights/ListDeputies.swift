// Who stands in for whom.
package import Organisations
import Permissions
package import Records

/// Appointments in which a person is absent or acts: one's own, or somebody else's for those who read rights.
package struct ListDeputies: Sendable {
  /// Nil for one's own.
  package var person: PersonID?

  package init(person: PersonID? = nil) { self.person = person }

  /// An appointment with the names that belong to it.
  package struct Line: Sendable {
    /// With the revision by which it is ended.
    package let deputy: Stored<Deputy>
    package let principal: Person
    package let acting: Person
  }

  /// - Returns: by number, those included that are over.
  /// - Throws: `.permission`, `.records(.notFound)` also for a person who works elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Line] {
    try await office.read { records in
      let person = person ?? signedIn.person.id
      if person != signedIn.person.id {
        _ = try records.person(person, for: .readRights, by: signedIn)
      }
      return try records.deputies(of: person).map { stored in
        Line(
          deputy: stored, principal: try records.person(stored.value.principal).value,
          acting: try records.person(stored.value.deputy).value)
      }
    }
  }
}
