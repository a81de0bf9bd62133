// A transaction on an engine: the nouns of the store as statements; each noun has a file of its own.
internal import Ledger
internal import Organisations
internal import Records
internal import SQL

/// One reading or writing transaction, used on the connection's thread alone.
final class SQLTransaction: RecordTransaction {
  let connection: any SQLConnection
  let isWriting: Bool
  /// Written when the transaction ends.
  var notes: [LedgerNote] = []
  /// What was counted, by place; written when the transaction ends.
  var tallyChanges: [TallyKey: (count: Int64, sum: Int64)] = [:]
  /// How many projects more, or less, have no form; written when the transaction ends.
  var unbegunChanges: [UnbegunKey: Int64] = [:]
  /// The region above all others, once it was asked for.
  var rootRegion: RegionCode?
  /// The first engine's error; a server takes no more statements after one, so the transaction is lost even
  /// where the work goes on.
  private(set) var spoiling: RecordError?
  /// True where the same work may pass when it is run again.
  private(set) var mayPassLater = false

  init(_ connection: any SQLConnection, isWriting: Bool) {
    self.connection = connection
    self.isWriting = isWriting
  }

  /// Behind a query for one thing: what a writing transaction has read stays so until its end.
  var lock: SQLText { isWriting ? "\(word: .lockRow)" : "" }

  /// Writes what waits for the end of a transaction that goes well.
  func finish() throws(RecordError) {
    try writeNotes()
    try writeUnbegun()
    try writeTallies()
  }

  private func spoil(_ error: SQLError, _ told: RecordError) -> RecordError {
    if spoiling == nil { spoiling = told }
    if case .serialization = error { mayPassLater = true }
    return told
  }

  // MARK: Asking

  /// All rows of an answer as values.
  func all<Value>(
    _ text: SQLText, _ make: (Row) throws(SQLError) -> Value
  ) throws(RecordError) -> [Value] {
    var values: [Value] = []
    do throws(SQLError) {
      try connection.run(text) { (row: Row) throws(SQLError) in values.append(try make(row)) }
    } catch {
      throw spoil(error, RecordError(error))
    }
    return values
  }

  /// The first row of an answer as a value.
  func first<Value>(
    _ text: SQLText, _ make: (Row) throws(SQLError) -> Value
  ) throws(RecordError) -> Value? {
    try all(text, make).first
  }

  /// The one thing that was asked for.
  func one<Value>(
    _ noun: RecordNoun, _ key: String, _ text: SQLText, _ make: (Row) throws(SQLError) -> Value
  ) throws(RecordError) -> Value {
    guard let value = try first(text, make) else { throw .notFound(noun, key: key) }
    return value
  }

  // MARK: Changing

  /// Changes one thing.
  ///
  /// - Returns: the number of rows that were changed.
  @discardableResult
  func change(_ noun: RecordNoun, _ key: String, _ text: SQLText) throws(RecordError) -> Int {
    precondition(isWriting, "a view changes nothing")
    do throws(SQLError) {
      return try connection.execute(text)
    } catch {
      throw spoil(error, RecordError(error, noun, key: key))
    }
  }

  /// Changes one thing that must stand at a revision.
  ///
  /// - Parameters:
  ///   - change: a statement with `WHERE … AND revision = \(revision)`.
  ///   - found: a query for the revision that stands there.
  func change(
    _ noun: RecordNoun, _ key: String, expecting revision: Int64, _ text: SQLText, found query: SQLText
  ) throws(RecordError) {
    if try change(noun, key, text) > 0 { return }
    let found = try first(query) { (row: Row) throws(SQLError) in try row.whole(0) }
    guard let found else {
      if revision == 0 { throw .alreadyExists(noun, key: key) }
      throw .notFound(noun, key: key)
    }
    throw .stale(noun, key: key, expected: revision, found: found)
  }

  func nextNumber<Noun>() throws(RecordError) -> Identifier<Noun> {
    let query: SQLText =
      switch connection.dialect {
      case .sqlite: "UPDATE record_number SET last = last + 1 WHERE id = 1 RETURNING last"
      case .postgreSQL: "SELECT nextval('record_number')"
      }
    let number = try first(query) { (row: Row) throws(SQLError) in try row.whole(0) }
    guard let number, let identifier = Identifier<Noun>(number) else { throw .damaged("record_number") }
    return identifier
  }
}
