// Step 5 of the schema: the ledger, whose rows nobody alters, and its head, which writers take in turn.
internal import SQL

extension Migration {
  static let ledger = Migration(number: 5, name: "ledger") { dialect in
    [
      """
      CREATE TABLE ledger_entry (
        sequence \(word: .integer) PRIMARY KEY CHECK (sequence > 0),
        made_at \(word: .integer) NOT NULL,
        actor \(word: .integer) NOT NULL CHECK (actor >= 0),
        action \(word: .text) NOT NULL CHECK (action <> ''),
        subject \(word: .text) NOT NULL,
        content \(word: .bytes) CHECK (\(word: .byteCount)(content) = 32),
        reason \(word: .text) NOT NULL,
        previous_hash \(word: .bytes) NOT NULL CHECK (\(word: .byteCount)(previous_hash) = 32),
        hash \(word: .bytes) NOT NULL CHECK (\(word: .byteCount)(hash) = 32))\(word: .endOfTable)
      """,
      "CREATE INDEX ledger_entry_by_subject ON ledger_entry (subject, sequence)",
      """
      CREATE UNIQUE INDEX ledger_entry_of_version ON ledger_entry (subject) WHERE action = 'form.version'
      """,
      """
      CREATE TABLE ledger_head (
        id \(word: .integer) PRIMARY KEY CHECK (id = 1),
        sequence \(word: .integer) NOT NULL,
        hash \(word: .bytes) NOT NULL CHECK (\(word: .byteCount)(hash) = 32))\(word: .endOfTable)
      """,
      "INSERT INTO ledger_head (id, sequence, hash) VALUES (1, 0, \(part: zeros(dialect)))",
    ] + dialect.appendOnly("ledger_entry")
  }

  /// 32 zero bytes; written out, because arguments are no part of a step's checksum.
  private static func zeros(_ dialect: Dialect) -> SQLText {
    switch dialect {
    case .sqlite: "zeroblob(32)"
    case .postgreSQL: "decode(repeat('00', 32), 'hex')"
    }
  }
}
