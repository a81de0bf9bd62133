// Credentials, failed attempts and sessions as statements.
internal import Ledger
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  // MARK: Credentials

  func credential(of person: PersonID, kind: String) throws(RecordError) -> Stored<Credential>? {
    try first(
      """
      SELECT secret, changed_at, revision FROM credential
      WHERE person = \(person.rawValue) AND kind = \(kind)\(part: lock)
      """
    ) { (row: Row) throws(SQLError) in
      Stored(
        Credential(person: person, kind: kind, secret: try row.text(0), changed: try row.moment(1)),
        revision: try row.whole(2))
    }
  }

  func save(_ credential: Credential, expecting revision: Int64) throws(RecordError) {
    let person = credential.person.rawValue
    let text: SQLText =
      revision == 0
      ? """
      INSERT INTO credential (person, kind, secret, changed_at, revision)
      VALUES (\(person), \(credential.kind), \(credential.secret), \(credential.changed.milliseconds), 1)
      ON CONFLICT DO NOTHING
      """
      : """
      UPDATE credential SET secret = \(credential.secret), changed_at = \(credential.changed.milliseconds),
        revision = revision + 1
      WHERE person = \(person) AND kind = \(credential.kind) AND revision = \(revision)
      """
    try change(
      .credential, "\(credential.person)/\(credential.kind)", expecting: revision, text,
      found: "SELECT revision FROM credential WHERE person = \(person) AND kind = \(credential.kind)")
  }

  func removeCredential(of person: PersonID, kind: String) throws(RecordError) {
    try change(
      .credential, person.description,
      "DELETE FROM credential WHERE person = \(person.rawValue) AND kind = \(kind)")
  }

  // MARK: Failed attempts

  func failedAttempts(_ key: String) throws(RecordError) -> FailedAttempts? {
    try first(
      """
      SELECT attempt_count, last_at, locked_until FROM failed_attempt
      WHERE attempt_key = \(key)\(part: lock)
      """
    ) { (row: Row) throws(SQLError) in
      FailedAttempts(
        key: key, count: try row.count(0), last: try row.moment(1), lockedUntil: try row.momentIfAny(2))
    }
  }

  func save(_ attempts: FailedAttempts) throws(RecordError) {
    try change(
      .credential, attempts.key,
      """
      INSERT INTO failed_attempt (attempt_key, attempt_count, last_at, locked_until)
      VALUES (\(attempts.key), \(attempts.count), \(attempts.last.milliseconds),
        \(attempts.lockedUntil?.milliseconds))
      ON CONFLICT (attempt_key) DO UPDATE SET attempt_count = excluded.attempt_count,
        last_at = excluded.last_at, locked_until = excluded.locked_until
      """)
  }

  func removeFailedAttempts(_ key: String) throws(RecordError) {
    try change(.credential, key, "DELETE FROM failed_attempt WHERE attempt_key = \(key)")
  }

  // MARK: Sessions

  private static let sessionColumns: SQLText =
    "token, person, started_at, last_seen_at, expires_at, address, agent"

  private static func session(_ row: Row) throws(SQLError) -> Session {
    Session(
      token: try row.contentHash(0), person: try row.identifier(1), started: try row.moment(2),
      lastSeen: try row.moment(3), expires: try row.moment(4), address: try row.text(5),
      agent: try row.text(6))
  }

  func session(_ token: ContentHash) throws(RecordError) -> Session? {
    try first(
      """
      SELECT \(part: Self.sessionColumns) FROM sign_in_session WHERE token = \(token.bytes)\(part: lock)
      """, Self.session)
  }

  func sessions(of person: PersonID) throws(RecordError) -> [Session] {
    try all(
      """
      SELECT \(part: Self.sessionColumns) FROM sign_in_session WHERE person = \(person.rawValue)
      ORDER BY last_seen_at DESC, token
      """, Self.session)
  }

  func add(_ session: Session) throws(RecordError) {
    try change(
      .session, session.person.description,
      """
      INSERT INTO sign_in_session (\(part: Self.sessionColumns))
      VALUES (\(session.token.bytes), \(session.person.rawValue), \(session.started.milliseconds),
        \(session.lastSeen.milliseconds), \(session.expires.milliseconds), \(session.address),
        \(session.agent))
      """)
  }

  func touchSession(_ token: ContentHash, at moment: Moment) throws(RecordError) -> Bool {
    try change(
      .session, "",
      "UPDATE sign_in_session SET last_seen_at = \(moment.milliseconds) WHERE token = \(token.bytes)") > 0
  }

  func removeSession(_ token: ContentHash) throws(RecordError) {
    try change(.session, "", "DELETE FROM sign_in_session WHERE token = \(token.bytes)")
  }

  func removeSessions(of person: PersonID, except token: ContentHash?) throws(RecordError) -> Int {
    try change(
      .session, person.description,
      """
      DELETE FROM sign_in_session
      WHERE person = \(person.rawValue) AND token <> \((token ?? .zero).bytes)
      """)
  }

  func removeSessions(
    expiredAt moment: Moment, lastSeenBefore lastSeen: Moment
  ) throws(RecordError) -> Int {
    try change(
      .session, "",
      """
      DELETE FROM sign_in_session
      WHERE expires_at <= \(moment.milliseconds) OR last_seen_at < \(lastSeen.milliseconds)
      """)
  }
}
