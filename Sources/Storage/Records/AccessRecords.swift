// What signing in needs: credentials, failed attempts, sessions.
package import Ledger
package import Organisations
package import Quantities

/// Something that proves who a person is. The store does not know what the text means.
package struct Credential: Sendable, Hashable {
  package var person: PersonID
  /// `password`, `one-time-code`; one of each for a person.
  package var kind: String
  /// A password's hash with its parameters, an encrypted key.
  package var secret: String
  package var changed: Moment

  package init(person: PersonID, kind: String, secret: String, changed: Moment) {
    self.person = person
    self.kind = kind
    self.secret = secret
    self.changed = changed
  }
}

/// Failed attempts to sign in, counted for an account or an address.
package struct FailedAttempts: Sendable, Hashable {
  /// `account/zhang.san`, `address/10.1.2.3`.
  package var key: String
  package var count: Int
  package var last: Moment
  /// Nothing is tried before.
  package var lockedUntil: Moment?

  package init(key: String, count: Int, last: Moment, lockedUntil: Moment? = nil) {
    self.key = key
    self.count = count
    self.last = last
    self.lockedUntil = lockedUntil
  }
}

/// One sign-in. The token itself is known to the browser alone.
package struct Session: Sendable, Hashable {
  /// The digest of the token.
  package let token: ContentHash
  package let person: PersonID
  package let started: Moment
  package var lastSeen: Moment
  /// It ends then, whatever happens.
  package var expires: Moment
  /// Where it came from, as the person's list of sessions shows it.
  package var address: String
  /// The browser, as the list shows it.
  package var agent: String

  package init(
    token: ContentHash, person: PersonID, started: Moment, lastSeen: Moment, expires: Moment,
    address: String, agent: String
  ) {
    self.token = token
    self.person = person
    self.started = started
    self.lastSeen = lastSeen
    self.expires = expires
    self.address = address
    self.agent = agent
  }
}

/// Reads credentials, attempts and sessions.
package protocol AccessView {
  /// Nil where the person has none of the kind.
  func credential(of person: PersonID, kind: String) throws(RecordError) -> Stored<Credential>?

  /// Nil where nothing has failed.
  func failedAttempts(_ key: String) throws(RecordError) -> FailedAttempts?

  /// Nil for a token that is not, or no more, known.
  func session(_ token: ContentHash) throws(RecordError) -> Session?

  /// Those of a person, the latest seen first.
  func sessions(of person: PersonID) throws(RecordError) -> [Session]
}

/// Changes credentials, attempts and sessions.
package protocol AccessStore {
  /// - Parameter revision: 0 where the person must have none of the kind yet.
  /// - Throws: `.stale`, `.unknownReference`.
  func save(_ credential: Credential, expecting revision: Int64) throws(RecordError)

  /// Does nothing where there is none.
  func removeCredential(of person: PersonID, kind: String) throws(RecordError)

  /// Puts the count in place of the one that is there.
  func save(_ attempts: FailedAttempts) throws(RecordError)

  /// Forgets the failures of a key.
  func removeFailedAttempts(_ key: String) throws(RecordError)

  /// - Throws: `.alreadyExists`, `.unknownReference`.
  func add(_ session: Session) throws(RecordError)

  /// Notes that a session was used.
  ///
  /// - Returns: false where it is gone.
  @discardableResult
  func touchSession(_ token: ContentHash, at moment: Moment) throws(RecordError) -> Bool

  /// Ends a session; does nothing where it is gone.
  func removeSession(_ token: ContentHash) throws(RecordError)

  /// Ends all sessions of a person but one.
  ///
  /// - Returns: how many were ended.
  @discardableResult
  func removeSessions(of person: PersonID, except token: ContentHash?) throws(RecordError) -> Int

  /// Forgets sessions that expired, or were last seen before `lastSeen`.
  @discardableResult
  func removeSessions(expiredAt moment: Moment, lastSeenBefore lastSeen: Moment) throws(RecordError) -> Int
}
