// An account that was locked after too many failures.
import Accounts
import Ledger
package import Organisations
import Permissions
package import Quantities
import Records

/// Forgets the failures of an account, so that its person need not wait.
package struct UnlockAccount: Sendable {
  package var person: PersonID

  package init(person: PersonID) { self.person = person }

  /// Until when the account is locked; nil where it is not.
  ///
  /// - Throws: as `run`.
  package func lockedUntil(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Moment? {
    let moment = office.now
    return try await office.read { records in
      let holder = try records.account(person, for: .unlockAccounts, by: signedIn, on: moment.day()).value
      let attempts = try records.failedAttempts(
        AttemptKeys(account: holder.account.text, address: "").account)
      guard let attempts else { return nil }
      let rules = try AccountRules(in: records).accountLockout
      let history = FailureHistory(count: attempts.count, last: attempts.last)
      guard case .locked(let end) = rules.admission(history, at: moment) else { return nil }
      return end
    }
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a person who works elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let holder = try records.account(person, for: .unlockAccounts, by: signedIn, on: moment.day()).value
      try records.removeFailedAttempts(AttemptKeys(account: holder.account.text, address: "").account)
      try records.append(signedIn.note(.accountUnlock, holder.subject, at: moment))
    }
  }
}
