// Printed documents are read again: their tables, texts and structure are those of the sheet.
import FormSheets
import PDFPages
import Programs
import TableProbes
import Tables
import Testing

@testable import SheetPrinting

@Suite struct SheetPrinterTests {
  private func printed(_ sheet: FormSheet) throws -> PrintedSheets {
    try PrintingProbes.printer().pdf([sheet], PrintingProbes.properties)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// `row+rows,column+columns:text` of each cell with a text.
  private func outline(_ document: Document) -> [[String]] {
    document.blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table.cells.filter { !$0.text.isEmpty }.map {
        "\($0.row)+\($0.rowSpan),\($0.column)+\($0.columnSpan):\($0.text)"
      }.sorted()
    }
  }

  @Test(arguments: 0..<25)
  func `the table that is read is the table that was printed`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let grid = PrintingProbes.randomGrid(
      &random, rows: Int.random(in: 1...12, using: &random), longTexts: false, alignments: [.start, .center])
    let result = try printed(PrintingProbes.sheet(grid))
    #expect(result.pageCounts == [1])
    let expected = grid.cells.filter { !$0.content.text.isEmpty }.map {
      "\($0.row)+\($0.rowSpan),\($0.column)+\($0.columnSpan):\($0.content.text)"
    }.sorted()
    let read = try outline(PDFDocumentReader().read(result.bytes))
    #expect(read.count == 1)
    #expect(Set(read.joined()).symmetricDifference(expected) == [])
  }

  @Test func `a form over three pages is read as one table`() throws {
    let result = try printed(PrintingProbes.form(rows: 60))
    #expect(result.pageCounts == [3])
    #expect(result.notices.isEmpty)
    let document = try PDFDocumentReader().read(result.bytes)
    let paragraphs = document.blocks.compactMap {
      if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil }
    }
    #expect(paragraphs.first == "临溪县项目绩效目标表")
    #expect(paragraphs.last == "注：一式三份。")
    #expect(!paragraphs.contains { $0.contains("稿") })
    let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.count == 1)
    let texts = tables.flatMap(\.cells).map(\.text)
    for row in 1...60 { #expect(texts.count { $0 == "≥\(row)组" } == 1) }
    #expect(texts.contains("第2项灯组的数量及其附属设施完好情况（含说明）"))
    #expect(texts.count { $0 == "三级指标" } == 1)
  }

  @Test func `the same sheets give the same bytes, by any printer on any thread`() async throws {
    let sheets = [PrintingProbes.form(rows: 20), PrintingProbes.form(rows: 3)]
    let first = try PrintingProbes.printer().pdf(sheets, PrintingProbes.properties)
    let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let printer = try PrintingProbes.printer()
          _ = try printer.pdf([PrintingProbes.form(rows: 7)], PrintingProbes.properties)
          return try printer.pdf(sheets, PrintingProbes.properties).bytes
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.count == 4)
    for other in others { #expect(other == first.bytes) }
  }

  /// Eight times the fonts are more faces than the drawing library keeps open, so it closes some all the
  /// time. That a thread reads one that is closed is rare without `FontTurn`; here it can happen.
  @Test func `printers with fonts of their own give the same bytes at the same time`() async throws {
    let sheet = PrintingProbes.form(rows: 3)
    let first = try PrintingProbes.printer().pdf([sheet], PrintingProbes.properties).bytes
    let areSame = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let fonts = try PrintingFonts()
          return try (0..<12).allSatisfy { _ in
            try SheetPrinter(fonts: fonts).pdf([sheet], PrintingProbes.properties).bytes == first
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(areSame == Array(repeating: true, count: 8))
  }

  @Test func `every sheet counts its own pages`() throws {
    let sheets = [PrintingProbes.form(rows: 2), PrintingProbes.form(rows: 60)]
    #expect(try PrintingProbes.printer().pdf(sheets, PrintingProbes.properties).pageCounts == [1, 3])
  }

  @Test func `a document tells its title, author, date and language`() throws {
    let bytes = try printed(PrintingProbes.form(rows: 3)).bytes
    let file = text(bytes)
    #expect(file.contains("/Lang (zh-CN)") && file.contains("/DisplayDocTitle true"))
    #expect(file.contains("/CreationDate (20231114221320"))
    let title = "临溪县项目绩效目标表".utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    #expect(file.lowercased().contains("/title <feff\(title)>"))
    #expect(file.contains("CIDFontType0C") && !file.contains("/FontFile2 "))
  }

  @Test func `the places of all objects are right after the additions`() throws {
    let bytes = try printed(PrintingProbes.form(rows: 9)).bytes
    let lines = text(bytes).split(separator: "\n", omittingEmptySubsequences: false)
    let table = try #require(lines.lastIndex { $0 == "xref" })
    let count = try #require(Int(lines[table + 1].split(separator: " ").last ?? ""))
    for number in 1..<count {
      let place = try #require(Int(lines[table + 2 + number].prefix(10)))
      #expect(bytes[place...].starts(with: "\(number) 0 obj\n".utf8), "object \(number)")
    }
    let start = try #require(Int(lines[(lines.lastIndex { $0 == "startxref" } ?? 0) + 1]))
    #expect(bytes[start...].starts(with: "xref\n".utf8))
  }

  @Test func `cells say what they span and what they are head of`() throws {
    var grid = SheetGrid(columns: [100, 100, 100])
    grid.addRow([SheetPiece("年度", role: .head, columns: 2), SheetPiece("", role: .head)])
    grid.addRow([SheetPiece("组", role: .label, rows: 2, scope: .rowGroup), SheetPiece("甲"), SheetPiece("")])
    grid.addRow([SheetPiece("乙", columns: 2)])
    grid.close()
    let file = text(try printed(PrintingProbes.sheet(grid)).bytes)
    #expect(file.contains("/MarkInfo") && file.contains("/S /Document"))
    let structure = file.split(separator: "/S /T").dropFirst().map { $0.prefix { $0 != ">" } }
    let cells = structure.filter { $0.hasPrefix("H") || $0.hasPrefix("D") }
    #expect(cells.count == 6)
    #expect(cells[0].contains("/ColSpan 2 /Scope /Column"))
    #expect(cells[2].contains("/RowSpan 2 /Scope /Row"))
    #expect(!cells[3].contains("/A "))
    #expect(cells[5].contains("/ColSpan 2") && !cells[5].contains("/Scope"))
  }

  @Test func `without structure a document is smaller and still in Chinese`() throws {
    var properties = PrintingProbes.properties
    properties.isTagged = false
    let printer = try PrintingProbes.printer()
    let sheet = PrintingProbes.form(rows: 9)
    let (plain, tagged) = (
      try printer.pdf([sheet], properties).bytes, try printer.pdf([sheet], PrintingProbes.properties).bytes
    )
    #expect(plain.count < tagged.count)
    #expect(text(plain).contains("/Lang (zh-CN)") && !text(plain).contains("StructElem"))
  }

  @Test func `no sheets are no document`() throws {
    let printer = try PrintingProbes.printer()
    #expect(throws: PrintingError.nothingToPrint) {
      try printer.pdf([FormSheet](), PrintingProbes.properties)
    }
  }

  @Test func `hostile texts print, and what was changed is told with its place`() throws {
    var grid = SheetGrid(columns: [100, 100])
    let texts = [
      "灯\u{7}会", "预\u{202E}算", "\u{10FFFD}", "]]><script>&amp;", "=HYPERLINK(\"x\")", "\u{FFFE}",
      String(repeating: "长", count: 10_000), String(repeating: "W", count: 3_000), "שלום עולם", "👨‍👩‍👧",
      String(repeating: "\n", count: 500) + "末", "a\u{0}b",
    ]
    for (row, text) in texts.enumerated() {
      grid.addRow([SheetPiece("\(row)"), SheetPiece(text, path: "/indicators/\(row)/value")])
    }
    let result = try PrintingProbes.printer().pdf(
      [
        FormSheet(title: "a\u{0}b\u{202E}", author: "\u{7}", mark: "草\u{202E}稿\n\u{0}", blocks: [.grid(grid)])
      ], PrintingProbes.properties)
    let told = Dictionary(result.notices.map { ($0.scalar, $0) }) { first, _ in first }
    #expect(told["\u{7}"]?.matter == .unprintable)
    #expect(
      told["\u{7}"]?.place == SheetPlace(sheet: 0, block: 0, row: 0, column: 1, path: "/indicators/0/value"))
    #expect(told["\u{202E}"]?.matter == .leftOut)
    #expect(told["\u{10FFFD}"]?.matter == .missingGlyph)
    #expect(told["\u{FFFE}"]?.matter == .unprintable)
    #expect(result.notices.allSatisfy { !$0.sentence.isEmpty })
    let document = try PDFDocumentReader().read(result.bytes)
    let cells = document.blocks.flatMap { block -> [String] in
      if case .table(let table) = block { table.cells.map(\.text) } else { [] }
    }
    #expect(cells.contains("灯〔U+0007〕会") && cells.contains("预算") && cells.contains("]]><script>&amp;"))
    #expect(cells.joined().count { $0 == "长" } == 10_000)
    #expect(cells.joined().count { $0 == "W" } == 3_000)
  }

  @Test(.enabled(if: poppler != nil, "pdftotext is not installed"))
  func `characters that share a glyph are extracted as they were written`() throws {
    var grid = SheetGrid(columns: [100, 100])
    grid.addRow([SheetPiece("一⼀人⼈"), SheetPiece("Ⅲ类㎡①ﬁ office≥30%")])
    let bytes = try printed(PrintingProbes.sheet(grid)).bytes
    let folder = try #require(WorkFolder("plumbline-print"))
    defer { folder.remove() }
    #expect(folder.write(bytes, as: "a.pdf"))
    _ = Self.poppler?.run([folder.path("a.pdf"), folder.path("a.txt")], seconds: 20)
    let words = text(folder.read("a.txt", bytesMax: 100_000) ?? []).split { $0 == "\n" || $0 == " " }
    #expect(words.prefix(3) == ["一⼀人⼈", "Ⅲ类㎡①ﬁ", "office≥30%"])
  }

  private static let poppler = ChildProgram(variable: "PLUMBLINE_PDFTOTEXT", places: ["pdftotext"])
}
