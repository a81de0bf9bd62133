// Brings a database to the schema that the program knows, step by step, all or nothing.

/// Applies migrations that are missing, and refuses databases that do not fit.
package struct Migrator: Sendable {
  private let migrations: [Migration]
  private let checksum: @Sendable ([UInt8]) -> [UInt8]

  /// - Parameters:
  ///   - migrations: numbered 1, 2, 3 … without a gap.
  ///   - checksum: a digest; it tells whether a step is the one that was applied.
  package init(_ migrations: [Migration], checksum: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    precondition(migrations.map(\.number) == Array(1..<migrations.count + 1), "numbers without a gap")
    self.migrations = migrations
    self.checksum = checksum
  }

  /// The number of the last step that the program knows.
  package var latest: Int { migrations.count }

  /// The checksum of a step in a dialect.
  package func digest(of migration: Migration, for dialect: Dialect) -> [UInt8] {
    checksum(Array(migration.script(for: dialect).utf8))
  }

  /// The number of the last step that was applied, 0 for an empty database.
  ///
  /// - Throws: `.newer` and `.altered`.
  package func applied(on connection: any SQLConnection) throws(MigrationError) -> Int {
    let rows: [Row]
    do throws(SQLError) {
      guard try connection.whole(connection.dialect.tableCount("schema_migration")) > 0 else { return 0 }
      rows = try connection.rows("SELECT number, checksum FROM schema_migration ORDER BY number")
    } catch {
      throw .sql(error)
    }
    if rows.count > latest { throw .newer(found: rows.count, known: latest) }
    for (migration, row) in zip(migrations, rows) {
      let digest = digest(of: migration, for: connection.dialect)
      guard row.values == [.integer(Int64(migration.number)), .bytes(digest)] else {
        throw .altered(number: migration.number)
      }
    }
    return rows.count
  }

  /// Refuses a database that lacks steps.
  package func check(_ connection: any SQLConnection) throws(MigrationError) {
    let found = try applied(on: connection)
    if found < latest { throw .older(found: found, known: latest) }
  }

  /// Adds the steps that are missing, all in one transaction; another node that does the same waits and finds
  /// nothing left to do.
  ///
  /// - Parameter now: milliseconds since 1970, kept with each step.
  /// - Returns: the numbers of the steps that were added.
  @discardableResult
  package func migrate(_ connection: any SQLConnection, now: Int64) throws(MigrationError) -> [Int] {
    if try applied(on: connection) == latest { return [] }
    do throws(SQLError) { try connection.begin(.writing) } catch { throw .sql(error) }
    do throws(MigrationError) {
      let added = try addMissing(connection, now: now)
      do throws(SQLError) { try connection.commit() } catch { throw .sql(error) }
      return added
    } catch {
      connection.rollBack()
      throw error
    }
  }

  private func addMissing(_ connection: any SQLConnection, now: Int64) throws(MigrationError) -> [Int] {
    do throws(SQLError) {
      if let lock = connection.dialect.migrationLock { try connection.execute(lock) }
      try connection.execute(
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
          number \(word: .integer) PRIMARY KEY, name \(word: .text) NOT NULL,
          checksum \(word: .bytes) NOT NULL, applied_at \(word: .integer) NOT NULL)\(word: .endOfTable)
        """)
    } catch {
      throw .sql(error)
    }
    let missing = migrations.dropFirst(try applied(on: connection))
    do throws(SQLError) {
      for migration in missing {
        for statement in migration.statements(connection.dialect) { try connection.execute(statement) }
        let digest = digest(of: migration, for: connection.dialect)
        try connection.execute(
          """
          INSERT INTO schema_migration (number, name, checksum, applied_at)
          VALUES (\(migration.number), \(migration.name), \(digest), \(now))
          """)
      }
    } catch {
      throw .sql(error)
    }
    return missing.map(\.number)
  }
}
