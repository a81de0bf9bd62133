// Changing one's own password.
import Accounts
import Organisations
import Quantities
import Records

/// Puts a new password in the place of one's own; all other sessions end.
package struct ChangeOwnPassword: Sendable {
  package var current: String
  package var wanted: String

  package init(current: String, wanted: String) {
    self.current = current
    self.wanted = wanted
  }

  /// - Throws: `.signIn(.wrong)` for a wrong current password (counted as an attempt), `.password`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let person = signedIn.person
    let proof = try await OwnPasswordProof(current, of: signedIn, in: office, at: moment)
    let stored = proof.stored
    let record = try await office.passwordRecord(
      changing: stored?.record, to: wanted, account: person.account, rules: proof.rules.password,
      isOwnChange: true,
      at: moment)
    try await office.change { records in
      try records.save(FailureHistory.none, under: proof.keys.account)
      try records.save(record, of: person.id, at: moment, expecting: stored?.revision ?? 0)
      try records.removeSessions(of: person.id, except: signedIn.session)
      try records.append(signedIn.note(.passwordChange, "person/\(person.id)", at: moment))
    }
  }
}

extension Office {
  /// Looks at a wanted password and hashes it.
  func passwordRecord(
    changing record: PasswordRecord?, to text: String, account: AccountName, rules: PasswordRules,
    isOwnChange: Bool, at moment: Moment
  ) async throws(OfficeRefusal) -> PasswordRecord {
    var chance = chance
    let salt = RandomBytes.take(PasswordHasher.saltBytes, using: &chance)
    do throws(PasswordChangeRefusal) {
      return try await signIn.record(
        changing: record, to: text, account: account, rules: rules, isOwnChange: isOwnChange, salt: salt,
        at: moment)
    } catch { throw .password(error) }
  }
}
