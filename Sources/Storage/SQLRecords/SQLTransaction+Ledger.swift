// The ledger as statements.
internal import Ledger
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  static let entryColumns: SQLText =
    "sequence, made_at, actor, action, subject, content, reason, previous_hash, hash"

  static func entry(_ row: Row) throws(SQLError) -> LedgerEntry {
    let actor = try row.whole(2)
    return LedgerEntry(
      sequence: try row.whole(0),
      note: LedgerNote(
        moment: try row.moment(1), actor: actor == 0 ? nil : actor, action: LedgerAction(try row.text(3)),
        subject: try row.text(4), content: try row.contentHashIfAny(5), reason: try row.text(6)),
      previous: try row.contentHash(7), hash: try row.contentHash(8))
  }

  func ledgerHead() throws(RecordError) -> LedgerHead { try head(locking: false) }

  private func head(locking: Bool) throws(RecordError) -> LedgerHead {
    let lock: SQLText = locking ? "\(word: .lockRow)" : ""
    let head = try first("SELECT sequence, hash FROM ledger_head WHERE id = 1\(part: lock)") {
      (row: Row) throws(SQLError) in
      LedgerHead(sequence: try row.whole(0), hash: try row.contentHash(1))
    }
    guard let head else { throw .damaged("ledger_head") }
    return head
  }

  func ledgerEntries(after sequence: Int64, limit: Int) throws(RecordError) -> [LedgerEntry] {
    try all(
      """
      SELECT \(part: Self.entryColumns) FROM ledger_entry WHERE sequence > \(sequence)
      ORDER BY sequence LIMIT \(max(0, limit))
      """, Self.entry)
  }

  func ledgerEntries(
    about subject: String, before sequence: Int64, limit: Int
  ) throws(RecordError) -> [LedgerEntry] {
    // `0` follows the slash, so the range holds what begins with the subject and a slash.
    try all(
      """
      SELECT \(part: Self.entryColumns) FROM ledger_entry
      WHERE (subject = \(subject) OR (subject >= \(subject + "/") AND subject < \(subject + "0")))
        AND sequence < \(sequence)
      ORDER BY sequence DESC LIMIT \(max(0, limit))
      """, Self.entry)
  }

  func append(_ note: LedgerNote) throws(RecordError) {
    precondition(isWriting, "a view changes nothing")
    notes.append(note)
  }

  /// Writes the notes behind the head. On a server with several nodes the head's row is the turnstile: it is
  /// taken as late as can be and held until the transaction's end, so that the chain has one end.
  func writeNotes() throws(RecordError) {
    if notes.isEmpty { return }
    var head = try head(locking: true)
    var rows: [SQLText] = []
    for note in notes {
      let entry = LedgerEntry(note, after: head)
      head = LedgerHead(sequence: entry.sequence, hash: entry.hash)
      rows.append(
        """
        (\(entry.sequence), \(note.moment.milliseconds), \(note.actor ?? 0), \(note.action.rawValue),
          \(note.subject), \(note.content?.bytes), \(note.reason), \(entry.previous.bytes),
          \(entry.hash.bytes))
        """)
    }
    for start in stride(from: 0, to: rows.count, by: Self.rowsMax) {
      try change(
        .formVersion, "ledger",
        """
        INSERT INTO ledger_entry (\(part: Self.entryColumns))
        VALUES \(part: .joined(Array(rows[start..<min(rows.count, start + Self.rowsMax)]), by: ", "))
        """)
    }
    try change(
      .formVersion, "ledger",
      "UPDATE ledger_head SET sequence = \(head.sequence), hash = \(head.hash.bytes) WHERE id = 1")
    notes = []
  }
}
