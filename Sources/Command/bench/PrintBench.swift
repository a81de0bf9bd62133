// How fast forms are printed as PDF, beside WeasyPrint and LibreOffice on the same form.
import FormSheets
import Glibc
import SheetPrinting

/// Prints invented forms: each into a document of its own, and all into one.
struct PrintBench {
  let output: BenchOutput

  private static let batch = 200

  func run(_ folder: TemporaryFolder) {
    output.line("Official forms printed as PDF, a second of processor time")
    let start = Pace.now()
    guard let fonts = try? PrintingFonts(), let printer = try? SheetPrinter(fonts: fonts) else {
      output.line("  no fonts")
      return
    }
    output.row("fonts", "\(Figures.decimal(Double(Pace.now() - start) / 1e6)) ms, once")
    output.row("form", "documents", "pages", "peer", "ratio")
    for (name, rows) in [("1 page", 14), ("3 pages", 60)] {
      let rate = Pace.measure(piecesPerRound: 10) {
        for number in 0..<10 { _ = Self.pdf(printer, [PrintedForm.sheet(number, rows: rows)]) }
      }
      let pages = Self.pdf(printer, [PrintedForm.sheet(0, rows: rows)])?.pageCounts.first ?? 0
      let peers = rows > 20 ? [] : peers(folder, rows: rows)
      output.row(
        name, "\(Figures.count(rate))/s", "\(Figures.count(rate * Double(pages)))/s",
        peers.isEmpty
          ? "—" : peers.map { "\($0.name) \(Figures.decimal($0.rate))/s" }.joined(separator: ", "),
        peers.isEmpty ? "—" : peers.map { "\(Figures.count(rate / $0.rate)) ×" }.joined(separator: ", "))
    }
    let together = Pace.measure(piecesPerRound: Self.batch) {
      _ = Self.pdf(printer, (0..<Self.batch).lazy.map { PrintedForm.sheet($0, rows: 14) })
    }
    output.row("in one", "—", "\(Figures.count(together))/s")
    measureMemory(printer)
    output.line("")
  }

  /// A printer must not grow with the forms that it has printed.
  private func measureMemory(_ printer: SheetPrinter) {
    let before = Pace.peakBytes()
    for number in 0..<2_000 { _ = Self.pdf(printer, [PrintedForm.sheet(number, rows: 14)]) }
    let grown = Pace.peakBytes() - before
    output.row("memory", "\(Figures.bytes(before)), and \(Figures.bytes(grown)) more after 2,000 documents")
  }

  private static func pdf(_ printer: SheetPrinter, _ sheets: some Sequence<FormSheet>) -> PrintedSheets? {
    try? printer.pdf(sheets, PDFProperties(created: PrintingMoment(secondsSince1970: 1_700_000_000)))
  }

  /// The same form as a page of HTML, through the usual ways.
  private func peers(_ folder: TemporaryFolder, rows: Int) -> [Peer] {
    let page = Array(PrintedForm.page(0, rows: rows).utf8)
    guard let file = folder.write([page], format: .html).first else { return [] }
    return [Peer.measure(named: "print", files: [file]), office(file, folder)].compactMap { $0 }
  }

  /// LibreOffice converts several copies in one start; the processor time of its processes counts.
  private func office(_ file: String, _ folder: TemporaryFolder) -> Peer? {
    let copies = 5
    let before = Self.childSeconds()
    let words = [
      "timeout", "120", "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
      "--infilter=HTML (StarWriter)", "--convert-to", "pdf", "--outdir", folder.path,
    ]
    guard ChildProcess.output(of: words + Array(repeating: file, count: copies)) != nil else { return nil }
    let spent = Self.childSeconds() - before
    _ = ChildProcess.output(of: ["rm", "-rf", "\(folder.path)/profile"])
    return spent > 0 ? Peer(name: "LibreOffice", rate: Double(copies) / spent) : nil
  }

  private static func childSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(seconds) + Double(microseconds) / 1e6
  }
}
