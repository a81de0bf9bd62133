// Holds the ledger and the versions of a database against their hashes, whatever somebody did to the tables.
package import Ledger
internal import Organisations
package import Records
internal import SQL

extension DatabaseRecords {
  private static let entriesAtOnce = 4_000

  /// Holds everything against its hash.
  package func verify(expecting heads: [LedgerHead]) async throws(RecordError) -> LedgerReport {
    try await database.readers.run(
      { connection throws(RecordError) in
        do throws(SQLError) {
          try connection.begin(.reading)
          defer { connection.rollBack() }
          return try Self.report(on: connection, expecting: heads)
        } catch {
          let told = RecordError(error)
          guard case .damaged(let words) = told else { throw told }
          return LedgerReport(entryCount: 0, versionCount: 0, head: .empty, faults: [.damagedFile(words)])
        }
      }, failure: { RecordError($0) })
  }

  private static func report(
    on connection: any SQLConnection, expecting heads: [LedgerHead]
  ) throws(SQLError) -> LedgerReport {
    var verifier = LedgerVerifier(expecting: heads)
    var subjects = WrittenSubjects()
    var last: Int64 = Int64.min
    while !verifier.isFull {
      let rows = try connection.rows(
        """
        SELECT \(part: SQLTransaction.entryColumns) FROM ledger_entry WHERE sequence > \(last)
        ORDER BY sequence LIMIT \(entriesAtOnce)
        """)
      for row in rows {
        last = try row.whole(0)
        do throws(SQLError) {
          let entry = try SQLTransaction.entry(row)
          subjects.count(entry.note)
          verifier.take(entry)
        } catch {
          verifier.takeUnreadable(sequence: last)
        }
      }
      if rows.count < entriesAtOnce { break }
    }
    let stored = try connection.firstRow("SELECT sequence, hash FROM ledger_head WHERE id = 1")
    let storedHead = stored.flatMap { row -> LedgerHead? in
      guard case .integer(let sequence) = row.values[0], case .bytes(let bytes) = row.values[1] else {
        return nil
      }
      return ContentHash(bytes: bytes).map { LedgerHead(sequence: sequence, hash: $0) }
    }
    let head = verifier.finish(stored: storedHead ?? LedgerHead(sequence: 0, hash: .zero))
    var report = LedgerReport(
      entryCount: verifier.count, versionCount: 0, head: head, faults: verifier.faults)
    try VersionCheck(connection: connection).run(expecting: subjects.versions, &report)
    try DecisionCheck(connection: connection).run(expecting: subjects.decisions, &report)
    if let check = connection.dialect.structureCheck {
      for row in try connection.rows(check) {
        let text = try row.text(0)
        if text != "ok" { report.faults.append(.damagedFile(text)) }
      }
    }
    return report
  }
}

/// How many versions and decisions the ledger tells of.
private struct WrittenSubjects {
  var versions: Int64 = 0
  var decisions: Int64 = 0

  mutating func count(_ note: LedgerNote) {
    if note.action == .formVersion {
      versions += 1
    } else if DecisionCheck.isDecision(note.subject) {
      decisions += 1
    }
  }
}
