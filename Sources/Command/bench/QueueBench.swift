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
    do {
      for size in sizes {
        try await measure(size, in: try folder.subfolder("queue\(size)"), cluster)
      }
    } catch {
      output.line("Queues cannot be measured: \(error)")
    }
    cluster?.stop()
  }

  /// Makes an office on SQLite and asks it, then moves it to the server, by a backup as an operator would,
  /// and asks it there.
  private func measure(_ size: Int, in folder: String, _ cluster: ThrowAwayCluster?) async throws {
    defer { ChildProgram.run(["rm", "-rf", "--", folder]) }
    let forms = "\(Figures.count(Double(size))) forms"
    let first = try await OpenedStorage.open(
      StoragePlace(folder: folder, server: nil), for: .migrate, now: SmallOffice.start, connections: 4)
    var start = clock.now
    let town = try await BulkOffice(first.records, count: size)
    output.line("SQLite, \(forms), made in \(seconds(since: start)) s")
    try await ask(town)
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
    try await ask(town.moved(to: storage.records))
    await storage.close()
  }

  private func seconds(since start: ContinuousClock.Instant) -> String {
    Figures.decimal((clock.now - start) / .seconds(1))
  }

  private func ask(_ town: BulkOffice) async throws {
    output.row("question", "p50 ms", "p95 ms", "answers")
    for question in try Self.questions() {
      var waits: [Double] = []
      var answers = 0
      for round in 0..<Self.rounds {
        let start = clock.now
        answers = try await question.ask(town, round)
        waits.append((clock.now - start) / .milliseconds(1))
      }
      waits.sort()
      output.row(
        question.name, Figures.decimal(waits[waits.count / 2]),
        Figures.decimal(waits[waits.count * 95 / 100]), "\(answers)")
    }
    output.line("")
  }

  /// Something that people ask again and again.
  private struct Question {
    let name: String
    /// - Returns: how many lines the answer has.
    let ask: @Sendable (BulkOffice, Int) async throws -> Int
  }

  private static func questions() throws -> [Question] {
    let year = FiscalYear(2026).map { Set([$0]) } ?? []
    func queue(_ name: String, _ filter: QueueFilter, by role: Role) -> Question {
      Question(name: name) { town, round in
        let position = QueuePosition(urgency: Int64(4_000 - round * 20), form: town.someForm(round))
        return try await ReadQueue(filter, from: round % 2 == 0 ? nil : position)
          .run(in: town.office, by: town.person(role, round)).lines.count
      }
    }
    func search(_ name: String, _ words: String, by role: Role) -> Question {
      Question(name: name) { town, round in
        try await SearchForms(words, year: round % 2 == 0 ? nil : FiscalYear(2026))
          .run(in: town.office, by: town.person(role, round)).hits.count
      }
    }
    return [
      queue("queue of the bureau", QueueFilter(), by: .financeReviewer),
      queue("queue of a department", QueueFilter(), by: .departmentReviewer),
      queue("clean ones of a year", QueueFilter(years: year, group: .clean), by: .financeReviewer),
      queue("everything", QueueFilter(stages: Set(Stage.allCases)), by: .financeReviewer),
      search("a frequent word", "服务", by: .financeReviewer),
      search("a frequent word, one department", "服务", by: .departmentReviewer),
      search("two words", "满意度 养老", by: .financeReviewer),
      search("a rare word", "第七号桥墩", by: .financeReviewer),
      search("a word that is nowhere", "鲲鹏展翅", by: .financeReviewer),
      Question(name: "overview of the bureau") { town, round in
        try await ReadOverview(year: FiscalYear(2026)).run(
          in: town.office, by: town.person(.financeReviewer, round)
        ).rows.count
      },
      Question(name: "overview of a department") { town, round in
        try await ReadOverview(year: FiscalYear(2026)).run(
          in: town.office, by: town.person(.departmentReviewer, round)
        ).rows.count
      },
    ]
  }
}
