// How high the rows of a table have to be, estimated for formats in which rows do not grow by themselves.
internal import FormSheets

/// Lengths of office files: twips (twentieths of a point) from tenths of a millimetre.
enum Twips {
  static func of(tenths: Int) -> Int { (tenths * 1_440 + 127) / 254 }

  /// The height of a line of text: the tallest of the usual Chinese fonts needs 1.45 times its size.
  static func lineHeight(_ style: SheetStyle) -> Int { style.halfPoints * 10 * 29 / 20 }
}

/// Estimated heights, in twips.
struct RowHeights {
  private(set) var heights: [Int]
  /// Whether a row was made higher for a cell over several rows. Programs give all that such a cell needs to
  /// one of its rows, where pages cut it.
  private(set) var isWidened: [Bool]
  private let edges: ColumnEdges

  /// Left and right of the text in a cell together, in twips: 1.2 mm on each side.
  static let sidePadding = 136
  /// Above and below together.
  static let verticalPadding = 50

  /// - Parameter edges: the columns' edges, in tenths of a millimetre.
  init(_ grid: SheetGrid, _ edges: ColumnEdges) {
    self.edges = edges
    heights = grid.rows.map { Twips.of(tenths: Self.least($0)) }
    isWidened = Array(repeating: false, count: heights.count)
    var spanning: [(end: Int, start: Int, need: Int)] = []
    for cell in grid.cells where !cell.content.text.isEmpty {
      let need = needs(of: cell)
      if cell.rowSpan == 1 {
        heights[cell.row] = max(heights[cell.row], need)
      } else {
        spanning.append((cell.row + cell.rowSpan, cell.row, need))
      }
    }
    spanning.sort { ($0.end, $0.start) < ($1.end, $1.start) }
    for cell in spanning { widen(cell.start..<cell.end, to: cell.need) }
  }

  /// What a cell's text needs.
  func needs(of cell: SheetCell) -> Int {
    Self.height(of: cell.content, width: Twips.of(tenths: edges.width(cell.column, span: cell.columnSpan)))
  }

  /// The least height of a row, in tenths of a millimetre, where it makes sense.
  static func least(_ row: SheetRow) -> Int { min(max(0, row.height), SheetFileLimits.paperSides.upperBound) }

  /// Spreads what a cell needs beyond the height of its rows evenly over them.
  private mutating func widen(_ rows: Range<Int>, to need: Int) {
    let missing = need - heights[rows].reduce(0, +)
    guard missing > 0 else { return }
    let share = (missing + rows.count - 1) / rows.count
    for row in rows {
      heights[row] += share
      isWidened[row] = true
    }
  }

  /// The height that a text needs in a cell of a width, in twips, with the room around it.
  static func height(of content: SheetText, width: Int) -> Int {
    let style = SheetStyle(content.role)
    let size = style.halfPoints * 10
    let lines = TextMeasure.lineCount(
      content.text, width: max(0, width - sidePadding) * TextMeasure.em / size)
    return lines * Twips.lineHeight(style) + verticalPadding
  }
}
