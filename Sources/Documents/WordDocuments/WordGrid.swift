// The grid of a Word table: rows with their own column spans, vertical merges told cell by cell.
internal import Tables

/// Builds a table row by row; at the end of a row its vertical merges are tied to the cells above.
///
/// Word says of every cell how many grid columns it takes and whether it continues the cell above. Files in
/// which these do not fit together are common; what cannot be tied becomes a cell of its own, so the law of
/// `Table` holds.
struct WordGrid {
  enum Merge { case none, restart, proceed }

  /// True once something that did not fit had to be repaired.
  private(set) var isRepaired = false
  /// True once text in a square that a merged cell covers was left out: nobody sees it in print either.
  private(set) var hasCoveredText = false
  /// True once cells beyond the last column that is kept were left out.
  private(set) var isCut = false
  private(set) var rowCount = 0
  /// True while no cell is laid.
  var isEmpty: Bool { cells.isEmpty }
  /// Columns that the table declares (`w:tblGrid`).
  var declaredColumns = 0

  private let columnCountMax: Int
  private var columnCount = 0
  private var cells: [Cell] = []
  private var row: [RowCell] = []
  private var nextColumn = 0
  /// Cells of the row above that may go on, by column.
  private var open: [OpenCell] = []
  private var stillOpen: [OpenCell] = []

  private struct RowCell {
    var columns: Range<Int>
    var merge: Merge
    var text: String
    var tables: [Table]
  }

  private struct OpenCell {
    var columns: Range<Int>
    var cell: Int
  }

  init(columnCountMax: Int) {
    self.columnCountMax = max(1, columnCountMax)
  }

  mutating func startRow() {
    row.removeAll(keepingCapacity: true)
    nextColumn = 0
  }

  /// Leaves columns free at the beginning of the row (`w:gridBefore`).
  mutating func skipColumns(_ count: Int) {
    nextColumn += min(max(0, count), columnCountMax - nextColumn)
  }

  /// Adds the row's next cell.
  mutating func addCell(columnSpan: Int, merge: Merge, text: String, tables: [Table]) {
    guard nextColumn < columnCountMax else {
      isCut = true
      return
    }
    var span = max(1, columnSpan)
    if span > columnCountMax {
      // No printed table is that wide: the cell goes to the edge of the columns that are declared.
      span = max(1, declaredColumns - nextColumn)
      isRepaired = true
    }
    let end = nextColumn + min(span, columnCountMax - nextColumn)
    row.append(RowCell(columns: nextColumn..<end, merge: merge, text: text, tables: tables))
    nextColumn = end
  }

  /// Widens the cell added last by a cell that continues it to the right (`w:hMerge`); false where there is
  /// none.
  mutating func widenLastCell(by columnSpan: Int) -> Bool {
    guard let last = row.popLast() else { return false }
    let end = nextColumn + min(max(1, columnSpan), columnCountMax - nextColumn)
    row.append(
      RowCell(columns: last.columns.lowerBound..<end, merge: last.merge, text: last.text, tables: last.tables)
    )
    nextColumn = end
    return true
  }

  /// Forgets the row (a deletion that is only tracked).
  mutating func dropRow() {
    row.removeAll(keepingCapacity: true)
  }

  /// Ends the row: ties continuing cells to the cells above, lays the others.
  mutating func endRow(columnsAfter: Int) {
    widenShortMerges(total: nextColumn + min(max(0, columnsAfter), columnCountMax))
    stillOpen.removeAll(keepingCapacity: true)
    extendOpenCells()
    var extended = 0
    for cell in row {
      if cell.merge == .proceed {
        layContinuing(cell, &extended)
      } else {
        lay(cell, at: cell.columns, isOpen: cell.merge == .restart)
      }
    }
    stillOpen.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    swap(&open, &stillOpen)
    rowCount += 1
    row.removeAll(keepingCapacity: true)
  }

  /// The finished table. Columns that no cell begins in and nobody declared are taken off at the right.
  mutating func finish(number: Int) -> Table {
    var lastStart = -1
    for cell in cells { lastStart = max(lastStart, cell.column) }
    let drawn = declaredColumns == 0 ? columnCount : min(columnCount, max(lastStart + 1, declaredColumns))
    if drawn < columnCount {
      for index in cells.indices {
        cells[index].columnSpan = min(cells[index].columnSpan, drawn - cells[index].column)
      }
    }
    return Table(number: number, rowCount: rowCount, columnCount: drawn, cells: cells)
  }

  /// A row can be too short because its continuing cells do not say how wide they are; they are as wide as
  /// above.
  private mutating func widenShortMerges(total: Int) {
    let expected = max(declaredColumns, columnCount)
    guard total < expected, row.contains(where: { $0.merge == .proceed }) else { return }
    var shift = 0
    var widened = row
    var next = 0
    for index in widened.indices {
      let start = widened[index].columns.lowerBound + shift
      var span = widened[index].columns.count
      while next < open.count, open[next].columns.lowerBound < start { next += 1 }
      if widened[index].merge == .proceed, next < open.count, open[next].columns.lowerBound == start,
        open[next].columns.count > span
      {
        shift += open[next].columns.count - span
        span = open[next].columns.count
      }
      guard start + span <= columnCountMax else { return }
      widened[index].columns = start..<start + span
    }
    guard shift > 0, total + shift <= expected else { return }
    row = widened
    isRepaired = true
  }

  /// A cell above goes on where continuing cells alone stand under it, over its whole width.
  private mutating func extendOpenCells() {
    var first = 0
    for above in open {
      while first < row.count, row[first].columns.upperBound <= above.columns.lowerBound { first += 1 }
      var index = first
      var reached = above.columns.lowerBound
      while index < row.count, reached < above.columns.upperBound, row[index].merge == .proceed,
        row[index].columns.lowerBound <= reached
      {
        reached = row[index].columns.upperBound
        index += 1
      }
      if reached >= above.columns.upperBound {
        cells[above.cell].rowSpan += 1
        stillOpen.append(above)
      }
    }
  }

  /// Lays what of a continuing cell no extended cell covers; `extended` walks along the extended cells.
  private mutating func layContinuing(_ cell: RowCell, _ extended: inout Int) {
    var start = cell.columns.lowerBound
    var isCovered = false
    while extended < stillOpen.count, stillOpen[extended].columns.upperBound <= start { extended += 1 }
    var next = extended
    var gaps: [Range<Int>] = []
    while next < stillOpen.count, stillOpen[next].columns.lowerBound < cell.columns.upperBound,
      stillOpen[next].cell < cells.count, cells[stillOpen[next].cell].row < rowCount
    {
      isCovered = true
      if stillOpen[next].columns.lowerBound > start {
        gaps.append(start..<stillOpen[next].columns.lowerBound)
      }
      start = max(start, stillOpen[next].columns.upperBound)
      next += 1
    }
    if start < cell.columns.upperBound { gaps.append(start..<cell.columns.upperBound) }
    if isCovered, !cell.text.isEmpty { hasCoveredText = true }
    isRepaired = isRepaired || !gaps.isEmpty
    let blank = RowCell(columns: cell.columns, merge: .none, text: "", tables: [])
    for gap in gaps { lay(isCovered ? blank : cell, at: gap, isOpen: !isCovered) }
  }

  private mutating func lay(_ cell: RowCell, at columns: Range<Int>, isOpen: Bool) {
    if isOpen { stillOpen.append(OpenCell(columns: columns, cell: cells.count)) }
    columnCount = max(columnCount, columns.upperBound)
    cells.append(
      Cell(
        row: rowCount, column: columns.lowerBound, columnSpan: columns.count, text: cell.text,
        tables: cell.tables))
  }
}
