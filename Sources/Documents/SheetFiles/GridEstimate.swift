// What can be told of a table on its paper before any program lays it out.
internal import FormSheets

/// Heights of rows, and what follows from them where a table is longer than a page.
struct GridEstimate {
  let rows: RowHeights
  let pageHeight: Int
  /// Whether the table, with a title above it, does not fit on one page.
  let isLong: Bool
  private let grid: SheetGrid
  /// Where rows begin and the last one ends, from the top of the first page.
  private let tops: [Int]

  /// Room for a title and its lines, in twips.
  private static let titleHeight = 1_300

  init(_ grid: SheetGrid, on paper: Paper) {
    self.grid = grid
    rows = RowHeights(grid, ColumnEdges(grid.columns, whole: max(paper.innerWidth, grid.columns.count)))
    pageHeight = Twips.of(tenths: paper.innerHeight)
    tops = rows.heights.reduce(into: [Self.titleHeight]) { $0.append(($0.last ?? 0) + $1) }
    isLong = (tops.last ?? 0) > pageHeight
  }

  /// Whether a row is so high that it has to be split.
  func isBeyondPage(_ row: Int) -> Bool { rows.heights[row] >= pageHeight }

  /// The least height to ask for where rows grow with their own text, in twips.
  func leastHeight(_ row: Int) -> Int {
    let height = rows.isWidened[row] ? rows.heights[row] : Twips.of(tenths: RowHeights.least(grid.rows[row]))
    return min(height, pageHeight)
  }

  /// Whether a cell over several rows may be cut by the end of a page: its text stands at the top, where a
  /// centred one could be cut in two. Pages end where the estimate says, or a tenth of a page from there.
  func isTall(_ cell: SheetCell) -> Bool {
    guard isLong, cell.rowSpan > 1 else { return false }
    let doubt = pageHeight / 10
    let top = max(0, tops[cell.row] - doubt)
    let bottom = tops[cell.row + cell.rowSpan] + doubt
    return bottom / pageHeight > top / pageHeight
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

  /// The table cut before each run of head rows in its midst that every page can then repeat, never through a
  /// cell: programs repeat head rows at the top of a table only. A table that fits on a page stays whole.
  var parts: [Range<Int>] {
    let count = grid.rows.count
    guard isLong else { return [0..<count] }
    var isCrossed = [Bool](repeating: false, count: count)
    for cell in grid.cells {
      for edge in cell.row + 1..<max(cell.row + 1, cell.row + cell.rowSpan) { isCrossed[edge] = true }
    }
    var parts: [Range<Int>] = []
    var start = 0
    for row in 1..<max(1, count) where grid.rows[row].isHead && !grid.rows[row - 1].isHead {
      guard !isCrossed[row], !grid.repeatedHeads(in: row..<count).isEmpty else { continue }
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
