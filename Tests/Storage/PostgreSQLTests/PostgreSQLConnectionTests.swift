// A connection to a server: values, errors, what the server must be like, servers that die.
import Glibc
import PostgreSQL
import SQL
import StorageProbes
import Testing

@Suite(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
struct PostgreSQLConnectionTests {
  private func address(_ options: [String] = []) throws -> String {
    try #require(ThrowAwayCluster.shared?.database(options: options))
  }

  private func table() throws -> PostgreSQLConnection {
    let connection = try PostgreSQLConnection(address: try address())
    try connection.execute(
      """
      CREATE TABLE probe (id BIGINT PRIMARY KEY, word TEXT UNIQUE, piece BYTEA,
        parent BIGINT REFERENCES probe (id), size BIGINT NOT NULL DEFAULT 1 CHECK (size < 100))
      """)
    return connection
  }

  @Test func `values come back as they went`() throws {
    let connection = try table()
    let rows: [[SQLValue]] = [
      [.integer(.max), .text(""), .bytes([])], [.integer(.min), .text("名'\"\n\\🀄️"), .bytes([0, 255])],
      [.integer(0), .null, .null], [.integer(-1), .text("$1"), .bytes(Array(repeating: 7, count: 70_000))],
    ]
    for row in rows {
      let count = try connection.execute(
        "INSERT INTO probe (id, word, piece) VALUES (\(row[0]), \(row[1]), \(row[2]))")
      #expect(count == 1)
    }
    let found = try connection.rows("SELECT id, word, piece FROM probe")
    #expect(Set(found.map(\.values)) == Set(rows))
    #expect(
      try connection.rows("SELECT 1::smallint, 2::integer, true, id FROM probe WHERE id = 0").count == 1)
    #expect(throws: SQLError.unexpectedValue(column: 0)) { try connection.rows("SELECT 0.5::float8") }
  }

  @Test func `rules of the schema are told by their kind`() throws {
    let connection = try table()
    try connection.execute("INSERT INTO probe (id, word) VALUES (1, 'a')")
    let cases: [(SQLText, SQLError.Constraint)] = [
      ("INSERT INTO probe (id) VALUES (1)", .unique),
      ("INSERT INTO probe (id, word) VALUES (2, 'a')", .unique),
      ("INSERT INTO probe (id, parent) VALUES (2, 9)", .foreignKey),
      ("INSERT INTO probe (word) VALUES ('b')", .notNull),
      ("INSERT INTO probe (id, size) VALUES (2, 100)", .check),
    ]
    for (text, kind) in cases {
      let error = #expect(throws: SQLError.self, "\(text)") { try connection.execute(text) }
      guard case .constraint(let found, _) = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
      #expect(found == kind, "\(text)")
    }
  }

  @Test func `rows that stay are neither altered nor removed`() throws {
    let connection = try table()
    for statement in Dialect.postgreSQL.appendOnly("probe") { try connection.execute(statement) }
    try connection.execute("INSERT INTO probe (id) VALUES (1)")
    for text in ["UPDATE probe SET size = 2", "DELETE FROM probe", "TRUNCATE probe CASCADE"] as [SQLText] {
      let error = #expect(throws: SQLError.self, "\(text)") { try connection.execute(text) }
      guard case .constraint(.appendOnly, _) = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
    }
    #expect(try connection.whole("SELECT size FROM probe") == 1)
  }

  @Test func `a failed transaction is not committed in silence`() throws {
    let connection = try table()
    try connection.begin(.writing)
    try connection.execute("INSERT INTO probe (id) VALUES (1)")
    #expect(throws: SQLError.self) { try connection.execute("INSERT INTO probe (id) VALUES (1)") }
    #expect(throws: SQLError.serialization) { try connection.commit() }
    connection.rollBack()
    #expect(try connection.whole("SELECT count(*) FROM probe") == 0)
  }

  @Test func `a view of one state cannot write`() throws {
    let connection = try table()
    try connection.begin(.reading)
    #expect(throws: SQLError.readOnly) { try connection.execute("INSERT INTO probe (id) VALUES (1)") }
    connection.rollBack()
    #expect(connection.isUsable)
  }

  @Test func `text with a zero byte is refused before it is sent`() throws {
    let connection = try table()
    #expect(throws: SQLError.textHoldsZero) { try connection.rows("SELECT \("a\u{0}")::text") }
  }

  @Test func `servers that would go wrong quietly are refused`() throws {
    let good = try PostgreSQLConnection(address: try address())
    try PostgreSQLServer.check(good)
    let plain = try PostgreSQLConnection(address: try address(["--lc-ctype=C", "--lc-collate=C"]))
    #expect(throws: ServerProblem.characterType("C")) { try PostgreSQLServer.check(plain) }
    let ascii = try PostgreSQLConnection(address: try address(["--locale=C", "-E", "SQL_ASCII"]))
    #expect(throws: ServerProblem.encoding("SQL_ASCII")) { try PostgreSQLServer.check(ascii) }
  }

  @Test(arguments: [
    "postgresql://plumbline@/office?host=/nowhere", "postgresql://plumbline@127.0.0.1:1/office", "nonsense",
    "",
  ])
  func `a server that is not there is told`(_ address: String) {
    let error = #expect(throws: SQLError.self) { _ = try PostgreSQLConnection(address: address) }
    guard case .cannotOpen(let words) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!words.isEmpty)
  }

  @Test func `a connection that the server ended is told and opened again`() async throws {
    let address = try address()
    let database = SQLDatabase.postgreSQL(address: address, connections: 1)
    let process = try await database.readers.run(
      { connection throws(SQLError) in try connection.whole("SELECT pg_backend_pid()") }, failure: { $0 })
    let other = try PostgreSQLConnection(address: address)
    try other.execute("SELECT pg_terminate_backend(\(process)::int)")
    usleep(50_000)
    await #expect(throws: SQLError.connectionLost(duringCommit: false)) {
      try await database.readers.run(
        { connection throws(SQLError) in try connection.begin(.reading) }, failure: { $0 })
    }
    let next = try await database.readers.run(
      { connection throws(SQLError) in try connection.whole("SELECT pg_backend_pid()") }, failure: { $0 })
    #expect(next != process)
    await database.close()
  }

  @Test func `two nodes that migrate at once do it once`() async throws {
    let address = try address()
    let step = Migration(number: 1, name: "slow") { _ in
      ["CREATE TABLE a (x BIGINT)", "SELECT pg_sleep(0.1)"]
    }
    let migrator = Migrator([step]) { $0 }
    let added = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let database = SQLDatabase.postgreSQL(address: address, connections: 1)
          let added = try await database.writers.run(
            { connection throws(MigrationError) in try migrator.migrate(connection, now: 0) },
            failure: { .sql($0) })
          await database.close()
          return added
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(added == [1])
  }
}
