// Puts a backup back, into a folder or a server with nothing in it, and checks that it is all there.
internal import Glibc
internal import Ledger
package import Quantities
internal import Records
internal import SQL
internal import SQLRecords
internal import SQLite

extension Backup {
  /// Restores a backup. It may come from another engine, and from an earlier version of the program.
  ///
  /// - Returns: what was restored, as read back from its new place.
  /// - Throws: `.notEmpty`, `.noBackup`, `.newer`, `.faults` where the backup is not sound.
  package static func restore(
    _ path: String, into place: StoragePlace, now: Moment
  ) async throws(StorageProblem) -> Report {
    try FolderCheck.checkWritable(place.folder)
    guard place.server != nil || access(place.databaseFile, F_OK) != 0 else { throw .notEmpty }
    let wanted = try await check(path)
    guard wanted.ledger.faults.isEmpty else { throw .faults(wanted.ledger.faults) }
    let copy = "\(place.databaseFile).restoring"
    removeDatabase(copy)
    defer { removeDatabase(copy) }
    try await onOwnThread { () throws(StorageProblem) in
      try unpack(path, to: copy, attachments: AttachmentFolder(path: place.attachmentFolder), now: now)
    }
    if place.server == nil {
      try await onOwnThread { () throws(StorageProblem) in
        guard rename(copy, place.databaseFile) == 0 else {
          throw .unreachable(String(cString: strerror(errno)))
        }
        chmod(place.databaseFile, 0o600)
        try synchronize(place.folder)
      }
    }
    let storage = try await OpenedStorage.open(place, for: .migrate, now: now)
    do throws(StorageProblem) {
      if place.server != nil { try await fill(storage.database, from: copy) }
      let found = try await verify(storage.records, like: wanted)
      await storage.close()
      return found
    } catch {
      await storage.close()
      if place.server == nil { removeDatabase(place.databaseFile) }
      throw error
    }
  }

  /// Makes a database of today's schema from a backup, and lays the attachments into their folder.
  private static func unpack(
    _ path: String, to copy: String, attachments: AttachmentFolder, now: Moment
  ) throws(StorageProblem) {
    let database = try told { () throws(SQLError) in
      let backup = try SQLiteConnection(path: path, mode: .still)
      defer { backup.close() }
      try backup.copy(to: copy)
      return try SQLiteConnection(path: copy, mode: .alone)
    }
    defer { database.close() }
    do throws(MigrationError) {
      try Schema.migrator.migrate(database, now: now.milliseconds)
    } catch {
      throw StorageProblem(error)
    }
    let contents = try told { () throws(SQLError) in
      try database.rows("SELECT content FROM attachment_bytes ORDER BY content")
    }
    for row in contents {
      guard case .bytes(let content) = row.values[0] else { continue }
      let bytes = try told { () throws(SQLError) in
        try database.firstRow("SELECT bytes FROM attachment_bytes WHERE content = \(content)")?.bytes(0)
      }
      do throws(AttachmentProblem) {
        _ = try attachments.keep(bytes ?? [])
      } catch {
        throw .attachment(error)
      }
    }
    try told { () throws(SQLError) in
      try database.execute("DROP TABLE attachment_bytes")
      try database.execute("DROP TABLE backup_note")
      if !contents.isEmpty { try database.execute("VACUUM") }
    }
  }

  /// Copies the rows of a file to a server that has none.
  private static func fill(_ database: SQLDatabase, from copy: String) async throws(StorageProblem) {
    try await database.writers.run(
      { connection throws(StorageProblem) in
        for table in Schema.tables where table.name.text != "ledger_head" {
          let row = try told { () throws(SQLError) in
            try connection.firstRow("SELECT 1 FROM \(name: table.name) LIMIT 1")
          }
          guard row == nil else { throw .notEmpty }
        }
        try told { () throws(SQLError) in
          let source = try SQLiteConnection(path: copy, mode: .still)
          defer { source.close() }
          try connection.transaction(.writing) { () throws(SQLError) in
            try TableCopy(from: source, to: connection).copyAll()
          }
          // The server plans by counts, and has none of rows that it has just been given.
          try connection.execute("ANALYZE")
        }
      }, failure: { StorageProblem($0) })
  }

  private static func verify(
    _ records: any RecordStore, like wanted: Report
  ) async throws(StorageProblem) -> Report {
    do throws(RecordError) {
      let found = try await records.verify(expecting: [wanted.ledger.head])
      guard found == wanted.ledger else {
        let faults: [LedgerFault] = [.otherHead(stored: wanted.ledger.head, found: found.head)]
        throw RecordError.refused(StorageProblem.faults(found.faults.isEmpty ? faults : found.faults))
      }
      return Report(ledger: found, attachmentCount: wanted.attachmentCount)
    } catch {
      if case .refused(let problem as StorageProblem) = error { throw problem }
      throw .records(error)
    }
  }
}
