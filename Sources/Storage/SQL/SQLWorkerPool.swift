// Workers that share the work: who comes when all are busy waits in line.
internal import Synchronization

/// A fixed number of workers, made when they are needed.
package final class SQLWorkerPool: Sendable {
  private struct Line {
    var idle: [SQLWorker] = []
    var made: [SQLWorker] = []
    var waiting: [CheckedContinuation<SQLWorker?, Never>] = []
    var isClosed = false
  }

  private let line = Mutex(Line())
  private let workersMax: Int
  private let waitingMax: Int
  private let open: ConnectionOpener

  /// - Parameter waitingMax: who comes when so many wait already is refused with `.busy`, so that a slow
  ///   database ends in quick answers and not in a heap of waiting requests.
  package init(workersMax: Int, waitingMax: Int = 4096, open: @escaping ConnectionOpener) {
    self.workersMax = max(1, workersMax)
    self.waitingMax = waitingMax
    self.open = open
  }

  /// Runs work with a connection as soon as one is free; the order of coming is kept.
  package func run<Answer: Sendable, Failure: Error>(
    _ work: @Sendable (any SQLConnection) throws(Failure) -> Answer, failure: @Sendable (SQLError) -> Failure
  ) async throws(Failure) -> Answer {
    guard let worker = await takeWorker() else { throw failure(.busy) }
    do throws(Failure) {
      let answer = try await worker.run(work, failure: failure)
      give(worker)
      return answer
    } catch {
      give(worker)
      throw error
    }
  }

  /// Closes every connection; work that comes later is refused.
  package func close() async {
    let (workers, waiting) = line.withLock { line in
      line.isClosed = true
      defer { line.waiting = [] }
      return (line.made, line.waiting)
    }
    for continuation in waiting { continuation.resume(returning: nil) }
    for worker in workers { await worker.close() }
  }

  private func takeWorker() async -> SQLWorker? {
    if let worker = line.withLock({ takeIdle(&$0) }) { return worker }
    return await withCheckedContinuation { continuation in
      let answer: SQLWorker?? = line.withLock { line in
        if line.isClosed { return .some(nil) }
        if let worker = takeIdle(&line) { return worker }
        guard line.waiting.count < waitingMax else { return .some(nil) }
        line.waiting.append(continuation)
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
  }

  private func takeIdle(_ line: inout Line) -> SQLWorker? {
    if line.isClosed { return nil }
    if let worker = line.idle.popLast() { return worker }
    guard line.made.count < workersMax else { return nil }
    let worker = SQLWorker(open: open)
    line.made.append(worker)
    return worker
  }

  private func give(_ worker: SQLWorker) {
    let next: CheckedContinuation<SQLWorker?, Never>? = line.withLock { line in
      if !line.waiting.isEmpty { return line.waiting.removeFirst() }
      line.idle.append(worker)
      return nil
    }
    next?.resume(returning: worker)
  }
}
