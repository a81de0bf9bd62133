// The lines between a table's cells, each drawn once and as long as it goes.

struct BorderLines {
  /// Edges of columns and rows, in points on the page.
  let columns: [Double]
  let rows: [Double]
  /// The cell of each square; squares of no cell are cells of their own.
  private var owners: [[Int]]

  init(columns: [Double], rows: [Double]) {
    self.columns = columns
    self.rows = rows
    let count = max(0, columns.count - 1)
    owners = (0..<max(0, rows.count - 1)).map { row in (0..<count).map { -1 - row * count - $0 } }
  }

  mutating func cover(_ rows: Range<Int>, _ columns: Range<Int>, cell: Int) {
    for row in rows { for column in columns { owners[row][column] = cell } }
  }

  var rules: [TableRule] {
    var rules: [TableRule] = []
    for edge in rows.indices {
      runs(columns.count - 1) {
        owner(edge - 1, $0) != owner(edge, $0)
      } found: { run in
        rules.append(
          TableRule(
            fromX: columns[run.lowerBound], fromY: rows[edge], toX: columns[run.upperBound], toY: rows[edge]))
      }
    }
    for edge in columns.indices {
      runs(rows.count - 1) {
        owner($0, edge - 1) != owner($0, edge)
      } found: { run in
        rules.append(
          TableRule(
            fromX: columns[edge], fromY: rows[run.lowerBound], toX: columns[edge], toY: rows[run.upperBound]))
      }
    }
    return rules
  }

  private func owner(_ row: Int, _ column: Int) -> Int? {
    guard owners.indices.contains(row), owners[row].indices.contains(column) else { return nil }
    return owners[row][column]
  }

  private func runs(_ count: Int, _ isLine: (Int) -> Bool, found: (Range<Int>) -> Void) {
    var start = 0
    while start < count {
      var end = start
      while end < count, isLine(end) { end += 1 }
      if end > start { found(start..<end) }
      start = end + 1
    }
  }
}
