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
    /// Rows that it covers: those of further extras beside it as well.
    var rows = 1
  }

  /// An official row with what is below it.
  struct Line<Content> {
    var slots: [Slot]
    var extras: [Extra<Content>]
    /// Rows that a square of last year covers here.
    var edgeRows: Int
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

  /// The squares below a cell that a row of our own can take: those of its neighbours that are values and end
  /// with the same row; everything else in the row gets longer instead.
  func free(below cell: SheetCell) -> Range<Int> {
    let last = cell.row + cell.rowSpan - 1
    let values = grid.cells.filter { $0.row + $0.rowSpan - 1 == last && Self.isValue($0) }
    var range = cell.column..<(cell.column + cell.columnSpan)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for other in values {
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

  private static func isValue(_ cell: SheetCell) -> Bool {
    !cell.fields.isEmpty || cell.scope == .none && cell.content.role == .body
  }

  /// Rows with their cells and their extras.
  ///
  /// - Parameters:
  ///   - extras: by official row, what stands below it and below which cell.
  ///   - edge: the rows that have a square of their own in a column that is put in at the right; nil for no
  ///     such column.
  func laidOut<Content>(
    _ extras: [Int: [(cell: SheetCell, content: Content)]], edge: Set<Int>?
  ) -> [Line<Content>] {
    let width = grid.columns.count
    var placed: [Int: [Extra<Content>]] = [:]
    for (row, list) in extras {
      var below = list.map { cell, content in
        let columns = free(below: cell)
        let reaches = edge != nil && columns.upperBound == width
        return Extra(content: content, columns: columns, width: columns.count + (reaches ? 1 : 0))
      }
      for place in below.indices {
        below[place].rows += Self.count(
          in: below[(place + 1)...], before: below[place].columns)
      }
      placed[row] = below
    }
    return grid.rows.indices.map { row in
      let slots = byRow[row].map { index -> Slot in
        let cell = grid.cells[index]
        let columns = cell.column..<(cell.column + cell.columnSpan)
        var rows = cell.rowSpan
        for covered in cell.row..<(cell.row + cell.rowSpan) {
          rows += Self.count(in: (placed[covered] ?? [])[...], before: columns)
        }
        // a cell at the edge takes the square of last year where its row has none of its own
        let isAtEdge = columns.upperBound == width && edge.map { !$0.contains(row) } ?? false
        return Slot(cell: cell, rows: rows, columns: cell.columnSpan + (isAtEdge ? 1 : 0))
      }
      let here = placed[row] ?? []
      return Line(
        slots: slots, extras: here, edgeRows: 1 + Self.count(in: here[...], before: width - 1..<width))
    }
  }

  /// How many extras stand beside these columns before the first that stands below them.
  private static func count<Content>(
    in extras: ArraySlice<Extra<Content>>, before columns: Range<Int>
  ) -> Int {
    extras.prefix { !$0.columns.overlaps(columns) }.count
  }
}
