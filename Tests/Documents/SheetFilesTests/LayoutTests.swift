// What is told of texts, columns and rows before a program lays them out.
import FormSheets
import TableProbes
import Testing

@testable import SheetFiles

@Suite struct LayoutTests {
  @Test(arguments: [
    ("", 400, 1), ("甲乙丙丁", 400, 1), ("甲乙丙丁戊", 400, 2), ("甲\n乙", 400, 2), ("\n\n", 400, 3),
    // A closing mark takes the character before it along.
    ("甲乙丙丁。", 400, 2), ("甲乙丙丁。戊己", 400, 2), ("甲乙丙丁。戊己庚", 400, 3), ("甲乙丙丁。戊己庚辛", 400, 3),
    // An opening mark goes with the character after it.
    ("甲乙丙（丁戊己", 400, 2), ("甲乙丙丁（戊）己", 400, 2),
    // Words stay whole where they can.
    ("abc def", 400, 1), ("abc def ghi", 400, 2), ("abcdefghijklmnop", 400, 3), ("甲abcdef乙", 400, 3),
    ("12345678901234567890", 400, 3), ("\u{202E}\u{200F}甲", 100, 1),
  ]) func `lines are counted as programs break them`(text: String, width: Int, lines: Int) {
    #expect(TextMeasure.lineCount(text, width: width) == lines)
  }

  @Test func `a line holds a character however narrow it is`() {
    for width in [Int.min / 2, -1, 0, 1, 99] {
      #expect(TextMeasure.lineCount("甲乙丙", width: width) == 3)
    }
  }

  @Test func `no text needs more lines in a wider column`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let letters = Array("甲乙，。（）abc 12%\n").map(String.init)
      let text = (0..<60).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
      // Not always fewer: a pair that just fits may part otherwise. Twice the width never needs more.
      for width in stride(from: 200, through: 2_000, by: 100) {
        #expect(TextMeasure.lineCount(text, width: 2 * width) <= TextMeasure.lineCount(text, width: width))
      }
    }
  }

  @Test func `columns fill the width, each with a part of it`() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let columns = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        Int.random(in: 1...1_000_000, using: &generator)
      }
      let whole = Int.random(in: columns.count...3_000, using: &generator)
      let edges = ColumnEdges(columns, whole: whole).edges
      #expect(edges.first == 0 && edges.last == whole && edges.count == columns.count + 1)
      #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `columns of their share are exact`() {
    #expect(ColumnEdges([1, 1, 2], whole: 400).edges == [0, 100, 200, 400])
    #expect(ColumnEdges([1, 1_000_000, 1], whole: 10).edges == [0, 1, 9, 10])
  }

  @Test(arguments: UInt64(1)...200) func `tables that share a worksheet keep each of their columns`(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    var shared = SharedColumns(width: 1_740)
    let tables = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (0..<Int.random(in: 1...12, using: &generator)).map { _ in Int.random(in: 1...600, using: &generator) }
    }
    for columns in tables { shared.add(columns) }
    shared.close(countMin: 1)
    #expect(shared.edges.first == 0 && shared.edges.last == 1_740)
    for (columns, places) in zip(tables, shared.places) {
      #expect(places.count == columns.count + 1)
      #expect(places.first == 0 && places.last == shared.edges.count - 1)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `rows share what a cell over several of them needs`() {
    var grid = SheetGrid(columns: [500, 500])
    grid.addRow([SheetPiece(String(repeating: "长", count: 400), rows: 3), SheetPiece("一")])
    grid.addRow([SheetPiece("二\n二\n二")])
    grid.addRow([SheetPiece("三")])
    grid.close()
    let rows = RowHeights(grid, ColumnEdges(grid.columns, whole: 1_740))
    #expect(rows.isWidened == [true, true, true])
    #expect(rows.heights[0] == rows.heights[2])
    #expect(rows.heights[1] > rows.heights[0])
    #expect(rows.heights.reduce(0, +) >= rows.needs(of: grid.cells[0]))
    let estimate = GridEstimate(grid, on: .portrait)
    #expect(estimate.keepsWithNext == [true, false, false])
    #expect((0..<3).map { estimate.leastHeight($0) } == rows.heights)
  }

  @Test func `a table is cut only where heads can be repeated`() {
    func grid(labelRows: Int, filler: Int) -> SheetGrid {
      var grid = SheetGrid(columns: [200, 800])
      for _ in 0..<filler { grid.addRow([SheetPiece("项"), SheetPiece("值")]) }
      grid.addRow(
        [SheetPiece("签", rows: labelRows), SheetPiece("栏", role: .head)], row: SheetRow(isHead: true))
      for _ in 0..<30 { grid.addRow([SheetPiece("值")] + (labelRows > 1 ? [] : [SheetPiece("值")])) }
      grid.close()
      return grid
    }
    #expect(GridEstimate(grid(labelRows: 1, filler: 10), on: .portrait).parts == [0..<10, 10..<41])
    // The label reaches out of the head.
    #expect(GridEstimate(grid(labelRows: 31, filler: 10), on: .portrait).parts == [0..<41])
    #expect(GridEstimate(grid(labelRows: 1, filler: 0), on: .portrait).parts == [0..<31])
    let tall = Paper(width: 2_100, height: 5_000, top: 100, bottom: 100, side: 100)
    #expect(GridEstimate(grid(labelRows: 1, filler: 10), on: tall).parts == [0..<41])
  }
}
