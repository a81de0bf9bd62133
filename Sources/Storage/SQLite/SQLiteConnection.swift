// A connection to an SQLite file, with prepared statements that are kept.
internal import CSQLite
package import SQL

/// One connection to one file.
///
/// Writes are acknowledged when they are on the disk: WAL with `synchronous = FULL`.
package final class SQLiteConnection: SQLConnection {
  package let dialect = Dialect.sqlite
  private var handle: OpaquePointer?
  private var statements = StatementCache<OpaquePointer>()
  private var isInTransaction = false

  /// Milliseconds that a statement waits for another process's lock.
  private static let busyMilliseconds: Int32 = 5_000

  /// - Throws: `.cannotOpen`, `.readOnly`, `.full`, `.damaged` where the file is no database.
  package init(path: String, mode: SQLiteMode) throws(SQLError) {
    let isStill = if case .still = mode { true } else { false }
    let flags =
      switch mode {
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .write, .alone: SQLITE_OPEN_READWRITE
      case .read, .still: SQLITE_OPEN_READONLY
      }
    let name = isStill ? "file:\(Self.escaped(path))?immutable=1" : path
    let code = sqlite3_open_v2(
      name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (isStill ? SQLITE_OPEN_URI : 0),
      nil)
    guard code == SQLITE_OK else {
      let error = self.error(code)
      close()
      throw error
    }
    sqlite3_busy_timeout(handle, Self.busyMilliseconds)
    do throws(SQLError) {
      try prepare(for: mode)
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  private func prepare(for mode: SQLiteMode) throws(SQLError) {
    try execute("PRAGMA foreign_keys = ON")
    try execute("PRAGMA trusted_schema = OFF")
    try execute("PRAGMA cell_size_check = ON")
    switch mode {
    case .create, .write:
      // The journal's mode stays in the file; the first answer also shows whether it is a database at all.
      try execute("PRAGMA journal_mode = WAL")
      try execute("PRAGMA synchronous = FULL")
      try execute("PRAGMA cache_size = -32768")
      // A journal that once grew under load gives its room back.
      try execute("PRAGMA journal_size_limit = 67108864")
    case .alone:
      try execute("PRAGMA journal_mode = DELETE")
      try execute("PRAGMA synchronous = FULL")
    case .read, .still:
      try execute("PRAGMA query_only = ON")
      try execute("PRAGMA cache_size = -8192")
      try execute("SELECT count(*) FROM sqlite_master")
    }
  }

  /// A path inside a `file:` address.
  private static func escaped(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "?": text += "%3f"
      case "#": text += "%23"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  package var isUsable: Bool { handle != nil }

  /// Gives the connection back.
  package func close() {
    for statement in statements.takeAll() { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
    handle = nil
  }

  // MARK: Transactions

  /// Begins a transaction.
  package func begin(_ kind: TransactionKind) throws(SQLError) {
    switch kind {
    case .reading: try execute("BEGIN")
    case .writing: try execute("BEGIN IMMEDIATE")
    }
    isInTransaction = true
  }

  /// Ends a transaction; its changes last.
  package func commit() throws(SQLError) {
    try execute("COMMIT")
    isInTransaction = false
  }

  /// Undoes a transaction.
  package func rollBack() {
    guard isInTransaction else { return }
    isInTransaction = false
    // A full disk may have undone it already.
    guard sqlite3_get_autocommit(handle) == 0 else { return }
    do throws(SQLError) { try execute("ROLLBACK") } catch { close() }
  }

  // MARK: Statements

  /// Runs a statement.
  @discardableResult
  package func run(
    _ text: SQLText, eachRow: (Row) throws(SQLError) -> Void
  ) throws(SQLError) -> Int {
    let rendered = text.rendered(for: .sqlite)
    let statement = if let kept = statements.take(rendered) { kept } else { try prepared(rendered) }
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
      if let old = statements.keep(statement, for: rendered) { sqlite3_finalize(old) }
    }
    try bind(text.arguments, to: statement)
    let before = sqlite3_total_changes64(handle)
    let columns = sqlite3_column_count(statement)
    while true {
      let code = sqlite3_step(statement)
      switch code {
      case SQLITE_ROW: try eachRow(row(of: statement, columns: columns))
      case SQLITE_DONE: return Int(sqlite3_total_changes64(handle) - before)
      default: throw error(code)
      }
    }
  }

  private func prepared(_ text: String) throws(SQLError) -> OpaquePointer {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK else { throw error(code) }
    guard let statement else { throw .other(code: "empty", message: "no statement in the text") }
    return statement
  }

  private func bind(_ arguments: [SQLValue], to statement: OpaquePointer) throws(SQLError) {
    guard Int(sqlite3_bind_parameter_count(statement)) == arguments.count else {
      throw .other(code: "arguments", message: "the statement wants another number of arguments")
    }
    for (position, argument) in arguments.enumerated() {
      let index = Int32(position + 1)
      let code: Int32
      switch argument {
      case .null: code = sqlite3_bind_null(statement, index)
      case .integer(let number): code = sqlite3_bind_int64(statement, index, number)
      case .text(let text):
        var text = text
        let bound: Int32? = text.withUTF8 { bytes in
          if bytes.contains(0) { return nil }
          return bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let address = characters.baseAddress else {
              return plumbline_bind_text(statement, index, "", 0)
            }
            return plumbline_bind_text(statement, index, address, Int32(clamping: characters.count))
          }
        }
        guard let bound else { throw .textHoldsZero }
        code = bound
      case .bytes(let bytes):
        guard let count = Int32(exactly: bytes.count) else { throw .full }
        code = plumbline_bind_bytes(statement, index, bytes, count)
      }
      guard code == SQLITE_OK else { throw error(code) }
    }
  }

  private func row(of statement: OpaquePointer, columns: Int32) -> Row {
    var values: [SQLValue] = []
    values.reserveCapacity(Int(columns))
    for column in 0..<columns {
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(statement, column)))
      case SQLITE_TEXT:
        let bytes = UnsafeRawBufferPointer(
          start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
        values.append(.text(String(decoding: bytes, as: UTF8.self)))
      case SQLITE_BLOB:
        let bytes = UnsafeRawBufferPointer(
          start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
        values.append(.bytes(Array(bytes)))
      case SQLITE_FLOAT:
        // No column of ours is declared so; whoever asks for a value gets an error instead.
        values.append(.text("binary fraction"))
      default: values.append(.null)
      }
    }
    return Row(values)
  }

  // MARK: Copies

  /// Copies the whole database as it is at this moment into another file, which must not be there yet; others
  /// may write meanwhile.
  package func copy(to path: String) throws(SQLError) {
    var target: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE
    defer { sqlite3_close_v2(target) }
    let opened = sqlite3_open_v2(path, &target, flags, nil)
    guard opened == SQLITE_OK else { throw Self.error(opened, of: target) }
    guard let backup = sqlite3_backup_init(target, "main", handle, "main") else {
      throw Self.error(sqlite3_extended_errcode(target), of: target)
    }
    // All pages in one step: one reading transaction, which hinders no writer in WAL.
    let stepped = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE else { throw Self.error(stepped, of: target) }
    guard finished == SQLITE_OK else { throw Self.error(finished, of: target) }
  }

  // MARK: Errors

  private func error(_ code: Int32) -> SQLError { Self.error(code, of: handle) }

  private static func error(_ code: Int32, of handle: OpaquePointer?) -> SQLError {
    let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_FULL: return .full
    case SQLITE_READONLY: return .readOnly
    case SQLITE_CANTOPEN: return .cannotOpen(message)
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: return .damaged(message)
    case SQLITE_IOERR:
      // IOERR_READ and IOERR_SHORT_READ
      if [1, 2].contains(code >> 8) { return .damaged(message) }
      // Met while writing: no room, a file at its limit, a quota; a disk that the system made read-only.
      let found = systemErrors(of: handle)
      if !found.isDisjoint(with: [28, 27, 122]) { return .full }
      return found.isDisjoint(with: [30, 1]) ? .damaged(message) : .readOnly
    case SQLITE_CONSTRAINT:
      switch code {
      case sqlite3ConstraintUnique, sqlite3ConstraintPrimaryKey, sqlite3ConstraintRowIdentifier:
        return .constraint(.unique, detail: message)
      case sqlite3ConstraintForeignKey: return .constraint(.foreignKey, detail: message)
      case sqlite3ConstraintNotNull: return .constraint(.notNull, detail: message)
      case sqlite3ConstraintTrigger: return .constraint(.appendOnly, detail: message)
      default: return .constraint(.check, detail: message)
      }
    default: return .other(code: String(code), message: message)
    }
  }

  /// What the system said last about the database's file and its journal, and to the engine; of an error in
  /// a commit the engine itself keeps nothing.
  private static func systemErrors(of handle: OpaquePointer?) -> Set<Int32> {
    guard let handle else { return [] }
    var (ofFile, ofJournal): (Int32, Int32) = (0, 0)
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &ofFile)
    var journal: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal)
    if let journal, let control = journal.pointee.pMethods?.pointee.xFileControl {
      _ = control(journal, SQLITE_FCNTL_LAST_ERRNO, &ofJournal)
    }
    return [sqlite3_system_errno(handle), ofFile, ofJournal]
  }

  // Extended codes, which the header writes as sums that Swift does not see.
  private static let sqlite3ConstraintForeignKey = SQLITE_CONSTRAINT | (3 << 8)
  private static let sqlite3ConstraintNotNull = SQLITE_CONSTRAINT | (5 << 8)
  private static let sqlite3ConstraintPrimaryKey = SQLITE_CONSTRAINT | (6 << 8)
  private static let sqlite3ConstraintTrigger = SQLITE_CONSTRAINT | (7 << 8)
  private static let sqlite3ConstraintUnique = SQLITE_CONSTRAINT | (8 << 8)
  private static let sqlite3ConstraintRowIdentifier = SQLITE_CONSTRAINT | (10 << 8)
}
