// Sheets as files: what every format keeps, refuses and tells.
import FormSheets
import SheetFiles
import Testing

@Suite struct SheetWriterTests {
  private let writer = SheetWriter(created: 1_760_000_000)

  /// Each format by its name.
  private static let formats = ["html", "word", "workbook"]

  private func write(_ sheets: [FormSheet], _ format: String) throws(SheetFileError) -> SheetFile {
    switch format {
    case "html": try writer.html(sheets)
    case "word": try writer.word(sheets)
    default: try writer.workbook(sheets)
    }
  }

  @Test(arguments: formats) func `the same sheets give the same bytes`(format: String) throws {
    let sheets = [SheetSamples.form(mark: "草稿"), SheetSamples.random(7)]
    #expect(try write(sheets, format) == write(sheets, format))
  }

  @Test(arguments: formats) func `files are written at the same time`(format: String) async throws {
    let sheets = [SheetSamples.form(indicators: 30)]
    let alone = try write(sheets, format)
    let together = try await withThrowingTaskGroup(of: SheetFile.self) { group in
      for _ in 0..<32 { group.addTask { try write(sheets, format) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.allSatisfy { $0 == alone })
  }

  @Test(arguments: formats) func `no sheet is no file`(format: String) {
    #expect(throws: SheetFileError.noSheet) { try write([], format) }
  }

  @Test(arguments: formats) func `a sheet without blocks is an empty page`(format: String) throws {
    #expect(try !write([FormSheet(title: "", blocks: [])], format).bytes.isEmpty)
  }

  @Test(arguments: formats) func `a table without rows and a line without parts are left out`(format: String)
    throws
  {
    let sheet = FormSheet(
      title: "空",
      blocks: [
        .line(SheetLine([])), .grid(SheetGrid(columns: [100])), .grid(SheetGrid(columns: [])), .pageBreak,
      ])
    #expect(try !write([sheet], format).bytes.isEmpty)
  }

  @Test(
    arguments: formats,
    [
      Paper(width: 0, height: 2_970, top: 0, bottom: 0, side: 0),
      Paper(width: 2_100, height: 2_970, top: 200, bottom: 200, side: 1_000),
      Paper(width: 2_100, height: 2_970, top: 2_000, bottom: 900, side: 100),
      Paper(width: 2_100, height: 2_970, top: -5, bottom: 0, side: 0),
      Paper(width: Int.max, height: Int.max, top: 0, bottom: 0, side: 0),
      Paper(width: 2_100, height: 2_970, top: 0, bottom: 0, side: Int.min / 2),
    ])
  func `a paper that no printer takes is refused`(format: String, paper: Paper) {
    #expect(throws: SheetFileError.badPaper(sheet: 1)) {
      try write([FormSheet(title: "表", paper: paper, blocks: [])], format)
    }
  }

  private static func cell(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> SheetCell {
    var cell = SheetCell(SheetPiece("甲", rows: rows), row: row, column: column, columnSpan: columns)
    cell.rowSpan = rows
    return cell
  }

  /// Grids of two rows and two columns that break the law.
  private static let broken: [[SheetCell]] = [
    [],
    [cell(0, 0, 1, 2)],
    [cell(0, 0, 2, 2), cell(1, 0, 1, 1)],
    [cell(0, 0, 1, 2), cell(1, 0, 1, 3)],
    [cell(0, 0, 3, 2)],
    [cell(0, 0, 1, 2), cell(1, 1, 1, 1), cell(1, 0, 1, 1)],
    [cell(0, 0, 1, 1), cell(0, 1, 2, 1), cell(1, 0, 1, 2)],
    [cell(0, 0, Int.max, Int.max)],
    [cell(-1, 0, 2, 2)],
    [cell(0, 0, 1, 2), cell(1, 0, 0, 2)],
  ]

  @Test(arguments: formats, broken.indices)
  func `a table that breaks its law is refused with its place`(format: String, index: Int) {
    let grid = SheetGrid(columns: [100, 100], rows: [SheetRow(), SheetRow()], cells: Self.broken[index])
    let sheet = FormSheet(title: "表", blocks: [.pageBreak, .grid(grid)])
    #expect(throws: SheetFileError.brokenGrid(sheet: 2, block: 2)) {
      try write([SheetSamples.form(), sheet], format)
    }
  }

  @Test(arguments: formats, [0, -1, Int.max]) func `a column has a width`(format: String, width: Int) {
    var grid = SheetGrid(columns: [100, width])
    grid.addRow([])
    #expect(throws: SheetFileError.brokenGrid(sheet: 1, block: 1)) {
      try write([FormSheet(title: "表", blocks: [.grid(grid)])], format)
    }
  }

  @Test(arguments: formats) func `heights without sense do no harm`(format: String) throws {
    var grid = SheetGrid(columns: [1, 1_000_000])
    for height in [Int.min, -1, 0, Int.max] { grid.addRow([SheetPiece("甲")], row: SheetRow(height: height)) }
    #expect(try !write([FormSheet(title: "表", blocks: [.grid(grid)])], format).bytes.isEmpty)
  }

  @Test(arguments: formats) func `names and marks as long as a text do no harm`(format: String) throws {
    let long = String(repeating: "A\u{301}\u{302}&😀\n", count: 2_000)
    var writer = writer
    writer.fonts = SheetFonts(title: long, head: long, body: "\u{1}", latin: long)
    var sheet = SheetSamples.form(mark: long)
    sheet.title = long
    sheet.author = long
    let file =
      switch format {
      case "html": try writer.html([sheet])
      case "word": try writer.word([sheet])
      default: try writer.workbook([sheet])
      }
    guard format != "html" else { return }
    for (name, part) in try Parts.all(file.bytes) { #expect(Parts.isWellFormed(part), "\(name)") }
  }

  @Test(arguments: [("html", 1_000), ("word", 63), ("workbook", 1_000)])
  func `each format takes its number of columns and no more`(format: String, columnsMax: Int) throws {
    func sheet(_ columns: Int) -> FormSheet {
      var grid = SheetGrid(columns: Array(repeating: 10, count: columns))
      grid.addRow([SheetPiece("首"), SheetPiece("次")])
      return FormSheet(title: "宽", blocks: [.line(SheetLine([SheetText("题")])), .grid(grid)])
    }
    #expect(try !write([sheet(columnsMax)], format).bytes.isEmpty)
    #expect(throws: SheetFileError.limit(name: .columnCount, value: columnsMax)) {
      try write([sheet(columnsMax + 1)], format)
    }
  }

  @Test func `a file takes two thousand sheets`() {
    let sheets = Array(repeating: FormSheet(title: "表", blocks: []), count: 2_001)
    #expect(throws: SheetFileError.limit(name: .sheetCount, value: 2_000)) { try writer.html(sheets) }
  }

  @Test(arguments: formats) func `characters that no file may hold are replaced and told with their place`(
    format: String
  ) throws {
    var grid = SheetGrid(columns: [100, 100])
    grid.addRow([SheetPiece("好"), SheetPiece("坏\u{0}\u{1}")])
    grid.addRow([SheetPiece("坏\u{1F}", rows: 1), SheetPiece("好\r\n好")])
    let sheet = FormSheet(
      title: "题\u{2}", author: "人\u{3}", mark: "稿\u{4}",
      blocks: [.line(SheetLine([SheetText("行"), SheetText("行\u{7F}")])), .grid(grid)])
    let file = try write([SheetSamples.form(), sheet], format)
    #expect(
      file.notices == [
        SheetNotice(.replacedCharacters(count: 1), sheet: 2, block: 1),
        SheetNotice(.replacedCharacters(count: 2), sheet: 2, block: 2, row: 1, column: 2),
        SheetNotice(.replacedCharacters(count: 1), sheet: 2, block: 2, row: 2, column: 1),
      ])
    #expect(
      file.notices.map(\.message) == [
        "第 2 张表第 1 段有 1 个不能写进文件的字符，已用“\u{FFFD}”代替。",
        "第 2 张表第 2 段表格第 1 行第 2 列有 2 个不能写进文件的字符，已用“\u{FFFD}”代替。",
        "第 2 张表第 2 段表格第 2 行第 1 列有 1 个不能写进文件的字符，已用“\u{FFFD}”代替。",
      ])
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_760_000_000, "2025-10-09T08:53:20Z"),
    (4_102_444_799, "2099-12-31T23:59:59Z"), (Int.max, "9999-12-31T23:59:59Z"), (-1, "1970-01-01T00:00:00Z"),
  ]) func `files say when they were made`(seconds: Int, text: String) throws {
    let file = try SheetWriter(created: seconds).word([SheetSamples.form()])
    let core = try Parts.text("docprops/core.xml", of: file.bytes)
    #expect(Parts.count("<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(text)<", in: core) == 1)
    guard seconds > 0 else { return }
    let book = try SheetWriter(created: seconds).workbook([SheetSamples.form()])
    #expect(
      Parts.count(">\(text)</dcterms:created>", in: try Parts.text("docprops/core.xml", of: book.bytes)) == 1)
  }
}
