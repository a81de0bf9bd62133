// Tables without ruling lines: where runs of lines stand in columns.

/// Finds tables among lines that stand outside ruling lines.
struct AlignedTable {
  /// Parts of a line further apart than this, in sizes of the type, stand in different columns.
  private static let gap = ColumnGaps.wide

  private let page: Int
  private let lines: [TextLine]
  private let segments: [[TextLine]]
  /// Whether a line has several parts, or stands beside another that is set off by part of a line.
  private let isColumned: [Bool]

  /// - Parameter lines: lines in reading order, nothing between them.
  init(_ lines: [TextLine], page: Int) {
    self.page = page
    self.lines = lines
    let segments = lines.map { $0.segments(gap: Self.gap) }
    self.segments = segments
    isColumned = lines.indices.map { index in
      segments[index].count > 1
        || (max(0, index - 3)..<min(lines.count, index + 4)).contains {
          Self.isBeside(lines[index], lines[$0])
        }
    }
  }

  /// The lines with tables in place of those that make them; nil where there are none.
  func elements() -> [PageElement]? {
    var elements: [PageElement] = []
    var found = false
    var index = 0
    var free = 0
    while index < lines.count {
      if let end = tableEnd(from: index) {
        let head = headCount(above: index, from: free)
        if let table = InferredTable(Array(lines[index - head..<end]), levels: [])?.table(page: page) {
          elements.removeLast(head)
          elements.append(.table(table))
          found = true
          index = end
          free = end
          continue
        }
      }
      elements.append(.line(lines[index]))
      index += 1
    }
    return found ? elements : nil
  }

  // MARK: Extent

  private static func isBeside(_ one: TextLine, _ other: TextLine) -> Bool {
    let size = max(one.size, other.size)
    let shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    let apart = max(one.box.left, other.box.left) - min(one.box.right, other.box.right)
    return shared > 0.1 * size && apart > 0.8 * size && min(one.size, other.size) > 0.6 * size
  }

  /// A run of lines of which most have several parts, without a wide gap in height.
  private func tableEnd(from start: Int) -> Int? {
    guard isColumned[start] else { return nil }
    var end = start + 1
    var several = 1
    var last = start
    while end < lines.count {
      let height = lines[end].box.top - lines[end - 1].box.bottom
      if height > 4 * lines[end].size { break }
      // A title begins another table.
      if segments[end].count == 1, lines[end].size > 1.25 * lines[start].size { break }
      if isColumned[end] {
        several += 1
        last = end
      } else if isInColumn(end, of: start..<end) {
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

  /// Whether a line close below another goes on in a column that is not the first.
  private func isInColumn(_ index: Int, of range: Range<Int>) -> Bool {
    let line = lines[index]
    let near = max(range.lowerBound, index - 40)..<index
    guard line.box.centerY - lines[index - 1].box.centerY < 2 * line.size,
      let left = near.map({ lines[$0].box.left }).min(), line.box.left > left + 3 * line.size
    else { return false }
    return near.contains { above in
      segments[above].contains {
        abs($0.box.left - line.box.left) < 0.7 * line.size && line.box.right <= $0.box.right + 1.5 * line.size
      }
    }
  }

  /// A short line close below the last rows, within the width of a column.
  private func isTail(_ index: Int, of range: Range<Int>) -> Bool {
    let line = lines[index]
    let near = max(range.lowerBound, index - 4)..<index
    return near.contains { above in
      segments[above].contains { part in
        let gap = line.box.top - part.box.bottom
        return gap < 0.75 * line.size && gap > -0.2 * line.size && isBelow(line, part)
      }
    }
  }

  /// How many lines above a table belong to it: the first lines of texts that go on beside its first row.
  private func headCount(above start: Int, from first: Int) -> Int {
    var top = start
    while top > first, segments[top - 1].count == 1 {
      let line = lines[top - 1]
      let goesOn = (top..<min(lines.count, top + 3)).contains { below in
        segments[below].contains { part in
          let gap = part.box.top - line.box.bottom
          return gap < 0.75 * line.size && gap > -0.2 * line.size && isBelow(part, line)
            && (abs(part.box.left - line.box.left) < 0.7 * line.size
              || abs(part.box.centerX - line.box.centerX) < 0.7 * line.size)
        }
      }
      guard goesOn else { break }
      top -= 1
    }
    return start - top
  }

  /// Whether a line stands in the column of a text above or below it.
  private func isBelow(_ line: TextLine, _ part: TextLine) -> Bool {
    line.box.left >= part.box.left - line.size * 3 && line.box.right <= part.box.right + line.size * 3
      && line.box.width <= max(part.box.width * 1.3, part.box.width + 1.5 * line.size)
      && abs(line.size - part.size) < 0.15 * part.size
  }
}
