// A connection to a PostgreSQL server through libpq, with prepared statements that are kept.
internal import CPostgreSQL
package import SQL

/// One connection; every call blocks until the server has answered.
///
/// Statements are prepared on the server, so a pooler in between must keep sessions (`pool_mode = session`).
package final class PostgreSQLConnection: SQLConnection {
  package let dialect = Dialect.postgreSQL
  private var handle: OpaquePointer?
  private var statements = StatementCache<String>()
  private var statementsMade = 0
  private var isInTransaction = false

  /// - Parameter address: `postgresql://user@host/database?sslmode=…`, as libpq reads it.
  /// - Throws: `.cannotOpen` with the server's words, `.busy` where it takes no more connections.
  package init(address: String) throws(SQLError) {
    // What stands in the address, the last, wins.
    let settings = [
      ("connect_timeout", "10"), ("application_name", "plumbline"), ("target_session_attrs", "read-write"),
      // A server that is cut off without a word counts as gone after about a minute.
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "60000"), ("dbname", address),
    ]
    handle = Self.withPointers(settings.map(\.0)) { keys in
      Self.withPointers(settings.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
    }
    guard PQstatus(handle) == CONNECTION_OK else {
      let message = handle.map { String(cString: PQerrorMessage($0)) } ?? "out of memory"
      close()
      throw message.contains("too many clients") ? .busy : .cannotOpen(Self.trimmed(message))
    }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    do throws(SQLError) {
      try prepareSession()
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// Calls `work` with C strings and a nil behind them.
  private static func withPointers<Answer>(
    _ texts: [String], _ work: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
  ) -> Answer {
    let bytes = texts.map { Array($0.utf8CString) }
    let starts = bytes.reduce(into: [0]) { starts, text in starts.append((starts.last ?? 0) + text.count) }
    return bytes.flatMap { $0 }.withUnsafeBufferPointer { all in
      let pointers = starts.dropLast().map { start in all.baseAddress.map { $0 + start } } + [nil]
      return pointers.withUnsafeBufferPointer { work($0.baseAddress) }
    }
  }

  /// Limits of this session: a statement that hangs, a lock that never comes and a transaction that somebody
  /// forgot must not stop the office.
  private func prepareSession() throws(SQLError) {
    for command in [
      "SET client_encoding = 'UTF8'", "SET standard_conforming_strings = on", "SET timezone = 'UTC'",
      "SET statement_timeout = '300s'", "SET lock_timeout = '10s'",
      "SET idle_in_transaction_session_timeout = '60s'", "SET extra_float_digits = 0",
      // An acknowledged write is on the disk, whatever the server's default is.
      """
      SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit')
        WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
      """,
    ] {
      try perform(command)
    }
  }

  package var isUsable: Bool { handle != nil && PQstatus(handle) == CONNECTION_OK }

  /// Gives the connection back.
  package func close() {
    if handle != nil { PQfinish(handle) }
    handle = nil
    _ = statements.takeAll()
  }

  // MARK: Transactions

  /// Begins a transaction.
  package func begin(_ kind: TransactionKind) throws(SQLError) {
    switch kind {
    case .reading: try perform("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    case .writing: try perform("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    }
    isInTransaction = true
  }

  /// Ends a transaction; its changes last.
  package func commit() throws(SQLError) {
    do throws(SQLError) {
      // The server answers ROLLBACK to the commit of a transaction that has failed.
      guard try perform("COMMIT") == "COMMIT" else { throw .serialization }
      isInTransaction = false
    } catch .connectionLost {
      throw .connectionLost(duringCommit: true)
    }
  }

  /// Undoes a transaction.
  package func rollBack() {
    guard isInTransaction else { return }
    isInTransaction = false
    do throws(SQLError) { try perform("ROLLBACK") } catch { close() }
  }

  /// Runs a command without arguments and tells the server's word for it.
  @discardableResult
  private func perform(_ text: String) throws(SQLError) -> String {
    guard handle != nil else { throw .connectionLost(duringCommit: false) }
    let result = PQexec(handle, text)
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return String(cString: PQcmdStatus(result))
    default: throw error(of: result)
    }
  }

  // MARK: Statements

  /// Runs a statement.
  @discardableResult
  package func run(
    _ text: SQLText, eachRow: (Row) throws(SQLError) -> Void
  ) throws(SQLError) -> Int {
    guard handle != nil else { throw .connectionLost(duringCommit: false) }
    let arguments = try BoundArguments(text.arguments)
    let rendered = text.rendered(for: .postgreSQL)
    // The same text with other kinds of arguments is another statement to the server.
    let key = rendered + "\u{1}" + arguments.kinds
    let name = if let kept = statements.take(key) { kept } else { try prepared(rendered, arguments) }
    let result = arguments.withPointers { values, lengths, formats in
      PQexecPrepared(handle, name, Int32(arguments.count), values, lengths, formats, 1)
    }
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
      let error = error(of: result)
      forget(name)
      throw error
    }
    if let old = statements.keep(name, for: key) { forget(old) }
    let columns = PQnfields(result)
    for index in 0..<PQntuples(result) {
      try eachRow(try ResultRow.row(index, of: result, columns: columns))
    }
    let changed = String(cString: PQcmdTuples(result))
    return status == PGRES_COMMAND_OK || !rendered.hasPrefix("SELECT") ? Int(changed) ?? 0 : 0
  }

  private func prepared(_ text: String, _ arguments: BoundArguments) throws(SQLError) -> String {
    statementsMade += 1
    let name = "p\(statementsMade)"
    let result = PQprepare(handle, name, text, Int32(arguments.count), arguments.types)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw error(of: result) }
    return name
  }

  /// Gives a statement up; inside a failed transaction the server cannot, and keeps it until the end.
  private func forget(_ name: String) {
    guard PQtransactionStatus(handle) != PQTRANS_INERROR else { return }
    PQclear(PQexec(handle, "DEALLOCATE \(name)"))
  }

  // MARK: Errors

  private func error(of result: OpaquePointer?) -> SQLError {
    guard isUsable else { return .connectionLost(duringCommit: false) }
    let message =
      plumbline_primary_message(result).map { String(cString: $0) }
      ?? Self.trimmed(
        handle.map { String(cString: PQerrorMessage($0)) } ?? "")
    let state = plumbline_sqlstate(result).map { String(cString: $0) } ?? ""
    let constraint = plumbline_constraint_name(result).map { String(cString: $0) } ?? ""
    switch state {
    case "23505": return .constraint(.unique, detail: constraint)
    case "23503": return .constraint(.foreignKey, detail: constraint)
    case "23502": return .constraint(.notNull, detail: message)
    case "23514": return .constraint(.check, detail: constraint)
    case "23001": return .constraint(.appendOnly, detail: message)
    case "40001", "40P01": return .serialization
    case "55P03", "57014", "53300": return .busy
    case "53100": return .full
    case "25006": return .readOnly
    case "57P01", "57P02", "57P03": return .connectionLost(duringCommit: false)
    case "XX001", "XX002": return .damaged(message)
    default:
      return state.utf8.starts(with: "08".utf8)
        ? .connectionLost(duringCommit: false) : .other(code: state, message: message)
    }
  }

  private static func trimmed(_ message: String) -> String {
    message.split(separator: "\n").joined(separator: " ")
  }
}
