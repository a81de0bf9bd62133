// Tables that go on over a page's end put together: repeated heads dropped, cut rows made whole.

enum TableJoiner {
  /// Whether a table at the top of a page goes on with the one at the end of the page before.
  static func continues(_ first: PageTable, _ second: PageTable) -> Bool {
    if first.separators != nil, second.separators != nil { return sharesColumns(first, second) }
    guard first.columnCount == second.columnCount || sharesEdges(first, second) else { return false }
    let shift = second.columnEdges[0] - first.columnEdges[0]
    let width = abs((second.box.width - first.box.width))
    return abs(shift) < 12 && width < 12
  }

  /// Edges of one are edges of the other: a page may not show every column's line.
  private static func sharesEdges(_ first: PageTable, _ second: PageTable) -> Bool {
    let (fewer, more) =
      first.columnCount < second.columnCount
      ? (first.columnEdges, second.columnEdges) : (second.columnEdges, first.columnEdges)
    return fewer.allSatisfy { edge in more.contains { abs($0 - edge) < 4 } }
  }

  /// Whether most of the columns that white space tells on one page are those of the other.
  private static func sharesColumns(_ first: PageTable, _ second: PageTable) -> Bool {
    guard let mine = first.separators, let theirs = second.separators else { return false }
    let shared = min(first.box.right, second.box.right) - max(first.box.left, second.box.left)
    guard shared > 0.8 * min(first.box.width, second.box.width) else { return false }
    let met = theirs.count { one in mine.contains { meet($0, one) } }
    return met * 3 >= min(mine.count, theirs.count) * 2
  }

  /// Whether two columns' white spaces have a part in common.
  private static func meet(_ one: ColumnGaps.Separator, _ other: ColumnGaps.Separator) -> Bool {
    min(one.to, other.to) - max(one.from, other.from) > -1
  }

  /// The second table with its columns parted where the first's are.
  private static func snapped(_ second: PageTable, to first: PageTable) -> PageTable {
    guard let mine = first.separators, let theirs = second.separators,
      theirs.count == second.columnCount - 1
    else { return second }
    var table = second
    table.columnEdges[0] = first.columnEdges[0]
    table.columnEdges[second.columnCount] = first.columnEdges[first.columnCount]
    var last = first.columnEdges[0]
    for (index, separator) in theirs.enumerated() {
      let near = mine.filter { meet($0, separator) && $0.position > last + 4 }
        .min { abs($0.position - separator.position) < abs($1.position - separator.position) }
      table.columnEdges[index + 1] = max(near?.position ?? separator.position, last + 4)
      last = table.columnEdges[index + 1]
    }
    let end = max(table.columnEdges[second.columnCount], last + 4)
    table.columnEdges[second.columnCount] = end
    return table
  }

  static func joined(_ first: PageTable, _ second: PageTable) -> PageTable {
    let second = snapped(second, to: first)
    let edges = union(first.columnEdges, second.columnEdges)
    var table = refitted(first, edges)
    var rest = refitted(second, edges)
    dropRepeatedHead(&rest, of: table)
    guard rest.rowCount > 0 else { return table }
    if isCut(table, rest) || isWrappedOver(table, rest) { mend(&table, &rest) }
    extendMerges(&table, &rest)
    let offset = table.rowCount
    for var cell in rest.cells {
      cell.row += offset
      table.cells.append(cell)
    }
    table.rowCount += rest.rowCount
    table.box.bottom = max(table.box.bottom, rest.box.bottom)
    table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return table
  }

  private static func union(_ first: [Double], _ second: [Double]) -> [Double] {
    first.count == second.count && zip(first, second).allSatisfy { abs($0 - $1) < 12 }
      ? first
      : (first + second).sorted().reduce(into: []) { edges, edge in
        if let last = edges.last, edge - last < 4 { return }
        edges.append(edge)
      }
  }

  /// The same cells on a grid with more columns.
  private static func refitted(_ table: PageTable, _ edges: [Double]) -> PageTable {
    guard edges.count != table.columnEdges.count || edges != table.columnEdges else { return table }
    func column(_ edge: Double) -> Int {
      edges.indices.min { abs(edges[$0] - edge) < abs(edges[$1] - edge) } ?? 0
    }
    var refitted = table
    refitted.columnEdges = edges
    for index in refitted.cells.indices {
      let cell = table.cells[index]
      let start = column(table.columnEdges[cell.column])
      let end = column(table.columnEdges[cell.column + cell.columnSpan])
      refitted.cells[index].column = start
      refitted.cells[index].columnSpan = max(1, end - start)
    }
    return refitted
  }

  /// Rows at the top that the first page's table has too: those that it begins with, or any with three texts
  /// and no figures. Blocks below each other often have the same indicators.
  private static func dropRepeatedHead(_ rest: inout PageTable, of table: PageTable) {
    var height = 0
    for start in 0..<table.rowCount {
      var count = 0
      while count < min(4, rest.rowCount), start + count < table.rowCount,
        isSameRow(rest, count, table, start + count, leastTexts: start == 0 ? (count == 0 ? 2 : 1) : 3),
        start == 0 || isWithoutFigures(rest, count)
      {
        count += 1
      }
      height = max(height, count)
      if height > 0 { break }
    }
    guard height > 0 else { return }
    // What reaches into the rows that follow goes on there without the head's own text.
    for index in rest.cells.indices {
      let cell = rest.cells[index]
      guard cell.row < height, cell.row + cell.rowSpan > height else { continue }
      let head = headText(of: cell, in: table)
      rest.cells[index].text = String(cell.text.dropFirst(head.count).drop { $0 == "\n" })
      rest.cells[index].rowSpan = cell.row + cell.rowSpan - height
      rest.cells[index].row = height
    }
    rest.cells.removeAll { $0.row < height }
    for index in rest.cells.indices { rest.cells[index].row -= height }
    rest.rowCount -= height
  }

  /// The text that a repeated head has in a cell's columns.
  private static func headText(of cell: PageTable.Cell, in table: PageTable) -> String {
    let texts = table.cells.filter { $0.column == cell.column && cell.text.hasPrefix($0.text) }
    return texts.map(\.text).max { $0.count < $1.count } ?? ""
  }

  private static func isSameRow(
    _ one: PageTable, _ row: Int, _ other: PageTable, _ otherRow: Int, leastTexts: Int
  ) -> Bool {
    let mine = one.cells(startingInRow: row).filter { !$0.text.isEmpty }
    let theirs = other.cells(startingInRow: otherRow).filter { !$0.text.isEmpty }
    guard mine.count >= leastTexts, mine.count == theirs.count else { return false }
    return zip(mine, theirs).allSatisfy {
      $0.column == $1.column
        && ($0.text == $1.text || ($0.rowSpan > $1.rowSpan && $0.text.hasPrefix($1.text + "\n")))
    }
  }

  // MARK: Cut rows

  /// Whether the first row of the rest is the end of the last row: most of its cells are blank, and what is
  /// there goes on with prose.
  private static func isCut(_ table: PageTable, _ rest: PageTable) -> Bool {
    let last = lastRow(of: table)
    let next = rest.cells(startingInRow: 0)
    let printed = next.filter { !$0.text.isEmpty }
    guard !printed.isEmpty, last.count >= 2 else { return false }
    let above = last.filter { !$0.text.isEmpty }
    // Every text goes on below a text.
    let goesOn = printed.allSatisfy { cell in
      above.contains { $0.column == cell.column && $0.columnSpan == cell.columnSpan }
    }
    // A label that stands there again is printed anew for rows that follow; only long prose is cut so.
    let repeated = printed.filter { isRepeated($0, above) }
    let going = printed.filter { !isRepeated($0, above) }
    guard goesOn, printed.count < above.count else { return false }
    switch ending(last, beside: going) {
    case .behind: break
    case .before: guard going.count == 1 else { return false }
    case .none: guard isProseAlone(last) else { return false }
    }
    if !repeated.isEmpty {
      let cut = above.filter { cell in
        printed.contains { $0.column == cell.column } && !isRepeated(cell, printed)
      }
      guard !cut.isEmpty, cut.allSatisfy({ $0.text.utf8.count > 360 }) else { return false }
    }
    guard saysEnough(printed, above) else { return false }
    return printed.allSatisfy { cell in
      isRepeated(cell, above)
        || above.contains {
          $0.column == cell.column && $0.endsFull && !isParallel($0, cell) && !isNextItem($0, cell)
        }
    }
  }

  /// Whether a cell's text stands in another row in the same columns.
  private static func isRepeated(_ cell: PageTable.Cell, _ others: [PageTable.Cell]) -> Bool {
    others.contains {
      $0.column == cell.column && $0.columnSpan == cell.columnSpan && $0.text == cell.text
    }
  }

  /// The cells that touch the table's lower edge.
  private static func lastRow(of table: PageTable) -> [PageTable.Cell] {
    table.cells.filter { $0.row + $0.rowSpan == table.rowCount }
  }

  private static func mend(_ table: inout PageTable, _ rest: inout PageTable) {
    // What has ended on this page does not go on after the next.
    for index in table.cells.indices
    where table.cells[index].row + table.cells[index].rowSpan == table.rowCount {
      let (column, span) = (table.cells[index].column, table.cells[index].rowSpan)
      guard span == 1, !rest.cells.contains(where: { $0.row == 0 && $0.column == column && !$0.text.isEmpty })
      else { continue }
      table.cells[index].ends = nil
      table.cells[index].endsFull = false
    }
    for cell in rest.cells(startingInRow: 0) where !cell.text.isEmpty {
      guard
        let index = table.cells.indices.first(where: {
          table.cells[$0].column == cell.column
            && table.cells[$0].row + table.cells[$0].rowSpan == table.rowCount
        })
      else { continue }
      if isPrintedAgain(table.cells[index], cell) { continue }
      goOn(&table.cells[index], with: cell)
    }
    let firstHeight = rest.cells(startingInRow: 0).map(\.rowSpan).min() ?? 1
    rest.cells.removeAll { $0.row < firstHeight && $0.row + $0.rowSpan <= firstHeight }
    for index in rest.cells.indices {
      let cell = rest.cells[index]
      if cell.row < firstHeight {
        rest.cells[index].rowSpan = cell.row + cell.rowSpan - firstHeight
        rest.cells[index].row = 0
        rest.cells[index].text = ""
      } else {
        rest.cells[index].row -= firstHeight
      }
    }
    rest.rowCount -= firstHeight
  }

  /// Joins the end of a text to its start; from then on it ends as that does.
  private static func goOn(_ start: inout PageTable.Cell, with end: PageTable.Cell) {
    start.text = continued(start, end.text)
    (start.ends, start.endsFull, start.endsWide) = (end.ends, end.endsFull, end.endsWide)
  }

  /// A sentence goes on; what follows a short line or a sentence's end begins a line of its own.
  private static func continued(_ start: PageTable.Cell, _ end: String) -> String {
    // A text without any break so far hardly has its first one where the page ends.
    let ends =
      start.text.unicodeScalars.last.map { "。；;.!！：:".unicodeScalars.contains($0) } ?? true
      && (start.text.contains("\n") || !isProse(start))
    return start.text + (ends || !start.endsWide ? "\n" : "") + end
  }

  /// Blank cells at the left of the first row carry on what is merged above them, and so does prose that was
  /// cut at the page's end behind them.
  private static func extendMerges(_ table: inout PageTable, _ rest: inout PageTable) {
    let first = rest.cells(startingInRow: 0).sorted { $0.column < $1.column }
    for (number, cell) in first.enumerated() {
      guard
        let index = table.cells.indices.first(where: {
          table.cells[$0].column == cell.column && table.cells[$0].columnSpan == cell.columnSpan
            && table.cells[$0].row + table.cells[$0].rowSpan == table.rowCount
            && !table.cells[$0].text.isEmpty
        })
      else { return }
      if !cell.text.isEmpty {
        let above = table.cells[index]
        if isNextNumber(above, cell) { continue }
        guard
          isSeenInParts(above, cell) || number > 0 && isProse(above)
            || isMergeCut(
              above, cell, table, rest, isBeforeBlank: first.dropFirst(number + 1).first?.text == "")
        else { return }
        if !isSeenInParts(above, cell) { goOn(&table.cells[index], with: cell) }
      }
      table.cells[index].rowSpan += cell.rowSpan
      rest.cells.removeAll { $0.row == cell.row && $0.column == cell.column }
    }
  }

  /// Whether a row's running number stands below that of the row before.
  private static func isNextNumber(_ above: PageTable.Cell, _ cell: PageTable.Cell) -> Bool {
    guard let number = Int(above.text), let next = Int(cell.text) else { return false }
    return next == number + 1
  }

  /// A merged cell full of text.
  private static func isProse(_ cell: PageTable.Cell) -> Bool {
    cell.rowSpan > 1 && cell.endsFull && cell.text.utf8.count > 180
  }
}
