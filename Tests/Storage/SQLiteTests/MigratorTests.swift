// Steps of a schema: each applied once, none altered, none skipped.
import SQL
import SQLite
import StorageProbes
import Testing

@Suite struct MigratorTests {
  private let connection: SQLiteConnection
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    connection = try SQLiteConnection(path: "\(folder.path)/probe.db", mode: .create)
  }

  private static let first = Migration(number: 1, name: "first") { _ in ["CREATE TABLE a (x INTEGER)"] }
  private static let second = Migration(number: 2, name: "second") { _ in ["CREATE TABLE b (x INTEGER)"] }

  private func migrator(_ migrations: [Migration]) -> Migrator {
    Migrator(migrations) { [UInt8](($0.reduce(0 as UInt64) { $0 &* 31 &+ UInt64($1) }).description.utf8) }
  }

  @Test func `steps are applied once, and later ones added`() throws {
    #expect(try migrator([Self.first]).applied(on: connection) == 0)
    #expect(try migrator([Self.first]).migrate(connection, now: 5) == [1])
    #expect(try migrator([Self.first]).migrate(connection, now: 6) == [])
    #expect(throws: MigrationError.older(found: 1, known: 2)) {
      try migrator([Self.first, Self.second]).check(connection)
    }
    #expect(try migrator([Self.first, Self.second]).migrate(connection, now: 7) == [2])
    #expect(try migrator([Self.first, Self.second]).applied(on: connection) == 2)
    let times = try connection.rows("SELECT applied_at FROM schema_migration ORDER BY number")
    #expect(times == [Row([.integer(5)]), Row([.integer(7)])])
  }

  @Test func `a database of a later program is refused`() throws {
    try migrator([Self.first, Self.second]).migrate(connection, now: 0)
    #expect(throws: MigrationError.newer(found: 2, known: 1)) {
      try migrator([Self.first]).migrate(connection, now: 0)
    }
  }

  @Test func `a step that was altered after it was applied is refused`() throws {
    try migrator([Self.first]).migrate(connection, now: 0)
    let altered = Migration(number: 1, name: "first") { _ in ["CREATE TABLE a (x INTEGER, y INTEGER)"] }
    #expect(throws: MigrationError.altered(number: 1)) {
      try migrator([altered, Self.second]).migrate(connection, now: 0)
    }
  }

  @Test func `a step that fails leaves nothing of the others`() throws {
    let broken = Migration(number: 2, name: "broken") { _ in
      ["CREATE TABLE b (x INTEGER)", "CREATE TABLE a (x INTEGER)"]
    }
    #expect(throws: MigrationError.self) {
      try migrator([Self.first, broken]).migrate(connection, now: 0)
    }
    #expect(try connection.whole("SELECT count(*) FROM sqlite_master") == 0)
  }
}
