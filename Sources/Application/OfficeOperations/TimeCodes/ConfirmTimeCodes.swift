// The second step to time codes: the first code, and the recovery codes for paper.
package import Accounts
import Ledger
import Organisations
import Permissions
import Records

/// Takes the first code of a telephone: from now on one is asked for at each sign-in.
package struct ConfirmTimeCodes: Sendable {
  /// The text of the secret that `BeginTimeCodes` made.
  package var secret: String
  /// What the telephone shows.
  package var code: String
  /// The own password once more: whoever has found an open session must not lock its person out.
  package var password: String

  package init(secret: String, code: String, password: String) {
    self.secret = secret
    self.code = code
    self.password = password
  }

  /// All other sessions end.
  ///
  /// - Returns: recovery codes, shown this once.
  /// - Throws: `.signIn(.wrong)` for the password, `.signIn(.wrongCode)`, `.fields` where there are time
  ///   codes already.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [RecoveryCode] {
    let moment = office.now
    let person = signedIn.person.id
    let proof = try await OwnPasswordProof(password, of: signedIn, in: office, at: moment)
    var drawn = office.chance
    let recovery = RecoveryCode.make(using: &drawn)
    let chance = drawn
    try await office.change { records in
      try signedIn.mayDoOwn(.manageOwnTimeCodes, in: records)
      if try records.credential(of: person, kind: CredentialKind.timeCodes) != nil {
        throw OfficeRefusal.fields([FieldFault("code", OfficeWording.timeCodesThere)])
      }
      guard let secret = TimeCodeSecret(text: secret.trimmed),
        let record = try TimeCodeRecord(secret: secret, proof: code, at: moment, recovery: recovery)
      else { throw SignInRefusal.wrongCode }
      var chance = chance
      let text = try record.text(of: person, key: office.key, using: &chance)
      try records.save(
        Credential(person: person, kind: CredentialKind.timeCodes, secret: text, changed: moment),
        expecting: 0)
      try records.save(FailureHistory.none, under: proof.keys.account)
      try records.removeSessions(of: person, except: signedIn.session)
      try records.append(signedIn.note(.timeCodesBegin, signedIn.person.subject, at: moment))
    }
    return recovery
  }
}
