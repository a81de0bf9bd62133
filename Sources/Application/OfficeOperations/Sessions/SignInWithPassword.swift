// Signing in with account and password: counted before anything is compared, the same answer for all errors.
package import Accounts
import Ledger
package import Organisations
import Quantities
import Records

/// What signing in leads to.
package enum SignInOutcome: Sendable {
  /// A session has begun; its token is for the cookie and for nothing else.
  case signedIn(PersonID, token: SecretToken)
  /// A time code is asked for; the ticket is for the next form.
  case needsTimeCode(ticket: String)
}

/// Signs a person in.
package struct SignInWithPassword: Sendable {
  package var account: String
  package var password: String
  /// Where the request comes from.
  package var address: String
  /// The browser, as the person's list of sessions will show it.
  package var agent: String

  package init(account: String, password: String, address: String, agent: String) {
    self.account = account
    self.password = password
    self.address = address
    self.agent = agent
  }

  private struct Known: Sendable {
    var account: KnownAccount?
    var rules: AccountRules
  }

  /// - Throws: `.signIn` with the one answer that tells nothing about which accounts there are.
  package func run(in office: Office) async throws(OfficeRefusal) -> SignInOutcome {
    let moment = office.now
    let known = try await admitted(in: office, at: moment)
    let success: SignInSuccess
    do throws(SignInRefusal) {
      success = try await office.signIn.check(
        known.account, password: password, at: moment, on: moment.day())
    } catch {
      try await noteRefusal(of: known.account?.person, in: office, at: moment)
      throw .signIn(error)
    }
    switch success {
    case .signedIn(let person):
      let compared = known.account?.password
      await rehash(known.account, in: office, at: moment)
      let start = SessionStart(
        person: person, isProved: { $0.set == compared?.set }, address: address, agent: agent)
      return .signedIn(
        person, token: try await start.run(in: office, at: moment, forgetting: attemptKeys))
    case .needsTimeCode(let ticket):
      do throws(DigestFailure) {
        return .needsTimeCode(ticket: try ticket.text(key: office.key))
      } catch { throw .noDigest }
    }
  }

  /// The keys under which failures are counted.
  private var attemptKeys: AttemptKeys { AttemptKeys(account: account, address: address) }

  /// Counts the attempt as failed, and reads what is known; throws where a wait is on.
  private func admitted(in office: Office, at moment: Moment) async throws(OfficeRefusal) -> Known {
    let keys = attemptKeys
    let name = AccountName(account)
    return try await office.change { records in
      let rules = try AccountRules(in: records)
      let attempt = try SignInAttempt(
        account: try records.history(keys.account), address: try records.history(keys.address), rules: rules,
        at: moment)
      try records.save(attempt.account, under: keys.account)
      try records.save(attempt.address, under: keys.address)
      guard let name, let person = try records.person(account: name)?.value else {
        return Known(account: nil, rules: rules)
      }
      let hasTimeCodes = try records.credential(of: person.id, kind: CredentialKind.timeCodes) != nil
      let password = try records.password(of: person.id)?.record
      return Known(
        account: KnownAccount(person: person, password: password, hasTimeCodes: hasTimeCodes), rules: rules)
    }
  }

  /// Failures of accounts that are there stand in the ledger; names that nobody has would let strangers
  /// fill it. For them something is written too: the time is to tell nothing about which names there are.
  private func noteRefusal(of person: Person?, in office: Office, at moment: Moment)
    async throws(OfficeRefusal)
  {
    let (address, keys) = (address, attemptKeys)
    try await office.change { records in
      guard let person else {
        return try records.save(try records.history(keys.account), under: keys.account)
      }
      try records.append(
        LedgerNote(
          moment: moment, actor: nil, action: .sessionRefused, subject: "person/\(person.id)",
          reason: address))
    }
  }

  /// Makes a hash that was cheap anew; where it does not succeed now it will the next time.
  private func rehash(_ account: KnownAccount?, in office: Office, at moment: Moment) async {
    guard let account, let record = account.password, office.signIn.wantsRehash(record),
      let typed = Password(password)
    else { return }
    var chance = office.chance
    let salt = RandomBytes.take(PasswordHasher.saltBytes, using: &chance)
    guard let hash = try? await office.hasher.hash(typed, salt: salt) else { return }
    try? await office.change { records in
      guard let stored = try records.password(of: account.person.id), stored.record == record else { return }
      try records.save(
        record.rehashed(hash), of: account.person.id, at: moment, expecting: stored.revision)
    }
  }
}

/// The keys of failed attempts.
struct AttemptKeys: Sendable {
  let account: String
  let address: String

  init(account: String, address: String) {
    // Names that cannot be accounts share one count: nobody has them.
    self.account = "account/\(AccountName(account)?.text ?? "")"
    self.address = "address/\(ClientAddress(address)?.description ?? "")"
  }
}

extension RecordTransaction {
  func history(_ key: String) throws(RecordError) -> FailureHistory {
    try failedAttempts(key).map { FailureHistory(count: $0.count, last: $0.last) } ?? .none
  }

  func save(_ history: FailureHistory, under key: String) throws(RecordError) {
    guard let last = history.last else { return try removeFailedAttempts(key) }
    try save(FailedAttempts(key: key, count: history.count, last: last))
  }
}
