// Whether a backup is whole and sound.
internal import Glibc
internal import Ledger
internal import Records
internal import SQL
internal import SQLRecords
internal import SQLite

extension Backup {
  /// Checks a backup: its ledger, its versions, its attachments, its structure.
  ///
  /// - Returns: what it holds, with all faults.
  /// - Throws: `.noBackup` for another file.
  package static func check(_ path: String) async throws(StorageProblem) -> Report {
    guard access(path, R_OK) == 0 else { throw .noBackup(path) }
    let found = try await onOwnThread { () throws(StorageProblem) in try attachmentFaults(in: path) }
    let records = DatabaseRecords(.sqlite(path: path, readers: 1, mode: .still))
    do throws(RecordError) {
      var ledger = try await records.verify(expecting: [])
      await records.close()
      ledger.faults += found.faults
      return Report(ledger: ledger, attachmentCount: found.count)
    } catch {
      await records.close()
      throw .records(error)
    }
  }

  private static func attachmentFaults(
    in path: String
  ) throws(StorageProblem) -> (count: Int, faults: [LedgerFault]) {
    do throws(SQLError) {
      let file = try SQLiteConnection(path: path, mode: .still)
      defer { file.close() }
      guard try file.whole(Dialect.sqlite.tableCount("backup_note")) == 1,
        try file.firstRow("SELECT mark FROM backup_note")?.text(0) == mark
      else { throw .other(code: mark, message: "") }
      var count = 0
      var faults: [LedgerFault] = []
      try file.run("SELECT content, bytes FROM attachment_bytes ORDER BY content") {
        (row: Row) throws(SQLError) in
        count += 1
        let content = ContentHash(bytes: try row.bytes(0))
        guard content != ContentHash(of: try row.bytes(1)) else { return }
        faults.append(.alteredAttachment(content ?? .zero))
      }
      let missing = try file.rows(
        """
        SELECT DISTINCT a.content FROM attachment a LEFT JOIN attachment_bytes b ON b.content = a.content
        WHERE b.content IS NULL
        """)
      for row in missing {
        faults.append(.alteredAttachment(ContentHash(bytes: try row.bytes(0)) ?? .zero))
      }
      return (count, faults)
    } catch {
      switch error {
      case .other(mark, _), .damaged: throw .noBackup(path)
      default: throw StorageProblem(error)
      }
    }
  }
}
