// Several nodes on one server: nothing is lost, the ledger has one end, a server that dies keeps its word.
import FormDrafts
import Glibc
import Ledger
import Organisations
import PostgreSQL
import Records
import SQL
import SQLRecords
import StorageProbes
import Testing

@Suite(.enabled(if: ThrowAwayCluster.shared != nil, "\(ThrowAwayCluster.absence)"))
struct NodesTests {
  @Test func `two nodes that edit one draft and decide on forms lose nothing`() async throws {
    let address = try #require(ThrowAwayCluster.shared?.database())
    let nodes = [
      try await Stores.migrated(.postgreSQL(address: address, connections: 4)),
      DatabaseRecords(.postgreSQL(address: address, connections: 4)),
    ]
    let office = try await SmallOffice(in: nodes[0])
    let form = try await office.addForm(named: "灯会", to: nodes[0])
    // Each of eight clerks writes thirty values of a field, from what each saw last; and one field that all
    // share, which only one at a time can have.
    let shared = try await withThrowingTaskGroup(of: Int.self) { group in
      for clerk in 0..<8 {
        let node = nodes[clerk % 2]
        group.addTask { try await Self.edit(form, as: clerk, office: office, on: node) }
      }
      return try await group.reduce(0, +)
    }
    let (fields, versions, entry) = try await nodes[1].read { records throws(RecordError) in
      (
        try records.fields(of: form, after: 0), try records.versions(of: form, after: nil, limit: 999),
        try records.form(form)
      )
    }
    for clerk in 0..<8 {
      #expect(fields.first { $0.path == "field/\(clerk)" }?.value == "30")
    }
    #expect(fields.first { $0.path == "shared" }?.value == "\(shared)")
    #expect(versions.map(\.number) == Array(1...24))
    #expect(entry.value.latestVersion == 24)
    #expect(entry.value.draftRevision == Int64(8 * 30 + shared))
    let report = try await nodes[0].verify(expecting: [])
    #expect(report.faults == [])
    #expect(report.entryCount == 24)
    for node in nodes { await node.close() }
  }

  /// - Returns: how often the shared field was counted up.
  private static func edit(
    _ form: FormID, as clerk: Int, office: SmallOffice, on node: DatabaseRecords
  ) async throws -> Int {
    var seen: Int64 = 0
    var shared = 0
    for number in 1...30 {
      seen = try await save([.init(path: "field/\(clerk)", value: "\(number)")], seen, form, office, node)
      if number % 10 == 0 {
        _ = try await node.transaction { records throws(RecordError) in
          try records.addVersion(
            of: form, record: Array("{\"clerk\":\(clerk),\"number\":\(number)}".utf8), by: office.clerk,
            at: SmallOffice.start, reason: "")
        }
      }
      do throws(RecordError) {
        let (count, revision) = try await node.read { records throws(RecordError) in
          let field = try records.fields(of: form, after: 0).first { $0.path == "shared" }
          return (Int(field?.value ?? "0") ?? -1, try records.form(form).value.draftRevision)
        }
        _ = try await save([.init(path: "shared", value: "\(count + 1)")], revision, form, office, node)
        shared += 1
      } catch {
        guard case .fieldsChanged = error else { throw error }
      }
    }
    return shared
  }

  private static func save(
    _ changes: [FieldChange], _ seen: Int64, _ form: FormID, _ office: SmallOffice, _ node: DatabaseRecords
  ) async throws(RecordError) -> Int64 {
    try await node.transaction { records throws(RecordError) in
      try records.save(changes, of: form, onto: seen, by: office.clerk, at: SmallOffice.start)
    }
  }

  @Test func `jobs are done once, whichever node takes them`() async throws {
    let address = try #require(ThrowAwayCluster.shared?.database())
    let nodes = [
      try await Stores.migrated(.postgreSQL(address: address, connections: 4)),
      DatabaseRecords(.postgreSQL(address: address, connections: 4)),
    ]
    try await nodes[0].transaction { records throws(RecordError) in
      for number in 0..<120 {
        try records.add(
          Job(id: try records.nextNumber(), kind: "mail", payload: "\(number)", due: SmallOffice.start))
      }
    }
    let done = try await withThrowingTaskGroup(of: [String].self) { group in
      for taker in 0..<8 {
        group.addTask { try await Self.doJobs(on: nodes[taker % 2]) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(done.count == 120)
    #expect(Set(done).count == 120)
    let left = try await nodes[1].read { records throws(RecordError) in try records.jobs(limit: 9) }
    #expect(left.isEmpty)
    for node in nodes { await node.close() }
  }

  /// - Returns: what was in the jobs.
  private static func doJobs(on node: DatabaseRecords) async throws -> [String] {
    var done: [String] = []
    while true {
      let job = try await node.transaction { records throws(RecordError) in
        try records.takeJob(kinds: ["mail"], now: SmallOffice.start, leaseEnds: SmallOffice.moment(60))
      }
      guard let job else { return done }
      try await node.transaction { records throws(RecordError) in try records.finish(job) }
      done.append(job.payload)
    }
  }

  @Test func `two who want the same two things in turn both get them`() async throws {
    let records = try await Stores.postgreSQL()
    try await records.transaction { records throws(RecordError) in
      for key in ["left", "right"] { try records.save(Setting(key: key, value: "0"), expecting: 0) }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for keys in [["left", "right"], ["right", "left"]] {
        group.addTask {
          for _ in 0..<3 {
            try await records.transaction { records throws(RecordError) in
              for key in keys {
                guard let setting = try records.setting(key), let number = Int(setting.value.value) else {
                  throw .damaged(key)
                }
                // Time for the other to take what this one wants next.
                usleep(20_000)
                try records.save(
                  Setting(key: key, value: String(number + 1)), expecting: setting.revision)
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let values = try await records.read { records throws(RecordError) in
      try records.settings().map(\.value.value)
    }
    #expect(values == ["6", "6"])
    await records.close()
  }

  @Test func `a server that dies keeps what it acknowledged, and work goes on`() async throws {
    let cluster = try #require(ThrowAwayCluster(isSafe: true))
    let address = try #require(cluster.database())
    let records = try await Stores.migrated(.postgreSQL(address: address, connections: 3))
    var acknowledged: [Int] = []
    for round in 0..<3 {
      let killer = Task.detached {
        usleep(60_000)
        cluster.crash()
      }
      for number in round * 1_000..<round * 1_000 + 400 {
        do throws(RecordError) {
          try await records.transaction { records throws(RecordError) in
            try records.save(Setting(key: "mark.\(number)", value: "x"), expecting: 0)
            try records.append(
              LedgerNote(
                moment: SmallOffice.start, actor: nil, action: LedgerAction("test.note"),
                subject: "mark/\(number)"))
          }
          acknowledged.append(number)
        } catch {
          break
        }
      }
      await killer.value
      try await Self.waitForServer(records)
    }
    let keys = try await records.read { records throws(RecordError) in
      Set(try records.settings().map(\.value.key))
    }
    #expect(acknowledged.filter { !keys.contains("mark.\($0)") } == [])
    #expect(!acknowledged.isEmpty)
    let report = try await records.verify(expecting: [])
    #expect(report.faults == [])
    #expect(report.entryCount == Int64(keys.count))
    await records.close()
  }

  private static func waitForServer(_ records: DatabaseRecords) async throws {
    for _ in 0..<400 {
      do throws(RecordError) {
        _ = try await records.read { records throws(RecordError) in try records.ledgerHead() }
        return
      } catch {
        try await Task.sleep(for: .milliseconds(25))
      }
    }
    Issue.record("the server did not come back")
  }
}
