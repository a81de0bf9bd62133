// What signing in costs, counted: the time would tell strangers which accounts there are.
import Accounts
import Ledger
import Organisations
import Quantities
import Records
import Synchronization
import Testing

@testable import OfficeOperations

/// A store that counts what is asked of it.
private struct CountedRecords: RecordStore {
  let records: any RecordStore
  let reads = SharedCount()
  let transactions = SharedCount()

  func read<Answer: Sendable>(
    _ work: @Sendable (any RecordView) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    reads.add()
    return try await records.read(work)
  }

  func transaction<Answer: Sendable>(
    _ work: @escaping @Sendable (any RecordTransaction) throws(RecordError) -> Answer
  ) async throws(RecordError) -> Answer {
    transactions.add()
    return try await records.transaction(work)
  }

  func verify(expecting heads: [LedgerHead]) async throws(RecordError) -> LedgerReport {
    try await records.verify(expecting: heads)
  }

  func close() async { await records.close() }
}

private final class SharedCount: Sendable {
  private let count = Mutex(0)
  func add() { count.withLock { $0 += 1 } }
  var value: Int { count.withLock { $0 } }
}

@Suite struct SignInWorkTests {
  /// Account and password of attempts that all fail.
  private static let attempts = [
    ("xi.tong", "Wrong-guess.1"), ("nobody", "Wrong-guess.1"), ("zhou.min", "Wrong-guess.1"),
    ("he.lan", SmallTown.password),
  ]

  @Test func `an account that is there, not there, without a password or gone costs the same work`()
    async throws
  {
    let records = CountedRecords(records: MemoryRecords())
    let town = try await SmallTown(records: records)
    let office = town.office
    let system = try #require(try await town.person(try await town.signIn("xi.tong")))
    let root = try #require(try await ListOrganisations().run(in: office, by: system).first).value.id
    for account in ["zhou.min", "he.lan"] {
      _ = try await AddPerson(name: "周敏", account: account, organisation: root).run(in: office, by: system)
    }
    var costs: [[Int]] = []
    for (account, password) in Self.attempts {
      let before = (office.hasher.count, records.transactions.value, records.reads.value)
      await #expect(throws: OfficeRefusal.self) { _ = try await town.signIn(account, password) }
      costs.append([
        office.hasher.count - before.0, records.transactions.value - before.1, records.reads.value - before.2,
      ])
    }
    #expect(costs.allSatisfy { $0 == costs[0] }, "\(costs)")
    #expect(costs[0][0] == 1)
  }
}
