// Step 2 of the schema: what signing in needs.
internal import SQL

extension Migration {
  static let access = Migration(number: 2, name: "access") { _ in
    [
      """
      CREATE TABLE credential (
        person \(word: .integer) NOT NULL REFERENCES person (id),
        kind \(word: .text) NOT NULL,
        secret \(word: .text) NOT NULL,
        changed_at \(word: .integer) NOT NULL,
        revision \(word: .integer) NOT NULL CHECK (revision > 0),
        PRIMARY KEY (person, kind))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE failed_attempt (
        attempt_key \(word: .text) PRIMARY KEY,
        attempt_count \(word: .integer) NOT NULL CHECK (attempt_count >= 0),
        last_at \(word: .integer) NOT NULL,
        locked_until \(word: .integer))\(word: .endOfTableByKey)
      """,
      """
      CREATE TABLE sign_in_session (
        token \(word: .bytes) PRIMARY KEY CHECK (\(word: .byteCount)(token) = 32),
        person \(word: .integer) NOT NULL REFERENCES person (id),
        started_at \(word: .integer) NOT NULL,
        last_seen_at \(word: .integer) NOT NULL,
        expires_at \(word: .integer) NOT NULL,
        address \(word: .text) NOT NULL,
        agent \(word: .text) NOT NULL)\(word: .endOfTableByKey)
      """,
      "CREATE INDEX sign_in_session_by_person ON sign_in_session (person)",
      "CREATE INDEX sign_in_session_by_expiry ON sign_in_session (expires_at)",
    ]
  }
}
