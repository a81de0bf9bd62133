// Somebody with the rights of the database changes what was written: it is told, and where.
import Ledger
import Organisations
import Records
import SQL
import SQLRecords
import StorageProbes
import Testing

@Suite struct TamperingTests {
  /// Three forms with two versions each and some notes: versions are entries 2, 3, 5, 6, 8, 9.
  static func fill(_ records: DatabaseRecords) async throws {
    let office = try await SmallOffice(in: records)
    for number in 0..<3 {
      let form = try await office.addForm(named: "第\(number)项", to: records)
      try await records.transaction { records throws(RecordError) in
        try records.append(
          LedgerNote(
            moment: SmallOffice.start, actor: nil, action: LedgerAction("test.note"),
            subject: "form/\(form)", reason: "开始"))
        for version in 1...2 {
          _ = try records.addVersion(
            of: form, record: Array("{\"version\":\(version)}".utf8), by: office.clerk,
            at: SmallOffice.moment(version), reason: "提交")
        }
      }
    }
  }

  /// What is done, with the triggers out of the way, and what must be told.
  private static let deeds: [(SQLText, [LedgerFault])] = [
    ("UPDATE ledger_entry SET made_at = made_at + 1 WHERE sequence = 4", [.altered(sequence: 4)]),
    ("UPDATE ledger_entry SET actor = 99 WHERE sequence = 1", [.altered(sequence: 1)]),
    ("UPDATE ledger_entry SET action = 'test.nota' WHERE sequence = 7", [.altered(sequence: 7)]),
    ("UPDATE ledger_entry SET reason = '开始。' WHERE sequence = 4", [.altered(sequence: 4)]),
    ("UPDATE ledger_entry SET hash = previous_hash WHERE sequence = 9", [.altered(sequence: 9)]),
    ("UPDATE ledger_entry SET previous_hash = hash WHERE sequence = 2", [.altered(sequence: 2)]),
    ("DELETE FROM ledger_entry WHERE sequence = 4", [.missing(first: 4, last: 4)]),
    (
      "UPDATE ledger_entry SET sequence = 50 WHERE sequence = 9",
      [
        .missing(first: 9, last: 49), .moved(from: 9, to: 50),
      ]
    ),
    ("UPDATE ledger_head SET sequence = 12", [.missing(first: 10, last: 12)]),
  ]

  @Test(arguments: deeds.indices) func `a changed ledger is told on SQLite`(_ index: Int) async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    try await Self.fill(records)
    try await Self.tamper(records, Self.deeds[index].0)
    let report = try await records.verify(expecting: [])
    #expect(report.faults.filter(\.isOfChain) == Self.deeds[index].1)
    await records.close()
  }

  @Test(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"), arguments: deeds.indices)
  func `a changed ledger is told on PostgreSQL`(_ index: Int) async throws {
    let records = try await Stores.postgreSQL()
    try await Self.fill(records)
    try await Self.tamper(records, Self.deeds[index].0)
    let report = try await records.verify(expecting: [])
    #expect(report.faults.filter(\.isOfChain) == Self.deeds[index].1)
    await records.close()
  }

  @Test func `changed versions are told`() async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    try await Self.fill(records)
    let forms = try await records.read { records throws(RecordError) in
      try records.forms(FormSelection(), after: nil, limit: 9).map { $0.value.id.rawValue }
    }
    try await Self.tamper(
      records,
      "UPDATE form_version SET record = \(Array("{}".utf8)) WHERE form = \(forms[0]) AND version_number = 1",
      """
      UPDATE form_version SET record = \([1] as [UInt8]), content = \(ContentHash(of: [1]).bytes)
      WHERE form = \(forms[0]) AND version_number = 2
      """,
      "DELETE FROM form_version WHERE form = \(forms[1]) AND version_number = 2",
      "UPDATE form_version SET made_at = made_at + 1 WHERE form = \(forms[1]) AND version_number = 1",
      """
      INSERT INTO form_version (form, version_number, record, content, person, made_at)
      SELECT form, 3, record, content, person, made_at FROM form_version
      WHERE form = \(forms[2]) AND version_number = 1
      """)
    let report = try await records.verify(expecting: [])
    #expect(
      report.faults == [
        .alteredVersion(form: forms[0], version: 1),
        .otherVersion(form: forms[0], version: 2, sequence: 3),
        .otherVersion(form: forms[1], version: 1, sequence: 5),
        .unwrittenVersion(form: forms[2], version: 3),
        .missingVersion(subject: "form/\(forms[1])/version/2", sequence: 6),
      ])
    await records.close()
  }

  @Test func `changed decisions are told`() async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    let office = try await SmallOffice(in: records)
    let form = try await office.addForm(named: "灯会", to: records)
    let ids = try await records.transaction { records throws(RecordError) in
      var ids: [DecisionID] = []
      for revision in 1...7 as ClosedRange<Int64> {
        let id: DecisionID = try records.nextNumber()
        try records.add(
          Decision(
            id: id, form: form, version: 0, action: "return", stageBefore: "draft", stageAfter: "draft",
            person: office.reviewer, onBehalfOf: office.clerk, moment: SmallOffice.start, reason: "请补充",
            details: "[1,2]"), expecting: revision)
        ids.append(id)
      }
      return ids
    }
    #expect(try await records.verify(expecting: []).faults == [])
    try await Self.tamper(
      records,
      "UPDATE decision SET reason = '请补充。' WHERE id = \(ids[0].rawValue)",
      "UPDATE decision SET details = '' WHERE id = \(ids[1].rawValue)",
      "UPDATE decision SET person = on_behalf_of WHERE id = \(ids[2].rawValue)",
      "UPDATE decision SET made_at = 0 WHERE id = \(ids[3].rawValue)",
      "DELETE FROM decision WHERE id = \(ids[4].rawValue)",
      "UPDATE decision SET action = 'approval' WHERE id = \(ids[5].rawValue)")
    let found = try await records.verify(expecting: [])
    #expect(
      found.faults == [0, 1, 2, 3, 5].map {
        .alteredDecision(form: form.rawValue, decision: ids[$0].rawValue)
      }
        + [.missingDecision(subject: "form/\(form)/decision/\(ids[4])", sequence: 5)])
    await records.close()
  }

  @Test func `the schema itself refuses to change what was written`() async throws {
    let folder = try ScratchFolder()
    let records = try await Stores.sqlite(in: folder)
    try await Self.fill(records)
    let attempts: [SQLText] = [
      "UPDATE ledger_entry SET reason = ''", "DELETE FROM ledger_entry",
      "UPDATE form_version SET record = zeroblob(1)", "DELETE FROM form_version",
    ]
    for text in attempts {
      await #expect(throws: SQLError.self, "\(text)") {
        try await records.database.writers.run(
          { connection throws(SQLError) in try connection.execute(text) }, failure: { $0 })
      }
    }
    await records.close()
  }

  private static func tamper(_ records: DatabaseRecords, _ texts: SQLText...) async throws {
    _ = try await records.database.writers.run(
      { connection throws(SQLError) in
        for text in Self.dropsOfTriggers(connection.dialect) + texts { try connection.execute(text) }
      }, failure: { $0 })
  }

  private static func dropsOfTriggers(_ dialect: Dialect) -> [SQLText] {
    (["ledger_entry", "form_version", "decision"] as [SQLName]).flatMap { table -> [SQLText] in
      let on: SQLText = dialect == .sqlite ? "" : " ON \(name: table)"
      return [
        "DROP TRIGGER \(name: table)_stays\(part: on)", "DROP TRIGGER \(name: table)_remains\(part: on)",
      ]
    }
  }
}

extension LedgerFault {
  /// False for what follows for versions and the head from a change of the chain.
  fileprivate var isOfChain: Bool {
    switch self {
    case .unwrittenVersion, .otherVersion, .missingVersion, .otherHead: false
    default: true
    }
  }
}
