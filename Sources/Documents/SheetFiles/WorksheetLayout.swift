// A sheet on one worksheet: columns that suit all its tables, rows for lines and tables below each other.
internal import FormSheets

/// Where everything stands on a worksheet, before it is written.
struct WorksheetLayout {
  /// A text over some squares.
  struct Field {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var content: SheetText
    var isRuled: Bool
    /// Its text stands at the top.
    var isTall = false
  }

  /// The edges of columns, in tenths of a millimetre, from 0.
  private(set) var edges: [Int]
  /// The heights of rows, in twips.
  private(set) var heights: [Int] = []
  private(set) var fields: [Field] = []
  /// Rows before which a page ends.
  private(set) var pageBreaks: [Int] = []
  /// The head rows that every page repeats: of several runs the one that most rows follow.
  private(set) var heads: Range<Int>?
  private var rowsBelowHeads = 0

  private let columns: SharedColumns
  private let paper: Paper
  private var width: Int { paper.innerWidth }

  /// Columns of a worksheet without a table: one as wide as the paper is not scaled everywhere.
  private static let lineColumns = 6

  /// The tallest row that a worksheet can have is 409 points.
  static let rowHeightMax = 8_000
  /// The height of the rows that a taller one becomes: small, so that they fill pages.
  private static let partHeight = 2_400

  init(_ sheet: FormSheet) {
    paper = sheet.paper
    var columns = SharedColumns(width: sheet.paper.innerWidth)
    for case .grid(let grid) in sheet.blocks { columns.add(grid.columns) }
    columns.close(countMin: sheet.blocks.contains { $0.isGrid } ? 1 : Self.lineColumns)
    self.columns = columns
    edges = columns.edges
    var grids = 0
    for block in sheet.blocks {
      switch block {
      case .line(let line): add(line)
      case .grid(let grid):
        add(grid, number: grids)
        grids += 1
      case .pageBreak: if !heights.isEmpty { pageBreaks.append(heights.count) }
      }
    }
  }

  private func twips(_ columns: Range<Int>) -> Int {
    Twips.of(tenths: edges[columns.upperBound] - edges[columns.lowerBound])
  }

  // MARK: Lines

  /// Parts take the columns nearest to their shares of the width; where columns are too few, they share one.
  private mutating func add(_ line: SheetLine) {
    guard !line.parts.isEmpty else { return }
    let row = heights.count
    var parts = line.parts
    if parts.count > edges.count - 1 {
      parts = [SheetText(parts.map(\.text).joined(separator: "  "), role: parts[0].role, alignment: .start)]
    }
    var height = 0
    var column = 0
    for (index, part) in parts.enumerated() {
      let following = parts.count - index - 1
      let end =
        following == 0
        ? edges.count - 1
        : nearestEdge(to: width * (index + 1) / parts.count, in: column + 1...edges.count - 1 - following)
      fields.append(
        Field(row: row, column: column, rowSpan: 1, columnSpan: end - column, content: part, isRuled: false))
      height = max(height, RowHeights.height(of: part, width: twips(column..<end)))
      column = end
    }
    let spacing = SheetStyle(parts[0].role).spacing
    heights.append(min(height + spacing.before + spacing.after, Self.rowHeightMax))
  }

  private func nearestEdge(to place: Int, in range: ClosedRange<Int>) -> Int {
    range.min { abs(edges[$0] - place) < abs(edges[$1] - place) } ?? range.lowerBound
  }

  // MARK: Tables

  private mutating func add(_ grid: SheetGrid, number: Int) {
    let places = columns.places[number]
    let estimate = GridEstimate(grid, on: paper)
    // Rows taller than a worksheet's can be become several, over which all their cells are merged.
    var starts: [Int] = []
    for height in estimate.rows.heights {
      starts.append(heights.count)
      let parts = height > Self.rowHeightMax ? (height + Self.partHeight - 1) / Self.partHeight : 1
      for part in 0..<parts {
        heights.append(height * (part + 1) / parts - height * part / parts)
      }
    }
    starts.append(heights.count)
    for cell in grid.cells {
      let start = starts[cell.row]
      let column = places[cell.column]
      fields.append(
        Field(
          row: start, column: column, rowSpan: starts[cell.row + cell.rowSpan] - start,
          columnSpan: places[cell.column + cell.columnSpan] - column, content: cell.content, isRuled: true,
          isTall: estimate.isTall(cell) || cell.rowSpan == 1 && starts[cell.row + 1] - start > 1))
    }
    noteHeads(of: grid, starts)
  }

  private mutating func noteHeads(of grid: SheetGrid, _ starts: [Int]) {
    var row = 0
    while row < grid.rows.count {
      guard grid.rows[row].isHead else {
        row += 1
        continue
      }
      let first = row
      while row < grid.rows.count, grid.rows[row].isHead { row += 1 }
      let end = row
      var next = row
      while next < grid.rows.count, !grid.rows[next].isHead { next += 1 }
      let below = starts[next] - starts[end]
      if below > rowsBelowHeads {
        rowsBelowHeads = below
        heads = starts[first]..<starts[end]
      }
    }
  }
}

extension SheetBlock {
  fileprivate var isGrid: Bool {
    if case .grid = self { true } else { false }
  }
}

/// The columns of a worksheet, on whose edges the columns of all its tables begin and end.
struct SharedColumns {
  private let width: Int
  private var chosen: [[Int]] = []
  private(set) var edges: [Int]
  /// For each table the numbers of its columns' edges.
  private(set) var places: [[Int]] = []

  /// Edges of two tables that are nearer than this, in tenths of a millimetre, become one.
  private static let tolerance = 15

  init(width: Int) {
    self.width = width
    edges = [0, width]
  }

  mutating func add(_ columns: [Int]) {
    let own = ColumnEdges(columns, whole: max(width, columns.count)).edges
    var taken = own
    for index in own.indices.dropFirst().dropLast() {
      // Only where the columns on both sides are wide enough can none of them vanish.
      let room = min(own[index] - own[index - 1], own[index + 1] - own[index])
      guard room > 2 * Self.tolerance else { continue }
      let nearest = edges.min { abs($0 - own[index]) < abs($1 - own[index]) }
      if let nearest, abs(nearest - own[index]) <= Self.tolerance { taken[index] = nearest }
    }
    chosen.append(taken)
    for edge in taken where !edges.contains(edge) { edges.append(edge) }
  }

  /// Sorts the edges, when all tables are there.
  ///
  /// - Parameter countMin: how many columns there are at least.
  mutating func close(countMin: Int) {
    if edges.count <= countMin { edges = (0...countMin).map { width * $0 / countMin } }
    edges.sort()
    var places: [Int: Int] = [:]
    for (place, edge) in edges.enumerated() { places[edge] = place }
    self.places = chosen.map { $0.map { places[$0] ?? 0 } }
  }
}
