// Tables without ruling lines: where runs of lines stand in columns.

/// Finds tables among lines that stand outside ruling lines.
struct AlignedTable {
  /// Parts of a line further apart than this, in sizes of the type, stand in different columns.
  private static let gap = ColumnGaps.wide

  private let page: Int
  private let lines: [TextLine]
  private let segments: [[TextLine]]

  /// - Parameter lines: lines in reading order, nothing between them.
  init(_ lines: [TextLine], page: Int) {
    self.page = page
    self.lines = lines
    segments = lines.map { $0.segments(gap: Self.gap) }
  }

  /// The lines with tables in place of those that make them; nil where there are none.
  func elements() -> [PageElement]? {
    var elements: [PageElement] = []
    var found = false
    var index = 0
    while index < lines.count {
      if let end = tableEnd(from: index),
        let table = InferredTable(Array(lines[index..<end]), levels: [])?.table(page: page)
      {
        elements.append(.table(table))
        found = true
        index = end
      } else {
        elements.append(.line(lines[index]))
        index += 1
      }
    }
    return found ? elements : nil
  }

  // MARK: Extent

  /// A run of lines of which most have several parts, without a wide gap in height.
  private func tableEnd(from start: Int) -> Int? {
    guard segments[start].count >= 2 else { return nil }
    var end = start + 1
    var several = 1
    var last = start
    while end < lines.count {
      let height = lines[end].box.top - lines[end - 1].box.bottom
      if height > 4 * lines[end].size { break }
      if segments[end].count >= 2 {
        several += 1
        last = end
      } else if end - last > 8 {
        break
      }
      end += 1
    }
    // Lines of one part at the end belong to the table where they stand in one of its columns.
    end = last + 1
    while end < lines.count, segments[end].count == 1, isTail(end, of: start..<last + 1) { end += 1 }
    return several >= 3 && (last - start + 1) <= several * 4 ? end : nil
  }

  /// A short line close below the last row, within the width of a column.
  private func isTail(_ index: Int, of range: Range<Int>) -> Bool {
    let line = lines[index]
    guard line.box.top - lines[index - 1].box.bottom < 0.4 * line.size else { return false }
    return segments[range.upperBound - 1].contains {
      line.box.left >= $0.box.left - line.size * 3 && line.box.right <= $0.box.right + line.size * 3
        && line.box.width <= $0.box.width * 1.3
    }
  }
}
