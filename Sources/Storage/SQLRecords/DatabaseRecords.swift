// The store on an engine: transactions, and running them again where two were in each other's way.
package import Records
package import SQL

/// The records of a database that has the schema.
package struct DatabaseRecords: RecordStore {
  /// The connections.
  package let database: SQLDatabase

  /// - Parameter database: one on which `Schema.migrator` found nothing to do.
  package init(_ database: SQLDatabase) {
    self.database = database
    line = database.dialect == .sqlite ? WritingLine(database.writers) : nil
  }

  /// Where one writer serves all; nil where each connection writes for itself.
  private let line: WritingLine?

  /// How often work is begun again before somebody is told.
  private static let attemptsMax = 8

  /// What a course of work ends with, when it does not end well.
  private enum CourseFailure: Error {
    case failed(RecordError)
    /// Nothing was done; the same may pass in a moment.
    case again(RecordError)
  }

  /// Reads from one consistent state.
  package func read<Answer: Sendable>(
    _ work: @Sendable (any RecordView) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    try await repeating { () async throws(CourseFailure) in
      try await database.readers.run(
        { connection throws(CourseFailure) in
          try Self.course(
            .reading, on: connection, { (view: SQLTransaction) throws(RecordError) in try work(view) })
        },
        failure: { .failed(RecordError($0)) })
    }
  }

  /// Changes several things, all or nothing.
  package func transaction<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordTransaction) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    if let line {
      return try await line.run { (transaction: SQLTransaction) throws(RecordError) in try work(transaction) }
    }
    return try await repeating { () async throws(CourseFailure) in
      try await database.writers.run(
        { connection throws(CourseFailure) in
          try Self.course(
            .writing, on: connection, { (view: SQLTransaction) throws(RecordError) in try work(view) })
        },
        failure: { .failed(RecordError($0)) })
    }
  }

  /// Ends the work that has begun and gives everything back.
  package func close() async { await database.close() }

  private func repeating<Answer: Sendable>(
    _ course: () async throws(CourseFailure) -> Answer
  ) async throws(RecordError) -> Answer {
    var attempt = 1
    while true {
      do throws(CourseFailure) {
        return try await course()
      } catch {
        switch error {
        case .failed(let error): throw error
        case .again(let error):
          if attempt == Self.attemptsMax { throw error }
          attempt += 1
        }
      }
    }
  }

  /// One transaction on one connection, from beginning to end.
  private static func course<Answer>(
    _ kind: TransactionKind, on connection: any SQLConnection,
    _ work: (SQLTransaction) throws(RecordError) -> Answer
  ) throws(CourseFailure) -> Answer {
    do throws(SQLError) {
      try connection.begin(kind)
    } catch .connectionLost {
      // The server was started anew since the last time; the next try opens a connection.
      throw .again(.unavailable("connection"))
    } catch {
      throw .failed(RecordError(error))
    }
    let isWriting = if case .writing = kind { true } else { false }
    let transaction = SQLTransaction(connection, isWriting: isWriting)
    let answer: Answer
    do throws(RecordError) {
      answer = try work(transaction)
      if let spoiling = transaction.spoiling { throw spoiling }
      if isWriting { try transaction.finish() }
    } catch {
      connection.rollBack()
      throw transaction.mayPassLater ? .again(error) : .failed(error)
    }
    do throws(SQLError) {
      try connection.commit()
    } catch {
      connection.rollBack()
      throw error == .serialization ? .again(.busy) : .failed(RecordError(error))
    }
    return answer
  }
}
