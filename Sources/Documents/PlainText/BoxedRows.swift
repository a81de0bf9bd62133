// Rows of a table drawn with boxes in which some cells go on below where others are ruled off.

/// Cells of a drawing whose rules may end at a cell that goes on: `│项目资金  ├────┼────┤`.
///
/// Edges are the columns of print where the lines that hold nothing but rules have their joints; bars beside
/// text are taken for the nearest, since some signs take one column in one font and two in another.
struct BoxedRows {
  /// A part of a line between two bars.
  struct Part {
    /// Its text, in bytes.
    var range: Range<Int>
    /// The columns of print at its bars.
    var left: Int
    var right: Int
    /// True where it is a rule and nothing else.
    var isRule: Bool
  }

  /// A cell with its lines of text.
  struct Cell {
    var columns: Range<Int>
    var rowSpan = 1
    var lines: [Range<Int>]
  }

  /// The cells that begin in each row.
  private(set) var rows: [[Cell]] = []
  private let edges: [Int]
  /// More columns than a form has; a wider drawing is read line by line.
  private static let columnsMax = 256
  /// Where the cells of the last row stand in `rows`.
  private var open: [(row: Int, index: Int)] = []
  private var isRowOpen = false

  /// - Parameter lines: the parts of each line, from the first rule to the last.
  /// - Returns: nil where no cell goes on beside a rule, and where the drawing does not come out even.
  init?(_ lines: [[Part]]) {
    guard lines.contains(where: { line in line.contains(where: \.isRule) && !line.allSatisfy(\.isRule) })
    else {
      return nil
    }
    var columns: Set<Int> = []
    for line in lines where line.allSatisfy(\.isRule) {
      for part in line { columns.formUnion([part.left, part.right]) }
    }
    edges = columns.sorted()
    // each part of a line is compared with all edges
    guard edges.count >= 2, edges.count <= Self.columnsMax else { return nil }
    for line in lines {
      guard line.count < edges.count else { return nil }
      let spans = line.map { span($0) }
      guard spans.first?.lowerBound == 0, spans.last?.upperBound == edges.count - 1,
        zip(spans, spans.dropFirst()).allSatisfy({ $0.upperBound == $1.lowerBound }),
        spans.allSatisfy({ !$0.isEmpty })
      else { return nil }
      let isTaken = line.contains(where: \.isRule) ? rule(off: line, spans) : take(line, spans)
      guard isTaken else { return nil }
    }
    guard !rows.isEmpty else { return nil }
  }

  /// The edges of a part, as numbers.
  private func span(_ part: Part) -> Range<Int> {
    func nearest(_ column: Int) -> Int {
      edges.indices.min { abs(edges[$0] - column) < abs(edges[$1] - column) } ?? 0
    }
    let left = nearest(part.left)
    return left..<max(left, nearest(part.right))
  }

  /// A line of text: it begins a row behind a rule, else it goes on with the row.
  private mutating func take(_ line: [Part], _ spans: [Range<Int>]) -> Bool {
    if isRowOpen {
      guard open.map({ rows[$0.row][$0.index].columns }) == spans else { return false }
      for (place, part) in zip(open, line) { rows[place.row][place.index].lines.append(part.range) }
      return true
    }
    // what goes on has been kept by the rule above
    rows.append([])
    var next: [(row: Int, index: Int)] = []
    for (part, columns) in zip(line, spans) {
      if let place = open.first(where: { rows[$0.row][$0.index].columns == columns }) {
        rows[place.row][place.index].rowSpan += 1
        rows[place.row][place.index].lines.append(part.range)
        next.append(place)
      } else {
        guard !open.contains(where: { rows[$0.row][$0.index].columns.overlaps(columns) }) else {
          return false
        }
        next.append((rows.count - 1, rows[rows.count - 1].count))
        rows[rows.count - 1].append(Cell(columns: columns, lines: [part.range]))
      }
    }
    open = next
    isRowOpen = true
    return true
  }

  /// A rule: the cells at whose place it has text go on, all others end.
  private mutating func rule(off line: [Part], _ spans: [Range<Int>]) -> Bool {
    isRowOpen = false
    var kept: [(row: Int, index: Int)] = []
    for (part, columns) in zip(line, spans) where !part.isRule {
      guard let place = open.first(where: { rows[$0.row][$0.index].columns == columns }) else { return false }
      rows[place.row][place.index].lines.append(part.range)
      kept.append(place)
    }
    open = kept
    return true
  }
}
