// Ruling lines as programs print them become grids.
import Testing

@testable import PDFPages

@Suite struct RulingLinesTests {
  private func grid(_ horizontal: [(Double, Double, Double)], _ vertical: [(Double, Double, Double)])
    -> RuledTable?
  {
    let lines = RulingLines(
      horizontal: horizontal.map { Rule(position: $0.0, from: $0.1, to: $0.2) },
      vertical: vertical.map { Rule(position: $0.0, from: $0.1, to: $0.2) })
    guard let figure = lines.figures().first else { return nil }
    return RuledTable(horizontal: figure.horizontal, vertical: figure.vertical)
  }

  @Test func `two lines each way make one cell`() throws {
    let table = try #require(grid([(10, 0, 100), (30, 0, 100)], [(0, 10, 30), (100, 10, 30)]))
    #expect(table.regions.count == 1)
  }

  @Test func `doubled and broken lines are one line`() throws {
    let table = try #require(
      grid(
        [(10, 0, 100), (11.5, 0, 100), (30, 0, 48), (30.2, 50, 100), (50, 0, 100)],
        [(0, 10, 50), (50, 10, 50), (100, 10, 50)]))
    #expect(table.rowCount == 2)
    #expect(table.columnCount == 2)
    #expect(table.regions.count == 4)
  }

  @Test func `a missing piece of a line merges two cells`() throws {
    let table = try #require(
      grid([(0, 0, 100), (20, 50, 100), (40, 0, 100)], [(0, 0, 40), (50, 0, 40), (100, 0, 40)]))
    #expect(table.regions.count == 3)
    #expect(table.regions.first { $0.column == 0 }?.rowSpan == 2)
    #expect(table.region(atX: 10, y: 30) == table.region(atX: 10, y: 10))
    #expect(table.region(atX: 60, y: 30) != table.region(atX: 60, y: 10))
  }

  @Test func `a table without its outer sides is closed`() throws {
    let table = try #require(grid([(0, 0, 100), (20, 0, 100), (40, 0, 100)], [(50, 0, 40)]))
    #expect(table.columnCount == 2)
    #expect(table.regions.count == 4)
  }

  @Test func `figures that do not meet are apart`() {
    let lines = RulingLines(
      horizontal: [Rule(position: 0, from: 0, to: 50), Rule(position: 100, from: 0, to: 50)],
      vertical: [Rule(position: 0, from: 0, to: 20), Rule(position: 50, from: 90, to: 120)])
    #expect(lines.figures().count == 2)
  }
}
