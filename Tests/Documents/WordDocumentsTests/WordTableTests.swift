// Tables of Word documents: spans, merges that fit and merges that do not, nesting, limits.
import Findings
import TableProbes
import Tables
import Testing
import WordDocuments

@Suite struct WordTableTests {
  private func read(_ table: String, limits: ReadingLimits = .init()) throws -> Document {
    try WordSample(table).read(limits: limits)
  }

  private func one(_ table: String) throws -> [String] { lines(try read(table)) }

  @Test func `cells keep their place, empty ones too`() throws {
    let rows = table(row(cell("甲"), cell("")), row(cell(""), cell("丁")), columns: 2)
    #expect(try one(rows) == ["T1 2x2: 0,0 甲 | 0,1  | 1,0  | 1,1 丁"])
  }

  @Test func `paragraphs of a cell are lines, trimmed at the ends`() throws {
    let content = paragraph("") + paragraph("一") + paragraph("") + paragraph("二") + paragraph(" ")
    #expect(try one(table(row("<w:tc>\(content)</w:tc>"))) == ["T1 1x1: 0,0 一\n\n二"])
  }

  @Test func `column spans move the cells after them`() throws {
    let rows = table(row(cell("甲", span(2)), cell("乙")), row(cell("1"), cell("2"), cell("3")), columns: 3)
    #expect(try one(rows) == ["T1 2x3: 0,0+1x2 甲 | 0,2 乙 | 1,0 1 | 1,1 2 | 1,2 3"])
  }

  @Test func `a vertical merge is one cell`() throws {
    let rows = table(
      row(cell("甲", restart), cell("1")), row(cell("", proceed), cell("2")),
      row(cell("", proceed), cell("3")),
      columns: 2)
    #expect(try one(rows) == ["T1 3x2: 0,0+3x1 甲 | 0,1 1 | 1,1 2 | 2,1 3"])
  }

  @Test func `a restart ends the merge above`() throws {
    let rows = table(
      row(cell("甲", restart)), row(cell("", proceed)), row(cell("乙", restart)), row(cell("", proceed)),
      row(cell("丙")), row(cell("丁", "<w:vMerge w:val=\"continue\"/>")), columns: 1)
    let found = try read(rows)
    #expect(lines(found) == ["T1 6x1: 0,0+2x1 甲 | 2,0+2x1 乙 | 4,0 丙 | 5,0 丁"])
    #expect(rules(found) == ["R06"])
  }

  @Test func `a merge over rows and columns is one cell`() throws {
    let rows = table(
      row(cell("甲", span(2) + restart), cell("1")), row(cell("", span(2) + proceed), cell("2")), columns: 3)
    #expect(try one(rows) == ["T1 2x3: 0,0+2x2 甲 | 0,2 1 | 1,2 2"])
  }

  @Test func `columns left free at the ends of a row hold no cell`() throws {
    let rows = table(
      row(cell("甲"), cell("乙"), cell("丙")),
      row(cell("丁"), properties: "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>"), columns: 3)
    #expect(try one(rows) == ["T1 2x3: 0,0 甲 | 0,1 乙 | 0,2 丙 | 1,1 丁"])
  }

  @Test func `an old horizontal merge widens the cell before`() throws {
    let rows = table(
      row(cell("甲", "<w:hMerge w:val=\"restart\"/>"), cell("", "<w:hMerge/>"), cell("乙")), columns: 3)
    #expect(try one(rows) == ["T1 1x3: 0,0+1x2 甲 | 0,2 乙"])
    #expect(try one(table(row(cell("甲", "<w:hMerge/>")))) == ["T1 1x1: 0,0 甲"])
  }

  @Test func `text under a merged cell is left out and told`() throws {
    let found = try read(table(row(cell("甲", restart)), row(cell("盖", proceed)), columns: 1))
    #expect(lines(found) == ["T1 2x1: 0,0+2x1 甲"])
    #expect(rules(found) == ["R03"])
  }

  @Test func `a continuing cell that does not say its width is as wide as above`() throws {
    let found = try read(
      table(
        row(cell("甲", span(2) + restart), cell("1")), row(cell("", proceed), cell("2")), columns: 3))
    #expect(lines(found) == ["T1 2x3: 0,0+2x2 甲 | 0,2 1 | 1,2 2"])
    #expect(rules(found) == ["R06"])
  }

  @Test(
    arguments: [
      // Narrower than above, in a full row: the rest stays a blank cell.
      (
        [row(cell("甲", span(2) + restart), cell("1")), row(cell("", proceed), cell("2"), cell("3"))],
        "T1 2x3: 0,0+1x2 甲 | 0,2 1 | 1,0  | 1,1 2 | 1,2 3"
      ),
      // Wider than above: what lies under the cell above belongs to it.
      (
        [row(cell("甲", restart), cell("1"), cell("2")), row(cell("", span(2) + proceed), cell("3"))],
        "T1 2x3: 0,0+2x1 甲 | 0,1 1 | 0,2 2 | 1,1  | 1,2 3"
      ),
      // One cell under two that go on.
      (
        [
          row(cell("甲", restart), cell("乙", restart), cell("1")), row(cell("", span(2) + proceed), cell("2")),
        ],
        "T1 2x3: 0,0+2x1 甲 | 0,1+2x1 乙 | 0,2 1 | 1,2 2"
      ),
      // Two cells under one that goes on.
      (
        [row(cell("甲", span(2) + restart), cell("1")), row(cell("", proceed), cell("", proceed), cell("2"))],
        "T1 2x3: 0,0+2x2 甲 | 0,2 1 | 1,2 2"
      ),
      // Beside the cell above.
      (
        [row(cell("甲", restart), cell("1"), cell("2")), row(cell("3"), cell("孤", proceed), cell("4"))],
        "T1 2x3: 0,0 甲 | 0,1 1 | 0,2 2 | 1,0 3 | 1,1 孤 | 1,2 4"
      ),
    ])
  func `merges that do not fit are repaired`(rows: [String], line: String) throws {
    #expect(try one(table(rows.joined(), columns: 3)) == [line])
  }

  @Test func `a span of two billion costs nothing`() throws {
    let rows = table(
      row(cell("甲", span(2_000_000_000))), row(cell("乙"), cell("丙", span(.max))),
      row(
        cell("丁"),
        properties: "<w:gridBefore w:val=\"2000000000\"/><w:gridAfter w:val=\"99999999999999999999\"/>"),
      columns: 3)
    let found = try read(rows)
    #expect(lines(found) == ["T1 3x3: 0,0+1x3 甲 | 1,0 乙 | 1,1+1x2 丙"])
    #expect(rules(found) == ["R05", "R06"])
  }

  @Test(arguments: ["-5", "0", "x", "", "1.5", "0x10"]) func `a span that is no count is one`(value: String)
    throws
  {
    let rows = table(row(cell("甲", "<w:gridSpan w:val=\"\(value)\"/>"), cell("乙")))
    #expect(try one(rows) == ["T1 1x2: 0,0 甲 | 0,1 乙"])
  }

  @Test func `columns that only spans reach and nobody declared are taken off`() throws {
    let rows = table(row(cell("甲", span(50))), row(cell("乙"), cell("丙")), columns: 2)
    #expect(try one(rows) == ["T1 2x2: 0,0+1x2 甲 | 1,0 乙 | 1,1 丙"])
  }

  @Test func `nested tables stand in their cell, numbered after the outer one`() throws {
    let inner = table(row(cell("内")))
    let holding = "<w:tc>\(paragraph("前"))\(inner)\(paragraph("后"))</w:tc>"
    #expect(
      try one(table(row(holding, cell("外"))) + table(row(cell("另"))))
        == ["T1 1x2: 0,0 前\n后 {T2 1x1: 0,0 内} | 0,1 外", "T3 1x1: 0,0 另"])
  }

  @Test func `nested tables know the text of their cell before them`() throws {
    let inner = [table(row(cell("一"))), table(row(cell("二"))), table(row(cell("三")))]
    let holding =
      "<w:tc>\(paragraph("题"))\(paragraph("年"))\(inner[0])\(inner[1])\(paragraph("又"))\(inner[2])"
      + "\(paragraph("后"))</w:tc>"
    let document = try read(table(row(holding, cell("外"))))
    guard case .table(let outer)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(outer.cells[0].tables.map(\.textBefore) == ["题\n年", nil, "又"])
    #expect(outer.textBefore == nil)
  }

  @Test func `a row that is deleted in tracked changes is left out`() throws {
    let found = try read(table(row(cell("甲")), row(cell("乙"), properties: "<w:del/>"), row(cell("丙"))))
    #expect(lines(found) == ["T1 2x1: 0,0 甲 | 1,0 丙"])
    #expect(rules(found) == ["R04"])
  }

  @Test func `misplaced rows and cells lose their frame, not their text`() throws {
    #expect(try one("<w:tr><w:tc>\(paragraph("甲"))</w:tc></w:tr>") == ["P 甲"])
    #expect(try one("<w:tbl>\(cell("甲"))</w:tbl>") == ["P 甲"])
    #expect(
      try one("<w:p><w:r><w:t>甲</w:t></w:r><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:p>") == ["P 甲", "P 乙"])
  }

  @Test func `rows, columns and cells beyond the limits are left out and told`() throws {
    let rows = table(row(cell("1"), cell("2"), cell("3")), row(cell("4")), row(cell("5")))
    var limits = ReadingLimits()
    limits.rowCountMax = 1
    #expect(lines(try read(rows, limits: limits)) == ["T1 1x3: 0,0 1 | 0,1 2 | 0,2 3"])
    #expect(rules(try read(rows, limits: limits)) == ["R05"])
    limits = ReadingLimits()
    limits.columnCountMax = 2
    #expect(lines(try read(rows, limits: limits)) == ["T1 3x2: 0,0 1 | 0,1 2 | 1,0 4 | 2,0 5"])
    #expect(rules(try read(rows, limits: limits)) == ["R05"])
    limits = ReadingLimits()
    limits.cellCountMax = 4
    #expect(lines(try read(rows, limits: limits)) == ["T1 3x3: 0,0 1 | 0,1 2 | 0,2 3 | 1,0 4"])
    #expect(rules(try read(rows, limits: limits)) == ["R05"])
  }

  @Test func `paragraphs beyond the limit are left out and told`() throws {
    var limits = ReadingLimits()
    limits.cellCountMax = 2
    let found = try read(paragraph("1") + paragraph("") + paragraph("2") + paragraph("3"), limits: limits)
    #expect(lines(found) == ["P 1", "P 2"])
    #expect(rules(found) == ["R05"])
  }

  @Test func `tables nested too deep end in an error`() {
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 120)
    let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 120)
    #expect(throws: ReadingError.limit(name: .depth, value: 256)) { try read(open + close) }
  }

  @Test(arguments: 0..<200) func `random merges keep the law of tables`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let merges = ["", "", restart, proceed, proceed, "<w:hMerge/>"]
    var rows = ""
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      var cells = ""
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let columns = [1, 1, 2, 3, 1_500].randomElement(using: &random) ?? 1
        cells += cell("x", span(columns) + (merges.randomElement(using: &random) ?? ""))
      }
      let before = Int.random(in: 0...2, using: &random)
      rows += row(cells, properties: "<w:gridBefore w:val=\"\(before)\"/>")
    }
    let document = try read(table(rows, columns: Int.random(in: 0...6, using: &random)))
    for case .table(let table) in document.blocks { #expect(table.brokenLaws == []) }
  }
}
