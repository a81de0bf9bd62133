// People, their roles and their deputies in the store.
package import Organisations

/// Reads people.
package protocol PersonView {
  /// - Throws: `.notFound`.
  func person(_ id: PersonID) throws(RecordError) -> Stored<Person>

  /// Nil where nobody has the account.
  func person(account: AccountName) throws(RecordError) -> Stored<Person>?

  /// Who works at the place or below it, by account.
  func people(under path: OrganisationPath?) throws(RecordError) -> [Stored<Person>]

  /// All that a person ever held, by number.
  func assignments(of person: PersonID) throws(RecordError) -> [Stored<Assignment>]

  /// All that was ever held at the place or below it, by number.
  func assignments(under path: OrganisationPath?) throws(RecordError) -> [Stored<Assignment>]

  /// All that was ever held at the very organisation, by number.
  func assignments(at organisation: OrganisationID) throws(RecordError) -> [Stored<Assignment>]

  /// Appointments in which the person acts or is absent, by number.
  func deputies(of person: PersonID) throws(RecordError) -> [Stored<Deputy>]
}

/// Changes people. Nobody is ever removed: days end.
package protocol PersonStore {
  /// - Throws: `.alreadyExists` for an account that somebody has, `.unknownReference`.
  func add(_ person: Person) throws(RecordError)

  /// - Throws: `.notFound`, `.stale`, `.alreadyExists`, `.unknownReference`.
  func save(_ person: Person, expecting revision: Int64) throws(RecordError)

  func add(_ assignment: Assignment) throws(RecordError)
  func save(_ assignment: Assignment, expecting revision: Int64) throws(RecordError)

  func add(_ deputy: Deputy) throws(RecordError)
  func save(_ deputy: Deputy, expecting revision: Int64) throws(RecordError)
}
