// Columns fill the paper exactly, and none becomes too narrow for a character.
import TableProbes
import Testing

@testable import SheetPrinting

@Suite struct ColumnWidthsTests {
  @Test func `widths are scaled in proportion`() {
    let widths = ColumnWidths([100, 200, 100], total: 400, least: 16)
    #expect(widths.edges == [0, 100, 300, 400])
    #expect(widths.scale == 1)
  }

  @Test func `a narrow column keeps room for a character at the cost of the others`() {
    let widths = ColumnWidths([1, 999], total: 400, least: 16)
    #expect(widths.edges == [0, 16, 400])
  }

  @Test func `more columns than fit make the letters smaller`() {
    let widths = ColumnWidths(Array(repeating: 10, count: 50), total: 400, least: 16)
    #expect(widths.scale == 0.5)
    #expect(widths.edges.count == 51)
  }

  @Test(arguments: [[], [0], [-5, 3], [Int.max, Int.max, 1]])
  func `whatever the widths are, the columns fill the paper`(columns: [Int]) {
    let widths = ColumnWidths(columns, total: 400, least: 16)
    #expect(widths.edges.count == columns.count + 1)
    #expect(widths.edges.last == (columns.isEmpty ? 0 : 400))
  }

  @Test(arguments: 0..<50)
  func `edges rise and no column is narrower than asked`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let columns = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      Int.random(in: 1...2_000, using: &random)
    }
    let widths = ColumnWidths(columns, total: 480, least: 16)
    for (left, right) in zip(widths.edges, widths.edges.dropFirst()) { #expect(right - left > 15.99) }
    #expect(widths.edges.last == 480)
  }
}
