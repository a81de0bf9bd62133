// The rows and columns that a worksheet hides; what stands in them is not printed.

/// Hidden rows and columns, collected while a sheet is scanned.
struct HiddenParts {
  private var rows: [Range<Int>] = []
  private var columns: [Range<Int>] = []

  var isEmpty: Bool { rows.isEmpty && columns.isEmpty }

  mutating func hide(row: Int) { Self.add(row..<(row + 1), to: &rows) }

  mutating func hide(columns range: Range<Int>) { Self.add(range, to: &columns) }

  /// Whether a cell is out of sight: a merged one only where all of it is.
  func hides(_ rows: Range<Int>, _ columns: Range<Int>) -> Bool {
    Self.covers(rows, self.rows) || Self.covers(columns, self.columns)
  }

  /// Adds a range behind the others, to the last one where it goes on; files name lines in order.
  private static func add(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else if ranges.last.map({ $0.upperBound < range.lowerBound }) ?? true {
      ranges.append(range)
    }
  }

  /// Whether one of the ranges, which are in order, holds all of a range.
  private static func covers(_ range: Range<Int>, _ ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= range.lowerBound
      && ranges[low].upperBound >= range.upperBound
  }
}
