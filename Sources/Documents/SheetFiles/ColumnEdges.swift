// Where the columns of a table begin and end once it is as wide as the paper.
internal import FormSheets

/// The edges of columns, from 0 to the whole width; one more than there are columns, each beyond the last.
struct ColumnEdges {
  let edges: [Int]

  /// Scales widths to a whole width; the error of rounding is spread, the last edge is exact.
  ///
  /// - Parameter whole: at least as large as the number of columns.
  init(_ columns: [Int], whole: Int) {
    let sum = columns.reduce(0, +)
    var edges = [0]
    edges.reserveCapacity(columns.count + 1)
    var taken = 0
    for (index, width) in columns.enumerated() {
      taken += width
      // Narrow columns beside wide ones keep at least one unit, and leave one to each that follows.
      let edge = sum == 0 ? 0 : (taken * whole + sum / 2) / sum
      let following = columns.count - index - 1
      edges.append(max((edges.last ?? 0) + 1, min(edge, whole - following)))
    }
    self.edges = edges
  }

  func width(_ column: Int, span: Int = 1) -> Int { edges[column + span] - edges[column] }
}
