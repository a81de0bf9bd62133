// Holds the ledger and the versions of a database against their hashes, whatever somebody did to the tables.
package import Ledger
internal import Organisations
package import Records
internal import SQL

extension DatabaseRecords {
  private static let entriesAtOnce = 4_000
  private static let versionsAtOnce = 200

  package func verify(expecting heads: [LedgerHead]) async throws(RecordError) -> LedgerReport {
    try await database.readers.run(
      { connection throws(RecordError) in
        do throws(SQLError) {
          try connection.begin(.reading)
          defer { connection.rollBack() }
          return try Self.report(on: connection, expecting: heads)
        } catch .damaged(let words) {
          return LedgerReport(
            entryCount: 0, versionCount: 0, head: .empty, faults: [.damagedFile(words)])
        } catch {
          throw RecordError(error)
        }
      }, failure: { RecordError($0) })
  }

  private static func report(
    on connection: any SQLConnection, expecting heads: [LedgerHead]
  ) throws(SQLError) -> LedgerReport {
    var verifier = LedgerVerifier(expecting: heads)
    var versionEntries: Int64 = 0
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
          if entry.note.action == .formVersion { versionEntries += 1 }
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
    try addVersionFaults(to: &report, versionEntries: versionEntries, on: connection)
    if let check = connection.dialect.structureCheck {
      for row in try connection.rows(check) {
        let text = try row.text(0)
        if text != "ok" { report.faults.append(.damagedFile(text)) }
      }
    }
    return report
  }

  /// Bytes against the hash beside them, the hash against the ledger's, and the ledger's against the rows.
  private static func addVersionFaults(
    to report: inout LedgerReport, versionEntries: Int64, on connection: any SQLConnection
  ) throws(SQLError) {
    var last: (form: Int64, version: Int64) = (.min, .min)
    var writtenCount: Int64 = 0
    while report.faults.count < LedgerVerifier.faultsMax {
      let rows = try connection.rows(
        """
        SELECT v.form, v.version_number, v.record, v.content, e.sequence, e.content
        FROM form_version v LEFT JOIN ledger_entry e ON e.action = 'form.version'
          AND e.subject = 'form/' || v.form || '/version/' || v.version_number
        WHERE (v.form, v.version_number) > (\(last.form), \(last.version))
        ORDER BY v.form, v.version_number LIMIT \(versionsAtOnce)
        """)
      for row in rows {
        last = (try row.whole(0), try row.whole(1))
        report.versionCount += 1
        let content = try row.bytes(3)
        if ContentHash(of: try row.bytes(2)).bytes != content {
          report.faults.append(.alteredVersion(form: last.form, version: last.version))
        }
        guard let sequence = try row.wholeIfAny(4) else {
          report.faults.append(.unwrittenVersion(form: last.form, version: last.version))
          continue
        }
        writtenCount += 1
        if try row.bytesIfAny(5) != content {
          report.faults.append(
            .otherVersion(form: last.form, version: last.version, sequence: sequence))
        }
      }
      if rows.count < versionsAtOnce { break }
    }
    // Subjects of versions are unique in the ledger, so equal numbers mean that each has its row.
    if writtenCount != versionEntries { try addMissingVersions(to: &report, on: connection) }
  }

  private static func addMissingVersions(
    to report: inout LedgerReport, on connection: any SQLConnection
  ) throws(SQLError) {
    var versions: Set<String> = []
    try connection.run("SELECT form, version_number FROM form_version") { (row: Row) throws(SQLError) in
      versions.insert("form/\(try row.whole(0))/version/\(try row.whole(1))")
    }
    var faults: [LedgerFault] = []
    try connection.run(
      "SELECT sequence, subject FROM ledger_entry WHERE action = 'form.version' ORDER BY sequence"
    ) { (row: Row) throws(SQLError) in
      let subject = try row.text(1)
      if !versions.contains(subject), faults.count < LedgerVerifier.faultsMax {
        faults.append(.missingVersion(subject: subject, sequence: try row.whole(0)))
      }
    }
    report.faults += faults
  }
}
