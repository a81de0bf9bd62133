// The parts of a written workbook.
import FormSheets
import SheetFiles
import Spreadsheets
import Tables
import Testing

@Suite struct WorkbookTests {
  private let writer = SheetWriter(created: 1_760_000_000)

  @Test(arguments: UInt64(1)...40) func `every part is XML whatever the texts`(seed: UInt64) throws {
    let parts = try Parts.all(
      writer.workbook([SheetSamples.random(seed), SheetSamples.random(seed + 100)]).bytes)
    #expect(parts.count >= 10)
    for (name, part) in parts { #expect(Parts.isWellFormed(part), "\(name)") }
  }

  @Test func `every cell is a text and nothing is a formula or a link`() throws {
    var grid = SheetGrid(columns: [100, 100])
    for text in SheetSamples.hostile { grid.addRow([SheetPiece(text), SheetPiece(text)]) }
    let bytes = try writer.workbook([FormSheet(title: "表", blocks: [.grid(grid)])]).bytes
    let parts = try Parts.all(bytes)
    let sheet = String(decoding: parts["xl/worksheets/sheet1.xml"] ?? [], as: UTF8.self)
    #expect(Parts.count("<f", in: sheet) == 0)
    #expect(Parts.count("<hyperlink", in: sheet) == 0)
    #expect(Parts.count("<v>", in: sheet) == 2 * SheetSamples.hostile.count)
    #expect(Parts.count(" t=\"s\"", in: sheet) == 2 * SheetSamples.hostile.count)
    #expect(Parts.count("numberStoredAsText=\"1\"", in: sheet) == 1)
    #expect(
      Parts.count("numFmtId=\"49\"", in: String(decoding: parts["xl/styles.xml"] ?? [], as: UTF8.self)) == 1)
  }

  @Test(arguments: [32_767, 32_768, 40_000]) func `a cell takes 32,767 units and the rest is told`(
    length: Int
  ) throws {
    // Characters of two units, so that one would be cut in two.
    let text = "甲" + String(repeating: "😀", count: (length - 1) / 2) + (length % 2 == 0 ? "乙" : "")
    #expect(text.utf16.count == length)
    var grid = SheetGrid(columns: [100])
    grid.addRow([SheetPiece(text)])
    let file = try writer.workbook([FormSheet(title: "表", blocks: [.grid(grid)])])
    let isCut = length > 32_767
    #expect(
      file.notices
        == (isCut ? [SheetNotice(.cutText(length: 32_767), sheet: 1, block: 1, row: 1, column: 1)] : []))
    guard case .table(let table)? = try SpreadsheetReader().read(file.bytes).blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.first?.text.utf16.count == min(length, 32_767))
    #expect(try writer.word([FormSheet(title: "表", blocks: [.grid(grid)])]).notices.isEmpty)
  }

  @Test(arguments: [
    (["绩效目标表"], ["绩效目标表"]), ([""], ["表"]), (["[]:*?/\\"], ["表"]), (["2026"], ["表2026"]),
    (["R1C1"], ["表R1C1"]),
    (["'引'"], ["’引’"]), (["  甲 "], ["甲"]), (["甲", "甲", "甲"], ["甲", "甲(2)", "甲(3)"]),
    (["A表", "a表"], ["A表", "a表(2)"]), (["甲(2)", "甲", "甲"], ["甲(2)", "甲", "甲(3)"]), (["History"], ["表History"]),
    (
      ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二四"],
      ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八(2)"]
    ), (["😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"], ["😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"]), (["甲\n乙\u{1}"], ["甲乙"]), (["\u{202E}甲\u{2067}"], ["甲"]),
  ]) func `worksheets have names that Excel takes`(titles: [String], names: [String]) throws {
    let sheets = titles.map { title in
      FormSheet(title: title, blocks: [.line(SheetLine([SheetText("甲")]))])
    }
    let book = try SpreadsheetReader().read(writer.workbook(sheets).bytes)
    let read = book.blocks.map { block -> String? in
      guard case .table(let table) = block else { return nil }
      return table.sheet
    }
    #expect(read == names)
  }

  @Test func `a worksheet prints on its paper, one page wide, with heads repeated`() throws {
    let bytes = try writer.workbook([SheetSamples.form(mark: "草&稿", paper: .landscape)]).bytes
    let sheet = try Parts.text("xl/worksheets/sheet1.xml", of: bytes)
    #expect(Parts.count("fitToPage=\"1\"", in: sheet) == 1)
    #expect(
      Parts.count("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>", in: sheet) == 1)
    #expect(Parts.count("草&amp;&amp;稿</oddHeader>", in: sheet) == 1)
    #expect(Parts.count("第 &amp;P 页 共 &amp;N 页</oddFooter>", in: sheet) == 1)
    let book = try Parts.text("xl/workbook.xml", of: bytes)
    #expect(Parts.count("'项目支出绩效目标申报表'!$A$1:$F$18<", in: book) == 1)
    #expect(Parts.count("'项目支出绩效目标申报表'!$8:$8<", in: book) == 1)
  }

  @Test func `rows are as high as their text and never higher than a worksheet can have`() throws {
    var grid = SheetGrid(columns: [300, 700])
    grid.addRow([SheetPiece("短"), SheetPiece("短")])
    grid.addRow([SheetPiece("三行"), SheetPiece("一\n二\n三")])
    grid.addRow([SheetPiece("长"), SheetPiece(String(repeating: "长", count: 3_000))])
    let sheet = try Parts.text(
      "xl/worksheets/sheet1.xml", of: writer.workbook([FormSheet(title: "表", blocks: [.grid(grid)])]).bytes)
    let heights = sheet.split(separator: " ").compactMap { word -> Double? in
      guard word.hasPrefix("ht=\"") else { return nil }
      return Double(word.dropFirst(4).prefix { $0 != "\"" })
    }
    #expect(heights.count > 5)
    #expect(heights.allSatisfy { $0 > 20 && $0 <= 409 })
    // Three lines of ten and a half points.
    #expect(heights[1] > 3 * 10.5 * 1.3 && heights[1] < 3 * 10.5 * 1.8)
    // Three thousand characters at some thirty-two a line.
    let long = heights[2...].reduce(0, +)
    #expect(long > 3_000 / 33 * 10.5 * 1.3 && long < 3_000 / 30 * 10.5 * 1.8)
  }

  @Test func `tables with columns of their own share a worksheet`() throws {
    var first = SheetGrid(columns: [500, 500])
    first.addRow([SheetPiece("a"), SheetPiece("b")])
    var second = SheetGrid(columns: [250, 251, 499])
    second.addRow([SheetPiece("c"), SheetPiece("d"), SheetPiece("e")])
    let bytes = try writer.workbook([FormSheet(title: "表", blocks: [.grid(first), .grid(second)])]).bytes
    guard case .table(let table)? = try SpreadsheetReader().read(bytes).blocks.first else {
      Issue.record("no table")
      return
    }
    // The edges in the middle are near enough to be one.
    #expect(
      table.cells.map { "\($0.row),\($0.column) \($0.columnSpan) \($0.text)" } == [
        "0,0 2 a", "0,2 1 b", "1,0 1 c", "1,1 1 d", "1,2 1 e",
      ])
  }
}
