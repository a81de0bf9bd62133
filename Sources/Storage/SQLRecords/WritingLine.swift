// The line before an engine's only writer: those who wait meanwhile are written together.
internal import Records
internal import SQL
internal import Synchronization

/// Carries out the transactions of an engine with one writer, as many together as wait.
///
/// Most of a transaction's time is the wait for the disk. Those that came meanwhile are done one after the
/// other, each in a savepoint of its own, and one commit makes them all last; nobody is answered before it.
/// What fails is undone alone. When the commit itself fails, each is tried by itself.
final class WritingLine: Sendable {
  /// A transaction that waits.
  struct Work: Sendable {
    /// Carries it out.
    ///
    /// - Returns: what tells the caller the answer, once it lasts.
    let perform: @Sendable (SQLTransaction) throws(RecordError) -> @Sendable () -> Void
    let fail: @Sendable (RecordError) -> Void
  }

  private struct State {
    var waiting: [Work] = []
    var isRunning = false
  }

  private let state = Mutex(State())
  private let writers: SQLWorkerPool

  /// Transactions of one commit at most, so that the first does not wait long for the last.
  private static let togetherMax = 64
  /// Who comes when so many wait is refused.
  private static let waitingMax = 4_096

  init(_ writers: SQLWorkerPool) { self.writers = writers }

  func run<Answer: Sendable>(
    _ work: @escaping @Sendable (SQLTransaction) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    let result: Result<Answer, RecordError> = await withCheckedContinuation { continuation in
      enqueue(
        Work(
          perform: { (transaction: SQLTransaction) throws(RecordError) in
            let answer = try work(transaction)
            if let spoiling = transaction.spoiling { throw spoiling }
            try transaction.finish()
            return { continuation.resume(returning: .success(answer)) }
          }, fail: { continuation.resume(returning: .failure($0)) }))
    }
    return try result.get()
  }

  private func enqueue(_ work: Work) {
    let (isRefused, isFirst) = state.withLock { state in
      if state.waiting.count >= Self.waitingMax { return (true, false) }
      state.waiting.append(work)
      defer { state.isRunning = true }
      return (false, !state.isRunning)
    }
    if isRefused { work.fail(.busy) }
    if isFirst { Task.detached { await self.runAll() } }
  }

  /// Works until nobody waits.
  private func runAll() async {
    var isDone = false
    while !isDone {
      do throws(RecordError) {
        isDone = try await writers.run(
          { connection throws(RecordError) in self.carryOutAll(on: connection) }, failure: { RecordError($0) }
        )
      } catch {
        let waiting = state.withLock { state in
          state.isRunning = false
          defer { state.waiting = [] }
          return state.waiting
        }
        for work in waiting { work.fail(error) }
        return
      }
    }
  }

  /// The next to be done together; nil, and the line at rest, where nobody waits.
  private func next() -> [Work]? {
    state.withLock { state in
      if state.waiting.isEmpty {
        state.isRunning = false
        return nil
      }
      let together = Array(state.waiting.prefix(Self.togetherMax))
      state.waiting.removeFirst(together.count)
      return together
    }
  }

  /// - Returns: false where the connection is of no more use, and others wait.
  private func carryOutAll(on connection: any SQLConnection) -> Bool {
    while connection.isUsable {
      guard let together = next() else { return true }
      carryOut(together, on: connection)
    }
    return false
  }

  private func carryOut(_ together: [Work], on connection: any SQLConnection) {
    do throws(SQLError) {
      try connection.begin(.writing)
    } catch {
      for work in together { work.fail(RecordError(error)) }
      return
    }
    var acknowledgements: [@Sendable () -> Void] = []
    do throws(RecordError) {
      for work in together { acknowledgements.append(try inSavepoint(work, on: connection)) }
      do throws(SQLError) { try connection.commit() } catch { throw RecordError(error) }
    } catch {
      connection.rollBack()
      if together.count == 1 || !connection.isUsable {
        for work in together { work.fail(error) }
      } else {
        for work in together { carryOut([work], on: connection) }
      }
      return
    }
    for acknowledge in acknowledgements { acknowledge() }
  }

  /// Does one, or undoes it.
  ///
  /// - Throws: where the engine has given up the whole transaction, as it does on a full disk.
  private func inSavepoint(
    _ work: Work, on connection: any SQLConnection
  ) throws(RecordError) -> @Sendable () -> Void {
    let transaction = SQLTransaction(connection, isWriting: true)
    do throws(SQLError) { try connection.execute("SAVEPOINT work") } catch { throw RecordError(error) }
    let told: @Sendable () -> Void
    var failure: RecordError?
    do throws(RecordError) {
      told = try work.perform(transaction)
    } catch {
      failure = error
      told = { work.fail(error) }
    }
    do throws(SQLError) {
      if failure != nil { try connection.execute("ROLLBACK TO work") }
      try connection.execute("RELEASE work")
    } catch {
      throw failure ?? RecordError(error)
    }
    return told
  }
}
