// What reading in a process of its own costs: a document's overhead, pages of PDF beside a peer, a
// large folder.
import Glibc
import IsolatedReading
import Operations

/// Measures by the clock on the wall, as another process does the work.
struct IsolationBench {
  let output: BenchOutput
  private static let seconds = 2.0

  func run(_ folder: TemporaryFolder) {
    guard let program = ReaderProgram.find() else {
      output.line("Isolated import: plumbline-reader is not beside this program.")
      return
    }
    var settings = ReaderSettings()
    settings.readersMax = 1
    let pool = ReaderPool(program: program, settings: settings)
    measureOverhead(pool, folder)
    measurePages(pool)
    // Its processes must not be seen beside those of the program.
    pool.close()
    measureFolder(program)
  }

  // MARK: Overhead

  private func measureOverhead(_ pool: ReaderPool, _ folder: TemporaryFolder) {
    output.line("Isolated import, one reader, files a second by the clock")
    output.row("format", "in process", "isolated", "overhead", "")
    let seeds = SeedFiles.onDisk()
    for format in BenchFormat.allCases {
      let files = seeds?[format] ?? folder.write([InventedForm.file(format, rows: 20)], format: format)
      let contents = files.compactMap(BenchFiles.bytes)
      guard !contents.isEmpty else { continue }
      let here = rate(contents, ImportDocument())
      let apart = rate(contents, ImportDocument(isolation: .everything(in: pool)))
      output.row(
        format.rawValue, "\(Figures.count(here))/s", "\(Figures.count(apart))/s",
        "\(Figures.decimal(1000 / apart - 1000 / here)) ms a file")
    }
    output.line("")
  }

  /// Files a second, in whole rounds over all of them.
  private func rate(_ contents: [[UInt8]], _ importing: ImportDocument) -> Double {
    for bytes in contents { _ = importing.run(file: "bench", bytes: bytes) }
    let start = WallClock.now()
    var count = 0
    while WallClock.now() - start < Self.seconds {
      for bytes in contents { _ = importing.run(file: "bench", bytes: bytes) }
      count += contents.count
    }
    return Double(count) / (WallClock.now() - start)
  }

  // MARK: Pages

  private func measurePages(_ pool: ReaderPool) {
    let files = SeedFiles.pdf()
    let contents = files.compactMap(BenchFiles.bytes)
    let importing = ImportDocument(isolation: .foreignFormats(in: pool))
    guard let first = contents.first else { return }
    if case .unreadable = importing.run(file: "bench", bytes: first).outcome {
      output.line("PDF: not read on this machine")
      return
    }
    output.line("PDF of the corpus, \(files.count) files, file to record through the reader, one core")
    let filesASecond = rate(contents, importing)
    let pages = ChildProcess.output(of: ["python3", "tools/bench_peers.py", "pages"] + files)
      .flatMap { Double($0.split { $0 == " " || $0 == "\n" }.last ?? "") }
    let peer = Peer.measure(named: "pdf", files: files)
    let pagesAFile = pages.map { $0 / Double(files.count) }
    output.row(
      "pdf", "\(Figures.decimal(filesASecond)) files/s",
      pagesAFile.map { "\(Figures.decimal(filesASecond * $0)) pages/s" } ?? "—",
      peer.map { "\(Figures.decimal(filesASecond / $0.rate)) ×" } ?? "—",
      peer.map { peer in
        let pace = Figures.decimal(peer.rate * (pagesAFile ?? 1))
        return "\(peer.name) \(pace) \(pagesAFile == nil ? "files" : "pages")/s"
      } ?? "—")
    output.line("")
  }

  // MARK: Folder

  private static let folderFiles = 1000

  /// The program itself, on files with 5 to 254 indicators each, no two alike.
  private func measureFolder(_ reader: ReaderProgram) {
    let program = reader.path.dropLast(ReaderProgram.fileName.utf8.count) + "plumbline"
    guard access(String(program), X_OK) == 0, let folder = TemporaryFolder() else { return }
    defer { folder.remove() }
    let formats = BenchFormat.allCases
    var bytes = 0
    for number in 0..<Self.folderFiles {
      let format = formats[number % formats.count]
      let file = InventedForm.file(format, rows: 5 + number / formats.count)
      bytes += file.count
      _ = folder.write([file], format: format)
    }
    output.line(
      "A folder of \(Self.folderFiles) invented files (\(Figures.bytes(bytes))), plumbline import, 2 jobs")
    output.row("", "files a second", "peak, parent", "peak, reader", "")
    for words in [[], ["--isolated"]] {
      let start = WallClock.now()
      let watched = ["import", "--jsonl", "--jobs", "2"] + words + [folder.path]
      guard let peaks = WatchedProcess.run([String(program)] + watched) else { continue }
      let seconds = WallClock.now() - start
      output.row(
        words.isEmpty ? "here" : "isolated", "\(Figures.count(Double(Self.folderFiles) / seconds))/s",
        Figures.bytes(peaks["plumbline"] ?? 0), peaks["plumbline-reade"].map(Figures.bytes) ?? "—")
    }
    output.line("")
  }
}

/// Seconds on a clock that never goes back.
enum WallClock {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
