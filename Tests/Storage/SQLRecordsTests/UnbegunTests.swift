// Projects without a form, counted while one goes along and counted anew: both come to the same.
import Model
import Organisations
import Quantities
import Records
import SQL
import SQLRecords
import StorageProbes
import Testing

@Suite struct UnbegunTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `SQLite counts along as it would count anew`(seed: UInt64) async throws {
    let folder = try ScratchFolder()
    try await walk(try await Stores.sqlite(in: folder), seed)
  }

  @Test(
    .enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"), arguments: [UInt64(4), 5])
  func `PostgreSQL counts along as it would count anew`(seed: UInt64) async throws {
    try await walk(try await Stores.postgreSQL(), seed)
  }

  /// Projects are added, moved and given other years, and forms are added to them.
  private func walk(_ records: DatabaseRecords, _ seed: UInt64) async throws {
    let office = try await SmallOffice(in: records)
    var state = seed
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var projects: [ProjectID] = []
    var begun: Set<String> = []
    for _ in 0..<60 {
      let act = pick(3)
      let years = try YearSpan.some(pick(4), pick(4))
      let unit = pick(2) == 0 ? office.unit : office.otherUnit
      let year = try #require(FiscalYear(2024 + pick(4)))
      let kind: FormKind = pick(2) == 0 ? .projectTarget : .projectMonitoring
      let chosen = projects.isEmpty || act == 0 ? nil : projects[pick(projects.count)]
      if let chosen, act == 2, !begun.insert("\(chosen) \(year.year) \(kind)").inserted { continue }
      let added = try await records.transaction {
        (records: any RecordTransaction) throws(RecordError) -> ProjectID? in
        guard let chosen else {
          let id: ProjectID = try records.nextNumber()
          try records.add(
            ProjectEntry(id: id, organisation: unit, code: nil, name: "一", category: "", years: years))
          return id
        }
        var project = try records.project(chosen)
        if act == 1 {
          project.value.organisation = unit
          project.value.years = years
          try records.save(project.value, expecting: project.revision)
        } else {
          try records.add(
            FormEntry(
              id: try records.nextNumber(), kind: kind, year: year,
              organisation: project.value.organisation, project: chosen, stage: "draft"))
        }
        return nil
      }
      projects += [added].compactMap(\.self)
    }
    let along = try await counted(records)
    #expect(along.count > 4)
    let anew = try #require(Schema.migrations.first { $0.name == "unbegun" })
    try await records.database.writers.run(
      { connection throws(SQLError) in
        try connection.execute("DELETE FROM unbegun")
        for statement in anew.statements(connection.dialect).dropFirst() { try connection.execute(statement) }
      }, failure: { $0 })
    #expect(try await counted(records) == along)
    await records.close()
  }

  private func counted(_ records: DatabaseRecords) async throws -> [Row] {
    try await records.database.readers.run(
      { connection throws(SQLError) in
        try connection.rows(
          """
          SELECT kind, organisation, first_year, last_year, project_count FROM unbegun
          WHERE project_count <> 0 ORDER BY kind, organisation, first_year, last_year
          """)
      }, failure: { $0 })
  }
}

extension YearSpan {
  /// From 2024 or later, for some years or without end.
  fileprivate static func some(_ first: Int, _ length: Int) throws -> YearSpan {
    let last = length > 0 ? FiscalYear(2023 + first + length) : nil
    let begin = try #require(FiscalYear(2024 + first))
    return try #require(YearSpan(first: begin, last: last))
  }
}
