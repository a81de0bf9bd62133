// How fast sheets become files, in each format, on one core.
import FormSheets
import SheetFiles

/// Writes an invented form of twenty indicators again and again.
struct SheetFilesBench {
  let output: BenchOutput

  func run() {
    let sheet = InventedSheet.form(indicators: 20)
    let writer = SheetWriter(created: 1_760_000_000)
    output.line("Files of an invented sheet with 20 indicators, a second of processor time")
    output.row("format", "files", "bytes", "1,000 forms")
    measure("html") { try? writer.html([sheet]).bytes }
    measure("docx") { try? writer.word([sheet]).bytes }
    measure("xlsx") { try? writer.workbook([sheet]).bytes }
    let sheets = Array(repeating: sheet, count: 1_000)
    output.line("A thousand of them in one file")
    output.row("format", "seconds", "bytes")
    measureOnce("html") { try? writer.html(sheets).bytes }
    measureOnce("docx") { try? writer.word(sheets).bytes }
    measureOnce("xlsx") { try? writer.workbook(sheets).bytes }
    output.line("")
  }

  private func measure(_ format: String, _ write: () -> [UInt8]?) {
    guard let bytes = write() else { return output.row(format, "—") }
    let rate = Pace.measure(piecesPerRound: 1) { _ = write() }
    output.row(
      format, "\(Figures.count(rate))/s", Figures.bytes(bytes.count), "\(Figures.decimal(1_000 / rate)) s")
  }

  private func measureOnce(_ format: String, _ write: () -> [UInt8]?) {
    let start = Pace.now()
    guard let bytes = write() else { return output.row(format, "—") }
    output.row(format, Figures.decimal(Double(Pace.now() - start) / 1e9), Figures.bytes(bytes.count))
  }
}

/// The sheet that is written.
enum InventedSheet {
  /// A form with the labels and levels of `InventedForm`, its levels merged as forms have them.
  static func form(indicators: Int) -> FormSheet {
    var grid = SheetGrid(columns: [250, 350, 500, 300, 300])
    for (label, value) in BenchWording.labels {
      grid.addRow([
        SheetPiece(label, role: .label, columns: 2, scope: .row),
        SheetPiece(value, alignment: .start, columns: 3),
      ])
    }
    grid.addRow(
      BenchWording.head.map { SheetPiece($0, role: .head, scope: .column) }, row: SheetRow(isHead: true))
    let parts = BenchWording.rows
    for row in 0..<indicators {
      let place = row * parts.count / indicators
      let previous = row == 0 ? nil : (row - 1) * parts.count / indicators
      let part = parts[place]
      var pieces: [SheetPiece] = []
      if previous.map({ parts[$0].0 != part.0 }) ?? true {
        pieces.append(
          SheetPiece(part.0, role: .label, rows: count(indicators) { $0.0 == part.0 }, scope: .rowGroup))
      }
      if previous.map({ parts[$0].1 != part.1 }) ?? true {
        pieces.append(
          SheetPiece(part.1, role: .label, rows: count(indicators) { $0.1 == part.1 }, scope: .rowGroup))
      }
      pieces.append(SheetPiece("\(part.2)\(row + 1)", alignment: .start, scope: .row))
      pieces += [SheetPiece(part.3), SheetPiece(part.3)]
      grid.addRow(pieces)
    }
    grid.close()
    return FormSheet(
      title: BenchWording.title,
      blocks: [
        .line(SheetLine([SheetText(BenchWording.title, role: .title, alignment: .center)])),
        .line(SheetLine([SheetText(BenchWording.year, role: .subtitle, alignment: .center)])), .grid(grid),
      ])
  }

  /// How many indicators have a level.
  private static func count(_ indicators: Int, _ matches: ((String, String, String, String)) -> Bool) -> Int {
    (0..<indicators).count { matches(BenchWording.rows[$0 * BenchWording.rows.count / indicators]) }
  }
}
