// The laws of a printed page: inside the margins, every text once, borders closed, nothing left alone.
import FormSheets
import TableProbes
import Testing

@testable import SheetPrinting

@Suite struct SheetComposerTests {
  @Test(arguments: 0..<60)
  func `random tables keep within the margins and print every text once`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let grid = PrintingProbes.randomGrid(
      &random, rows: Int.random(in: 1...70, using: &random), longTexts: seed % 2 == 0)
    let paper: Paper = seed % 3 == 0 ? .landscape : .portrait
    let sheet = PrintingProbes.sheet(grid, paper: paper)
    let pages = try PrintingProbes.printer().pages(of: sheet)
    let frame = try #require(PageFrame(paper))
    var words: [String: Int] = [:]
    for page in pages {
      for text in page.texts {
        #expect(text.left >= frame.left && text.left + text.width <= frame.left + frame.innerWidth + 0.01)
        #expect(text.top >= frame.top && text.bottom <= frame.bottom + 0.02)
        for line in text.lines { #expect(text.text.lines[line].width <= text.width + 0.51) }
      }
      for table in page.tables { try expectSound(table) }
      for text in page.texts where text.lines.count == text.text.lines.count {
        words[text.words, default: 0] += 1
      }
    }
    for cell in grid.cells where cell.content.role == .body {
      // Texts that are parted over pages are joined in another test.
      let text = cell.content.text
      if text.count < 60 { #expect(words[text] == 1 || pages.count > 1, "\(text)") }
    }
    let printed = pages.flatMap(\.texts).filter {
      if case .cell(let shape) = $0.part { shape.scope == .none } else { false }
    }
    .map(\.words)
    #expect(
      printed.reduce(0) { $0 + $1.count }
        == grid.cells.dropFirst(grid.columns.count).reduce(0) { $0 + $1.content.text.count })
  }

  /// Texts stand inside of the table, apart from each other, and lines close it on all sides.
  private func expectSound(_ table: PlacedTable) throws {
    let left = try #require(table.rules.map(\.fromX).min())
    let right = try #require(table.rules.map(\.toX).max())
    let top = try #require(table.rules.map(\.fromY).min())
    let bottom = try #require(table.rules.map(\.toY).max())
    for edge in [top, bottom] {
      #expect(table.rules.contains(TableRule(fromX: left, fromY: edge, toX: right, toY: edge)))
    }
    for edge in [left, right] {
      #expect(table.rules.contains(TableRule(fromX: edge, fromY: top, toX: edge, toY: bottom)))
    }
    let boxes = table.rows.flatMap { $0 }.filter { !$0.lines.isEmpty }
    for (index, box) in boxes.enumerated() {
      #expect(box.top >= top && box.bottom <= bottom && box.left > left && box.left + box.width < right)
      for other in boxes[..<index] {
        let isApart =
          box.left >= other.left + other.width || other.left >= box.left + box.width
          || box.top >= other.bottom - 0.01
          || other.top >= box.bottom - 0.01
        #expect(isApart, "\(box.words) and \(other.words)")
      }
      // No line goes through a text.
      for rule in table.rules
      where rule.fromY == rule.toY && rule.fromX < box.left + box.width && rule.toX > box.left {
        #expect(rule.fromY <= box.top + 0.01 || rule.fromY >= box.bottom - 0.01)
      }
    }
  }

  @Test func `sixty rows over three pages split no row and repeat heads and labels`() throws {
    let pages = try PrintingProbes.printer().pages(of: PrintingProbes.form(rows: 60))
    #expect(pages.count == 3)
    for page in pages {
      let words = page.texts.map(\.words)
      for label in ["一级指标", "二级指标", "三级指标", "指标值", "绩效指标"] { #expect(words.count { $0 == label } == 1) }
      for text in page.texts { #expect(text.lines.count == text.text.lines.count) }
      #expect(page.foot != nil && page.mark == "草稿")
    }
    let words = pages.map { Set($0.texts.map(\.words)) }
    for row in 1...60 { #expect(words.count { $0.contains("≥\(row)组") } == 1) }
    // The labels of the rows on both sides of a page's end stand on both pages.
    for (page, next) in zip(words, words.dropFirst()) {
      let shared = page.intersection(next).filter { $0.hasPrefix("一级") && $0 != "一级指标" }
      let last = (1...60).last { page.contains("≥\($0)组") } ?? 0
      #expect(shared == (last % 15 == 0 ? [] : ["一级\((last - 1) / 15 + 1)"]))
    }
    #expect(pages.compactMap(\.foot?.words) == ["第 1 页 共 3 页", "第 2 页 共 3 页", "第 3 页 共 3 页"])
  }

  /// Lines that leave room for so many more on a page.
  private func filler(leaving count: Int) -> [SheetBlock] {
    // A line takes 13.65 points and 3 behind it, of some 734 between the margins.
    Array(repeating: .line(SheetLine([SheetText("行")])), count: 44 - count)
  }

  @Test func `a title is not left behind by its table`() throws {
    var grid = SheetGrid(columns: [100])
    for row in 0..<3 { grid.addRow([SheetPiece("r\(row)")], row: SheetRow(isHead: row == 0, height: 100)) }
    let blocks =
      filler(leaving: 5) + [
        .line(SheetLine([SheetText("附表", role: .title)])), .line(SheetLine([SheetText("单位：万元")])),
        .grid(grid),
      ]
    let pages = try PrintingProbes.printer().pages(of: FormSheet(title: "", blocks: blocks))
    #expect(pages.count == 2)
    #expect(pages.last?.texts.map(\.words) == ["附表", "单位：万元", "r0", "r1", "r2"])
  }

  @Test func `a paragraph longer than a page goes on`() throws {
    let text = String(repeating: "说明事项，", count: 800)
    let sheet = FormSheet(title: "", blocks: [.line(SheetLine([SheetText(text)]))])
    let pages = try PrintingProbes.printer().pages(of: sheet)
    #expect(pages.count == 2)
    #expect(pages.flatMap(\.texts).map(\.words).joined() == text)
  }

  @Test func `parts of a line share the width`() throws {
    let line = SheetLine([
      SheetText("甲"), SheetText("乙", alignment: .center), SheetText("丙", alignment: .end),
    ])
    let page = try #require(
      try PrintingProbes.printer().pages(of: FormSheet(title: "", blocks: [.line(line)])).first)
    let frame = try #require(PageFrame(.portrait))
    let starts = page.texts.map { $0.start(of: 0) }
    #expect(abs(starts[0] - frame.left) < 0.01)
    #expect(abs(starts[1] + 5.25 - (frame.left + frame.innerWidth / 2)) < 0.1)
    #expect(abs(starts[2] + 10.5 - (frame.left + frame.innerWidth)) < 0.1)
  }

  @Test func `a page break begins a page, and none begins twice`() throws {
    let line = SheetBlock.line(SheetLine([SheetText("文")]))
    let blocks: [SheetBlock] = [.pageBreak, line, .pageBreak, .pageBreak, line, .pageBreak]
    #expect(try PrintingProbes.printer().pages(of: FormSheet(title: "", blocks: blocks)).count == 2)
    #expect(try PrintingProbes.printer().pages(of: FormSheet(title: "", blocks: [])).count == 1)
  }

  @Test(arguments: [
    Paper(width: 0, height: 0, top: 0, bottom: 0, side: 0),
    Paper(width: 2100, height: 2970, top: 200, bottom: 180, side: 1040),
    Paper(width: 2100, height: 300, top: 200, bottom: 180, side: 0),
    Paper(width: Int.max / 4, height: 2970, top: 0, bottom: 0, side: 0),
  ])
  func `paper without room is refused`(paper: Paper) throws {
    let printer = try PrintingProbes.printer()
    #expect(throws: PrintingError.unusablePaper(sheet: 0)) {
      try printer.pdf([FormSheet(title: "", paper: paper, blocks: [])], PrintingProbes.properties)
    }
  }
}
