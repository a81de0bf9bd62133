// The law of records on both engines.
import Ledger
import PostgreSQL
import Records
import SQL
import SQLRecords
import SQLite
import StorageProbes
import Testing

@Suite struct ContractTests {
  @Test(arguments: RecordsContract.laws) func `SQLite keeps the law`(_ law: RecordLaw) async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    #expect(await law.breaches(on: records) == [])
    await records.close()
  }

  @Test(
    .enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"),
    arguments: RecordsContract.laws)
  func `PostgreSQL keeps the law`(_ law: RecordLaw) async throws {
    let records = try await Stores.postgreSQL()
    #expect(await law.breaches(on: records) == [])
    await records.close()
  }
}

@Suite struct WritingLineTests {
  private struct Stop: Error {}

  @Test func `transactions that are written together stand and fall alone`() async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    let failures = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask {
          do throws(RecordError) {
            try await records.transaction { records throws(RecordError) in
              try records.save(Setting(key: "setting.\(number)", value: ""), expecting: 0)
              try records.append(
                LedgerNote(
                  moment: SmallOffice.start, actor: nil, action: LedgerAction("test.note"),
                  subject: "setting/\(number)"))
              if number % 3 == 0 { throw .refused(Stop()) }
              if number % 3 == 1 {
                try records.save(Setting(key: "setting.\(number)", value: ""), expecting: 0)
              }
            }
            return 0
          } catch {
            return 1
          }
        }
      }
      return try await group.reduce(0, +)
    }
    let (keys, head) = try await records.read { records throws(RecordError) in
      (try records.settings().map(\.value.key), try records.ledgerHead())
    }
    #expect(failures == 134)
    #expect(Set(keys) == Set((0..<200).filter { $0 % 3 == 2 }.map { "setting.\($0)" }))
    #expect(head.sequence == 66)
    #expect(try await records.verify(expecting: []).faults == [])
    await records.close()
    await #expect(throws: RecordError.self) {
      try await records.transaction { records throws(RecordError) in
        try records.removeFailedAttempts("")
      }
    }
  }
}
