// Holds the versions of forms against the ledger.
internal import Ledger
internal import Records
internal import SQL

/// Bytes against the hash beside them, the row against the ledger's entry, and the entries against the rows.
struct VersionCheck {
  let connection: any SQLConnection

  private static let rowsAtOnce = 200

  /// - Parameter wanted: how many versions the ledger tells of.
  func run(expecting wanted: Int64, _ report: inout LedgerReport) throws(SQLError) {
    var last: (form: Int64, version: Int64) = (.min, .min)
    var written: Int64 = 0
    while report.faults.count < LedgerVerifier.faultsMax {
      let rows = try connection.rows(
        """
        SELECT v.form, v.version_number, v.record, v.content, v.person, v.made_at,
          e.sequence, e.content, e.actor, e.made_at
        FROM form_version v LEFT JOIN ledger_entry e ON e.action = 'form.version'
          AND e.subject = 'form/' || v.form || '/version/' || v.version_number
        WHERE (v.form, v.version_number) > (\(last.form), \(last.version))
        ORDER BY v.form, v.version_number LIMIT \(Self.rowsAtOnce)
        """)
      for row in rows {
        last = (try row.whole(0), try row.whole(1))
        report.versionCount += 1
        if !Self.isSound(row) {
          report.faults.append(.alteredVersion(form: last.form, version: last.version))
        }
        guard let sequence = try row.wholeIfAny(6) else {
          report.faults.append(.unwrittenVersion(form: last.form, version: last.version))
          continue
        }
        written += 1
        if row.values[3...5] != row.values[7...9] {
          report.faults.append(.otherVersion(form: last.form, version: last.version, sequence: sequence))
        }
      }
      if rows.count < Self.rowsAtOnce { break }
    }
    // Subjects of versions are unique in the ledger, so equal numbers mean that each has its row.
    if written != wanted { try addMissing(to: &report) }
  }

  private static func isSound(_ row: Row) -> Bool {
    guard case .bytes(let record) = row.values[2], case .bytes(let content) = row.values[3] else {
      return false
    }
    return ContentHash(of: record).bytes == content
  }

  private func addMissing(to report: inout LedgerReport) throws(SQLError) {
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
