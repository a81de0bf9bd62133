// Signing in, decided from what the store knows: first the waits, then the password, then the time code.
package import Organisations
package import Quantities

/// What the store knows about the account that somebody wants to sign in with.
package struct KnownAccount: Sendable {
  package let person: Person
  package let password: PasswordRecord?
  /// True where a time code is asked for.
  package let hasTimeCodes: Bool

  package init(person: Person, password: PasswordRecord?, hasTimeCodes: Bool) {
    self.person = person
    self.password = password
    self.hasTimeCodes = hasTimeCodes
  }
}

/// Why nobody is signed in.
package enum SignInRefusal: Error, Sendable, Hashable {
  /// Name or password are wrong, or the account is not there, has no password, or its person works here no
  /// more: one answer for all, in the same time.
  case wrong
  /// Too many attempts failed, for the account or from the address.
  case locked(until: Moment)
  /// Too many sign in at once.
  case busy
  /// The machine cannot hash now; operators are told.
  case unavailable
  /// The time code is wrong or was used, or the ticket is over.
  case wrongCode
}

/// What a right password leads to.
package enum SignInSuccess: Sendable, Hashable {
  /// A session may begin, with a token that was never seen before.
  case signedIn(PersonID)
  /// A ticket is given out, and a time code asked for.
  case needsTimeCode(SignInTicket)
}

/// Compares what was typed with what is kept.
package struct SignIn: Sendable {
  private let hasher: PasswordHasher

  package init(hasher: PasswordHasher) { self.hasher = hasher }

  /// Looks at the password; the same work is done whether the account is there or not.
  ///
  /// - Parameters:
  ///   - account: nil where nobody has the name.
  ///   - password: as typed.
  ///   - day: today, where the office is.
  package func check(
    _ account: KnownAccount?, password: String, at moment: Moment, on day: Day
  ) async throws(SignInRefusal) -> SignInSuccess {
    guard let typed = Password(password) else { throw .wrong }
    let isRight: Bool
    do throws(HashingFailure) {
      isRight = try await hasher.isRight(typed, for: account?.password?.hash)
    } catch {
      throw error == .busy ? .busy : .unavailable
    }
    guard isRight, let account, account.person.days.contains(day) else { throw .wrong }
    return account.hasTimeCodes
      ? .needsTimeCode(SignInTicket(person: account.person.id, at: moment)) : .signedIn(account.person.id)
  }

  /// Looks at what was typed behind a right password: a time code or a recovery code.
  ///
  /// It is an attempt like that of the password, and to be admitted and counted as one before.
  ///
  /// - Parameter record: the time codes of the ticket's person.
  /// - Returns: the record to be kept in place of the one given, in one transaction with the new session.
  package func finish(
    _ record: TimeCodeRecord, typed: String, at moment: Moment
  ) throws(SignInRefusal) -> TimeCodeRecord {
    let taken: TimeCodeRecord?
    do throws(DigestFailure) {
      taken = try record.taking(typed, at: moment)
    } catch {
      throw .unavailable
    }
    guard let taken else { throw .wrongCode }
    return taken
  }

  /// Whether the hash of a password that was right is cheaper than new ones are, and wants to be made anew.
  package func wantsRehash(_ record: PasswordRecord) -> Bool { record.hash.cost != hasher.cost }

  /// Sets a password: looks at its words, at the past and at the time, and hashes it.
  ///
  /// - Parameters:
  ///   - record: what is kept now; nil at first.
  ///   - isOwnChange: false where a link was used, which may be soon after a change.
  ///   - salt: 16 random bytes.
  package func record(
    changing record: PasswordRecord?, to text: String, account: AccountName, rules: PasswordRules,
    isOwnChange: Bool, salt: [UInt8], at moment: Moment
  ) async throws(PasswordChangeRefusal) -> PasswordRecord {
    if isOwnChange, let record, !record.isChangeDue(rules, at: moment),
      let end = rules.settled(set: record.set, at: moment)
    {
      throw .flaws([.tooEarly(until: end)])
    }
    let flaws = rules.flaws(of: text, account: account)
    guard flaws.isEmpty, let password = Password(text) else { throw .flaws(flaws) }
    let hash: PasswordHash
    let wasUsed: Bool
    do throws(HashingFailure) {
      wasUsed = try await hasher.isAmong(password, record?.refused(by: rules) ?? [])
      hash = try await hasher.hash(password, salt: salt)
    } catch {
      throw .hashing(error)
    }
    if wasUsed { throw .flaws([.wasUsed(count: rules.historyCount)]) }
    return record?.changed(to: hash, at: moment, rules) ?? PasswordRecord(hash: hash, set: moment)
  }
}

/// Why a password cannot be set.
package enum PasswordChangeRefusal: Error, Sendable, Hashable {
  case flaws([PasswordFlaw])
  case hashing(HashingFailure)
}
