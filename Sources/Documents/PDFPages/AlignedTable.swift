// Tables without ruling lines: columns told by the white space between texts, rows by the texts' heights.

/// A piece of text in one column: one line, or several that were wrapped.
private struct Piece {
  var lines: [TextLine]
  var box: PageBox
  var columns: Range<Int>

  init(_ line: TextLine, columns: Range<Int>) {
    lines = [line]
    box = line.box
    self.columns = columns
  }

  mutating func append(_ line: TextLine) {
    lines.append(line)
    box.formUnion(line.box)
  }
}

/// Finds tables among lines that stand outside ruling lines.
struct AlignedTable {
  /// Parts of a line further apart than this, in sizes of the type, stand in different columns.
  private static let gap = 1.2

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
      if let end = tableEnd(from: index), let table = table(index..<end) {
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

  // MARK: Columns

  /// Where columns are parted: the fewest positions that stand in every gap between parts of a line.
  private func separators(_ range: Range<Int>) -> [Double] {
    var gaps: [(from: Double, to: Double)] = []
    for index in range {
      let parts = segments[index]
      for next in 1..<max(1, parts.count) {
        gaps.append((parts[next - 1].box.right, parts[next].box.left))
      }
    }
    gaps.sort { $0.to < $1.to }
    var result: [Double] = []
    var group: (from: Double, to: Double)?
    for gap in gaps {
      if let open = group, gap.from < open.to - 0.5 {
        group = (max(open.from, gap.from), open.to)
      } else {
        if let open = group { result.append(quietest(open, range)) }
        group = gap
      }
    }
    if let open = group { result.append(quietest(open, range)) }
    return result
  }

  /// The position within a gap that the fewest texts cross.
  private func quietest(_ gap: (from: Double, to: Double), _ range: Range<Int>) -> Double {
    var best = (position: (gap.from + gap.to) / 2, crossings: Int.max)
    for step in 0...8 {
      let position = gap.from + (gap.to - gap.from) * (Double(step) + 0.5) / 9
      let crossings = range.reduce(0) { sum, index in
        sum + segments[index].count { $0.box.left < position && $0.box.right > position }
      }
      if crossings < best.crossings { best = (position, crossings) }
    }
    return best.position
  }

  // MARK: Table

  private func table(_ range: Range<Int>) -> PageTable? {
    let parting = separators(range)
    guard !parting.isEmpty, parting.count < 40 else { return nil }
    var box = lines[range.lowerBound].box
    for index in range { box.formUnion(lines[index].box) }
    let edges = [box.left - 2] + parting + [box.right + 2]
    var pieces = self.pieces(range, edges)
    let rows = self.rows(&pieces, columnCount: edges.count - 1)
    guard rows.count >= 2 else { return nil }
    var cells: [PageTable.Cell] = []
    for piece in pieces {
      let span = self.span(of: piece, rows, pieces)
      let room = (edges[piece.columns.lowerBound], edges[piece.columns.upperBound])
      cells.append(
        PageTable.Cell(
          row: span.lowerBound, column: piece.columns.lowerBound, rowSpan: span.count,
          columnSpan: piece.columns.count,
          text: WrappedText.text(of: piece.lines, left: room.0, right: room.1),
          page: page, box: piece.box))
    }
    return PageTable(
      columnEdges: edges, rowCount: rows.count, cells: Self.apart(cells), page: page, lastPage: page, box: box
    )
  }

  /// Texts by column, wrapped lines together.
  private func pieces(_ range: Range<Int>, _ edges: [Double]) -> [Piece] {
    var pieces: [Piece] = []
    let widths = columnWidths(range, edges)
    let least = leastPitch(range)
    for index in range {
      for part in segments[index] {
        let first = column(part.box.left + 1, edges)
        let columns = first..<max(first, column(part.box.right - 1, edges)) + 1
        if let above = pieces.lastIndex(where: { $0.columns.overlaps(columns) }),
          pieces[above].columns == columns,
          goesOn(pieces[above], part, width: widths[columns.lowerBound], least: least)
        {
          pieces[above].append(part)
        } else {
          pieces.append(Piece(part, columns: columns))
        }
      }
    }
    return pieces
  }

  private func column(_ x: Double, _ edges: [Double]) -> Int {
    var column = 0
    while column + 2 < edges.count, edges[column + 1] <= x { column += 1 }
    return column
  }

  /// The widest text that each column holds alone.
  private func columnWidths(_ range: Range<Int>, _ edges: [Double]) -> [Double] {
    var widths = [Double](repeating: 0, count: edges.count - 1)
    for index in range {
      for part in segments[index] {
        let first = column(part.box.left + 1, edges)
        guard column(part.box.right - 1, edges) == first else { continue }
        widths[first] = max(widths[first], part.bodyRight - part.box.left)
      }
    }
    return widths
  }

  /// The smallest distance between the middles of texts below each other: that of lines in a cell, where any
  /// cell has two.
  private func leastPitch(_ range: Range<Int>) -> Double {
    var least = Double.infinity
    for index in range.dropFirst() {
      for above in max(range.lowerBound, index - 3)..<index {
        for part in segments[index] {
          for other in segments[above]
          where other.box.left < part.box.right && part.box.left < other.box.right {
            let pitch = part.box.centerY - other.box.centerY
            if pitch > 0.8 * part.size { least = min(least, pitch) }
          }
        }
      }
    }
    return least
  }

  /// Whether a line is the rest of the text above it: it stands close, and would not have fitted behind it.
  private func goesOn(_ piece: Piece, _ line: TextLine, width: Double, least: Double) -> Bool {
    guard let last = piece.lines.last else { return false }
    let pitch = line.box.centerY - last.box.centerY
    guard pitch < least * 1.12, pitch < 2.2 * line.size else { return false }
    let isFull =
      last.box.width + WrappedText.beginning(of: line) > max(width, piece.box.width) - 0.3 * line.size
    // What opens with a bracket or a small letter cannot begin a cell of its own.
    let opens = line.glyphs.first { !$0.isBlank }?.scalar
    return isFull || opens.map { $0.isCloser } ?? false
  }

  // MARK: Rows

  /// The heights of the rows: told by the column with the most texts, then by what stands between.
  private func rows(_ pieces: inout [Piece], columnCount: Int) -> [(top: Double, bottom: Double)] {
    var rows: [(top: Double, bottom: Double)] = []
    let order = pieces.indices.sorted { pieces[$0].box.centerY < pieces[$1].box.centerY }
    // Columns are asked from right to left: names and values have a text in each row, levels are merged.
    let counts = (0..<columnCount).map { column in pieces.count { $0.columns == column..<column + 1 } }
    let columns = (0..<columnCount).sorted { (counts[$0], $0) > (counts[$1], $1) }
    for column in columns {
      for index in order where pieces[index].columns.contains(column) {
        let box = pieces[index].box
        let center = box.centerY
        let isKnown = rows.contains { row in
          center > row.top && center < row.bottom
            || (row.top + row.bottom) / 2 > box.top
              && (row.top + row.bottom) / 2 < box.bottom
        }
        if isKnown { continue }
        // A merged text that stands between two rows belongs to both.
        let isBetween =
          column != columns.first
          && rows.contains { $0.bottom <= center + 0.6 * box.height && $0.bottom > center - 1.4 * box.height }
          && rows.contains { $0.top >= center - 0.6 * box.height && $0.top < center + 1.4 * box.height }
        if !isBetween { rows.append((box.top, box.bottom)) }
      }
      rows.sort { $0.top < $1.top }
    }
    return rows
  }

  /// The rows of a piece: the one it stands in; a text of a merged column reaches over rows without a text of
  /// their own there, half-way to its neighbours.
  private func span(of piece: Piece, _ rows: [(top: Double, bottom: Double)], _ pieces: [Piece]) -> Range<Int>
  {
    func nearest(_ y: Double) -> Int {
      rows.indices.min {
        abs((rows[$0].top + rows[$0].bottom) / 2 - y) < abs((rows[$1].top + rows[$1].bottom) / 2 - y)
      } ?? 0
    }
    let own = nearest(piece.box.centerY)
    let fellows = pieces.filter { $0.columns.overlaps(piece.columns) && $0.box != piece.box }
    func isFree(_ row: Int) -> Bool {
      let middle = (rows[row].top + rows[row].bottom) / 2
      return !fellows.contains {
        nearest($0.box.centerY) == row || ($0.box.top < middle && $0.box.bottom > middle)
      }
    }
    // Spread evenly to both sides as far as rows are free: merged cells are centred on their rows.
    var (first, last) = (own, own)
    while true {
      let up = first > 0 && isFree(first - 1) ? first - 1 : nil
      let down = last + 1 < rows.count && isFree(last + 1) ? last + 1 : nil
      let center = piece.box.centerY
      func middle(_ a: Int, _ b: Int) -> Double { (rows[a].top + rows[b].bottom) / 2 }
      let now = abs(middle(first, last) - center)
      if let up, abs(middle(up, last) - center) < now - 1 {
        first = up
      } else if let down, abs(middle(first, down) - center) < now - 1 {
        last = down
      } else if let up, let down, abs(middle(up, down) - center) <= now + 2 {
        first = up
        last = down
      } else {
        break
      }
    }
    return first..<last + 1
  }

  /// Cells that would overlap are cut short; two texts in one square become one.
  private static func apart(_ cells: [PageTable.Cell]) -> [PageTable.Cell] {
    var result: [PageTable.Cell] = []
    for var cell in cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      while let other = result.firstIndex(where: { overlaps($0, cell) }) {
        if result[other].row == cell.row && result[other].column == cell.column {
          result[other].text += "\n" + cell.text
          cell.rowSpan = 0
          break
        } else if result[other].row < cell.row {
          result[other].rowSpan = cell.row - result[other].row
        } else if result[other].column < cell.column {
          result[other].columnSpan = cell.column - result[other].column
        } else {
          cell.rowSpan = 0
          break
        }
      }
      if cell.rowSpan > 0 { result.append(cell) }
    }
    return result
  }

  private static func overlaps(_ one: PageTable.Cell, _ other: PageTable.Cell) -> Bool {
    one.row < other.row + other.rowSpan && other.row < one.row + one.rowSpan
      && one.column < other.column + other.columnSpan && other.column < one.column + one.columnSpan
  }
}
