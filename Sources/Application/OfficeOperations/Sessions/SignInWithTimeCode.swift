// The second step of signing in: a code of the person's telephone, or a recovery code.
import Accounts
import Organisations
import Quantities
import Records

/// Takes a time code after a right password.
package struct SignInWithTimeCode: Sendable {
  /// What the first step gave.
  package var ticket: String
  package var code: String
  package var address: String
  package var agent: String

  package init(ticket: String, code: String, address: String, agent: String) {
    self.ticket = ticket
    self.code = code
    self.address = address
    self.agent = agent
  }

  /// - Throws: `.signIn(.wrongCode)` also for a ticket that is over, `.signIn(.locked)`.
  package func run(in office: Office) async throws(OfficeRefusal) -> SignInOutcome {
    let moment = office.now
    let opened: SignInTicket?
    do throws(DigestFailure) {
      opened = try SignInTicket(text: ticket, key: office.key, at: moment)
    } catch { throw .noDigest }
    guard let person = opened?.person, let begun = opened?.begun else { throw .signIn(.wrongCode) }
    let (code, address) = (code, address)
    // The attempt is counted in a transaction of its own, so that a wrong code cannot take it back.
    let keys = try await office.change { records in
      let keys = AttemptKeys(account: try records.person(person).value.account.text, address: address)
      let attempt = try SignInAttempt(
        account: try records.history(keys.account), address: try records.history(keys.address),
        rules: try AccountRules(in: records), at: moment)
      try records.save(attempt.account, under: keys.account)
      try records.save(attempt.address, under: keys.address)
      return keys
    }
    try await office.change { records in
      guard let stored = try records.credential(of: person, kind: CredentialKind.timeCodes),
        let record = try TimeCodeRecord(text: stored.value.secret, of: person, key: office.key),
        let taken = try record.taking(code, at: moment)
      else { throw SignInRefusal.wrongCode }
      var chance = office.chance
      try records.save(
        Credential(
          person: person, kind: CredentialKind.timeCodes,
          secret: try taken.text(of: person, key: office.key, using: &chance), changed: moment),
        expecting: stored.revision)
    }
    let start = SessionStart(
      person: person, isProved: { $0.set <= begun }, address: address, agent: agent)
    return .signedIn(person, token: try await start.run(in: office, at: moment, forgetting: keys))
  }
}
