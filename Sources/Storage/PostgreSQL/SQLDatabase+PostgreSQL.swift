// A PostgreSQL server as a database, and what it must be like.
package import SQL

/// Why a server does not fit.
package enum ServerProblem: Error, Sendable, Equatable {
  case sql(SQLError)
  /// Older than `PostgreSQLServer.versionMin`; as the server prints it.
  case tooOld(String)
  /// The database's encoding is not UTF8.
  case encoding(String)
  /// The database's character type is `C` or `POSIX`: Chinese letters are no letters there.
  case characterType(String)
}

/// What is asked of a server at start.
package enum PostgreSQLServer {
  /// PostgreSQL 13.
  package static let versionMin: Int64 = 130_000

  /// Refuses a server on which the office would go wrong quietly.
  package static func check(_ connection: any SQLConnection) throws(ServerProblem) {
    let row: Row?
    do throws(SQLError) {
      row = try connection.firstRow(
        """
        SELECT current_setting('server_version_num')::bigint, current_setting('server_version'),
          current_setting('server_encoding'), datctype::text
        FROM pg_catalog.pg_database WHERE datname = current_database()
        """)
      guard let row else { throw .unexpectedValue(column: 0) }
      if try row.whole(0) < versionMin { throw .other(code: "old", message: try row.text(1)) }
    } catch {
      if case .other("old", let version) = error { throw .tooOld(version) }
      throw .sql(error)
    }
    guard let row, case .text(let encoding) = row.values[2], case .text(let type) = row.values[3] else {
      throw .sql(.unexpectedValue(column: 2))
    }
    if encoding != "UTF8" { throw .encoding(encoding) }
    if ["C", "POSIX"].contains(type) { throw .characterType(type) }
  }
}

extension SQLDatabase {
  /// The database at an address; nothing is opened yet.
  ///
  /// - Parameter connections: how many of this node, each on a thread of its own.
  package static func postgreSQL(address: String, connections: Int = 8) -> SQLDatabase {
    let pool = SQLWorkerPool(workersMax: connections) { () throws(SQLError) in
      try PostgreSQLConnection(address: address)
    }
    return SQLDatabase(dialect: .postgreSQL, readers: pool, writers: pool)
  }
}
