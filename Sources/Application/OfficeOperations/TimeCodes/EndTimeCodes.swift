// The end of one's own time codes.
import Accounts
import Ledger
import Organisations
import Permissions
import Records

/// Ends one's own time codes; a code or a recovery code is needed for it, and the password.
package struct EndTimeCodes: Sendable {
  package var code: String
  package var password: String

  package init(code: String, password: String) {
    self.code = code
    self.password = password
  }

  /// - Throws: `.signIn(.wrong)` for the password, `.signIn(.wrongCode)` also where there are none; both
  ///   count as attempts.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let person = signedIn.person.id
    let proof = try await OwnPasswordProof(password, of: signedIn, in: office, at: moment)
    try await office.change { records in
      try signedIn.mayDoOwn(.manageOwnTimeCodes, in: records)
      guard let stored = try records.timeCodes(of: person, key: office.key),
        try stored.record.taking(code, at: moment) != nil
      else { throw SignInRefusal.wrongCode }
      try records.removeCredential(of: person, kind: CredentialKind.timeCodes)
      try records.save(FailureHistory.none, under: proof.keys.account)
      try records.removeSessions(of: person, except: signedIn.session)
      try records.append(signedIn.note(.timeCodesEnd, signedIn.person.subject, at: moment))
    }
  }
}
