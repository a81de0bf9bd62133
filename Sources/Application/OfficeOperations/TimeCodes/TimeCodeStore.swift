// Time codes as the store keeps them.
import Accounts
import Organisations
import Permissions
import Quantities
import Records

extension SignedIn {
  /// Asks a right about the own account.
  func mayDoOwn(_ right: Right, in records: any RecordView) throws {
    try mayDo(right, at: try records.organisation(person.organisation).value.path)
  }
}

extension RecordView {
  /// A person's time codes, with the revision to change them by; nil where none are kept.
  func timeCodes(
    of person: PersonID, key: ServerKey
  ) throws -> (record: TimeCodeRecord, revision: Int64)? {
    guard let stored = try credential(of: person, kind: CredentialKind.timeCodes) else { return nil }
    guard let record = try TimeCodeRecord(text: stored.value.secret, of: person, key: key) else {
      throw RecordError.damaged("time codes of person \(person)")
    }
    return (record, stored.revision)
  }
}
