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
/// and begins at the first page or at one that has a full page behind it. All sizes are asked in turns, so
/// that whatever else the machine does in a minute falls on each of them.
struct QueueBench {
  let output: BenchOutput
  /// True for a quick look, without the million.
  let isSmall: Bool

  private static let sizes = [1_000, 100_000, 1_000_000]
  /// How often each question is asked.
  private static let rounds = 200
  private let clock = ContinuousClock()

  /// An office of one size, on both engines.
  private struct Offices {
    let size: Int
    let local: (town: BulkOffice, storage: OpenedStorage)
    let server: (town: BulkOffice, storage: OpenedStorage)?
  }

  func run(_ folder: TemporaryFolder) async {
    let sizes = isSmall ? Array(Self.sizes.dropLast()) : Self.sizes
    let cluster = ThrowAwayCluster(isSafe: true)
    if cluster == nil { output.line(ThrowAwayCluster.absence) }
    do {
      var all: [Offices] = []
      for size in sizes {
        all.append(try await make(size, in: try folder.subfolder("queue\(size)"), cluster))
      }
      cluster?.analyze()
      output.line("")
      try await ask(all.map { ($0.size, $0.local.town) }, on: "SQLite")
      let moved = all.compactMap { offices in offices.server.map { (offices.size, $0.town) } }
      if !moved.isEmpty { try await ask(moved, on: "PostgreSQL") }
      for offices in all {
        await offices.local.storage.close()
        await offices.server?.storage.close()
      }
    } catch {
      output.line("Queues cannot be measured: \(error)")
    }
    cluster?.stop()
  }

  /// Makes an office on SQLite, and a second one on the server, by a backup as an operator would move it.
  private func make(
    _ size: Int, in folder: String, _ cluster: ThrowAwayCluster?
  ) async throws -> Offices {
    let forms = "\(Figures.count(Double(size))) forms"
    let first = try await OpenedStorage.open(
      StoragePlace(folder: folder, server: nil), for: .migrate, now: SmallOffice.start, connections: 4)
    var start = clock.now
    let town = try await BulkOffice(first.records, count: size)
    output.line("SQLite, \(forms), made in \(seconds(since: start)) s")
    guard let cluster else { return Offices(size: size, local: (town, first), server: nil) }
    start = clock.now
    let backup = "\(folder)/backup"
    _ = try await Backup.make(of: first, at: backup, now: SmallOffice.start)
    let backupTime = seconds(since: start)
    start = clock.now
    let second = try StoragePlace(folder: "\(folder)/moved", server: cluster.database())
    guard mkdir(second.folder, 0o700) == 0 else { throw ScratchProblem(code: errno) }
    _ = try await Backup.restore(backup, into: second, now: SmallOffice.start)
    ChildProgram.run(["rm", "-rf", "--", backup])
    output.line("PostgreSQL, \(forms), backed up in \(backupTime) s, restored in \(seconds(since: start)) s")
    let storage = try await OpenedStorage.open(second, for: .migrate, now: SmallOffice.start, connections: 4)
    return Offices(size: size, local: (town, first), server: (town.moved(to: storage.records), storage))
  }

  private func seconds(since start: ContinuousClock.Instant) -> String {
    Figures.decimal((clock.now - start) / .seconds(1))
  }

  /// Asks each question of all offices of an engine in turns; prints what it took, and how often the middle
  /// and the 95 of 100 of the smallest each one is.
  private func ask(_ towns: [(size: Int, town: BulkOffice)], on engine: String) async throws {
    output.line(Self.line(engine, ["forms", "p50 ms", "p95 ms", "× p50", "× p95", "answers"]))
    for question in try Self.questions() {
      var waits = towns.map { _ in [Double]() }
      var answers = towns.map { _ in 0 }
      var starts: [[QueuePosition]] = []
      for (_, town) in towns { starts.append(try await question.starts(town)) }
      for round in 0..<Self.rounds {
        for (place, (_, town)) in towns.enumerated() {
          let start = clock.now
          answers[place] = try await question.ask(town, round, starts[place])
          waits[place].append((clock.now - start) / .milliseconds(1))
        }
      }
      let sorted = waits.map { $0.sorted() }
      let (middles, late) = (sorted.map { $0[$0.count / 2] }, sorted.map { $0[$0.count * 95 / 100] })
      for (place, (size, _)) in towns.enumerated() {
        output.line(
          Self.line(
            place == 0 ? question.name : "",
            [
              Figures.count(Double(size)), Figures.decimal(middles[place]), Figures.decimal(late[place]),
              Figures.decimal(middles[place] / middles[0]), Figures.decimal(late[place] / late[0]),
              "\(answers[place])",
            ]))
      }
    }
    output.line("")
  }

  private static func line(_ name: String, _ figures: [String]) -> String {
    func padded(_ text: String, to width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    return "  " + padded(name, to: 34) + figures.map { padded($0, to: 11) }.joined()
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
