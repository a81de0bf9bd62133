// Widths of columns scaled to the paper.

/// Where the columns of a grid begin and end; lengths in points.
struct ColumnWidths: Equatable {
  /// One more than there are columns, from 0 to the width of the paper between its margins.
  let edges: [Double]
  /// How much smaller than usual texts are set, where there are more columns than fit: at most 1.
  let scale: Double

  /// A column is never narrower than one character of the body, as long as all have room for that.
  ///
  /// - Parameter least: the width of such a column.
  init(_ columns: [Int], total: Double, least: Double) {
    let wanted = columns.map { Double(max(1, $0)) }
    guard !wanted.isEmpty, total > 0 else {
      edges = [0]
      scale = 1
      return
    }
    var widths: [Double]
    if least * Double(wanted.count) >= total {
      widths = wanted.map { _ in total / Double(wanted.count) }
      scale = total / (least * Double(wanted.count))
    } else {
      widths = Self.scaled(wanted, total: total, least: least)
      scale = 1
    }
    widths.removeLast()
    edges = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) } + [total]
  }

  /// In proportion, except for those that would become too narrow.
  private static func scaled(_ wanted: [Double], total: Double, least: Double) -> [Double] {
    var isNarrow = wanted.map { _ in false }
    while true {
      let room = total - least * Double(isNarrow.count { $0 })
      let sum = zip(wanted, isNarrow).reduce(0) { $1.1 ? $0 : $0 + $1.0 }
      let next = wanted.indices.map { isNarrow[$0] || wanted[$0] * room / sum < least }
      guard next != isNarrow else {
        return wanted.indices.map { isNarrow[$0] ? least : wanted[$0] * room / sum }
      }
      isNarrow = next
    }
  }

  func width(_ columns: Range<Int>) -> Double { edges[columns.upperBound] - edges[columns.lowerBound] }
}
