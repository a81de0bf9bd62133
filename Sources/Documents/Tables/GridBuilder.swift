// Lays cells given row by row on a grid, as a browser does, so that spans of any size end in a sound table.

/// Builds the grid of a table whose rows are lists of cells with spans (HTML tables, and formats like them).
///
/// A cell takes the first free square of its row; a column span ends before a square that a cell of an
/// earlier row covers; a row span ends with the table or with its row group. So the law of `Table` holds
/// whatever the spans say, and a span of two billion costs no more than a span of one.
///
/// Example: `startRow()`, `addCell(rowSpan: 2, …"A")`, `addCell(…"B")`, `startRow()`, `addCell(…"C")` puts C
/// under B.
package struct GridBuilder: Sendable {
  /// The limit that made the builder leave cells out or cut spans, if one did.
  package private(set) var limitReached: ReadingError.Limit?
  /// How many cells are laid so far; a reader adds them up over all tables of a document.
  package var cellCount: Int { cells.count }
  /// How many rows have been started and kept.
  package private(set) var rowCount = 0

  private let rowCountMax: Int
  private let columnCountMax: Int
  private let cellCountMax: Int
  private var cells: [Cell] = []
  /// One past the last column that a cell with a believable span reaches.
  private var columnCount = 0
  /// Cells whose column span was beyond the limit: they reach to the table's edge, known at the end only.
  private var edgeCells: [Int] = []
  /// Column ranges that cells of earlier rows still cover, sorted by column, never overlapping.
  private var covered: [Covered] = []
  /// Ranges that cells of the current row open for the rows below, sorted by column.
  private var opened: [Covered] = []
  /// The first column of the current row that is not decided yet, and the covered range that comes next.
  private var nextColumn = 0
  private var nextCovered = 0
  /// The first row count at which a covered range ends; rows before it need no look at the ranges.
  private var nextEnd = Int.max
  private var rowState = RowState.none

  private enum RowState { case none, open, leftOut }

  private struct Covered: Sendable {
    var columns: Range<Int>
    /// One past the last row covered; `Int.max` while it reaches to the end of the row group.
    var rowEnd: Int
    var cell: Int
  }

  /// - Parameter cellCount: cells of the document's other tables, which count against the same limit.
  package init(limits: ReadingLimits = .init(), cellsElsewhere cellCount: Int = 0) {
    rowCountMax = max(1, limits.rowCountMax)
    columnCountMax = max(1, limits.columnCountMax)
    cellCountMax = max(0, limits.cellCountMax - min(max(0, cellCount), limits.cellCountMax))
  }

  /// Begins the next row. Rows beyond the limit are left out with all their cells.
  package mutating func startRow() {
    settleCovered()
    guard rowCount < rowCountMax else {
      limitReached = limitReached ?? .rowCount
      rowState = .leftOut
      return
    }
    rowState = .open
    rowCount += 1
  }

  /// Lays one cell on the current row; where none is open it begins one.
  ///
  /// - Parameters:
  /// - rowSpan: rows it covers; 0 or less means to the end of the row group, as HTML says for `rowspan="0"`.
  ///   - columnSpan: columns it covers; less than 1 counts as 1, beyond the limit as "to the table's edge".
  /// - Returns: false when the cell was left out because a limit is reached.
  @discardableResult
  package mutating func addCell(
    rowSpan: Int = 1, columnSpan: Int = 1, text: String, tables: [Table] = []
  ) -> Bool {
    if rowState == .none { startRow() }
    if rowState == .leftOut { return false }
    guard cells.count < cellCountMax else {
      limitReached = limitReached ?? .cellCount
      return false
    }
    let free = freeColumns()
    guard let column = free.first else {
      limitReached = limitReached ?? .columnCount
      return false
    }
    let row = rowCount - 1
    let width = min(max(1, columnSpan), free.count)
    if columnSpan > columnCountMax, free.upperBound == columnCountMax {
      edgeCells.append(cells.count)
      limitReached = limitReached ?? .columnCount
      columnCount = max(columnCount, column + 1)
    } else {
      columnCount = max(columnCount, column + width)
    }
    nextColumn = column + width
    if rowSpan != 1 {
      let (end, isBeyond) = row.addingReportingOverflow(rowSpan)
      let rowEnd = rowSpan < 1 || isBeyond ? Int.max : end
      opened.append(Covered(columns: column..<column + width, rowEnd: rowEnd, cell: cells.count))
    }
    cells.append(Cell(row: row, column: column, columnSpan: width, text: text, tables: tables))
    return true
  }

  /// Ends a row group (`</tbody>`): row spans do not reach beyond it.
  package mutating func endRowGroup() {
    settleCovered()
    for range in covered { close(range, at: rowCount) }
    covered.removeAll(keepingCapacity: true)
    nextEnd = Int.max
    rowState = .none
  }

  /// The finished table; the builder is used up.
  ///
  /// - Parameter number: the running number of the table in the document, from 1.
  package mutating func finish(number: Int, sheet: String? = nil, page: Int? = nil) -> Table {
    endRowGroup()
    for index in edgeCells {
      cells[index].columnSpan = max(1, columnCount - cells[index].column)
    }
    return Table(
      sheet: sheet, page: page, number: number, rowCount: rowCount, columnCount: columnCount, cells: cells)
  }

  /// The free columns of the current row from the next undecided one on, up to a covered square or the limit.
  private mutating func freeColumns() -> Range<Int> {
    while nextCovered < covered.count, covered[nextCovered].columns.lowerBound <= nextColumn {
      nextColumn = max(nextColumn, covered[nextCovered].columns.upperBound)
      nextCovered += 1
    }
    let end = nextCovered < covered.count ? covered[nextCovered].columns.lowerBound : columnCountMax
    return nextColumn..<max(nextColumn, end)
  }

  /// Between two rows: ranges that end are closed, ranges that the last row opened come in, by column.
  private mutating func settleCovered() {
    nextColumn = 0
    nextCovered = 0
    if opened.isEmpty, nextEnd > rowCount { return }
    var kept: [Covered] = []
    kept.reserveCapacity(covered.count + opened.count)
    nextEnd = Int.max
    var next = 0
    for range in covered {
      while next < opened.count, opened[next].columns.lowerBound < range.columns.lowerBound {
        kept.append(opened[next])
        next += 1
      }
      if range.rowEnd > rowCount { kept.append(range) } else { close(range, at: rowCount) }
    }
    kept.append(contentsOf: opened[next...])
    for range in kept { nextEnd = min(nextEnd, range.rowEnd) }
    covered = kept
    opened.removeAll(keepingCapacity: true)
  }

  /// Gives a cell its row span once the row where it ends is known.
  private mutating func close(_ range: Covered, at rowEnd: Int) {
    let end = min(range.rowEnd, rowEnd)
    cells[range.cell].rowSpan = max(1, end - cells[range.cell].row)
  }
}
