// One file with everything: records, ledger and attachments, made while the office works.
internal import Glibc
internal import Ledger
package import Quantities
package import Records
internal import SQL
internal import SQLRecords
internal import SQLite

/// A backup is an SQLite database with the schema of the office, whichever engine it was made on, and two
/// tables more: `backup_note` and `attachment_bytes`. Sessions stay behind.
package enum Backup {
  /// What a backup holds.
  package struct Report: Sendable, Equatable {
    package var ledger: LedgerReport
    package var attachmentCount: Int

    package init(ledger: LedgerReport, attachmentCount: Int) {
      self.ledger = ledger
      self.attachmentCount = attachmentCount
    }
  }

  /// Marks the file as ours.
  static let mark = "plumbline-backup-1"

  /// Writes one consistent state of a storage into a file and checks it there. Others may work meanwhile.
  ///
  /// - Parameter path: where nothing must be yet; the file gets this name when it is whole.
  /// - Throws: `.fileExists`, `.diskFull`, `.faults` where the copy, or the storage itself, is not sound.
  package static func make(
    of storage: OpenedStorage, at path: String, now: Moment
  ) async throws(StorageProblem) -> Report {
    guard access(path, F_OK) != 0 else { throw .fileExists(path) }
    let unfinished = "\(path).unfinished"
    removeDatabase(unfinished)
    do throws(StorageProblem) {
      try await copyRecords(of: storage, to: unfinished, now: now)
      chmod(unfinished, 0o600)
      try await onOwnThread { () throws(StorageProblem) in
        try complete(unfinished, with: storage.attachments, now: now)
      }
      let report = try await check(unfinished)
      guard report.ledger.faults.isEmpty else { throw .faults(report.ledger.faults) }
      try await onOwnThread { () throws(StorageProblem) in try finish(unfinished, as: path) }
      return report
    } catch {
      removeDatabase(unfinished)
      if case .diskFull = error { throw .diskFull(path) }
      throw error
    }
  }

  private static func copyRecords(
    of storage: OpenedStorage, to path: String, now: Moment
  ) async throws(StorageProblem) {
    try await storage.database.readers.run(
      { connection throws(StorageProblem) in
        if let connection = connection as? SQLiteConnection {
          return try told { () throws(SQLError) in try connection.copy(to: path) }
        }
        let target = try told { () throws(SQLError) in try SQLiteConnection(path: path, mode: .create) }
        defer { target.close() }
        do throws(MigrationError) {
          try Schema.migrator.migrate(target, now: now.milliseconds)
        } catch {
          throw StorageProblem(error)
        }
        try told { () throws(SQLError) in
          try connection.begin(.reading)
          defer { connection.rollBack() }
          try target.transaction(.writing) { () throws(SQLError) in
            try TableCopy(from: connection, to: target).copyAll(except: ["sign_in_session"])
          }
        }
      }, failure: { StorageProblem($0) })
  }

  /// Work with an engine, its errors in the words of this room.
  static func told<Answer>(
    _ work: () throws(SQLError) -> Answer
  ) throws(StorageProblem) -> Answer {
    do throws(SQLError) { return try work() } catch { throw StorageProblem(error) }
  }

  /// Adds what a backup has besides the records.
  private static func complete(
    _ path: String, with attachments: AttachmentFolder, now: Moment
  ) throws(StorageProblem) {
    let copy = try told { () throws(SQLError) in try SQLiteConnection(path: path, mode: .alone) }
    defer { copy.close() }
    let contents = try told { () throws(SQLError) in
      try copy.execute("DELETE FROM sign_in_session")
      try copy.execute("CREATE TABLE backup_note (mark TEXT NOT NULL, made_at INTEGER NOT NULL) STRICT")
      try copy.execute("INSERT INTO backup_note (mark, made_at) VALUES (\(mark), \(now.milliseconds))")
      try copy.execute(
        "CREATE TABLE attachment_bytes (content BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
      return try copy.rows("SELECT DISTINCT content FROM attachment ORDER BY content")
    }
    for row in contents {
      guard case .bytes(let name) = row.values[0], let content = ContentHash(bytes: name) else { continue }
      let bytes: [UInt8]
      do throws(AttachmentProblem) {
        bytes = try attachments.bytes(of: content)
      } catch {
        throw .attachment(error)
      }
      _ = try told { () throws(SQLError) in
        try copy.execute(
          "INSERT INTO attachment_bytes (content, bytes) VALUES (\(content.bytes), \(bytes))")
      }
    }
  }

  /// Puts the file on the disk under its name.
  private static func finish(_ unfinished: String, as path: String) throws(StorageProblem) {
    try synchronize(unfinished)
    guard rename(unfinished, path) == 0 else { throw .unreachable(String(cString: strerror(errno))) }
    try synchronize(folder(of: path))
  }

  /// Waits until a file, or a folder's names, are on the disk.
  static func synchronize(_ path: String) throws(StorageProblem) {
    let opened = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .unreachable(String(cString: strerror(errno))) }
    defer { Glibc.close(opened) }
    guard fsync(opened) == 0 else { throw .diskFull(path) }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Removes a database file and what may lie beside it.
  static func removeDatabase(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
  }
}
