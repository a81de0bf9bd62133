// Copies the whole office from one database to another, whichever engines they have.
package import SQL

/// Copies rows in pieces, so that a large table never stands in memory.
package struct TableCopy {
  private let source: any SQLConnection
  private let target: any SQLConnection

  /// Values of one statement at most.
  private static let valuesAtOnce = 600

  package init(from source: any SQLConnection, to target: any SQLConnection) {
    self.source = source
    self.target = target
  }

  /// Copies every table of the schema and the counter of numbers. The target has the schema and no rows; the
  /// source stands in a reading transaction, the target in a writing one.
  package func copyAll(except left: Set<String> = []) throws(SQLError) {
    try target.execute("DELETE FROM ledger_head")
    for table in Schema.tables where !left.contains(table.name.text) { try copy(table) }
    if target.dialect == .sqlite {
      // The lookup of words is no table of its own: it is made from the words again.
      try target.execute("INSERT INTO form_search (form_search) VALUES ('rebuild')")
    }
    try setLastNumber(try lastNumber())
  }

  private func copy(_ table: TableShape) throws(SQLError) {
    let columns = SQLText.joined(table.columns.map { "\(name: $0)" }, by: ", ")
    let query: SQLText = "SELECT \(part: columns) FROM \(name: table.name)"
    var waiting: [Row] = []
    try eachRow(of: query) { (row: Row) throws(SQLError) in
      waiting.append(row)
      if waiting.count == Self.valuesAtOnce / table.columns.count {
        try insert(waiting, into: table, columns)
        waiting = []
      }
    }
    try insert(waiting, into: table, columns)
  }

  private func eachRow(of query: SQLText, _ take: (Row) throws(SQLError) -> Void) throws(SQLError) {
    switch source.dialect {
    case .sqlite: try source.run(query, eachRow: take)
    case .postgreSQL:
      // The client library holds a whole answer in memory; a cursor gives it in pieces.
      try source.execute("DECLARE copied_rows NO SCROLL CURSOR FOR \(part: query)")
      var count = 0
      repeat {
        count = 0
        try source.run("FETCH 500 FROM copied_rows") { (row: Row) throws(SQLError) in
          count += 1
          try take(row)
        }
      } while count > 0
      try source.execute("CLOSE copied_rows")
    }
  }

  private func insert(_ rows: [Row], into table: TableShape, _ columns: SQLText) throws(SQLError) {
    if rows.isEmpty { return }
    let values = rows.map { row -> SQLText in
      "(\(part: .joined(row.values.map { "\($0)" }, by: ", ")))"
    }
    try target.execute(
      "INSERT INTO \(name: table.name) (\(part: columns)) VALUES \(part: .joined(values, by: ", "))")
  }

  private func lastNumber() throws(SQLError) -> Int64 {
    switch source.dialect {
    case .sqlite: try source.whole("SELECT last FROM record_number WHERE id = 1")
    // A sequence may run ahead of the rows in this state, never behind them.
    case .postgreSQL:
      try source.whole("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM record_number")
    }
  }

  private func setLastNumber(_ number: Int64) throws(SQLError) {
    switch target.dialect {
    case .sqlite: try target.execute("UPDATE record_number SET last = \(number) WHERE id = 1")
    case .postgreSQL:
      try target.execute("SELECT setval('record_number', \(max(1, number)), \(number) > 0)")
    }
  }
}
