// Which texts at a page's end go on in the cells at the top of the next one.

extension TableJoiner {
  /// Whether what stands in the first row of the rest are the ends of texts in the last row: each of them
  /// would not have fitted where its beginning stops. A text behind one of them has ended; where none has, so
  /// many fill their cells to the last character that chance is no reason.
  static func isWrappedOver(_ table: PageTable, _ rest: PageTable) -> Bool {
    let last = table.cells.filter { $0.row + $0.rowSpan == table.rowCount }
    let next = rest.cells(startingInRow: 0)
    let above = last.filter { !$0.text.isEmpty }
    let printed = next.filter { !$0.text.isEmpty }
    guard !printed.isEmpty, printed.count <= above.count, let least = last.map(\.rowSpan).min(),
      let height = next.map(\.rowSpan).min()
    else { return false }
    var own: [(start: TextEnds, end: TextEnds)] = []
    var parted = 1.0
    for cell in printed {
      guard let start = above.first(where: { $0.column == cell.column && $0.columnSpan == cell.columnSpan }),
        goesOn(start, cell), let ends = start.ends, let rest = cell.ends
      else { return false }
      if start.rowSpan == least, cell.rowSpan == height { own.append((ends, rest)) }
      if isParted(start.text, cell.text) { parted = 100 }
    }
    guard own.contains(where: \.start.isLow), own.allSatisfy(\.start.mayBeCut) else { return false }
    switch ending(last, beside: printed) {
    case .behind: return true
    case .before: return own.count == 1 || isNoChance(own, least: 60 / parted)
    case .none: return isNoChance(own, least: 300 / parted)
    }
  }

  /// Where texts of the last row alone ended before the page did, seen from the first text that goes on.
  /// What stands before it may be a label that is merged with cells of the next page.
  enum Ending { case none, before, behind }

  /// Merged labels beside the last row do not count.
  static func ending(_ last: [PageTable.Cell], beside printed: [PageTable.Cell]) -> Ending {
    let ended = ownTexts(last).filter { cell in !printed.contains { $0.column == cell.column } }
    guard let first = printed.map(\.column).min() else { return .none }
    return ended.isEmpty ? .none : ended.contains { $0.column > first } ? .behind : .before
  }

  /// The texts that stand in the last row alone.
  private static func ownTexts(_ last: [PageTable.Cell]) -> [PageTable.Cell] {
    let least = last.map(\.rowSpan).min() ?? 1
    return last.filter { $0.rowSpan == least && !$0.text.isEmpty }
  }

  /// Whether a bracket that one text opens is closed in the other.
  private static func isParted(_ start: String, _ end: String) -> Bool {
    func depth(_ text: String) -> Int {
      text.count { $0 == "（" || $0 == "(" } - text.count { $0 == "）" || $0 == ")" }
    }
    return depth(start) > 0 && depth(end) < 0
  }

  /// Whether texts that all reach their cells' lower edges hardly end there by chance.
  ///
  /// - Parameter least: one of so many pairs of rows may look as if all their texts went on.
  private static func isNoChance(_ texts: [(start: TextEnds, end: TextEnds)], least: Double) -> Bool {
    texts.allSatisfy { $0.start.isLow && !$0.end.beginsValue }
      && texts.reduce(1) { $0 * $1.start.chance(before: $1.end) } >= least
  }

  /// Whether a row may be a head that is printed again: it has no figures but years; 一级 is none.
  static func isWithoutFigures(_ table: PageTable, _ row: Int) -> Bool {
    table.cells(startingInRow: row).allSatisfy { cell in
      let figures = cell.text.split { $0.unicodeScalars.first?.properties.generalCategory != .decimalNumber }
      return figures.allSatisfy { $0.count == 4 && $0.hasPrefix("20") }
    }
  }

  /// Whether the last row alone has one text, of several lines.
  static func isProseAlone(_ last: [PageTable.Cell]) -> Bool {
    let own = ownTexts(last)
    return own.count == 1 && own.allSatisfy { ($0.ends?.lineCount ?? 2) > 1 }
  }

  /// Whether a text begins an item of its own, as the one above it does.
  static func isNextItem(_ start: PageTable.Cell, _ end: PageTable.Cell) -> Bool {
    start.text.count <= 30 && start.ends?.beginsItem == true && end.ends?.beginsItem == true
  }

  /// Whether texts fill their cells by more than chance: several go on, one has several lines, what goes on
  /// is short beside what it goes on with, or would not have fitted.
  static func saysEnough(_ printed: [PageTable.Cell], _ above: [PageTable.Cell]) -> Bool {
    let pairs = printed.compactMap { cell in
      above.first { $0.column == cell.column && $0.columnSpan == cell.columnSpan }.map { ($0, cell) }
    }
    return pairs.count > 1 || pairs.contains { start, _ in start.ends.map { $0.lineCount > 1 } ?? true }
      || pairs.allSatisfy { start, end in end.text.count * 2 <= start.text.count || goesOn(start, end) }
  }

  /// Whether a merged cell that the page's end cuts goes on: its text is printed whole on both pages and
  /// seen in parts, or it fills the cell, would not have fitted, and what is merged beside it goes on too. A
  /// label that begins a group has another behind it that begins as well.
  static func isMergeCut(
    _ start: PageTable.Cell, _ end: PageTable.Cell, _ table: PageTable, _ rest: PageTable,
    isBeforeBlank: Bool
  ) -> Bool {
    if isSeenInParts(start, end) { return true }
    guard start.rowSpan > 1 || end.rowSpan > 1, let ends = start.ends, ends.isLow,
      isBeforeBlank || end.column > 0 && ends.lineCount > 2, goesOn(start, end)
    else { return false }
    return rest.cells(startingInRow: 0).allSatisfy { cell in
      guard !cell.text.isEmpty, cell.column != end.column,
        let above = table.cells.first(where: {
          $0.column == cell.column && $0.columnSpan == cell.columnSpan
            && $0.row + $0.rowSpan == table.rowCount
        })
      else { return true }
      let isBeside = start.rowSpan > 1 ? above.row == start.row : cell.rowSpan == end.rowSpan
      return !isBeside || goesOn(above, cell) || isSeenInParts(above, cell)
    }
  }

  /// Whether two cells have one text, of which parts are hidden.
  static func isSeenInParts(_ start: PageTable.Cell, _ end: PageTable.Cell) -> Bool {
    !start.text.isEmpty && start.text == end.text && (start.isPartlyHidden || end.isPartlyHidden)
  }

  private static func goesOn(_ start: PageTable.Cell, _ end: PageTable.Cell) -> Bool {
    guard let above = start.ends, let below = end.ends else { return false }
    return above.goesOn(in: below) && !isParallel(start, end)
  }

  /// Whether a text stands again at the top of a page, for the rows that follow.
  static func isPrintedAgain(_ start: PageTable.Cell, _ end: PageTable.Cell) -> Bool {
    start.text == end.text && (isSeenInParts(start, end) || !goesOn(start, end))
  }

  /// The longest text that may be a label which is printed again.
  private static let labelMax = 60

  /// Short texts that end alike name things of one kind: 社会成本…, 生态成本…; so do 指标1… and 指标2….
  static func isParallel(_ start: PageTable.Cell, _ end: PageTable.Cell) -> Bool {
    if start.text == end.text, start.text.count <= labelMax { return true }
    if let first = number(of: start.text), let next = number(of: end.text), first != next { return true }
    guard (2...14).contains(start.text.count), (2...14).contains(end.text.count) else { return false }
    return start.text.suffix(2) == end.text.suffix(2)
  }

  /// The digits behind a word that numbers what follows: 指标2, 目标 3：….
  private static func number(of text: String) -> Substring? {
    guard let word = ["指标", "目标", "任务"].first(where: { text.hasPrefix($0) }) else { return nil }
    let digits = text.dropFirst(word.count).drop { $0 == " " }.prefix { $0.isWholeNumber }
    return digits.isEmpty ? nil : digits
  }
}
