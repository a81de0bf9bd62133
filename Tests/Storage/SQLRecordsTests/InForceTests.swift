// What stays in force while a form is adjusted: read from earlier decisions as it is kept along.
import Model
import Organisations
import Quantities
import Records
import SQL
import SQLRecords
import StorageProbes
import Testing

@Suite struct InForceTests {
  @Test func `SQLite finds in decisions what it keeps along`() async throws {
    let folder = try ScratchFolder()
    try await walk(try await Stores.sqlite(in: folder))
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
  func `PostgreSQL finds in decisions what it keeps along`() async throws {
    try await walk(try await Stores.postgreSQL())
  }

  /// The way of a form, and the stage of its version in force at the end of it.
  private static let ways: [(steps: [(action: String, after: String)], inForce: String?)] = [
    ([("submit", "awaiting-finance"), ("return", "returned")], nil),
    ([("submit", "awaiting-finance"), ("approve", "approved")], nil),
    ([("approve", "approved"), ("adjust", "adjusting")], "approved"),
    ([("approve", "disclosed"), ("adjust", "adjusting"), ("submit", "awaiting-department")], "disclosed"),
    ([("approve", "approved"), ("adjust", "adjusting"), ("return", "returned")], "approved"),
    ([("approve", "approved"), ("adjust", "adjusting"), ("abandon", "approved")], nil),
    ([("approve", "approved"), ("adjust", "adjusting"), ("approve", "approved")], nil),
    (
      [
        ("approve", "approved"), ("adjust", "adjusting"), ("abandon", "approved"), ("disclose", "disclosed"),
        ("adjust", "adjusting"),
      ], "disclosed"
    ),
  ]

  /// Every way twice, at two places.
  private func walk(_ records: DatabaseRecords) async throws {
    let office = try await SmallOffice(in: records)
    let year = try #require(FiscalYear(2026))
    for number in 0..<2 * Self.ways.count {
      let way = Self.ways[number / 2]
      let (unit, text) =
        number % 2 == 0 ? (office.unit, "330000123/713001") : (office.otherUnit, "330000123/714001")
      let place = try #require(OrganisationPath(text))
      try await records.transaction { (records: any RecordTransaction) throws(RecordError) in
        let form = try office.addForm(named: "项目\(number)", in: records)
        var stage = "draft"
        for step in way.steps {
          try records.add(
            Decision(
              id: try records.nextNumber(), form: form, version: 0, action: step.action, stageBefore: stage,
              stageAfter: step.after, person: office.clerk, moment: SmallOffice.start),
            expecting: try records.form(form).revision)
          stage = step.after
        }
        try records.save(
          FormDigest(
            form: form, year: year, kind: .projectTarget, organisation: unit, place: place, project: nil,
            stage: stage, moved: SmallOffice.moment(number), urgency: Int64(number % 5),
            inForce: way.inForce.map { FormDigest.InForce(stage: $0, amount: nil) }))
      }
    }
    let along = try await kept(records)
    #expect(along.digests.count == 8 && along.entries.count > 8 && along.tallies.count > 8)
    let anew = try #require(Schema.migrations.first { $0.name == "in-force" })
    try await records.database.writers.run(
      { connection throws(SQLError) in
        try connection.execute("UPDATE form_digest SET in_force = NULL")
        try connection.execute("DELETE FROM queue_entry WHERE stage LIKE 'in-force-%'")
        try connection.execute("DELETE FROM tally WHERE item LIKE '%/in-force-%'")
        // The columns are there already.
        for statement in anew.statements(connection.dialect).dropFirst(2) {
          try connection.execute(statement)
        }
      }, failure: { $0 })
    let found = try await kept(records)
    #expect(found.digests == along.digests)
    #expect(found.entries == along.entries)
    #expect(found.tallies == along.tallies)
    await records.close()
  }

  private func kept(
    _ records: DatabaseRecords
  ) async throws -> (digests: [Row], entries: [Row], tallies: [Row]) {
    try await records.database.readers.run(
      { connection throws(SQLError) in
        (
          try connection.rows(
            "SELECT form, stage, in_force FROM form_digest WHERE in_force IS NOT NULL ORDER BY form"),
          try connection.rows(
            """
            SELECT place, fiscal_year, kind, stage, gravity, queue_rank, form FROM queue_entry
            WHERE stage LIKE 'in-force-%' ORDER BY place, stage, form
            """),
          try connection.rows(
            """
            SELECT fiscal_year, topic, place, item, item_count, item_sum FROM tally
            WHERE item LIKE '%/in-force-%' AND item_count <> 0 ORDER BY fiscal_year, topic, place, item
            """)
        )
      }, failure: { $0 })
  }
}
