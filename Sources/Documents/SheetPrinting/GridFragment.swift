// The part of a grid that stands on one page.

/// Rows and cells in their order on the page; lengths in points from the fragment's upper left corner.
struct GridFragment {
  /// A row on the page.
  struct Row: Equatable {
    /// Its number in the grid.
    var number: Int
    var height: Double
    /// True for heads that stood on an earlier page.
    var isRepeated: Bool
  }

  /// What a cell shows here.
  struct Piece {
    /// Its number among the grid's cells.
    var cell: Int
    /// Places in `rows`.
    var rows: Range<Int>
    var lines: Range<Int>
    /// True where the cell's text stands here alone, not with its beginning or its end elsewhere.
    var isWhole: Bool
  }

  var rows: [Row]
  var pieces: [Piece]

  var height: Double { rows.reduce(0) { $0 + $1.height } }

  /// Adds rows below; cells that stand in both parts become one.
  mutating func append(_ other: GridFragment, _ grid: MeasuredGrid) {
    for var piece in other.pieces {
      piece.rows = (piece.rows.lowerBound + rows.count)..<(piece.rows.upperBound + rows.count)
      guard let index = pieces.firstIndex(where: { $0.cell == piece.cell }) else {
        pieces.append(piece)
        continue
      }
      let count = grid.cells[piece.cell].text.lines.count
      pieces[index].rows = pieces[index].rows.lowerBound..<piece.rows.upperBound
      pieces[index].lines =
        min(
          pieces[index].lines.lowerBound, piece.lines.lowerBound)..<max(
          pieces[index].lines.upperBound, piece.lines.upperBound)
      pieces[index].isWhole = pieces[index].lines == 0..<count
    }
    rows += other.rows
  }

  /// Upper edges of the rows, and the lower edge of the last.
  var edges: [Double] { rows.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.height) } }
}
