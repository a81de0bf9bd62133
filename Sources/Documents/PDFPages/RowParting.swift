// Rows of a block without ruling lines: the parting that explains its texts best.

/// Finds rows by weighing: a row has texts in most columns, its cells begin at the same height or share their
/// middle, and lines of one cell are close and full.
struct RowParting {
  /// Texts in one cell of a row that is weighed.
  private struct Cell {
    var columns: Range<Int>
    var last: ColumnPart
    var box: PageBox
    var lineCount = 1
  }

  /// What a row costs that has a text in no column.
  private static let blank = 1.0
  /// What it costs to put a line below another that had room for it.
  private static let joint = (least: 0.3, most: 0.8)
  /// What a row costs more that has a text in one column alone, and that not the first: such are the
  /// lines of a list.
  private static let lonely = 0.6
  private static let slant = 0.6
  /// Rows with more lines of different height are not looked for.
  private static let heightMax = 48

  private let text: ColumnText
  /// Parts at one height, from top to bottom.
  private let levels: [[ColumnPart]]
  private let rowCost: Double
  private let joint: Double

  /// - Parameter rowCost: what every row costs, high where ruling lines part the rows already.
  init(_ text: ColumnText, parts: [ColumnPart], rowCost: Double) {
    self.text = text
    self.rowCost = rowCost
    joint = min(Self.joint.most, Self.joint.least + 1.5 * text.looseShare)
    var levels: [[ColumnPart]] = []
    for part in parts {
      if let start = levels.last?.first, part.middle - start.middle < 0.15 * part.line.size {
        levels[levels.count - 1].append(part)
      } else {
        levels.append([part])
      }
    }
    self.levels = levels
  }

  /// The texts of each row, from top to bottom.
  func rows() -> [[ColumnPart]] {
    let count = levels.count
    guard count > 1 else { return levels }
    let breaks = breakCosts()
    var least = [0.0] + [Double](repeating: .infinity, count: count)
    var starts = [Int](repeating: 0, count: count + 1)
    for start in 0..<count {
      var cells: [Cell] = []
      var joints = 0.0
      for end in start..<min(count, start + Self.heightMax) {
        for part in levels[end] { joints += add(part, to: &cells) }
        if joints > 12 { break }
        let cost = least[start] + joints + looks(cells) + rowCost + (start > 0 ? breaks[start] : 0)
        if cost < least[end + 1] {
          least[end + 1] = cost
          starts[end + 1] = start
        }
      }
    }
    var rows: [[ColumnPart]] = []
    var end = count
    while end > 0 {
      rows.append(levels[starts[end]..<end].flatMap { $0 })
      end = starts[end]
    }
    return rows.reversed()
  }

  /// What it costs to begin a row at each height: lines that look like one text are torn apart.
  private func breakCosts() -> [Double] {
    var costs = [Double](repeating: 0, count: levels.count)
    var last = [ColumnPart?](repeating: nil, count: text.columnCount)
    for (index, level) in levels.enumerated() {
      for part in level {
        if let above = last[part.columns.lowerBound], above.columns == part.columns,
          text.isTight(above, part),
          text.isFlush(above, part)
        {
          let opens = part.line.glyphs.first { !$0.isBlank }?.scalar.isCloser ?? false
          if opens {
            costs[index] += 1.5
          } else if text.isFull(above, part) {
            costs[index] += 0.15 * text.weights[part.columns.lowerBound]
          }
        }
      }
      for part in level { for column in part.columns { last[column] = part } }
    }
    return costs
  }

  // MARK: One row

  /// Adds a text to the row's cells.
  /// - Returns: what it costs to have it in the cell where it comes.
  private func add(_ part: ColumnPart, to cells: inout [Cell]) -> Double {
    let met = cells.indices.filter { cells[$0].columns.overlaps(part.columns) }
    guard let index = met.max(by: { cells[$0].last.middle < cells[$1].last.middle }) else {
      cells.append(Cell(columns: part.columns, last: part, box: part.box))
      return 0
    }
    var cost = jointCost(cells[index], part)
    if met.count > 1 { cost += 1.5 }
    for other in met {
      cells[index].columns =
        min(
          cells[index].columns.lowerBound, cells[other].columns.lowerBound, part.columns.lowerBound)..<max(
          cells[index].columns.upperBound, cells[other].columns.upperBound, part.columns.upperBound)
      cells[index].box.formUnion(cells[other].box)
    }
    cells[index].box.formUnion(part.box)
    cells[index].last = part
    cells[index].lineCount += 1
    let kept = cells[index]
    for other in met.reversed() { cells.remove(at: other) }
    cells.append(kept)
    return cost
  }

  private func jointCost(_ cell: Cell, _ part: ColumnPart) -> Double {
    let weight = max(0.25, part.columns.map { text.weights[$0] }.max() ?? 1)
    let spread = text.spread(cell.last, part)
    if spread < 0.4 { return 2 * weight }
    var cost = 0.0
    if spread > 1.4 {
      cost += 2.5 * max(1, 0.7 / weight)
    } else if spread > 1.08 {
      cost += 2 * (spread - 1.08)
    }
    let closes = part.line.glyphs.first { !$0.isBlank }?.scalar.isCloser ?? false
    if !closes, !text.isFull(cell.last, part, width: cell.box.width) { cost += joint }
    let isIndented =
      cell.lineCount == 1 && abs(cell.last.box.left - part.box.left) < 2.6 * part.line.size
    if !text.isFlush(cell.last, part), !isIndented { cost += 1.2 }
    return cost * weight
  }

  /// What a row costs by its looks: blank columns, and cells that neither begin nor are centred together.
  private func looks(_ cells: [Cell]) -> Double {
    var filled = 0.0
    for cell in cells { for column in cell.columns { filled += text.weights[column] } }
    let all = text.weights.reduce(0, +)
    var cost = Self.blank * max(0, 1 - filled / max(all, 0.001))
    if cells.count == 1, text.columnCount > 2, cells[0].columns.lowerBound > 0, cells[0].columns.count == 1 {
      cost += Self.lonely
    }
    let tall = cells.max { size($0) < size($1) }
    guard let tall else { return cost }
    for cell in cells {
      let away = min(abs(cell.box.centerY - tall.box.centerY), abs(cell.box.top - tall.box.top))
      let weight = cell.columns.map { text.weights[$0] }.max() ?? 1
      cost += Self.slant * weight * min(2, away / max(cell.last.line.size, 1))
    }
    return cost
  }

  /// Cells by height; those of columns with few texts, which may be merged, last.
  private func size(_ cell: Cell) -> Double {
    let weight = cell.columns.map { text.weights[$0] }.max() ?? 1
    return weight < 0.4 ? cell.box.height - 1000 : cell.box.height
  }
}
