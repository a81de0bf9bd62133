// The people of the office, as administrators see them.
package import Organisations
import Permissions
package import Records

/// Who works at a place or below it, by account.
package struct ListPeople: Sendable {
  /// The place; nil for every place that the person may see.
  package var under: OrganisationID?

  package init(under: OrganisationID? = nil) { self.under = under }

  /// - Returns: each with the revision by which it is changed; also those who work here no more.
  /// - Throws: `.permission`, `.records(.notFound)` also for a place that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Stored<Person>] {
    try await office.read { records in
      try signedIn.demand(.readPeople)
      var people: [Stored<Person>] = []
      for place in try records.places(under, for: .readPeople, by: signedIn) {
        people += try records.people(under: place)
      }
      return people.sorted { $0.value.account < $1.value.account }
    }
  }
}

/// One person, for the page on which it is changed.
package struct ReadPerson: Sendable {
  package var id: PersonID

  package init(id: PersonID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for a person who works elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Stored<Person> {
    try await office.read { try $0.person(id, for: .readPeople, by: signedIn) }
  }
}

extension RecordView {
  /// The place that was asked for, or all at which the person has the right.
  func places(
    _ organisation: OrganisationID?, for right: Right, by signedIn: SignedIn
  ) throws -> [OrganisationPath] {
    guard let organisation else { return signedIn.places(for: right) }
    return [try self.organisation(organisation, for: right, by: signedIn).value.path]
  }
}
