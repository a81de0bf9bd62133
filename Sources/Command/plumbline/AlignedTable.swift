// A table of texts in aligned columns that fit a width; long cells go on in the next line.

/// Rows of cells; the first row may be a head.
struct AlignedTable {
  private(set) var rows: [[String]] = []
  /// Lines that one cell may take; the rest is left out and marked by `…`.
  var linesMax = 4

  mutating func add(_ cells: [String]) { rows.append(cells.map(DisplayText.harmless)) }

  private static let gap = 2
  private static let columnMin = 4

  /// - Parameter columns: what is available, `indent` included.
  func lines(columns: Int, indent: Int) -> [String] {
    let widths = widths(fitting: columns - indent)
    let margin = String(repeating: " ", count: indent)
    return rows.flatMap { row -> [String] in
      let cells = row.enumerated().map { cut(DisplayText.wrapped($0.element, columns: widths[$0.offset])) }
      let height = cells.map(\.count).max() ?? 0
      return (0..<height).map { line in
        var text = margin
        for (column, cell) in cells.enumerated() {
          let piece = line < cell.count ? cell[line] : ""
          text += DisplayText.padded(piece, columns: widths[column] + Self.gap)
        }
        return trimmedAtEnd(text)
      }
    }
  }

  private func cut(_ lines: [String]) -> [String] {
    guard lines.count > linesMax else { return lines }
    return lines.prefix(linesMax - 1) + ["…"]
  }

  private func trimmedAtEnd(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The natural widths; where they are too wide together, the widest give way first.
  private func widths(fitting columns: Int) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = [Int](repeating: 0, count: count)
    for row in rows {
      for (column, cell) in row.enumerated() {
        let longest = cell.split(separator: "\n").map { DisplayText.width(of: String($0)) }.max() ?? 0
        widths[column] = max(widths[column], longest)
      }
    }
    let available = columns - Self.gap * max(0, count - 1)
    while widths.reduce(0, +) > available, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.columnMin
    {
      let others = widths.indices.filter { $0 != widest }.map { widths[$0] }
      let second = max(Self.columnMin, others.max() ?? 0)
      let surplus = widths.reduce(0, +) - available
      widths[widest] -= max(1, min(surplus, widths[widest] - second))
    }
    return widths
  }
}
