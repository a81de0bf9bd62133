// Merged cells of a block without ruling lines: labels that stand for several rows, told by where they stand.

/// Finds which rows a text stands for.
struct MergedSpans {
  /// A text of one column and the rows it covers.
  struct Span {
    var column: Int
    var rows: Range<Int>
  }

  /// The lines of one label, and the rows that they stand in.
  private struct Piece {
    var box: PageBox
    var last: ColumnPart
    var rows: ClosedRange<Int>
  }

  private enum Mode {
    /// Texts stand in the middle of their cells.
    case middle
    /// Texts begin at the upper edge of their cells.
    case top
  }

  private static let uncovered = 0.4
  private static let reached = 0.15
  /// What it costs a text to stand otherwise than most do.
  private static let unusual = 0.35

  private let rows: [[ColumnPart]]
  private let text: ColumnText
  private let extents: [(top: Double, bottom: Double)]
  /// The first column that has a text in nearly every row; labels stand left of it.
  private let nameColumn: Int

  init(rows: [[ColumnPart]], text: ColumnText) {
    self.rows = rows
    self.text = text
    nameColumn = text.weights.firstIndex { $0 >= 0.8 } ?? text.columnCount
    extents = rows.map { parts in
      let heavy = parts.filter { part in part.columns.contains { text.weights[$0] >= 0.5 } }
      let boxes = (heavy.isEmpty ? parts : heavy).map(\.box)
      return (boxes.map(\.top).min() ?? 0, boxes.map(\.bottom).max() ?? 0)
    }
  }

  /// The cells of more than one row.
  func spans() -> [Span] {
    let pieces = (0..<text.columnCount).map { self.pieces(of: $0) }
    func all(_ mode: Mode) -> (cost: Double, spans: [Span]) {
      var (cost, spans) = (evidence(mode), [Span]())
      for column in pieces.indices where !pieces[column].isEmpty {
        let found = self.spans(of: column, pieces[column], mode)
        if column < nameColumn { cost += found.cost }
        spans += found.spans
      }
      return (cost, spans)
    }
    let (middle, top) = (all(.middle), all(.top))
    return (middle.cost <= top.cost ? middle : top).spans.filter { $0.rows.count > 1 }
  }

  /// How far the texts of rows are from standing as the mode has it.
  private func evidence(_ mode: Mode) -> Double {
    var sum = 0.0
    for parts in rows {
      let cells = self.cells(of: parts)
      guard let tall = cells.max(by: { $0.height < $1.height }) else { continue }
      for cell in cells {
        let away = mode == .middle ? cell.centerY - tall.centerY : cell.top - tall.top
        sum += min(1, abs(away) / max(1, parts[0].line.size))
      }
    }
    return sum / 2
  }

  /// The texts of a row by column.
  private func cells(of parts: [ColumnPart]) -> [PageBox] {
    var boxes: [Range<Int>: PageBox] = [:]
    for part in parts where part.columns.contains(where: { text.weights[$0] >= 0.5 }) {
      if boxes[part.columns] == nil { boxes[part.columns] = part.box }
      boxes[part.columns]?.formUnion(part.box)
    }
    return boxes.sorted { $0.key.lowerBound < $1.key.lowerBound }.map(\.value)
  }

  // MARK: Pieces

  private func pieces(of column: Int) -> [Piece] {
    var pieces: [Piece] = []
    for row in rows.indices {
      for part in rows[row] where part.columns == column..<column + 1 {
        if let last = pieces.last, goesOn(last, part, row) {
          pieces[pieces.count - 1].box.formUnion(part.box)
          pieces[pieces.count - 1].last = part
          pieces[pieces.count - 1].rows = last.rows.lowerBound...row
        } else {
          pieces.append(Piece(box: part.box, last: part, rows: row...row))
        }
      }
    }
    return pieces
  }

  private func goesOn(_ piece: Piece, _ part: ColumnPart, _ row: Int) -> Bool {
    if piece.rows.upperBound == row { return true }
    guard text.isTight(piece.last, part), text.isFlush(piece.last, part) else { return false }
    guard text.isFull(piece.last, part, width: piece.box.width) else { return false }
    let first = part.line.glyphs.first { !$0.isBlank }?.scalar
    if let first, first.isOpener || first.isCloser { return true }
    return !(stands(part.columns, in: piece.rows.upperBound) && stands(part.columns, in: row))
  }

  /// Whether the text of a column stands in the middle of its row or where the row begins.
  private func stands(_ columns: Range<Int>, in row: Int) -> Bool {
    let own = rows[row].filter { $0.columns == columns }
    guard var box = own.first?.box, let size = own.first?.line.size else { return false }
    for part in own { box.formUnion(part.box) }
    return cells(of: rows[row].filter { !$0.columns.overlaps(columns) }).contains {
      abs($0.centerY - box.centerY) < 0.2 * size || abs($0.top - box.top) < 0.2 * size
    }
  }

  // MARK: Spans

  /// Rows without a text in a column and with one behind it.
  private func isOpen(_ row: Int, _ column: Int) -> Bool {
    !rows[row].contains { $0.columns.contains(column) }
      && rows[row].contains { $0.columns.lowerBound > column }
  }

  /// How many rows in one direction a piece could take.
  private func reach(_ column: Int, from row: Int, by step: Int) -> Int {
    var count = 0
    var next = row + step
    while rows.indices.contains(next), isOpen(next, column) {
      count += 1
      next += step
    }
    return count
  }

  /// The best share of the open rows between the pieces of a column.
  private func spans(of column: Int, _ pieces: [Piece], _ mode: Mode) -> (cost: Double, spans: [Span]) {
    let open = column < nameColumn ? Self.uncovered : 0
    let taken = column < nameColumn ? 0 : Self.reached
    // For each piece, by how many rows it takes below it: the least cost so far, and what led there.
    var tables: [[(cost: Double, up: Int, before: Int)]] = []
    for (index, piece) in pieces.enumerated() {
      let above = reach(column, from: piece.rows.lowerBound, by: -1)
      let below = reach(column, from: piece.rows.upperBound, by: 1)
      let previous = tables.last
      var table: [(cost: Double, up: Int, before: Int)] = []
      // Rows between two pieces are shared only where they join them.
      let joins =
        index > 0 && piece.rows.lowerBound - above == pieces[index - 1].rows.upperBound + 1 && above > 0
      for down in 0...below {
        var best = (cost: Double.infinity, up: 0, before: 0)
        for up in 0...above {
          let span = piece.rows.lowerBound - up...piece.rows.upperBound + down
          let own = misfit(piece, span, mode) + taken * Double(up + down)
          let choices = previous.map { Array($0.indices) } ?? [0]
          for before in choices {
            guard !joins || before + up <= above else { continue }
            let free = joins ? above - up - before : above - up
            let cost = (previous?[before].cost ?? 0) + own + open * Double(free)
            if cost < best.cost { best = (cost, up, before) }
          }
        }
        table.append(best)
      }
      tables.append(table)
    }
    return chosen(column, pieces, tables, open)
  }

  private func chosen(
    _ column: Int, _ pieces: [Piece], _ tables: [[(cost: Double, up: Int, before: Int)]], _ open: Double
  ) -> (cost: Double, spans: [Span]) {
    guard let last = tables.last else { return (0, []) }
    func full(_ down: Int) -> Double { last[down].cost + open * Double(last.count - 1 - down) }
    var down = last.indices.min { full($0) < full($1) } ?? 0
    let cost = full(down)
    var spans: [Span] = []
    for index in pieces.indices.reversed() {
      let choice = tables[index][down]
      spans.append(
        Span(
          column: column,
          rows: pieces[index].rows.lowerBound - choice.up..<pieces[index].rows.upperBound + down + 1))
      down = choice.before
    }
    return (cost, spans)
  }

  /// How far a text is from where it would stand in a cell of these rows, in rows.
  ///
  /// A cell that the page's end cuts has its text at the top even where others have it in the middle.
  private func misfit(_ piece: Piece, _ span: ClosedRange<Int>, _ mode: Mode) -> Double {
    let (top, bottom) = (extents[span.lowerBound].top, extents[span.upperBound].bottom)
    let height = max(1, (bottom - top) / Double(span.count))
    let fromMiddle = min(1, abs((top + bottom) / 2 - piece.box.centerY) / height)
    let fromTop = min(1, abs(piece.box.top - top) / height)
    switch mode {
    case .middle: return min(fromMiddle, fromTop + Self.unusual)
    case .top: return min(fromTop, fromMiddle + Self.unusual)
    }
  }
}
