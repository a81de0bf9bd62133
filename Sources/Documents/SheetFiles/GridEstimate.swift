// What can be told of a table on its paper before any program lays it out.
internal import FormSheets

/// Heights of rows, and what follows from them where a table is longer than a page.
struct GridEstimate {
  let rows: RowHeights
  let pageHeight: Int
  /// Whether the table, with a title above it, does not fit on one page.
  let isLong: Bool
  private let grid: SheetGrid

  /// Room for a title and its lines, in twips.
  private static let titleHeight = 1_300

  init(_ grid: SheetGrid, on paper: Paper) {
    self.grid = grid
    rows = RowHeights(grid, ColumnEdges(grid.columns, whole: max(paper.innerWidth, grid.columns.count)))
    pageHeight = Twips.of(tenths: paper.innerHeight)
    isLong = rows.heights.reduce(0, +) + Self.titleHeight > pageHeight
  }

  /// Whether a row is so high that it has to be split.
  func isBeyondPage(_ row: Int) -> Bool { rows.heights[row] >= pageHeight }

  /// Whether a cell over several rows will likely be cut by the end of a page: its label stands at the top,
  /// where a centred one could be cut in two.
  func isTall(_ cell: SheetCell) -> Bool {
    guard isLong, cell.rowSpan > 1 else { return false }
    return rows.heights[cell.row..<cell.row + cell.rowSpan].reduce(0, +) > pageHeight / 3
  }

  /// For each row, whether it must not be the last on a page: where the sheet says so, and where a label
  /// begins that needs more room than the row has, so that it is not cut in two.
  var keepsWithNext: [Bool] {
    var keeps = grid.rows.map(\.keepsWithNext)
    for cell in grid.cells where cell.rowSpan > 1 && !cell.content.text.isEmpty && !keeps[cell.row] {
      keeps[cell.row] = rows.needs(of: cell) > rows.heights[cell.row]
    }
    return keeps
  }

  /// The table cut before each run of head rows in its midst, never through a cell: programs repeat head rows
  /// at the top of a table only. A table that fits on a page stays whole.
  var parts: [Range<Int>] {
    let count = grid.rows.count
    guard isLong else { return [0..<count] }
    var isCrossed = [Bool](repeating: false, count: count)
    for cell in grid.cells {
      for edge in cell.row + 1..<max(cell.row + 1, cell.row + cell.rowSpan) { isCrossed[edge] = true }
    }
    var parts: [Range<Int>] = []
    var start = 0
    for row in 1..<max(1, count) where grid.rows[row].isHead && !grid.rows[row - 1].isHead && !isCrossed[row]
    {
      parts.append(start..<row)
      start = row
    }
    parts.append(start..<count)
    return parts
  }
}

extension SheetGrid {
  /// How many rows at the top of a part every page can repeat: its head rows, where no cell reaches out of
  /// them and other rows follow.
  func repeatedHeads(in rows: Range<Int>) -> Range<Int> {
    let end = rows.first { !self.rows[$0].isHead } ?? rows.upperBound
    let heads = rows.lowerBound..<end
    guard end < rows.upperBound else { return rows.lowerBound..<rows.lowerBound }
    let isWhole = !cells.contains { heads.contains($0.row) && $0.row + $0.rowSpan > end }
    return isWhole ? heads : rows.lowerBound..<rows.lowerBound
  }
}
