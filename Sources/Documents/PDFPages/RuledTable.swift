// A table found by its ruling lines: columns, rows, and which squares of the grid belong together.

/// A grid of ruling lines with its cells.
struct RuledTable {
  /// One cell: the squares that no line parts.
  struct Region {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// Edges of columns and rows in points, ascending; one more than columns and rows.
  var columnEdges: [Double]
  var rowEdges: [Double]
  var regions: [Region]
  /// The region of each square, row by row.
  private var owners: [Int32]

  var rowCount: Int { rowEdges.count - 1 }
  var columnCount: Int { columnEdges.count - 1 }
  var box: PageBox {
    PageBox(
      left: columnEdges[0], top: rowEdges[0], right: columnEdges[columnCount], bottom: rowEdges[rowCount])
  }

  func box(of region: Region) -> PageBox {
    PageBox(
      left: columnEdges[region.column], top: rowEdges[region.row],
      right: columnEdges[region.column + region.columnSpan], bottom: rowEdges[region.row + region.rowSpan])
  }

  /// Whether another table stands in one of this one's cells.
  func holds(_ other: RuledTable) -> Bool {
    let inner = other.box
    guard inner.width * inner.height < box.width * box.height, other.regions.count > 1 else { return false }
    return regions.contains { region in
      let cell = box(of: region)
      return cell.left < inner.left && cell.right > inner.right && cell.top < inner.top
        && cell.bottom > inner.bottom
    }
  }

  /// The region in which a point lies; nil outside the table.
  func region(atX x: Double, y: Double) -> Int? {
    guard let column = Self.interval(x, in: columnEdges), let row = Self.interval(y, in: rowEdges) else {
      return nil
    }
    return Int(owners[row * columnCount + column])
  }

  private static func interval(_ value: Double, in edges: [Double]) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value < last else { return nil }
    var (low, high) = (0, edges.count - 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: Making

  /// More squares than this make no form.
  private static let squaresMax = 400_000

  /// - Parameters: the lines of one connected figure.
  /// - Returns: nil where they make no grid of two lines each way.
  init?(horizontal: [Rule], vertical: [Rule]) {
    var horizontal = horizontal
    var vertical = vertical
    Self.closeSides(&horizontal, &vertical)
    columnEdges = Self.edges(vertical)
    rowEdges = Self.edges(horizontal)
    guard columnEdges.count >= 2, rowEdges.count >= 2 else { return nil }
    let (columns, rows) = (columnEdges.count - 1, rowEdges.count - 1)
    guard rows * columns <= Self.squaresMax else { return nil }
    var groups = DisjointSets(count: rows * columns)
    let uprights = Self.byPosition(vertical, edges: columnEdges)
    let levels = Self.byPosition(horizontal, edges: rowEdges)
    for row in 0..<rows {
      let y = (rowEdges[row], rowEdges[row + 1])
      for column in 0..<columns {
        let x = (columnEdges[column], columnEdges[column + 1])
        let square = row * columns + column
        if column + 1 < columns, !Self.covers(uprights[column + 1], y) { groups.join(square, square + 1) }
        if row + 1 < rows, !Self.covers(levels[row + 1], x) { groups.join(square, square + columns) }
      }
    }
    owners = [Int32](repeating: -1, count: rows * columns)
    regions = []
    takeRegions(groups)
  }

  /// Tables are printed without their outer lines at times: the sides are where the other lines end.
  private static func closeSides(_ horizontal: inout [Rule], _ vertical: inout [Rule]) {
    guard let left = horizontal.map(\.from).min(), let right = horizontal.map(\.to).max(),
      let top = vertical.map(\.from).min(), let bottom = vertical.map(\.to).max()
    else { return }
    let (first, last) = (
      min(top, horizontal.map(\.position).min() ?? top),
      max(bottom, horizontal.map(\.position).max() ?? bottom)
    )
    for side in [left, right] where !vertical.contains(where: { abs($0.position - side) < 6 }) {
      vertical.append(Rule(position: side, from: first, to: last))
    }
    for side in [top, bottom] where !horizontal.contains(where: { abs($0.position - side) < 6 }) {
      horizontal.append(Rule(position: side, from: left, to: right))
    }
  }

  private static func edges(_ rules: [Rule]) -> [Double] {
    var edges: [Double] = []
    for position in rules.map(\.position).sorted() {
      if let last = edges.last, position - last < RulingLines.tolerance { continue }
      edges.append(position)
    }
    return edges
  }

  /// The lines at each edge.
  private static func byPosition(_ rules: [Rule], edges: [Double]) -> [[Rule]] {
    var result = [[Rule]](repeating: [], count: edges.count)
    for rule in rules {
      guard
        let nearest = edges.indices.min(by: {
          abs(edges[$0] - rule.position) < abs(edges[$1] - rule.position)
        })
      else { continue }
      result[nearest].append(rule)
    }
    return result
  }

  /// Whether the lines at an edge part two squares: they cover most of the way between.
  private static func covers(_ rules: [Rule], _ span: (Double, Double)) -> Bool {
    var covered = 0.0
    for rule in rules {
      covered += max(0, min(rule.to, span.1) - max(rule.from, span.0))
    }
    return covered >= (span.1 - span.0) * 0.6
  }

  /// Squares that belong together become a cell where they fill a rectangle; other figures are cut into
  /// rectangles.
  private mutating func takeRegions(_ groups: DisjointSets) {
    var groups = groups
    let (rows, columns) = (rowCount, columnCount)
    for row in 0..<rows {
      for column in 0..<columns where owners[row * columns + column] < 0 {
        let group = groups.root(row * columns + column)
        var right = column
        while right + 1 < columns, owners[row * columns + right + 1] < 0,
          groups.root(row * columns + right + 1) == group
        {
          right += 1
        }
        var bottom = row
        while bottom + 1 < rows,
          (column...right).allSatisfy({
            owners[(bottom + 1) * columns + $0] < 0 && groups.root((bottom + 1) * columns + $0) == group
          })
        {
          bottom += 1
        }
        for y in row...bottom {
          for x in column...right { owners[y * columns + x] = Int32(regions.count) }
        }
        regions.append(
          Region(row: row, column: column, rowSpan: bottom - row + 1, columnSpan: right - column + 1))
      }
    }
  }
}

/// Sets that grow together.
struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
  }

  mutating func root(_ element: Int) -> Int {
    var root = element
    while Int(parents[root]) != root {
      parents[root] = parents[Int(parents[root])]
      root = Int(parents[root])
    }
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(one), root(other))
    if a != b { parents[max(a, b)] = Int32(min(a, b)) }
  }
}
