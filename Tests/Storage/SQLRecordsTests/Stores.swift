// Empty stores with the schema.
import PostgreSQL
import Records
import SQL
import SQLRecords
import SQLite
import StorageProbes
import Testing

enum Stores {
  static func sqlite(in folder: ScratchFolder) async throws -> DatabaseRecords {
    try await migrated(.sqlite(path: "\(folder.path)/office.db"))
  }

  static func postgreSQL() async throws -> DatabaseRecords {
    let cluster = try #require(ThrowAwayCluster.shared)
    return try await migrated(.postgreSQL(address: try #require(cluster.database())))
  }

  static func migrated(_ database: SQLDatabase) async throws -> DatabaseRecords {
    _ = try await database.writers.run(
      { connection throws(MigrationError) in try Schema.migrator.migrate(connection, now: 0) },
      failure: { .sql($0) })
    return DatabaseRecords(database)
  }
}
