// The grid of tables given row by row: placing, spans, overlaps, limits, the law on random input.
import TableProbes
import Tables
import Testing

@Suite struct GridBuilderTests {
  /// Rows of (row span, column span), as a page gives them; texts are the running numbers of the cells.
  private func table(
    _ rows: [[(Int, Int)]], limits: ReadingLimits = .init()
  ) -> (table: Table, limit: ReadingError.Limit?) {
    var builder = GridBuilder(limits: limits)
    var number = 0
    for row in rows {
      builder.startRow()
      for (rowSpan, columnSpan) in row {
        builder.addCell(rowSpan: rowSpan, columnSpan: columnSpan, text: "\(number)")
        number += 1
      }
    }
    let table = builder.finish(number: 1)
    return (table, builder.limitReached)
  }

  private func places(_ table: Table) -> [String] {
    table.cells.map { "\($0.text)@\($0.row),\($0.column)+\($0.rowSpan)x\($0.columnSpan)" }
  }

  @Test func `cells take the first free square of their row`() {
    let (table, limit) = table([[(2, 1), (1, 2)], [(1, 1), (1, 1)], [(1, 3)]])
    #expect(places(table) == ["0@0,0+2x1", "1@0,1+1x2", "2@1,1+1x1", "3@1,2+1x1", "4@2,0+1x3"])
    #expect(table.rowCount == 3 && table.columnCount == 3)
    #expect(limit == nil)
  }

  @Test func `a row span ends with the table`() {
    #expect(places(table([[(9, 1), (1, 1)], [(1, 1)]]).table) == ["0@0,0+2x1", "1@0,1+1x1", "2@1,1+1x1"])
  }

  @Test func `a row span of zero reaches to the end of the row group`() {
    var builder = GridBuilder()
    builder.startRow()
    builder.addCell(rowSpan: 0, text: "a")
    builder.startRow()
    builder.addCell(text: "b")
    builder.endRowGroup()
    builder.startRow()
    builder.addCell(text: "c")
    let table = builder.finish(number: 1)
    #expect(places(table) == ["a@0,0+2x1", "b@1,1+1x1", "c@2,0+1x1"])
  }

  @Test func `a column span ends before a square that is covered from above`() {
    let found = places(table([[(1, 1), (2, 1)], [(1, 5), (1, 1)]]).table)
    #expect(found == ["0@0,0+1x1", "1@0,1+2x1", "2@1,0+1x1", "3@1,2+1x1"])
  }

  @Test func `a span of two billion costs nothing and reaches to the edge`() {
    let (table, limit) = table([[(1, 2_000_000_000)], [(2_000_000_000, 1), (1, 1), (1, 1)], [(1, Int.max)]])
    #expect(places(table) == ["0@0,0+1x3", "1@1,0+2x1", "2@1,1+1x1", "3@1,2+1x1", "4@2,1+1x2"])
    #expect(table.columnCount == 3)
    #expect(limit == .columnCount)
  }

  @Test(arguments: [Int.min, -1, 0, 1]) func `a column span below one counts as one`(span: Int) {
    #expect(places(table([[(1, span), (1, 1)]]).table) == ["0@0,0+1x1", "1@0,1+1x1"])
  }

  @Test func `the largest row span does not overflow`() {
    #expect(places(table([[(1, 1)], [(Int.max, 1)], []]).table) == ["0@0,0+1x1", "1@1,0+2x1"])
  }

  @Test func `a cell without a row begins one`() {
    var builder = GridBuilder()
    builder.addCell(text: "a")
    builder.endRowGroup()
    builder.addCell(text: "b")
    let table = builder.finish(number: 1)
    #expect(places(table) == ["a@0,0+1x1", "b@1,0+1x1"])
  }

  @Test func `rows, columns and cells beyond the limits are left out and told`() {
    var limits = ReadingLimits()
    limits.rowCountMax = 2
    #expect(table([[(1, 1)], [(5, 1)], [(1, 1)]], limits: limits).limit == .rowCount)
    #expect(
      places(table([[(1, 1)], [(5, 1)], [(1, 1)]], limits: limits).table) == ["0@0,0+1x1", "1@1,0+1x1"])
    limits = ReadingLimits()
    limits.columnCountMax = 2
    #expect(table([[(1, 1), (1, 1), (1, 1)]], limits: limits).limit == .columnCount)
    #expect(table([[(1, 1), (1, 1), (1, 1)]], limits: limits).table.columnCount == 2)
    limits = ReadingLimits()
    limits.cellCountMax = 2
    #expect(table([[(1, 1)], [(1, 1)], [(1, 1)]], limits: limits).limit == .cellCount)
    #expect(table([[(1, 1)], [(1, 1)], [(1, 1)]], limits: limits).table.cells.count == 2)
  }

  @Test func `cells of other tables count against the same limit`() {
    var limits = ReadingLimits()
    limits.cellCountMax = 3
    var builder = GridBuilder(limits: limits, cellsElsewhere: 2)
    let (first, second) = (builder.addCell(text: "a"), builder.addCell(text: "b"))
    #expect(first && !second)
    var full = GridBuilder(limits: limits, cellsElsewhere: Int.max)
    let isKept = full.addCell(text: "c")
    #expect(!isKept)
  }

  @Test func `an empty table has no rows`() {
    var builder = GridBuilder()
    let table = builder.finish(number: 4)
    #expect(table == Table(number: 4, rowCount: 0, columnCount: 0, cells: []))
  }

  @Test(arguments: 0..<300) func `cells are sorted, inside the grid and never overlap`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let spans = [1, 1, 1, 2, 3, 7, 0, -4, 2_000_000_000, Int.max]
    var builder = GridBuilder()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: builder.endRowGroup()
      default:
        builder.startRow()
        for _ in 0..<Int.random(in: 0..<7, using: &random) {
          let rowSpan = spans.randomElement(using: &random) ?? 1
          builder.addCell(rowSpan: rowSpan, columnSpan: spans.randomElement(using: &random) ?? 1, text: "x")
        }
      }
    }
    let table = builder.finish(number: 1)
    #expect(table.brokenLaws == [])
  }
}
