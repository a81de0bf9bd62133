// A table whose cells no lines surround: columns by white space, rows by level lines or by their texts.

/// Puts the texts of a block into cells.
struct InferredTable {
  private static let linesMax = 2_000
  private static let columnsMax = 40

  private let text: ColumnText
  private let separators: [ColumnGaps.Separator]
  private let levels: [Rule]
  private let box: PageBox
  /// Where rows end, at lines and between them.
  private var rowEdges: [Double] = []
  private var softRules: [Rule] = []
  private var rowParts: [[ColumnPart]] = []

  private var columnEdges: [Double] { [box.left] + separators.map(\.position) + [box.right] }

  /// - Parameters:
  ///   - lines: the block's lines, at least one.
  ///   - levels: its level ruling lines from top to bottom, the first and the last as wide as the table; none
  ///     for a block without lines.
  init?(_ lines: [TextLine], levels: [Rule]) {
    guard let first = lines.first, lines.count <= Self.linesMax else { return nil }
    var box = first.box
    for line in lines { box.formUnion(line.box) }
    if let top = levels.first, let bottom = levels.last {
      box = PageBox(
        left: levels.map(\.from).min() ?? box.left, top: top.position,
        right: levels.map(\.to).max() ?? box.right, bottom: bottom.position)
    } else {
      box = PageBox(left: box.left - 2, top: box.top - 2, right: box.right + 2, bottom: box.bottom + 2)
    }
    let gaps = ColumnGaps(lines)
    separators = gaps.separators(known: Self.innerEnds(of: levels, in: box))
    guard !separators.isEmpty, separators.count < Self.columnsMax else { return nil }
    text = ColumnText(lines, gaps, separators)
    self.levels = levels
    self.box = box
    partRows()
  }

  /// Where lines end that do not run through: columns left of it are merged there.
  private static func innerEnds(of levels: [Rule], in box: PageBox) -> [Double] {
    var ends: [Double] = []
    for end in levels.flatMap({ [$0.from, $0.to] }).sorted() where end - box.left > 8 && box.right - end > 8 {
      if let last = ends.last, end - last < 5 { continue }
      ends.append(end)
    }
    return ends
  }

  // MARK: Rows

  private mutating func partRows() {
    var hard: [Double] = []
    for level in levels where hard.last.map({ level.position - $0 >= RulingLines.tolerance }) ?? true {
      hard.append(level.position)
    }
    if hard.count < 2 { hard = [box.top, box.bottom] }
    // Where lines part the block into many rows, few rows are without them.
    let rowCost = hard.count > 4 ? 1.8 : 0.05
    rowEdges = [hard[0]]
    for (top, bottom) in zip(hard, hard.dropFirst()) {
      let parts = text.parts.filter {
        $0.middle >= top && $0.middle < bottom && isParted($0.columns, at: top)
          && isParted($0.columns, at: bottom)
      }
      let rows = RowParting(text, parts: parts, rowCost: rowCost).rows()
      addRows(rows.isEmpty ? [[]] : rows, to: bottom)
    }
  }

  /// Whether lines run over columns at a height.
  private func isParted(_ columns: Range<Int>, at height: Double) -> Bool {
    let isOuter = height < box.top + RulingLines.tolerance || height > box.bottom - RulingLines.tolerance
    guard !levels.isEmpty, !isOuter else { return true }
    let (left, right) = (columnEdges[columns.lowerBound], columnEdges[columns.upperBound])
    var covered = 0.0
    for level in levels where abs(level.position - height) < RulingLines.tolerance {
      covered += max(0, min(level.to, right) - max(level.from, left))
    }
    return covered >= (right - left) * 0.6
  }

  /// Rows of one band, with lines between them where cells are not merged.
  private mutating func addRows(_ rows: [[ColumnPart]], to bottom: Double) {
    var kept: [[ColumnPart]] = []
    var edges: [Double] = []
    for row in rows {
      if let above = kept.last?.map(\.middle).max(), let below = row.map(\.middle).min() {
        let edge = (above + below) / 2
        let last = edges.last ?? rowEdges.last ?? edge
        if edge - last < RulingLines.tolerance + 0.1 || bottom - edge < RulingLines.tolerance + 0.1 {
          kept[kept.count - 1] += row
          continue
        }
        edges.append(edge)
      }
      kept.append(row)
    }
    let spans = kept.count > 1 ? MergedSpans(rows: kept, text: text).spans() : []
    let columns = columnEdges
    for (index, edge) in edges.enumerated() {
      for column in 0..<text.columnCount {
        let isMerged = spans.contains {
          $0.column == column && $0.rows.contains(index) && $0.rows.contains(index + 1)
        }
        if !isMerged {
          softRules.append(Rule(position: edge, from: columns[column], to: columns[column + 1]))
        }
      }
    }
    rowEdges += edges + [bottom]
    rowParts += kept
  }

  // MARK: Cells

  /// The table; nil where it has fewer than two rows.
  func table(page: Int) -> PageTable? {
    guard rowEdges.count >= 3 else { return nil }
    var level = levels + softRules
    if levels.isEmpty {
      level += [box.top, box.bottom].map { Rule(position: $0, from: box.left, to: box.right) }
    }
    guard let grid = RuledTable(horizontal: level, vertical: uprights()) else { return nil }
    var inside = [[Glyph]](repeating: [], count: grid.regions.count)
    let columns = columnEdges
    for part in text.parts {
      let first = part.columns.lowerBound
      let x = (columns[first] + columns[first + 1]) / 2
      let y = min(max(part.middle, box.top), box.bottom - 0.01)
      guard let region = grid.region(atX: x, y: y) else { continue }
      inside[region] += part.line.glyphs
    }
    let cells = grid.regions.enumerated().map { index, region in
      let lines = TextLine.lines(of: inside[index])
      let room = room(region.column..<region.column + region.columnSpan)
      return PageTable.Cell(
        row: region.row, column: region.column, rowSpan: region.rowSpan, columnSpan: region.columnSpan,
        text: WrappedText.text(of: lines, left: room.left, right: room.right),
        endsFull: WrappedText.endsWide(
          lines, in: PageBox(left: room.left, top: 0, right: room.right, bottom: 0)),
        endsWide: WrappedText.endsWide(
          lines, in: PageBox(left: room.left, top: 0, right: room.right, bottom: 0)),
        page: page, box: grid.box(of: region))
    }
    return PageTable(
      columnEdges: grid.columnEdges, rowCount: grid.rowCount, cells: cells, page: page, lastPage: page,
      box: grid.box, separators: grid.columnCount == text.columnCount ? separators : nil,
      hasGuessedRows: levels.isEmpty)
  }

  /// How wide the texts of columns are: their cells are not seen.
  private func room(_ columns: Range<Int>) -> (left: Double, right: Double) {
    let edges = columnEdges
    let (first, last) = (columns.lowerBound, min(columns.upperBound, text.columnCount) - 1)
    guard first <= last else { return (box.left, box.right) }
    let left = text.extents[first].left
    let right = text.extents[last].right
    return (left.isFinite ? left : edges[first], right.isFinite ? right : edges[last + 1])
  }

  /// Upright lines between columns, where no text runs across.
  private func uprights() -> [Rule] {
    var isCrossed = [[Bool]](
      repeating: [Bool](repeating: false, count: separators.count), count: rowEdges.count - 1)
    for part in text.parts where part.columns.count > 1 {
      let row = rowEdges.dropFirst().dropLast().count { $0 <= part.middle }
      for column in part.columns.dropLast() { cross(column, from: row, &isCrossed) }
    }
    let head = headRow()
    for row in isCrossed.indices {
      for column in blanksBeforeValues(inRow: row, isAboveHead: row < head) { isCrossed[row][column] = true }
    }
    var rules = [box.left, box.right].map { Rule(position: $0, from: box.top, to: box.bottom) }
    for (index, separator) in separators.enumerated() {
      for row in isCrossed.indices where !isCrossed[row][index] {
        rules.append(Rule(position: separator.position, from: rowEdges[row], to: rowEdges[row + 1]))
      }
    }
    return rules
  }

  /// The first row with a text in most columns.
  private func headRow() -> Int {
    var filled = [Set<Int>](repeating: [], count: rowEdges.count - 1)
    for part in text.parts where part.columns.count == 1 {
      filled[rowEdges.dropFirst().dropLast().count { $0 <= part.middle }].formUnion(part.columns)
    }
    return filled.firstIndex { $0.count * 10 >= text.columnCount * 7 } ?? filled.count
  }

  /// Rows of a label and a value, or two of each, show only some columns: a value's cell begins where its
  /// label's ends.
  /// - Returns: the columns whose right edge is no edge there.
  private func blanksBeforeValues(inRow row: Int, isAboveHead: Bool) -> [Int] {
    let parts = text.parts.filter { $0.middle >= rowEdges[row] && $0.middle < rowEdges[row + 1] }
    var cells: [Range<Int>] = []
    for columns in parts.map(\.columns).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = cells.last, last.overlaps(columns) {
        cells[cells.count - 1] = last.lowerBound..<max(last.upperBound, columns.upperBound)
      } else {
        cells.append(columns)
      }
    }
    guard cells.count == 2 || cells.count == 4 && isAboveHead, cells[0].lowerBound == 0 else { return [] }
    return stride(from: 1, to: cells.count, by: 2).flatMap { value in
      Array(cells[value - 1].upperBound..<cells[value].lowerBound)
    }
  }

  /// Opens the way between two columns in a row, and in those that are merged with it in both.
  private func cross(_ column: Int, from row: Int, _ isCrossed: inout [[Bool]]) {
    isCrossed[row][column] = true
    for step in [-1, 1] {
      var next = row
      while isCrossed.indices.contains(next + step) {
        let edge = rowEdges[step > 0 ? next + 1 : next]
        let isHard = levels.contains { abs($0.position - edge) < RulingLines.tolerance }
        guard isHard, !isParted(column..<column + 1, at: edge), !isParted(column + 1..<column + 2, at: edge)
        else {
          break
        }
        next += step
        isCrossed[next][column] = true
      }
    }
  }
}
