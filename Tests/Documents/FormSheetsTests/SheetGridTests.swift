// The grid that layouts fill row by row: every square is covered once, whatever the spans.
import Testing

@testable import FormSheets

@Suite struct SheetGridTests {
  @Test func `cells go to the squares that spans from above leave`() {
    var grid = SheetGrid(columns: [100, 100, 100])
    grid.addRow([SheetPiece("产出", rows: 2), SheetPiece("甲"), SheetPiece("1")])
    grid.addRow([SheetPiece("乙"), SheetPiece("2")])
    grid.close()
    #expect(grid.cells.map { [$0.row, $0.column] } == [[0, 0], [0, 1], [0, 2], [1, 1], [1, 2]])
    #expect(coverage(grid) == [[1, 1, 1], [1, 1, 1]])
  }

  @Test(arguments: [1, 2, 3, 9])
  func `a span is cut where the grid ends or another cell stands`(span: Int) {
    var grid = SheetGrid(columns: [100, 100, 100])
    grid.addRow([SheetPiece("a"), SheetPiece("b", rows: span), SheetPiece("c", columns: span)])
    grid.addRow([SheetPiece("d", columns: span)])
    grid.close()
    #expect(coverage(grid) == [[1, 1, 1], [1, 1, 1]])
  }

  @Test func `squares without a piece become blank cells and pieces too many are left out`() {
    var grid = SheetGrid(columns: [100, 100])
    grid.addRow([])
    grid.addRow([SheetPiece("a"), SheetPiece("b"), SheetPiece("c")])
    #expect(coverage(grid) == [[1, 1], [1, 1]])
    #expect(grid.cells.map(\.content.text) == ["", "", "a", "b"])
  }

  /// How many cells cover each square.
  private func coverage(_ grid: SheetGrid) -> [[Int]] {
    var counts = Array(repeating: Array(repeating: 0, count: grid.columns.count), count: grid.rows.count)
    for cell in grid.cells {
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan) { counts[row][column] += 1 }
      }
    }
    return counts
  }
}
