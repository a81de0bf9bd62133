// The law of records on both engines.
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
