// Workers: each on its own thread, in turn, and refused when the line is too long.
import Glibc
import SQL
import Synchronization
import Testing

/// A connection that answers nothing and counts.
private final class SilentConnection: SQLConnection {
  let dialect = Dialect.sqlite
  var isUsable = true
  func run(_ text: SQLText, eachRow: (Row) throws(SQLError) -> Void) throws(SQLError) -> Int { 0 }
  func begin(_ kind: TransactionKind) throws(SQLError) {}
  func commit() throws(SQLError) {}
  func rollBack() {}
  func close() { isUsable = false }
}

/// How many work at once, and on which threads.
private final class Watch: Sendable {
  struct Sight {
    var now = 0
    var most = 0
    var threads: Set<UInt> = []
  }

  let sight = Mutex(Sight())

  func work() {
    sight.withLock { sight in
      sight.now += 1
      sight.most = max(sight.most, sight.now)
      sight.threads.insert(UInt(pthread_self()))
    }
    usleep(1_000)
    sight.withLock { $0.now -= 1 }
  }
}

@Suite struct SQLWorkerPoolTests {
  private static func pool(
    _ workers: Int, waitingMax: Int = 100
  ) -> SQLWorkerPool {
    SQLWorkerPool(workersMax: workers, waitingMax: waitingMax) { () throws(SQLError) in SilentConnection() }
  }

  @Test func `no more work runs at once than there are workers`() async {
    let pool = Self.pool(3)
    let watch = Watch()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<40 {
        group.addTask { try? await pool.run({ _ throws(SQLError) in watch.work() }, failure: { $0 }) }
      }
    }
    let sight = watch.sight.withLock { $0 }
    #expect(sight.now == 0)
    #expect((1...3).contains(sight.most))
    #expect((1...3).contains(sight.threads.count))
    await pool.close()
  }

  @Test func `who comes when too many wait is refused`() async {
    let pool = Self.pool(1, waitingMax: 1)
    let refusals = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask {
          do throws(SQLError) {
            _ = try await pool.run({ _ throws(SQLError) in usleep(30_000) }, failure: { $0 })
            return false
          } catch {
            return error == .busy
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect((1...10).contains(refusals))
    await pool.close()
  }

  @Test func `a connection that broke is opened again`() async throws {
    let opened = Mutex(0)
    let pool = SQLWorkerPool(workersMax: 1) { () throws(SQLError) in
      opened.withLock { $0 += 1 }
      return SilentConnection()
    }
    for _ in 0..<3 {
      try await pool.run({ connection throws(SQLError) in connection.close() }, failure: { $0 })
    }
    #expect(opened.withLock { $0 } == 3)
    await pool.close()
  }

  @Test func `a closed pool refuses, and so does one that cannot open`() async {
    let pool = Self.pool(1)
    await pool.close()
    await #expect(throws: SQLError.busy) {
      try await pool.run({ _ throws(SQLError) in }, failure: { $0 })
    }
    let blocked = SQLWorkerPool(workersMax: 1) { () throws(SQLError) in throw .cannotOpen("no") }
    for _ in 0..<2 {
      await #expect(throws: SQLError.cannotOpen("no")) {
        try await blocked.run({ _ throws(SQLError) in }, failure: { $0 })
      }
    }
  }

  @Test func `work that throws gives its worker back`() async throws {
    let pool = Self.pool(1)
    for _ in 0..<3 {
      await #expect(throws: SQLError.full) {
        try await pool.run({ _ throws(SQLError) in throw .full }, failure: { $0 })
      }
    }
    let answer = try await pool.run({ _ throws(SQLError) in 7 }, failure: { $0 })
    #expect(answer == 7)
  }

  @Test func `work without a connection runs on a thread of its own`() async {
    let here = UInt(pthread_self())
    let there = await onOwnThread { UInt(pthread_self()) }
    #expect(there != here)
  }
}
