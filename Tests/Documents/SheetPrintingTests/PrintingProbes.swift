// Sheets and printers for tests.
import FormSheets
import TableProbes

@testable import SheetPrinting

/// What tests print with: fonts are looked up once, printers are made for each test.
enum PrintingProbes {
  static let fonts = Result { () throws(PrintingError) in try PrintingFonts() }

  static func printer() throws -> SheetPrinter { try SheetPrinter(fonts: fonts.get()) }

  static let properties = PDFProperties(created: PrintingMoment(secondsSince1970: 1_700_000_000))

  /// A sheet of one table.
  static func sheet(_ grid: SheetGrid, paper: Paper = .portrait) -> FormSheet {
    FormSheet(title: "表", paper: paper, blocks: [.grid(grid)])
  }

  /// A form with a tree of indicators: a label over all rows, one over each 15, one over each 5.
  static func form(rows: Int) -> FormSheet {
    var grid = SheetGrid(columns: [180, 200, 240, 420, 300])
    grid.addRow([
      SheetPiece("项目名称", role: .label, columns: 2, scope: .row),
      SheetPiece("临溪县灯会", alignment: .start, columns: 3),
    ])
    grid.addRow(
      [SheetPiece("绩效指标", role: .label, rows: rows + 1, scope: .rowGroup)]
        + ["一级指标", "二级指标", "三级指标", "指标值"].map { SheetPiece($0, role: .head, scope: .column) },
      row: SheetRow(isHead: true))
    for row in 0..<rows {
      var pieces: [SheetPiece] = []
      for span in [15, 5] where row % span == 0 {
        pieces.append(
          SheetPiece(
            "\(span == 15 ? "一" : "二")级\(row / span + 1)", rows: min(span, rows - row), scope: .rowGroup))
      }
      let name = row % 4 == 1 ? "第\(row + 1)项灯组的数量及其附属设施完好情况（含说明）" : "第\(row + 1)项灯组"
      grid.addRow(pieces + [SheetPiece(name, alignment: .start), SheetPiece("≥\(row + 1)组")])
    }
    grid.close()
    return FormSheet(
      title: "临溪县项目绩效目标表", author: "临溪县财政局", mark: "草稿",
      blocks: [
        .line(SheetLine([SheetText("临溪县项目绩效目标表", role: .title, alignment: .center)])),
        .line(SheetLine([SheetText("单位：灯会办"), SheetText("单位：万元", alignment: .end)])),
        .grid(grid),
        .line(SheetLine([SheetText("注：一式三份。", role: .note)])),
      ])
  }

  /// A table of random cells; every row and every column has a cell of its own, texts are numbered.
  static func randomGrid(
    _ random: inout SeededGenerator, rows: Int, longTexts: Bool,
    alignments: [TextAlignment] = TextAlignment.allCases
  ) -> SheetGrid {
    let columns = Int.random(in: 3...6, using: &random)
    var grid = SheetGrid(columns: (0..<columns).map { _ in Int.random(in: 100...600, using: &random) })
    var number = 0
    func text() -> String {
      number += 1
      let length = longTexts && Int.random(in: 0..<12, using: &random) == 0 ? 300 : 0
      let words = Int.random(in: 0...max(3, length), using: &random)
      return "<\(number)>" + String(repeating: "目标", count: words)
    }
    grid.addRow(
      (0..<columns).map { SheetPiece("头\($0)", role: .head, scope: .column) }, row: SheetRow(isHead: true))
    for _ in 0..<rows {
      let pieces = (0..<columns).map { column in
        let isSingle = column == 0
        return SheetPiece(
          text(), alignment: alignments.randomElement(using: &random) ?? .start,
          rows: isSingle ? 1 : [1, 1, 1, 2, 3, 9].randomElement(using: &random) ?? 1,
          columns: isSingle ? 1 : [1, 1, 1, 2].randomElement(using: &random) ?? 1)
      }
      let keeps = Int.random(in: 0..<10, using: &random) == 0
      grid.addRow(
        pieces, row: SheetRow(keepsWithNext: keeps, height: Int.random(in: 0...150, using: &random)))
    }
    grid.close()
    return grid
  }
}

extension PlacedPage {
  var tables: [PlacedTable] {
    items.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Every text but the page's number.
  var texts: [PlacedText] {
    items.flatMap { item -> [PlacedText] in
      switch item {
      case .paragraph(let text): [text]
      case .table(let table): table.rows.flatMap { $0 }
      }
    }
  }
}

extension PlacedText {
  /// The printed lines, joined without anything.
  var words: String { lines.map { text.text($0) }.joined() }

  var bottom: Double { top + text.height(lines) }
}
