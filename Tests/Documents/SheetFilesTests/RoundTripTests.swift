// What is written is read again by our own readers and gives the same texts and spans.
import FormSheets
import SheetFiles
import Spreadsheets
import TableProbes
import Tables
import Testing
import WebPages
import WordDocuments

@Suite struct RoundTripTests {
  private let writer = SheetWriter(created: 1_760_000_000)
  private static let seeds = Array(UInt64(1)...120)

  @Test(arguments: seeds) func `a random sheet comes back from Word with texts and spans`(seed: UInt64) throws
  {
    let sheet = Self.apart(SheetSamples.random(seed))
    let document = try WordDocumentReader().read(writer.word([sheet]).bytes)
    #expect(ReadBack.pieces(document) == ReadBack.pieces(sheet, separator: "\t"))
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: seeds) func `a random sheet comes back from a page with texts and spans`(seed: UInt64)
    throws
  {
    let sheet = Self.apart(SheetSamples.random(seed))
    let document = try WebPageReader().read(writer.html([sheet]).bytes)
    #expect(ReadBack.pieces(document) == ReadBack.pieces(sheet, separator: nil))
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: seeds) func `a random table comes back from a worksheet with texts and spans`(seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    var grid = SheetSamples.grid(&generator)
    // Wide enough for every text, so that no row has to become several.
    grid.columns = grid.columns.map { _ in 300 }
    let bytes = try writer.workbook([FormSheet(title: "表", blocks: [.grid(grid)])]).bytes
    let document = try SpreadsheetReader().read(bytes)
    // Worksheets do not draw blank cells at their edges, nor single ones.
    func isDrawn(_ rows: Int, _ columns: Int, _ text: String) -> Bool {
      !ReadBack.settled(text).isEmpty
    }
    let expected = grid.cells.filter { isDrawn($0.rowSpan, $0.columnSpan, $0.content.text) }.map {
      ReadBack.piece($0.row, $0.column, $0.rowSpan, $0.columnSpan, $0.content.text)
    }
    let read = document.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return ["¶"] }
      #expect(table.brokenLaws.isEmpty)
      return table.cells.filter { isDrawn($0.rowSpan, $0.columnSpan, $0.text) }.map {
        ReadBack.piece($0.row, $0.column, $0.rowSpan, $0.columnSpan, $0.text)
      }
    }
    #expect(read == expected)
  }

  @Test(arguments: seeds.prefix(40)) func `all texts of a random sheet stand on its worksheet in order`(
    seed: UInt64
  ) throws {
    let sheet = SheetSamples.random(seed)
    let document = try SpreadsheetReader().read(writer.workbook([sheet]).bytes)
    let read = document.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return table.cells.map { ReadBack.settled($0.text) }.filter { !$0.isEmpty }
    }
    let written = sheet.blocks.flatMap { block -> [String] in
      switch block {
      case .line(let line): line.parts.map(\.text)
      case .grid(let grid): grid.cells.map(\.content.text)
      case .pageBreak: []
      }
    }
    // Parts of a line may share a cell where a table has too few columns.
    #expect(Self.letters(read) == Self.letters(written.map(ReadBack.settled)))
  }

  /// Rows taller than a worksheet's can be are several rows there; the texts and the order stay.
  @Test func `a form with a text of ten thousand characters comes back from each format`() throws {
    var grid = SheetGrid(columns: [200, 800])
    let long = String(repeating: "逐年推进，", count: 2_000)
    grid.addRow([SheetPiece("目标", rows: 2), SheetPiece(long, alignment: .start)])
    grid.addRow([SheetPiece("二")])
    grid.close()
    let sheet = FormSheet(title: "表", blocks: [.grid(grid)])
    for document in [
      try WordDocumentReader().read(writer.word([sheet]).bytes),
      try WebPageReader().read(writer.html([sheet]).bytes),
      try SpreadsheetReader().read(writer.workbook([sheet]).bytes),
    ] {
      guard case .table(let table)? = document.blocks.first, document.blocks.count == 1 else {
        Issue.record("no table")
        return
      }
      #expect(table.cells.map(\.text) == ["目标", long, "二"])
      #expect(table.cells[0].rowSpan == table.rowCount)
      #expect(table.brokenLaws.isEmpty)
    }
  }

  @Test func `a long form keeps its record's cells though its table is cut before the heads`() throws {
    let sheet = SheetSamples.form(indicators: 60, mark: "草稿")
    let expected = ReadBack.pieces(sheet, separator: nil)
    #expect(ReadBack.pieces(try WebPageReader().read(writer.html([sheet]).bytes)) == expected)
    let document = try WordDocumentReader().read(writer.word([sheet]).bytes)
    #expect(ReadBack.pieces(document) == ReadBack.pieces(sheet, separator: "\t"))
    #expect(document.blocks.count == 6)
  }

  @Test func `several sheets stand one after the other`() throws {
    let sheets = [SheetSamples.form(), SheetSamples.form(indicators: 5, mark: "草稿", paper: .landscape)]
    let word = try WordDocumentReader().read(writer.word(sheets).bytes)
    #expect(ReadBack.pieces(word) == sheets.flatMap { ReadBack.pieces($0, separator: "\t") })
    let page = try WebPageReader().read(writer.html(sheets).bytes)
    #expect(ReadBack.pieces(page) == sheets.flatMap { ReadBack.pieces($0, separator: nil) })
    let book = try SpreadsheetReader().read(writer.workbook(sheets).bytes)
    let names = book.blocks.map { block -> String? in
      guard case .table(let table) = block else { return nil }
      return table.sheet
    }
    #expect(names == ["项目支出绩效目标申报表", "项目支出绩效目标申报表(2)"])
  }

  /// A line between tables that follow each other, which a reader could not tell from one that was cut.
  private static func apart(_ sheet: FormSheet) -> FormSheet {
    var sheet = sheet
    sheet.blocks = sheet.blocks.flatMap { block -> [SheetBlock] in
      guard case .grid = block else { return [block] }
      return [block, .line(SheetLine([SheetText("——", role: .note)]))]
    }
    return sheet
  }

  private static func letters(_ texts: [String]) -> [Unicode.Scalar] {
    texts.flatMap { $0.unicodeScalars.filter { $0 != " " && $0 != "\n" && $0 != "\t" } }
  }
}
