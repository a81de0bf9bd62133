// A connection to an engine, used by one thread at a time.

/// What a transaction is for.
package enum TransactionKind: Sendable {
  /// One consistent state, and no changes.
  case reading
  case writing
}

/// One connection; its calls block, so it lives on a thread of its own (`SQLWorker`).
package protocol SQLConnection: AnyObject {
  /// The language of its engine.
  var dialect: Dialect { get }

  /// False once the connection is of no more use and another must be opened.
  var isUsable: Bool { get }

  /// Runs a statement and hands over each row as it comes.
  ///
  /// - Returns: the number of rows that were changed.
  @discardableResult
  func run(_ text: SQLText, eachRow: (Row) throws(SQLError) -> Void) throws(SQLError) -> Int

  /// Begins a transaction; there is none in it.
  func begin(_ kind: TransactionKind) throws(SQLError)

  /// Makes the changes last: when this returns they survive a failure of power.
  func commit() throws(SQLError)

  /// Undoes everything since `begin`. A connection that cannot do even this is no more usable.
  func rollBack()

  /// Gives everything back; nothing may follow.
  func close()
}

extension SQLConnection {
  /// Runs a statement whose rows, if any, are of no interest.
  ///
  /// - Returns: the number of rows that were changed.
  @discardableResult
  package func execute(_ text: SQLText) throws(SQLError) -> Int {
    try run(text) { (_: Row) throws(SQLError) in }
  }

  /// All rows of an answer.
  package func rows(_ text: SQLText) throws(SQLError) -> [Row] {
    var rows: [Row] = []
    try run(text) { (row: Row) throws(SQLError) in rows.append(row) }
    return rows
  }

  /// The first row of an answer, if there is one.
  package func firstRow(_ text: SQLText) throws(SQLError) -> Row? {
    var first: Row?
    try run(text) { (row: Row) throws(SQLError) in if first == nil { first = row } }
    return first
  }

  /// The only whole number of an answer: a count, a key.
  package func whole(_ text: SQLText) throws(SQLError) -> Int64 {
    guard let row = try firstRow(text) else { throw .unexpectedValue(column: 0) }
    return try row.whole(0)
  }

  /// Runs work in a transaction and makes it last; undoes it when the work throws.
  @discardableResult
  package func transaction<Answer>(
    _ kind: TransactionKind, _ work: () throws(SQLError) -> Answer
  ) throws(SQLError) -> Answer {
    try begin(kind)
    do {
      let answer = try work()
      try commit()
      return answer
    } catch {
      rollBack()
      throw error
    }
  }
}
