// The rows of an official table with rows of our own between them: sums and remarks below their cells.
import FormSheets

/// A table whose spans already count the rows and the column that are put in.
struct SheetRows {
  /// A cell in its place.
  struct Slot {
    var cell: SheetCell
    var rows: Int
    var columns: Int
  }

  /// A row of our own below an official one.
  struct Extra<Content> {
    var content: Content
    var columns: Range<Int>
    /// Squares that it covers, the column of last year included where it reaches the edge.
    var width: Int
    /// True where the column of last year needs a square of its own beside it.
    var leavesEdge: Bool
  }

  let grid: SheetGrid
  /// The number of the official row → which cells, from left to right.
  private(set) var byRow: [[Int]]

  init(_ grid: SheetGrid) {
    self.grid = grid
    byRow = Array(repeating: [], count: grid.rows.count)
    for (index, cell) in grid.cells.enumerated() where byRow.indices.contains(cell.row) {
      byRow[cell.row].append(index)
    }
  }

  /// The squares below a cell that a row of our own can take: those of its neighbours that are values of this
  /// row alone; everything else in the row gets longer instead.
  func free(below cell: SheetCell) -> Range<Int> {
    var range = cell.column..<(cell.column + cell.columnSpan)
    let row = byRow[cell.row].map { grid.cells[$0] }.filter(Self.isOneRowValue)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for other in row {
        let end = other.column + other.columnSpan
        if end == range.lowerBound {
          range = other.column..<range.upperBound
          isGrowing = true
        } else if other.column == range.upperBound {
          range = range.lowerBound..<end
          isGrowing = true
        }
      }
    }
    return range
  }

  private static func isOneRowValue(_ cell: SheetCell) -> Bool {
    cell.rowSpan == 1 && cell.scope == .none && cell.content.role == .body
  }

  /// Rows with their cells and their extras.
  ///
  /// - Parameters:
  ///   - extras: by official row, what stands below it and below which cell; a cell that spans rows of
  ///     others gets none.
  ///   - hasEdge: whether a column is put in at the right; the rows that have a square in it.
  func laidOut<Content>(
    _ extras: [Int: [(cell: SheetCell, content: Content)]], edge: Set<Int>?
  ) -> [(slots: [Slot], extras: [Extra<Content>], edgeRows: Int)] {
    let width = grid.columns.count
    var placed: [Int: [Extra<Content>]] = [:]
    for (row, list) in extras {
      placed[row] = list.map { cell, content in
        let columns = free(below: cell)
        let reaches = columns.upperBound == width
        return Extra(
          content: content, columns: columns, width: columns.count + (edge != nil && reaches ? 1 : 0),
          leavesEdge: edge != nil && !reaches)
      }
    }
    return grid.rows.indices.map { row in
      let slots = byRow[row].map { index -> Slot in
        let cell = grid.cells[index]
        let columns = cell.column..<(cell.column + cell.columnSpan)
        var rows = cell.rowSpan
        for covered in cell.row..<(cell.row + cell.rowSpan) {
          for extra in placed[covered] ?? [] where !extra.columns.overlaps(columns) { rows += 1 }
        }
        // a cell at the edge takes the square of last year where its row has none of its own
        let isAtEdge = columns.upperBound == width && edge.map { !$0.contains(row) } ?? false
        return Slot(cell: cell, rows: rows, columns: cell.columnSpan + (isAtEdge ? 1 : 0))
      }
      let here = placed[row] ?? []
      return (slots, here, 1 + here.count { $0.leavesEdge })
    }
  }
}
