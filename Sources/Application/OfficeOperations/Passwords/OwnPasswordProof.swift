// The own password asked again before something that a stolen session must not be able to do.
import Accounts
import Organisations
import Quantities
import Records

/// Compares what was typed with the password of whoever is signed in; counted before it is compared.
struct OwnPasswordProof: Sendable {
  let rules: AccountRules
  /// The password with the revision to change it by.
  let stored: (record: PasswordRecord, revision: Int64)?
  let keys: AttemptKeys

  /// - Throws: `.signIn(.wrong)`, counted as an attempt, and `.signIn(.locked)`.
  init(_ text: String, of signedIn: SignedIn, in office: Office, at moment: Moment)
    async throws(OfficeRefusal)
  {
    let person = signedIn.person
    let keys = AttemptKeys(account: person.account.text, address: "")
    let (rules, stored) = try await office.change { records in
      let rules = try AccountRules(in: records)
      let attempt = try SignInAttempt(
        account: try records.history(keys.account), address: .none, rules: rules, at: moment)
      try records.save(attempt.account, under: keys.account)
      return (rules, try records.password(of: person.id))
    }
    let isRight: Bool
    guard let typed = Password(text) else { throw .signIn(.wrong) }
    do throws(HashingFailure) {
      isRight = try await office.hasher.isRight(typed, for: stored?.record.hash)
    } catch {
      throw .signIn(error == .busy ? .busy : .unavailable)
    }
    guard isRight else { throw .signIn(.wrong) }
    self.rules = rules
    self.stored = stored
    self.keys = keys
  }
}
