// Documents through the pipe: what comes out is what went in, and what breaks the law of tables is nothing.
import DocumentReading
import Findings
import JSONText
import TableProbes
import Tables
import Testing

@testable import IsolatedReading

@Suite struct DocumentMessageTests {
  private func passed(_ document: Document, limits: ReadingLimits = .init()) throws -> Document? {
    var json = JSONWriter()
    document.write(to: &json)
    return Document(try JSONReader.read(json.bytes), limits: limits)
  }

  @Test func `a document of every part comes out as it went in`() throws {
    var frames = TableFrames()
    frames.set(
      .init(page: 2, box: Box(left: 1, top: -2, width: 3, height: 4), confidence: 77), row: 0, column: 0)
    let inner = Table(
      number: 2, rowCount: 1, columnCount: 1, cells: [Cell(row: 0, column: 0, text: "里\n层")], textBefore: "前")
    var table = Table(
      sheet: "表“一”", page: 2, number: 1, rowCount: 3, columnCount: 3,
      cells: [
        Cell(row: 0, column: 0, rowSpan: 2, text: "≥3"), Cell(row: 0, column: 2, text: "", tables: [inner]),
        Cell(row: 2, column: 0, columnSpan: 3, text: "\"\\\u{1}"),
      ], isRagged: true, hasGuessedRows: true)
    table.frames = frames
    let document = Document(
      format: .pdf,
      blocks: [
        .paragraph(
          Paragraph(
            text: "标题", headingLevel: 1, line: 1,
            frame: .init(page: 1, box: Box(left: 0, top: 0, width: 9, height: 9)))),
        .table(table), .paragraph(Paragraph(text: "", line: 2)),
      ],
      turns: [
        try #require(PageTurn(page: 1, quarters: 0, skew: 0)),
        try #require(PageTurn(page: 2, quarters: 3, skew: -4_975)),
      ])
    #expect(try passed(document) == document)
  }

  @Test func `a thousand random tables come out as they went in`() throws {
    var random = SeededGenerator(seed: 23)
    for number in 1...1000 {
      var builder = GridBuilder()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        builder.startRow()
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          builder.addCell(
            rowSpan: Int.random(in: 0...4, using: &random), columnSpan: Int.random(in: 1...4, using: &random),
            text: "\(UInt8.random(in: 0...255, using: &random))")
        }
      }
      let document = Document(format: .html, blocks: [.table(builder.finish(number: number))])
      #expect(try passed(document) == document)
    }
  }

  @Test(arguments: [
    "{}", "[]", "{\"format\":\"exe\",\"blocks\":[]}", "{\"format\":\"docx\"}",
    "{\"format\":\"docx\",\"blocks\":[{}]}", "{\"format\":\"docx\",\"blocks\":[{\"text\":1,\"line\":1}]}",
    "{\"format\":\"docx\",\"blocks\":[{\"table\":0,\"rows\":1,\"columns\":1,\"cells\":[]}]}",
    "{\"format\":\"docx\",\"blocks\":[{\"table\":1,\"rows\":-1,\"columns\":1,\"cells\":[]}]}",
    "{\"format\":\"docx\",\"blocks\":[{\"table\":1,\"rows\":999999999999999999,\"columns\":1,\"cells\":[]}]}",
  ])
  func `what is no document is none`(text: String) throws {
    #expect(Document(try JSONReader.read(Array(text.utf8))) == nil)
  }

  @Test(arguments: [
    "[1,0]", "[0,0,0]", "[1,4,0]", "[1,0,5001]", "[1,0,\"0\"]", "[1,0,0.5]", "7", "[1,0,0,0]",
  ])
  func `a page that lies as no page does makes no document`(turn: String) throws {
    let text = "{\"format\":\"pdf\",\"blocks\":[],\"turns\":[[1,1,-250],\(turn)]}"
    #expect(Document(try JSONReader.read(Array(text.utf8))) == nil)
    #expect(Document(try JSONReader.read(Array(text.replacing(",\(turn)", with: "").utf8)))?.turns.count == 1)
  }

  @Test(arguments: [
    "[0,0,1,1]", "[0,0,0,1,\"a\"]", "[0,0,1,0,\"a\"]", "[-1,0,1,1,\"a\"]", "[0,-1,1,1,\"a\"]",
    "[3,0,1,1,\"a\"]",
    "[0,3,1,1,\"a\"]", "[0,0,4,1,\"a\"]", "[0,0,1,9223372036854775807,\"a\"]",
    "[0,0,1,1,\"a\"],[0,0,1,1,\"b\"]",
    "[0,1,1,1,\"a\"],[0,0,1,1,\"b\"]", "[0,0,2,2,\"a\"],[1,1,1,1,\"b\"]", "[0,0,1,1,\"a\",7]",
    "[0,0,1,1,\"a\",[],[1,2]]", "[0,0,1,1,\"a\",[],[1,2,3,4,9223372036854775807]]", "7",
  ])
  func `cells that break the law of tables are no document`(cells: String) throws {
    let text =
      "{\"format\":\"docx\",\"blocks\":[{\"table\":1,\"rows\":3,\"columns\":3,\"cells\":[\(cells)]}]}"
    #expect(Document(try JSONReader.read(Array(text.utf8))) == nil)
  }

  @Test func `tables in tables beyond belief are left out, not refused`() throws {
    var table = Table(number: 40, rowCount: 1, columnCount: 1, cells: [Cell(row: 0, column: 0, text: "里")])
    for number in (1..<40).reversed() {
      table = Table(
        number: number, rowCount: 1, columnCount: 1,
        cells: [Cell(row: 0, column: 0, text: "", tables: [table])])
    }
    #expect(try passed(Document(format: .html, blocks: [.table(table)])) != nil)
  }

  @Test func `more cells than the limit are no document`() throws {
    var limits = ReadingLimits()
    limits.cellCountMax = 1
    let table = Table(
      number: 1, rowCount: 1, columnCount: 2,
      cells: [Cell(row: 0, column: 0, text: "a"), Cell(row: 0, column: 1, text: "b")])
    #expect(try passed(Document(format: .docx, blocks: [.table(table)]), limits: limits) == nil)
  }
}
