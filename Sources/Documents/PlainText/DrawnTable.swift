// Tables drawn with characters: Markdown bars, ASCII frames, box drawing.
import Tables

/// Lines that draw a table.
///
/// Where rules stand between the rows, the lines between two rules are one row with cells of several lines;
/// with at most one rule inside (Markdown, a head) every line is a row. Where lines are several, the bars at
/// their ends may be left out. Rows with fewer cells span columns where their bars stand under the bars of
/// other rows; where that cannot be seen the table is ragged. Where a rule ends at a cell that goes on below,
/// the cells are those of the drawing (`BoxedRows`).
struct DrawnTable {
  private let text: TextLines
  private let start: Int
  /// The index of the line after the table.
  let end: Int
  /// False where there is nothing but one line with bars, or rules alone.
  private(set) var isTable = false
  private(set) var isRagged = false
  private var rows: [[Piece]] = []
  /// The rows of a drawing with cells over several rows; nil where it has none.
  private var boxed: BoxedRows?
  /// Where bars stand, in columns of print; empty where cells are counted instead.
  private var edges: [Int] = []

  /// A cell of a line or of several: its text and the columns of print at its bars.
  private struct Piece {
    var lines: [Range<Int>]
    var left: Int
    var right: Int
  }

  init(_ text: TextLines, from start: Int) {
    self.text = text
    self.start = start
    var end = start
    let hasOpenEnds = text.lines[start].shape == .parted
    while end < text.lines.count,
      hasOpenEnds ? text.lines[end].shape == .parted : Self.isPart(text.lines[end]),
      end == start || !Self.isApart(text.lines[end])
    {
      end += 1
    }
    self.end = end
    read()
  }

  private static func isPart(_ line: TextLine) -> Bool { line.shape == .barred || line.shape == .rule }
  private static func isApart(_ line: TextLine) -> Bool { line.startsPage || line.blankLinesBefore > 0 }

  private mutating func read() {
    let lines = text.lines[start..<end]
    let barredCount = lines.count { $0.shape == .barred }
    let ruleCount = lines.count { $0.shape == .rule }
    let hasOpenEnds = text.lines[start].shape == .parted
    let isDrawn = barredCount >= 2 || barredCount == 1 && ruleCount >= 1
    guard hasOpenEnds ? lines.count >= 3 : isDrawn else { return }
    isTable = true
    let inner = lines.drop { $0.shape == .rule }.reversed().drop { $0.shape == .rule }
    let areRowsRuled = inner.count { $0.shape == .rule } >= 2
    let boxWidth = widthOfBoxSigns(lines)
    if !hasOpenEnds {
      boxed = BoxedRows(lines.map { parts($0, boxWidth: boxWidth) })
      if boxed != nil { return }
    }
    var isRowOpen = false
    for line in lines {
      if line.shape == .rule {
        isRowOpen = false
        continue
      }
      let pieces = self.pieces(line, boxWidth: boxWidth)
      if areRowsRuled, isRowOpen, let last = rows.last, last.map(\.left) == pieces.map(\.left) {
        for index in pieces.indices { rows[rows.count - 1][index].lines += pieces[index].lines }
      } else {
        rows.append(pieces)
      }
      isRowOpen = true
    }
    if hasOpenEnds { readOpenEnds() } else { findEdges() }
  }

  /// Without bars at the ends nothing says how wide the cells are; one bar in a line is no table yet.
  private mutating func readOpenEnds() {
    rows = rows.filter { row in !row.allSatisfy { Self.isDashes(text.string($0.lines[0])) } }
    isTable = rows.contains { $0.count >= 3 }
    isRagged = rows.contains { $0.count != rows[0].count }
  }

  /// The line below a Markdown head: ---|:---:|---.
  private static func isDashes(_ words: String) -> Bool { words.allSatisfy { "-: ".contains($0) } }

  /// Ruling characters take one column of print in modern fonts and two in Chinese ones: the width under
  /// which the bars of all lines stand on fewer columns is the right one.
  private func widthOfBoxSigns(_ lines: ArraySlice<TextLine>) -> Int {
    func columnCount(_ width: Int) -> Int {
      var columns: Set<Int> = []
      for line in lines.prefix(200) where line.shape == .barred {
        for piece in pieces(line, boxWidth: width) { columns.insert(piece.right) }
      }
      return columns.count
    }
    return columnCount(2) < columnCount(1) ? 2 : 1
  }

  private func parts(_ line: TextLine, boxWidth: Int) -> [BoxedRows.Part] {
    pieces(line, boxWidth: boxWidth).map { piece in
      let range = piece.lines[0]
      return BoxedRows.Part(range: range, left: piece.left, right: piece.right, isRule: isRule(range))
    }
  }

  /// Whether a part of a line holds signs of a rule, and nothing else.
  private func isRule(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes.span
    var index = range.lowerBound
    while index < range.upperBound {
      let sign = RuledSign(bytes, at: index, end: range.upperBound)
      guard sign.kind == .rule, sign.length == 3 else { return false }
      index += sign.length
    }
    return !range.isEmpty
  }

  /// The cells of a line: what stands between its bars.
  private func pieces(_ line: TextLine, boxWidth: Int) -> [Piece] {
    let range = trimmed(line.range, in: text.bytes.span)
    let bytes = text.bytes.span
    var pieces: [Piece] = []
    var index = range.lowerBound
    var column = 0
    var cellStart = index
    var left = -1
    while index < range.upperBound {
      let sign = RuledSign(bytes, at: index, end: range.upperBound)
      let isBar = sign.kind == .bar || sign.kind == .joint && sign.length == 3
      if isBar {
        if index > range.lowerBound {
          pieces.append(Piece(lines: [cellStart..<index], left: left, right: column))
        }
        cellStart = index + sign.length
        left = column
      }
      column += (isBar || sign.kind == .rule) && sign.length == 3 ? boxWidth : sign.width
      index += sign.length
    }
    if cellStart < range.upperBound {
      pieces.append(Piece(lines: [cellStart..<range.upperBound], left: left, right: column))
    }
    return pieces
  }

  /// Columns of print where bars stand, if rows differ in their number of cells and the bars are aligned.
  private mutating func findEdges() {
    let widest = rows.map(\.count).max() ?? 0
    guard rows.contains(where: { $0.count != widest }) else { return }
    var columns: Set<Int> = []
    for row in rows {
      for piece in row { columns.insert(piece.right) }
    }
    if columns.count <= widest + 1 {
      edges = columns.sorted()
    } else {
      isRagged = true
    }
  }

  func lay(on builder: inout GridBuilder) {
    if let boxed {
      for row in boxed.rows {
        builder.startRow()
        for cell in row {
          builder.addCell(rowSpan: cell.rowSpan, columnSpan: cell.columns.count, text: words(cell.lines))
        }
      }
      return
    }
    for row in rows {
      builder.startRow()
      var column = 0
      for piece in row {
        let start = column
        while column + 1 < edges.count, edges[column] < piece.right { column += 1 }
        column += 1
        builder.addCell(columnSpan: max(1, column - start), text: words(piece.lines))
      }
    }
  }

  private func words(_ lines: [Range<Int>]) -> String {
    var words = ""
    for range in lines {
      let line = text.string(range)
      if line.isEmpty { continue }
      if !words.isEmpty { words += "\n" }
      words += line
    }
    return words
  }
}
