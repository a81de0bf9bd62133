// A connection to an SQLite file: values, errors, copies, damage.
import Glibc
import SQL
import SQLite
import StorageProbes
import Testing

@Suite struct SQLiteConnectionTests {
  private let folder: ScratchFolder
  private var path: String { "\(folder.path)/probe.db" }

  init() throws { folder = try ScratchFolder() }

  private func table() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: path, mode: .create)
    try connection.execute(
      """
      CREATE TABLE probe (id INTEGER PRIMARY KEY, word TEXT UNIQUE, piece BLOB,
        parent INTEGER REFERENCES probe (id), size INTEGER NOT NULL CHECK (size < 100)) STRICT
      """)
    return connection
  }

  @Test func `values come back as they went`() throws {
    let connection = try table()
    let rows: [[SQLValue]] = [
      [.integer(.max), .text(""), .bytes([])], [.integer(.min), .text("名'\"\n🀄️"), .bytes([0, 255])],
      [.integer(0), .null, .null],
    ]
    for row in rows {
      try connection.execute(
        "INSERT INTO probe (id, word, piece, size) VALUES (\(row[0]), \(row[1]), \(row[2]), 1)")
    }
    let found = try connection.rows("SELECT id, word, piece FROM probe ORDER BY rowid")
    #expect(Set(found.map(\.values)) == Set(rows))
  }

  @Test func `the engine waits for the disk before it answers`() throws {
    let connection = try SQLiteConnection(path: path, mode: .create)
    #expect(try connection.firstRow("PRAGMA journal_mode")?.text(0) == "wal")
    #expect(try connection.whole("PRAGMA synchronous") == 2)
    #expect(try connection.whole("PRAGMA foreign_keys") == 1)
  }

  @Test func `a query inside another's rows gets a statement of its own`() throws {
    let connection = try table()
    for id in 1...3 { try connection.execute("INSERT INTO probe (id, size) VALUES (\(id), \(id))") }
    var pairs = 0
    try connection.run("SELECT id FROM probe") { (_: Row) throws(SQLError) in
      try connection.run("SELECT id FROM probe") { (_: Row) throws(SQLError) in pairs += 1 }
    }
    #expect(pairs == 9)
  }

  @Test func `rules of the schema are told by their kind`() throws {
    let connection = try table()
    try connection.execute("INSERT INTO probe (id, word, size) VALUES (1, 'a', 1)")
    let cases: [(SQLText, SQLError.Constraint)] = [
      ("INSERT INTO probe (id, size) VALUES (1, 1)", .unique),
      ("INSERT INTO probe (word, size) VALUES ('a', 1)", .unique),
      ("INSERT INTO probe (parent, size) VALUES (9, 1)", .foreignKey),
      ("INSERT INTO probe (word) VALUES ('b')", .notNull),
      ("INSERT INTO probe (size) VALUES (100)", .check),
      ("INSERT INTO probe (size) VALUES (\("text"))", .check),
    ]
    for (text, kind) in cases {
      let error = #expect(throws: SQLError.self, "\(text)") { try connection.execute(text) }
      guard case .constraint(let found, _) = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
      #expect(found == kind, "\(text)")
    }
    #expect(try connection.whole("SELECT count(*) FROM probe") == 1)
  }

  @Test func `rows that stay are neither altered nor removed`() throws {
    let connection = try table()
    for statement in Dialect.sqlite.appendOnly("probe") { try connection.execute(statement) }
    try connection.execute("INSERT INTO probe (id, size) VALUES (1, 1)")
    for text in ["UPDATE probe SET size = 2", "DELETE FROM probe"] as [SQLText] {
      #expect(throws: SQLError.self) { try connection.execute(text) }
    }
    #expect(try connection.whole("SELECT size FROM probe") == 1)
  }

  @Test func `text with a zero byte is refused`() throws {
    let connection = try table()
    #expect(throws: SQLError.textHoldsZero) {
      try connection.execute("INSERT INTO probe (word, size) VALUES (\("a\u{0}b"), 1)")
    }
  }

  @Test func `a transaction that fails leaves nothing`() throws {
    let connection = try table()
    #expect(throws: SQLError.full) {
      try connection.transaction(.writing) { () throws(SQLError) in
        try connection.execute("INSERT INTO probe (size) VALUES (1)")
        throw SQLError.full
      }
    }
    #expect(try connection.whole("SELECT count(*) FROM probe") == 0)
    try connection.transaction(.writing) { () throws(SQLError) in
      try connection.execute("INSERT INTO probe (size) VALUES (1)")
    }
    #expect(try connection.whole("SELECT count(*) FROM probe") == 1)
  }

  @Test func `a disk that is full is told, and nothing is broken`() throws {
    let connection = try table()
    try connection.execute("INSERT INTO probe (size) VALUES (1)")
    try connection.execute("PRAGMA max_page_count = 10")
    let block = [UInt8](repeating: 7, count: 100_000)
    #expect(throws: SQLError.full) {
      try connection.transaction(.writing) { () throws(SQLError) in
        try connection.execute("INSERT INTO probe (piece, size) VALUES (\(block), 1)")
      }
    }
    #expect(try connection.whole("SELECT count(*) FROM probe") == 1)
    #expect(try connection.rows("PRAGMA integrity_check") == [Row([.text("ok")])])
    try connection.transaction(.writing) { () throws(SQLError) in
      try connection.execute("INSERT INTO probe (size) VALUES (2)")
    }
  }

  @Test func `readers change nothing and missing files are told`() throws {
    _ = try table()
    let reader = try SQLiteConnection(path: path, mode: .read)
    #expect(throws: SQLError.readOnly) { try reader.execute("DELETE FROM probe") }
    #expect(throws: SQLError.self) { try SQLiteConnection(path: "\(folder.path)/none.db", mode: .write) }
    #expect(throws: SQLError.self) { try SQLiteConnection(path: "\(folder.path)/no/x.db", mode: .create) }
  }

  @Test(arguments: ["This is no database, however long it goes on. ", "SQLite format 3\u{0}"])
  func `a file that is no database is told`(_ text: String) throws {
    let bytes = Array(String(repeating: text, count: 300).utf8)
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    for mode in [SQLiteMode.write, .read, .still] {
      let error = #expect(throws: SQLError.self) {
        let connection = try SQLiteConnection(path: path, mode: mode)
        _ = try connection.rows("SELECT * FROM sqlite_master")
      }
      guard case .damaged = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func `a copy is the state of one moment, though others write`() async throws {
    let writer = try table()
    try writer.execute("INSERT INTO probe (id, size) VALUES (1, 1)")
    let reader = try SQLiteConnection(path: path, mode: .read)
    try writer.begin(.writing)
    try writer.execute("INSERT INTO probe (id, size) VALUES (2, 2)")
    try reader.copy(to: "\(folder.path)/copy.db")
    try writer.commit()
    let copy = try SQLiteConnection(path: "\(folder.path)/copy.db", mode: .alone)
    #expect(try copy.whole("SELECT count(*) FROM probe") == 1)
    copy.close()
    let still = try SQLiteConnection(path: "\(folder.path)/copy.db", mode: .still)
    #expect(try still.whole("SELECT count(*) FROM probe") == 1)
  }

  @Test func `paths with signs of addresses are opened as they are`() throws {
    let odd = "\(folder.path)/a?b#c%20 名.db"
    let made = try SQLiteConnection(path: odd, mode: .create)
    try made.execute("CREATE TABLE probe (id INTEGER)")
    made.close()
    let still = try SQLiteConnection(path: odd, mode: .still)
    #expect(try still.whole("SELECT count(*) FROM probe") == 0)
  }
}
