// The law of records on the store in memory.
import Records
import StorageProbes
import Testing

@Suite struct MemoryRecordsTests {
  @Test(arguments: RecordsContract.laws) func `the store in memory keeps the law`(_ law: RecordLaw) async {
    #expect(await law.breaches(on: MemoryRecords()) == [])
  }
}
