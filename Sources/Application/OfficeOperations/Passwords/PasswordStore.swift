// Passwords as the store keeps them, one line of text each.
import Accounts
import Organisations
import Quantities
import Records

/// The kinds of credentials.
enum CredentialKind {
  static let password = "password"
  static let timeCodes = "time-codes"
  static let passwordLink = "password-link"
}

extension RecordView {
  /// A person's password, with the revision to change it by; nil where none is kept.
  func password(of person: PersonID) throws(RecordError) -> (record: PasswordRecord, revision: Int64)? {
    guard let stored = try credential(of: person, kind: CredentialKind.password) else { return nil }
    guard let record = PasswordRecord(text: stored.value.secret) else {
      throw .damaged("credential of person \(person)")
    }
    return (record, stored.revision)
  }
}

extension RecordTransaction {
  /// Keeps a password in the place of the one of that revision (0 where there was none).
  func save(
    _ record: PasswordRecord, of person: PersonID, at moment: Moment, expecting revision: Int64
  ) throws(RecordError) {
    try save(
      Credential(person: person, kind: CredentialKind.password, secret: record.text, changed: moment),
      expecting: revision)
  }
}
