// A worksheet's cells and merged ranges as one sound table.
internal import Tables

/// Ties merged ranges to cells: in one sweep from top to bottom, however many of both there are.
struct SheetGrid {
  /// True where ranges overlapped or were too large to mean anything, and were left out.
  private(set) var hasBrokenMerges = false
  /// True where squares under a merged cell held text; nobody sees it.
  private(set) var hasCoveredText = false
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  private(set) var cells: [Cell] = []

  /// Ranges that lie under the sweep, sorted by column, never overlapping.
  private var active: [Active] = []

  private struct Active {
    var columns: Range<Int>
    var rowEnd: Int
  }

  /// From so many squares on a range is a slip of the mouse (a whole column, the whole sheet).
  private static let squaresMax = 1 << 20
  /// How far a merged cell with text may reach beyond the last text and still be drawn in full.
  private static let overhangMax = 64

  /// - Parameter written: cells with text, sorted, each place once.
  init(_ written: [Cell], merges: [CellRange]) {
    for cell in written {
      rowCount = max(rowCount, cell.row + 1)
      columnCount = max(columnCount, cell.column + 1)
    }
    guard !merges.isEmpty else {
      cells = written
      return
    }
    let merges = drawable(merges, written)
    cells.reserveCapacity(written.count + merges.count)
    var next = 0
    for cell in written {
      while next < merges.count, Self.anchor(merges[next]) < (cell.row, cell.column) {
        lay(merges[next])
        next += 1
      }
      var (rowSpan, columnSpan) = (1, 1)
      var isAnchor = false
      while next < merges.count, Self.anchor(merges[next]) == (cell.row, cell.column) {
        if let range = insert(merges[next]) {
          (rowSpan, columnSpan) = (range.rows.count, range.columns.count)
          isAnchor = true
        }
        next += 1
      }
      if !isAnchor, isCovered(cell) {
        hasCoveredText = true
        continue
      }
      cells.append(
        Cell(row: cell.row, column: cell.column, rowSpan: rowSpan, columnSpan: columnSpan, text: cell.text))
    }
    for range in merges[next...] { lay(range) }
  }

  /// The ranges that are believable and touch the drawn part, sorted by their first square; also finds out
  /// how far the drawn part reaches.
  private mutating func drawable(_ merges: [CellRange], _ written: [Cell]) -> [CellRange] {
    let (textRows, textColumns) = (rowCount, columnCount)
    var kept: [CellRange] = []
    for range in merges {
      guard range.rows.lowerBound < textRows, range.columns.lowerBound < textColumns else { continue }
      guard range.rows.count * range.columns.count < Self.squaresMax else {
        hasBrokenMerges = true
        continue
      }
      kept.append(range)
      let (rowEnd, columnEnd) = (range.rows.upperBound, range.columns.upperBound)
      guard rowEnd > rowCount || columnEnd > columnCount, Self.hasText(at: Self.anchor(range), written) else {
        continue
      }
      if rowEnd <= textRows + Self.overhangMax { rowCount = max(rowCount, rowEnd) }
      if columnEnd <= textColumns + Self.overhangMax { columnCount = max(columnCount, columnEnd) }
    }
    return kept.sorted { Self.anchor($0) < Self.anchor($1) }
  }

  private static func anchor(_ range: CellRange) -> (Int, Int) {
    (range.rows.lowerBound, range.columns.lowerBound)
  }

  private static func hasText(at place: (Int, Int), _ written: [Cell]) -> Bool {
    var (low, high) = (0, written.count)
    while low < high {
      let middle = (low + high) / 2
      if (written[middle].row, written[middle].column) < place { low = middle + 1 } else { high = middle }
    }
    return low < written.count && (written[low].row, written[low].column) == place
  }

  /// Lays a merged cell without text.
  private mutating func lay(_ merge: CellRange) {
    guard let range = insert(merge) else { return }
    cells.append(
      Cell(
        row: range.rows.lowerBound, column: range.columns.lowerBound, rowSpan: range.rows.count,
        columnSpan: range.columns.count, text: ""))
  }

  /// Puts a range under the sweep, cut to the drawn part; nil where it overlaps one that is there already.
  private mutating func insert(_ merge: CellRange) -> CellRange? {
    var range = merge
    range.rows = range.rows.clamped(to: 0..<rowCount)
    range.columns = range.columns.clamped(to: 0..<columnCount)
    guard !range.rows.isEmpty, !range.columns.isEmpty else { return nil }
    let first = firstActive(endingAfter: range.columns.lowerBound)
    var end = first
    while end < active.count, active[end].columns.lowerBound < range.columns.upperBound {
      if active[end].rowEnd > range.rows.lowerBound {
        hasBrokenMerges = true
        return nil
      }
      end += 1
    }
    let entry = Active(columns: range.columns, rowEnd: range.rows.upperBound)
    active.replaceSubrange(first..<end, with: CollectionOfOne(entry))
    return range
  }

  private func isCovered(_ cell: Cell) -> Bool {
    let index = firstActive(endingAfter: cell.column)
    guard index < active.count else { return false }
    return active[index].columns.contains(cell.column) && active[index].rowEnd > cell.row
  }

  /// The first range under the sweep that ends after a column.
  private func firstActive(endingAfter column: Int) -> Int {
    var (low, high) = (0, active.count)
    while low < high {
      let middle = (low + high) / 2
      if active[middle].columns.upperBound <= column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
