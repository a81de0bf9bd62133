// Opens the storage of an office: the engine that its place tells, with the schema that the program knows.
internal import Glibc
internal import Ledger
internal import PostgreSQL
package import Quantities
package import Records
internal import SQL
internal import SQLRecords
internal import SQLite

/// The records of an office and the bytes of its attachments.
package struct OpenedStorage: Sendable {
  package let place: StoragePlace
  package let records: any RecordStore
  package let attachments: AttachmentFolder
  /// The steps of the schema that were added while opening.
  package let addedSteps: [Int]
  /// The connections behind the records.
  let database: SQLDatabase

  /// How the storage is opened.
  package enum Purpose: Sendable {
    /// For work; steps of the schema that are missing are added.
    case migrate
    /// For work; a database that lacks steps is refused.
    case work
    /// For reading: a check, a backup. Nothing is written, not even where nobody could.
    case read
  }

  /// Opens the storage at a place.
  ///
  /// - Parameters:
  ///   - now: kept with the steps of the schema that are added.
  ///   - connections: threads that read (SQLite) or work (PostgreSQL) at once.
  package static func open(
    _ place: StoragePlace, for purpose: Purpose, now: Moment, connections: Int = 4
  ) async throws(StorageProblem) -> OpenedStorage {
    guard SM3.isAvailable else { throw .noDigest }
    if case .read = purpose {
      try FolderCheck.checkReadable(place.folder)
    } else {
      try FolderCheck.checkWritable(place.folder)
    }
    let database = try database(at: place, for: purpose, connections: connections)
    do throws(StorageProblem) {
      let added = try await prepare(database, for: purpose, now: now)
      // What lies beside the file takes its rights from it.
      if added.first == 1, place.server == nil { chmod(place.databaseFile, 0o600) }
      return OpenedStorage(
        place: place, records: DatabaseRecords(database),
        attachments: AttachmentFolder(path: place.attachmentFolder), addedSteps: added,
        database: database)
    } catch {
      await database.close()
      if case .diskFull = error { throw .diskFull(place.folder) }
      throw error
    }
  }

  private static func database(
    at place: StoragePlace, for purpose: Purpose, connections: Int
  ) throws(StorageProblem) -> SQLDatabase {
    if let server = place.server { return .postgreSQL(address: server, connections: connections) }
    let isThere = access(place.databaseFile, F_OK) == 0
    switch purpose {
    case .migrate: return .sqlite(path: place.databaseFile, readers: connections)
    case .work:
      guard isThere else { throw .older(found: 0, known: Schema.migrator.latest) }
      return .sqlite(path: place.databaseFile, readers: connections, mode: .write)
    case .read:
      guard isThere else { throw .unreachable(place.databaseFile) }
    }
    // Beside a file that others may write there are files to take turns with; where none can be made, and
    // none is there, nobody writes.
    let canShare = FolderCheck.isWritable(place.folder) || access("\(place.databaseFile)-shm", R_OK) == 0
    return .sqlite(path: place.databaseFile, readers: connections, mode: canShare ? .read : .still)
  }

  private static func prepare(
    _ database: SQLDatabase, for purpose: Purpose, now: Moment
  ) async throws(StorageProblem) -> [Int] {
    try await database.writers.run(
      { connection throws(StorageProblem) in
        if connection.dialect == .postgreSQL { try checkServer(connection) }
        do throws(MigrationError) {
          let found = try Schema.migrator.applied(on: connection)
          if found == 0 { try refuseForeignTables(connection) }
          guard case .migrate = purpose else {
            try Schema.migrator.check(connection)
            return []
          }
          return try Schema.migrator.migrate(connection, now: now.milliseconds)
        } catch .sql(.other(foreignMark, _)) {
          throw .foreignDatabase
        } catch {
          throw StorageProblem(error)
        }
      }, failure: { StorageProblem($0) })
  }

  private static let foreignMark = "foreign tables"

  /// A database without our first step must have no tables at all.
  private static func refuseForeignTables(_ connection: any SQLConnection) throws(MigrationError) {
    let query: SQLText =
      switch connection.dialect {
      case .sqlite: "SELECT count(*) FROM sqlite_master"
      case .postgreSQL: "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
      }
    do throws(SQLError) {
      if try connection.whole(query) > 0 { throw .other(code: foreignMark, message: "") }
    } catch {
      throw .sql(error)
    }
  }

  private static func checkServer(_ connection: any SQLConnection) throws(StorageProblem) {
    do throws(ServerProblem) {
      try PostgreSQLServer.check(connection)
    } catch {
      switch error {
      case .sql(let error): throw StorageProblem(error)
      case .tooOld(let version): throw .serverTooOld(version)
      case .encoding(let encoding): throw .wrongEncoding(encoding)
      case .characterType(let type): throw .wrongCharacterType(type)
      }
    }
  }

  /// Ends the work that has begun and gives everything back.
  package func close() async { await records.close() }
}
