// What is measured, in order: values, readers and imports beside their peers, growth with a document's size.
import Glibc
import Operations

/// One run of the benchmark, in one process and on one core, except for the peers and the growth.
struct Bench {
  let arguments: [String]
  private let output = BenchOutput()

  /// - Returns: the exit code.
  func run() async -> Int32 {
    if arguments.count == 3, arguments[1] == "--once" { return readOnce(arguments[2]) }
    guard let folder = TemporaryFolder() else {
      output.line("No folder for temporary files.")
      return 74
    }
    defer { folder.remove() }
    if wants("values") { measureValues() }
    if wants("review") { ReviewBench(output: output).run() }
    if wants("files") { SheetFilesBench(output: output).run() }
    if wants("http") { WebBench(output: output).run(folder) }
    if wants("form") { await FormBench(output: output).run(folder) }
    measureDocuments(folder)
    if wants("print") { PrintBench(output: output).run(folder) }
    if wants("isolated") { IsolationBench(output: output).run(folder) }
    if wants("storage") { await StorageBench(output: output).run(folder) }
    if wants("queue") || arguments.contains("queue-small") {
      await QueueBench(output: output, isSmall: arguments.contains("queue-small")).run(folder)
    }
    if wants("batch") { await BatchBench(output: output).run(folder) }
    if wants("growth") { measureGrowth(folder) }
    return 0
  }

  /// Words after the program's name choose parts: `bench values xlsx`; without any, all are measured.
  private func wants(_ part: String) -> Bool {
    arguments.count < 2 || arguments.dropFirst().contains(part)
  }

  // MARK: Values

  private func measureValues() {
    output.line("Indicator values")
    let rate = Pace.measure(piecesPerRound: BenchValues.texts.count) { BenchValues.readAll() }
    output.row("parse", "\(Figures.count(rate)) values/s")
    output.line("")
  }

  // MARK: Documents

  private func measureDocuments(_ folder: TemporaryFolder) {
    let formats = BenchFormat.allCases.filter { wants($0.rawValue) }
    guard !formats.isEmpty else { return }
    let seeds = SeedFiles.onDisk()
    output.line(
      "Documents of \(seeds == nil ? "invented forms" : "the corpus"), files a second of processor time")
    output.row("format", "read", "read to record", "bytes read", "peer", "ratios")
    for format in formats {
      let files = seeds?[format] ?? folder.write([InventedForm.file(format, rows: 20)], format: format)
      let contents = files.compactMap(BenchFiles.bytes)
      guard !contents.isEmpty else { continue }
      let bytes = contents.reduce(0) { $0 + $1.count }
      let reading = Pace.measure(piecesPerRound: contents.count) {
        for file in contents { format.read(file) }
      }
      let importing = Pace.measure(piecesPerRound: contents.count) {
        for file in contents { _ = ImportDocument().run(file: "bench", bytes: file) }
      }
      let peer = Peer.measure(format, files: files)
      output.row(
        format.rawValue, "\(Figures.count(reading))/s", "\(Figures.count(importing))/s",
        "\(Figures.decimal(reading * Double(bytes) / Double(contents.count) / 1e6)) MB/s",
        peer.map { "\($0.name) \(Figures.count($0.rate))/s" } ?? "—",
        peer.map {
          "\(Figures.decimal(reading / $0.rate)) × read, \(Figures.decimal(importing / $0.rate)) × to record"
        } ?? "—")
    }
    output.line("")
  }

  // MARK: Growth

  /// 1 ×, 10 ×, 100 ×; the last is a page of some 12 MB.
  private static let growthRows = [1_000, 10_000, 100_000]

  /// Each file is read by a process of its own, so that its peak of memory is its own.
  private func measureGrowth(_ folder: TemporaryFolder) {
    output.line("Growth of one invented form, file to record in a process of its own")
    output.row("format", "rows", "bytes", "milliseconds", "ns a byte", "peak of memory")
    for format in BenchFormat.allCases {
      for rows in Self.growthRows {
        let bytes = InventedForm.file(format, rows: rows)
        guard let file = folder.write([bytes], format: format).first,
          let answer = ChildProcess.output(of: [arguments[0], "--once", file]).map(OneReading.init),
          let reading = answer
        else { continue }
        output.row(
          format.rawValue, "\(rows)", Figures.bytes(bytes.count),
          Figures.decimal(Double(reading.microseconds) / 1e3),
          Figures.decimal(Double(reading.microseconds) * 1e3 / Double(bytes.count)),
          Figures.bytes(reading.peakBytes))
      }
    }
  }

  private func readOnce(_ file: String) -> Int32 {
    guard let bytes = BenchFiles.bytes(file) else { return 66 }
    let start = Pace.now()
    let document = ImportDocument().run(file: file, bytes: bytes)
    let nanoseconds = Pace.now() - start
    if case .unreadable = document.outcome { return 65 }
    output.line(OneReading(microseconds: nanoseconds / 1000, peakBytes: Pace.peakBytes()).line)
    return 0
  }
}

/// What one reading cost, as the process tells the one that started it.
struct OneReading: Equatable {
  var microseconds: Int
  /// The largest resident size of the process.
  var peakBytes: Int

  init(microseconds: Int, peakBytes: Int) {
    self.microseconds = microseconds
    self.peakBytes = peakBytes
  }

  /// Reads `line` back; nil for anything else.
  init?(_ text: String) {
    let numbers = text.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    self.init(microseconds: numbers[0], peakBytes: numbers[1])
  }

  var line: String { "\(microseconds) \(peakBytes)" }
}
