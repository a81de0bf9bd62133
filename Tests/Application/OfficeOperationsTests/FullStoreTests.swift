// A store that takes nothing more: who is signed in goes on reading.
import Ledger
import Records
import Synchronization
import Testing

@testable import OfficeOperations

@Suite struct FullStoreTests {
  @Test(arguments: [RecordError.full, .readOnly])
  func `who is signed in goes on reading where nothing can be written, until the session ends`(
    error: RecordError
  ) async throws {
    let store = StubbornStore()
    let town = try await SmallTown(records: store)
    let token = try await town.signIn("xi.tong")
    store.set(error)
    // The use of the session would be noted by now.
    for _ in 0..<5 {
      town.clock.advance(seconds: 120)
      #expect(try await town.person(token) != nil)
    }
    await #expect(throws: OfficeRefusal.self) { _ = try await town.signIn("an.quan") }
    town.clock.advance(seconds: 86_400)
    #expect(try await town.person(token) == nil)
  }

  @Test func `another trouble with the store is told`() async throws {
    let store = StubbornStore()
    let town = try await SmallTown(records: store)
    let token = try await town.signIn("xi.tong")
    store.set(.damaged("page 7"))
    town.clock.advance(seconds: 120)
    await #expect(throws: OfficeRefusal.self) { _ = try await town.person(token) }
  }
}

/// Records in memory that can be told to take no changes.
private final class StubbornStore: RecordStore {
  private let records = MemoryRecords()
  private let refusal = Mutex<RecordError?>(nil)

  func set(_ error: RecordError) { refusal.withLock { $0 = error } }

  func read<Answer: Sendable>(
    _ work: @Sendable (any RecordView) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    try await records.read(work)
  }

  func transaction<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordTransaction) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    if let error = refusal.withLock({ $0 }) { throw error }
    return try await records.transaction(work)
  }

  func verify(expecting heads: [LedgerHead]) async throws(RecordError) -> LedgerReport {
    try await records.verify(expecting: heads)
  }

  func close() async { await records.close() }
}
