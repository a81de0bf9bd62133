// Queue, search and overview as a reviewer gets them, with a thousand to a million forms.
import Accounts
import Glibc
import Ledger
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import StorageOpening
import StorageProbes
import Workflow

/// The same questions to offices of three sizes, on both engines: what counts is the ratio between them.
///
/// So the smallest answers as much as the largest: whoever asks finds full pages there too (`BulkOffice`),
/// and begins at the first page or at one that has a full page behind it.
struct QueueBench {
  let output: BenchOutput
  /// True for a quick look, without the million.
  let isSmall: Bool

  private static let sizes = [1_000, 100_000, 1_000_000]
  /// How often each question is asked.
  private static let rounds = 200
  private let clock = ContinuousClock()

  func run(_ folder: TemporaryFolder) async {
    let sizes = isSmall ? Array(Self.sizes.dropLast()) : Self.sizes
    let cluster = ThrowAwayCluster(isSafe: true)
    if cluster == nil { output.line(ThrowAwayCluster.absence) }
    var smallest: [String: Double] = [:]
    do {
      for size in sizes {
        try await measure(size, in: try folder.subfolder("queue\(size)"), cluster, beside: &smallest)
      }
    } catch {
      output.line("Queues cannot be measured: \(error)")
    }
    cluster?.stop()
  }

  /// Makes an office on SQLite and asks it, then moves it to the server, by a backup as an operator would,
  /// and asks it there.
  ///
  /// - Parameter smallest: the 95 of 100 of the smallest office, by engine and question.
  private func measure(
    _ size: Int, in folder: String, _ cluster: ThrowAwayCluster?, beside smallest: inout [String: Double]
  ) async throws {
    defer { ChildProgram.run(["rm", "-rf", "--", folder]) }
    let forms = "\(Figures.count(Double(size))) forms"
    let first = try await OpenedStorage.open(
      StoragePlace(folder: folder, server: nil), for: .migrate, now: SmallOffice.start, connections: 4)
    var start = clock.now
    let town = try await BulkOffice(first.records, count: size)
    output.line("SQLite, \(forms), made in \(seconds(since: start)) s")
    try await ask(town, on: "SQLite", beside: &smallest)
    guard let cluster else { return await first.close() }
    start = clock.now
    let backup = "\(folder)/backup"
    _ = try await Backup.make(of: first, at: backup, now: SmallOffice.start)
    let backupTime = seconds(since: start)
    await first.close()
    start = clock.now
    let second = try StoragePlace(folder: "\(folder)/moved", server: cluster.database())
    guard mkdir(second.folder, 0o700) == 0 else { throw ScratchProblem(code: errno) }
    _ = try await Backup.restore(backup, into: second, now: SmallOffice.start)
    output.line("PostgreSQL, \(forms), backed up in \(backupTime) s, restored in \(seconds(since: start)) s")
    cluster.analyze()
    let storage = try await OpenedStorage.open(second, for: .migrate, now: SmallOffice.start, connections: 4)
    try await ask(town.moved(to: storage.records), on: "PostgreSQL", beside: &smallest)
    await storage.close()
  }

  private func seconds(since start: ContinuousClock.Instant) -> String {
    Figures.decimal((clock.now - start) / .seconds(1))
  }

  private func ask(
    _ town: BulkOffice, on engine: String, beside smallest: inout [String: Double]
  ) async throws {
    output.row(Self.padded("question"), "p50 ms", "p95 ms", "× smallest", "answers")
    for question in try Self.questions() {
      var waits: [Double] = []
      var answers = 0
      let starts = try await question.starts(town)
      for round in 0..<Self.rounds {
        let start = clock.now
        answers = try await question.ask(town, round, starts)
        waits.append((clock.now - start) / .milliseconds(1))
      }
      waits.sort()
      let late = waits[waits.count * 95 / 100]
      let first = smallest["\(engine) \(question.name)"] ?? late
      smallest["\(engine) \(question.name)"] = first
      output.row(
        Self.padded(question.name), Figures.decimal(waits[waits.count / 2]), Figures.decimal(late),
        Figures.decimal(late / first), "\(answers)")
    }
    output.line("")
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 32 - name.count))
  }

  /// Something that people ask again and again.
  private struct Question {
    let name: String
    /// Where full pages begin behind the first one.
    var starts: @Sendable (BulkOffice) async throws -> [QueuePosition] = { _ in [] }
    /// - Returns: how many lines the answer has.
    let ask: @Sendable (BulkOffice, Int, [QueuePosition]) async throws -> Int
  }

  /// Pages that are turned at most to find where others begin.
  private static let pagesTurned = 40

  private static func starts(
    of filter: QueueFilter, by role: Role, in town: BulkOffice
  ) async throws -> [QueuePosition] {
    var starts: [QueuePosition] = []
    var last: QueuePosition?
    for _ in 0..<Self.pagesTurned {
      let reading = ReadQueue(filter, from: last)
      let page = try await reading.run(in: town.office, by: town.person(role))
      if let last, page.lines.count == reading.limit { starts.append(last) }
      guard let next = page.next else { break }
      last = next
    }
    return starts
  }

  private static func questions() throws -> [Question] {
    let year = FiscalYear(2026).map { Set([$0]) } ?? []
    func queue(_ name: String, _ filter: QueueFilter, by role: Role) -> Question {
      Question(
        name: name, starts: { town in try await starts(of: filter, by: role, in: town) },
        ask: { town, round, starts in
          let start = round % 2 == 0 || starts.isEmpty ? nil : starts[round / 2 % starts.count]
          return try await ReadQueue(filter, from: start)
            .run(in: town.office, by: town.person(role)).lines.count
        })
    }
    func search(_ name: String, _ words: String, by role: Role) -> Question {
      Question(name: name) { town, round, _ in
        try await SearchForms(words, year: round % 2 == 0 ? nil : FiscalYear(2026))
          .run(in: town.office, by: town.person(role)).hits.count
      }
    }
    func overview(_ name: String, by role: Role) -> Question {
      Question(name: name) { town, _, _ in
        let overview = try await ReadOverview(year: FiscalYear(2026)).run(
          in: town.office, by: town.person(role))
        return overview.rows.count + overview.waiting.count
      }
    }
    return [
      queue("queue of the bureau", QueueFilter(), by: .financeReviewer),
      queue("queue of a department", QueueFilter(), by: .departmentReviewer),
      queue("clean ones of a year", QueueFilter(years: year, group: .clean), by: .financeReviewer),
      queue("everything", QueueFilter(stages: Set(Stage.allCases)), by: .financeReviewer),
      search("a frequent word", "服务", by: .financeReviewer),
      search("a frequent word, one department", "服务", by: .departmentReviewer),
      search("two words", "群众 活动", by: .financeReviewer),
      search("a rare word", "第七号桥墩", by: .financeReviewer),
      search("a word that is nowhere", "鲲鹏展翅", by: .financeReviewer),
      overview("overview of the bureau", by: .financeReviewer),
      overview("overview of a department", by: .departmentReviewer),
    ]
  }
}
