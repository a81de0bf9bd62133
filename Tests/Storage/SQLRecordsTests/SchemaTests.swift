// The schema: steps that were published stay as they are, both engines have the same columns.
import Ledger
import Records
import SQL
import SQLRecords
import StorageProbes
import Testing

@Suite struct SchemaTests {
  /// The SM3 of each step as it was published. A step is never altered: add a line with the next one.
  private static let published: [(number: Int, sqlite: String, postgreSQL: String)] = [
    (
      1, "1d12294220971c11a88665c22b4b64ea9a63a2b20cae428e78d042d2f6761d55",
      "4e06d026a76fd1320542072e0714b9da5e0b06cdc163212ba29784f65feaf37c"
    ),
    (
      2, "3f84fe08a9f9ecd86bc0e00b4cfee39a7b254032c73eea62df40731702f4364c",
      "2137eeaa5fa6e1cf5c34f88b26022c365688e485bd095f252308df40bb91f259"
    ),
    (
      3, "e4f9b84d74a95eaeb821bbccd615218f07f0d2e595217cdbe93b4530bc6bdf21",
      "c5243072f1267ade142a2c106a536e695eef2616f4a663cacffccc0f1ff5f1b1"
    ),
    (
      4, "7b06709f2bb2e617c41fa87da575a4b014bd107b72fa99d0841a737850c3a45c",
      "a948d34cdd66ffef28699197fd17cd242c8fc90114928642edfd5769e3a82ac4"
    ),
    (
      5, "8ae1ec478f2073e3bf69f3ad3b43c7cf27c3fbee2e449d2ebe1c2e59625b2a01",
      "034bab38055868534989ec75f27d83b43d3592cd3e780bb1660afdbe28857fa9"
    ),
    (
      6, "3b41827efc7e8ef76c22b5ec000bb29ac4774dc6a02be4b3b2d32bd005ba332b",
      "132d4c500e1849eb78ab2453b15de77f2b9cf79f920e50173e66ee2d7db53c29"
    ),
    (
      7, "bcc1b42c6613bb9848031350b1cbcd94c2c8e5b95f7ff040d3d104acb367f788",
      "af615a249b4c843fbf63800e072f529c717efd0ab2d64238997ecf7c73b53452"
    ),
    (
      8, "c7da029b1fe44095a5b5ad19d0e272a6a3f7b7966a25dfa0564bb1084c2ca742",
      "18a992e1172e737f1ac5b070303ff51d34ad21f730674b2946a1ef4a160ad1a2"
    ),
    (
      9, "29158749d01fd418065f3af5fb36b247324febedb1411c12c102fe20ccd43ee9",
      "653f902800fd0458d2d380b9279c73559819761db57fbf16b124b56c96e39661"
    ),
    (
      10, "1027445fd4e7c53698af337ffbc6841ca29f312c01ddb376e0131131dbb64859",
      "95155262f748968b47b3bef826898aa9aa6a330f17c8d24a7201aa73cd28864b"
    ),
    (
      11, "01b0364b5b351821b1024756032efe4ad916c553f4e7a7db979de52817cc27f2",
      "6d7835d900934e50e093510ee8e501192a48fc901d7650f26991a1db49558115"
    ),
    (
      12, "b1bb2a35ab611a104589fc2301199a6200630e0476f524c980620a5231d0667b",
      "b1bb2a35ab611a104589fc2301199a6200630e0476f524c980620a5231d0667b"
    ),
    (
      13, "585e42278c877a5dba9baafca26ffb516046c156af5a5ff7637d2ac754eea36b",
      "2f40707d1f92ab4a0fa6717c7c09fefb660e2343c26c3d2a383b81314fd14940"
    ),
  ]

  @Test func `published steps are never altered`() {
    #expect(Schema.migrations.map(\.number) == Self.published.map(\.number))
    for (migration, line) in zip(Schema.migrations, Self.published) {
      for (dialect, wanted) in [(Dialect.sqlite, line.sqlite), (.postgreSQL, line.postgreSQL)] {
        let found = ContentHash(bytes: Schema.migrator.digest(of: migration, for: dialect))?.description
        #expect(found == wanted, "step \(migration.number) for \(dialect)")
      }
    }
  }

  @Test func `steps bind nothing, because arguments are no part of their checksum`() {
    for dialect in Dialect.allCases {
      for migration in Schema.migrations {
        #expect(migration.statements(dialect).allSatisfy { $0.arguments.isEmpty }, "\(migration.number)")
      }
    }
  }

  /// Tables that are not copied as rows.
  private static let apart: Set<String> = [
    "schema_migration", "record_number", "sqlite_sequence",
    // The lookup of words in SQLite, which is made from the words.
    "form_search", "form_search_data", "form_search_idx", "form_search_config",
  ]

  @Test func `the list of tables is the schema of SQLite`() async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    let found = try await columns(
      of: records,
      """
      SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' ORDER BY c.cid
      """)
    #expect(found == Self.listed)
    await records.close()
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `the list of tables is the schema of PostgreSQL`() async throws {
    let records = try await Stores.postgreSQL()
    let found = try await columns(
      of: records,
      """
      SELECT table_name::text, column_name::text FROM information_schema.columns
      WHERE table_schema = current_schema() ORDER BY ordinal_position
      """)
    #expect(found == Self.listed)
    await records.close()
  }

  private static var listed: [String: [String]] {
    Dictionary(uniqueKeysWithValues: Schema.tables.map { ($0.name.text, $0.columns.map(\.text)) })
  }

  private func columns(of records: DatabaseRecords, _ query: SQLText) async throws -> [String: [String]] {
    let rows = try await records.database.readers.run(
      { connection throws(SQLError) in try connection.rows(query) }, failure: { $0 })
    var columns: [String: [String]] = [:]
    for row in rows where !Self.apart.contains(try row.text(0)) {
      columns[try row.text(0), default: []].append(try row.text(1))
    }
    return columns
  }
}
