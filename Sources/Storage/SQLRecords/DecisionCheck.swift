// Holds the decisions on forms against the ledger.
internal import Ledger
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

/// What each decision says against the hash that the ledger has of it, and the entries against the rows.
struct DecisionCheck {
  let connection: any SQLConnection

  private static let rowsAtOnce = 500

  /// Whether a subject of the ledger is a decision: `form/N/decision/M`.
  static func isDecision(_ subject: String) -> Bool {
    let parts = subject.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].elementsEqual("form".utf8) && parts[2].elementsEqual("decision".utf8)
  }

  /// - Parameter wanted: how many decisions the ledger tells of.
  func run(expecting wanted: Int64, _ report: inout LedgerReport) throws(SQLError) {
    var last = Int64.min
    var written: Int64 = 0
    while report.faults.count < LedgerVerifier.faultsMax {
      let rows = try connection.rows(
        """
        SELECT \(part: SQLTransaction.decisionColumns("d")), e.action, e.content, e.actor, e.made_at, e.reason
        FROM decision d LEFT JOIN ledger_entry e
          ON e.subject = 'form/' || d.form || '/decision/' || d.id
        WHERE d.id > \(last) ORDER BY d.id LIMIT \(Self.rowsAtOnce)
        """)
      for row in rows {
        last = try row.whole(0)
        written += row.values[12] == .null ? 0 : 1
        if !isSound(row) { report.faults.append(.alteredDecision(form: try row.whole(1), decision: last)) }
      }
      if rows.count < Self.rowsAtOnce { break }
    }
    if written != wanted { try addMissing(to: &report) }
  }

  private func isSound(_ row: Row) -> Bool {
    do throws(SQLError) {
      let note = try SQLTransaction.decision(row).note
      let wanted: [SQLValue] = [
        .text(note.action.rawValue), .bytes(note.content?.bytes ?? []), .integer(note.actor ?? 0),
        .integer(try row.whole(9)), .text(note.reason),
      ]
      return Array(row.values[12...16]) == wanted
    } catch {
      return false
    }
  }

  private func addMissing(to report: inout LedgerReport) throws(SQLError) {
    var decisions: Set<String> = []
    try connection.run("SELECT form, id FROM decision") { (row: Row) throws(SQLError) in
      decisions.insert(Decision.subject(form: try row.whole(0), decision: try row.whole(1)))
    }
    var faults: [LedgerFault] = []
    try connection.run(
      """
      SELECT sequence, subject FROM ledger_entry WHERE subject >= 'form/' AND subject < 'form0'
      ORDER BY sequence
      """
    ) { (row: Row) throws(SQLError) in
      let subject = try row.text(1)
      if Self.isDecision(subject), !decisions.contains(subject), faults.count < LedgerVerifier.faultsMax {
        faults.append(.missingDecision(subject: subject, sequence: try row.whole(0)))
      }
    }
    report.faults += faults
  }
}
