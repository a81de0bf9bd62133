// A grid with its texts broken into lines, so that heights are known.
import FormSheets

/// Lengths in points, without any page yet.
struct MeasuredGrid {
  /// A cell within the grid.
  struct Cell {
    var rows: Range<Int>
    var columns: Range<Int>
    var text: LaidText
    var source: SheetCell
    /// A text that is printed again wherever the cell goes on; others go on with their next line.
    var isLabel: Bool
  }

  static let sidePadding = 3.0
  static let edgePadding = 2.5

  let widths: ColumnWidths
  let rows: [SheetRow]
  let cells: [Cell]
  /// The blank above and below texts.
  let padding: Double
  /// For each row the cells that begin in it.
  let starting: [[Int]]
  /// For each row the cells that reach into it from above.
  let carried: [[Int]]
  /// For each row the last unbroken run of head rows above it; empty for head rows themselves.
  let heads: [Range<Int>]

  init(_ grid: SheetGrid, width: Double, setter: TextSetter, bodySize: Double) {
    let widths = ColumnWidths(grid.columns, total: width, least: bodySize + 2 * Self.sidePadding)
    let side = Self.sidePadding * widths.scale
    var cells: [Cell] = []
    var starting: [[Int]] = Array(repeating: [], count: grid.rows.count)
    var carried = starting
    cells.reserveCapacity(grid.cells.count)
    for source in grid.cells {
      let rows = Self.span(source.row, source.rowSpan, within: grid.rows.count)
      let columns = Self.span(source.column, source.columnSpan, within: grid.columns.count)
      guard let rows, let columns else { continue }
      let text = setter.laid(
        source.content.text, source.content.role, width: widths.width(columns) - 2 * side,
        scale: widths.scale)
      let isLabel = source.scope != .none || source.content.role == .label || source.content.role == .head
      starting[rows.lowerBound].append(cells.count)
      for row in rows.dropFirst() { carried[row].append(cells.count) }
      cells.append(Cell(rows: rows, columns: columns, text: text, source: source, isLabel: isLabel))
    }
    self.widths = widths
    rows = grid.rows
    self.cells = cells
    padding = Self.edgePadding * widths.scale
    self.starting = starting
    self.carried = carried
    heads = Self.heads(above: grid.rows)
  }

  /// The squares of a span that are in the grid.
  private static func span(_ start: Int, _ count: Int, within limit: Int) -> Range<Int>? {
    guard start >= 0, start < limit else { return nil }
    return start..<min(limit, start + min(max(1, count), limit))
  }

  /// The row's own least height, its texts left aside.
  func leastHeight(_ row: Int) -> Double { Double(max(0, rows[row].height)) * FormSheet.point }

  /// The height that some lines need with the blank around them.
  func needed(_ cell: Cell, from line: Int) -> Double {
    line < cell.text.lines.count ? cell.text.height(line..<cell.text.lines.count) + 2 * padding : 0
  }

  private static func heads(above rows: [SheetRow]) -> [Range<Int>] {
    var run = 0..<0
    return rows.indices.map { row in
      guard rows[row].isHead else { return run }
      run = (row > 0 && rows[row - 1].isHead ? run.lowerBound : row)..<(row + 1)
      return row..<row
    }
  }
}

extension FormSheet {
  /// A tenth of a millimetre in points.
  static let point = 72.0 / 254.0
}
