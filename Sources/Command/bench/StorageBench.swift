// How fast records are written, read and verified on both engines, by one and by many at once.
import FormDrafts
import Glibc
import Ledger
import Model
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes

/// The store, in wall-clock time: what is measured is mostly waiting for the disk.
struct StorageBench {
  let output: BenchOutput

  private static let formCount = 20_000
  private static let entryCount = 1_000_000
  private static let clients = 64

  func run(_ folder: TemporaryFolder) async {
    do {
      try await measure("SQLite", StoragePlace(folder: try folder.subfolder("sqlite")))
      if let cluster = ThrowAwayCluster(isSafe: true) {
        try await measure(
          "PostgreSQL",
          StoragePlace(folder: try folder.subfolder("server"), server: cluster.database()))
        cluster.stop()
      } else {
        output.line(ThrowAwayCluster.absence)
      }
    } catch {
      output.line("The store cannot be measured: \(error)")
    }
    ChildProgram.run(["rm", "-rf", "--", "\(folder.path)/sqlite", "\(folder.path)/server"])
  }

  private func measure(_ engine: String, _ place: StoragePlace) async throws {
    output.line("Records on \(engine), each write on the disk before it is acknowledged")
    let storage = try await OpenedStorage.open(place, for: .migrate, now: SmallOffice.start, connections: 8)
    let office = try await SmallOffice(in: storage.records)
    let forms = try await addForms(to: storage.records, office)
    output.row("clients", "what", "per second", "p50 ms", "p95 ms")
    for clients in [1, Self.clients] {
      try await row("save a field", clients: clients, pieces: clients == 1 ? 600 : 6_000) { number in
        let form = forms[number % forms.count]
        _ = try await storage.records.transaction { records throws(RecordError) in
          let base = try records.form(form).value.draftRevision
          return try records.save(
            [FieldChange(path: "goals/annual", value: "\"第\(number)次\"")], of: form, onto: base,
            by: office.clerk, at: SmallOffice.start)
        }
      }
      try await row("add a version", clients: clients, pieces: clients == 1 ? 600 : 6_000) { number in
        let form = forms[number % forms.count]
        try await storage.records.transaction { records throws(RecordError) in
          _ = try records.addVersion(
            of: form, record: Self.record, by: office.clerk, at: SmallOffice.start, reason: "提交")
        }
      }
      try await row("read a form", clients: clients, pieces: clients == 1 ? 6_000 : 30_000) { number in
        let form = forms[number &* 7_919 % forms.count]
        _ = try await storage.records.read { records throws(RecordError) in
          (try records.form(form), try records.fields(of: form, after: 0))
        }
      }
      try await row("list 50 forms", clients: clients, pieces: clients == 1 ? 1_000 : 4_000) { number in
        let last = forms[number &* 7_919 % forms.count]
        _ = try await storage.records.read { records throws(RecordError) in
          try records.forms(
            FormSelection(path: OrganisationPath("330000123/713"), year: FiscalYear(2026), stage: "draft"),
            after: last, limit: 50)
        }
      }
    }
    try await verify(storage)
    await storage.close()
    let (_, seconds) = try await timed {
      let again = try await OpenedStorage.open(place, for: .work, now: SmallOffice.start)
      await again.close()
    }
    output.row("1", "open it again", "—", Figures.decimal(seconds * 1e3), "—")
    output.line("")
  }

  /// As long as a record of a usual form.
  private static let record = [UInt8](repeating: 0x20, count: 6_000)

  private func addForms(to records: any RecordStore, _ office: SmallOffice) async throws -> [FormID] {
    var forms: [FormID] = []
    for start in stride(from: 0, to: Self.formCount, by: 1_000) {
      forms += try await records.transaction { records throws(RecordError) in
        var forms: [FormID] = []
        for number in start..<start + 1_000 {
          let form = try office.addForm(named: "项目\(number)", in: records)
          let changes = (0..<12).map { FieldChange(path: "indicators/\($0)/name", value: "\"指标\($0)\"") }
          _ = try records.save(changes, of: form, onto: 0, by: office.clerk, at: SmallOffice.start)
          forms.append(form)
        }
        return forms
      }
    }
    return forms
  }

  /// Fills the ledger up and checks it.
  private func verify(_ storage: OpenedStorage) async throws {
    let head = try await storage.records.read { records throws(RecordError) in try records.ledgerHead() }
    var sequence = Int(head.sequence)
    while sequence < Self.entryCount {
      let first = sequence
      let next = min(Self.entryCount, sequence + 10_000)
      try await storage.records.transaction { records throws(RecordError) in
        for number in first..<next {
          try records.append(
            LedgerNote(
              moment: SmallOffice.moment(number), actor: 5, action: LedgerAction("session.start"),
              subject: "person/5/session/\(number)", reason: "登录"))
        }
      }
      sequence = next
    }
    let (report, seconds) = try await timed { try await storage.records.verify(expecting: [head]) }
    output.row(
      "1", "verify", "\(Figures.count(Double(report.entryCount) / seconds)) entries",
      "\(Figures.decimal(seconds)) s", "\(report.versionCount) versions, \(report.faults.count) faults")
  }

  // MARK: Clocks

  private func timed<Answer>(_ work: () async throws -> Answer) async throws -> (Answer, Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await work()
    return (answer, (clock.now - start) / .seconds(1))
  }

  /// Lets clients do pieces of work, each one after the other, and prints what came of it.
  private func row(
    _ what: String, clients: Int, pieces: Int, _ work: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let each = pieces / clients
    let (waits, seconds) = try await timed {
      try await withThrowingTaskGroup(of: [Double].self) { group in
        for client in 0..<clients {
          group.addTask {
            let clock = ContinuousClock()
            var waits: [Double] = []
            for piece in 0..<each {
              let start = clock.now
              try await work(client * each + piece)
              waits.append((clock.now - start) / .milliseconds(1))
            }
            return waits
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }.sorted()
      }
    }
    output.row(
      "\(clients)", what, "\(Figures.count(Double(waits.count) / seconds))/s",
      Figures.decimal(waits[waits.count / 2]), Figures.decimal(waits[waits.count * 95 / 100]))
  }
}
