// What places have of their own, counted while one goes along and counted anew: both come to the same.
import Model
import Organisations
import Quantities
import Records
import SQL
import SQLRecords
import StorageProbes
import Testing

@Suite struct OwnTalliesTests {
  @Test func `SQLite counts along as it would count anew`() async throws {
    let folder = try ScratchFolder()
    try await walk(try await Stores.sqlite(in: folder))
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `PostgreSQL counts along as it would count anew`() async throws {
    try await walk(try await Stores.postgreSQL())
  }

  /// Forms of two units and two years go from stage to stage.
  private func walk(_ records: DatabaseRecords) async throws {
    let office = try await SmallOffice(in: records)
    let places = [(office.unit, "330000123/713001"), (office.otherUnit, "330000123/714001")]
    for number in 0..<40 {
      let (unit, place) = places[number % 2]
      let path = try #require(OrganisationPath(place))
      let year = try #require(FiscalYear(2025 + number % 3 / 2))
      try await records.transaction { (records: any RecordTransaction) throws(RecordError) in
        let form = try office.addForm(named: "项目\(number)", in: records)
        for stage in ["draft", "submitted", "approved"].prefix(1 + number % 5 % 3) {
          try records.save(
            FormDigest(
              form: form, year: year, kind: number % 7 == 0 ? .departmentTarget : .projectTarget,
              organisation: unit, place: path, project: nil, stage: stage, moved: SmallOffice.moment(1)))
        }
      }
    }
    let along = try await counted(records)
    #expect(along.count > 8)
    let anew = try #require(Schema.migrations.first { $0.name == "own-tallies" })
    try await records.database.writers.run(
      { connection throws(SQLError) in
        try connection.execute("DELETE FROM tally WHERE topic LIKE 'own/%'")
        for statement in anew.statements(connection.dialect) { try connection.execute(statement) }
      }, failure: { $0 })
    #expect(try await counted(records) == along)
    await records.close()
  }

  private func counted(_ records: DatabaseRecords) async throws -> [Row] {
    try await records.database.readers.run(
      { connection throws(SQLError) in
        try connection.rows(
          """
          SELECT fiscal_year, topic, place, item, item_count, item_sum FROM tally
          WHERE topic LIKE 'own/%' AND item_count <> 0 ORDER BY fiscal_year, topic, place, item
          """)
      }, failure: { $0 })
  }
}
