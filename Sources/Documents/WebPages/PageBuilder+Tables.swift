// Tables of a page: rows, cells and groups with missing end tags, nested tables, spans of any size.
import Tables

extension PageBuilder {
  /// A start tag of `table`, `caption`, `tbody`, `tr`, `td`, `colgroup`. Source: the HTML Standard,
  /// 13.2.6.4.9 to .15.
  mutating func openTablePart(_ tag: Tag, _ visibility: Visibility) throws(ReadingError) {
    if tag == .table {
      try openTable()
      return
    }
    guard let last = tables.indices.last else {
      // Outside of any table browsers drop the tag; its text still stands apart from the text before.
      try endBlock()
      return
    }
    try closeCell()
    switch tag {
    case .tableGroup:
      tables[last].grid.endRowGroup()
      tables[last].hasRow = false
    case .row:
      tables[last].hasRow = visibility == .visible
      if visibility == .visible { tables[last].grid.startRow() }
    case .cell where visibility != .gone:
      if !tables[last].hasRow { tables[last].grid.startRow() }
      tables[last].hasRow = true
      tables[last].cell = OpenCell(rowSpan: rowSpan(), columnSpan: columnSpan())
      flows[tables.count].removeAll()
    case .cell where !tables[last].hasRow:
      tables[last].grid.startRow()
      tables[last].hasRow = true
    default: break
    }
    if visibility == .visible || tag == .columns {
      if tag == .caption { try endBlock() }
    } else {
      hide(tag, visibility)
    }
  }

  private mutating func openTable() throws(ReadingError) {
    try endBlock()
    if let last = tables.last, last.cell == nil {
      // A table directly inside a table: browsers end the outer one.
      try closeTable()
    }
    if tables.isEmpty { try flushParagraph() }
    guard tables.count < limits.depthMax else { throw .limit(name: .depth, value: limits.depthMax) }
    tableCount += 1
    try count(cells: 1)
    tables.append(
      OpenTable(grid: GridBuilder(limits: limits, cellsElsewhere: cellCount), number: tableCount))
    if flows.count <= tables.count { flows.append(TextFlow()) }
  }

  mutating func closeTablePart(_ tag: Tag) throws(ReadingError) {
    guard let last = tables.indices.last else {
      if tag != .table { try endBlock() }
      return
    }
    switch tag {
    case .table: try closeTable()
    case .cell: try closeCell()
    case .row:
      try closeCell()
      tables[last].hasRow = false
    case .tableGroup:
      try closeCell()
      tables[last].grid.endRowGroup()
      tables[last].hasRow = false
    default: try endBlock()
    }
  }

  /// Ends the innermost table's open cell, if it has one.
  mutating func closeCell() throws(ReadingError) {
    let depth = tables.count
    guard depth > 0, let cell = tables[depth - 1].cell else { return }
    closeList()
    preformattedDepth = 0
    headingLevel = nil
    tables[depth - 1].cell = nil
    try count(cells: 1)
    tables[depth - 1].grid.addCell(
      rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: flows[depth].string(), tables: cell.tables)
    flows[depth].removeAll()
  }

  /// Ends the innermost table and gives it to the cell around it, or to the page.
  mutating func closeTable() throws(ReadingError) {
    try closeCell()
    guard var open = tables.popLast() else { return }
    if let limit = open.grid.limitReached { tally.limits.append((limit, open.number)) }
    var table = open.grid.finish(number: open.number)
    let index = tables.count
    guard index > 0, let cell = tables[index - 1].cell else {
      try flushParagraph()
      if !table.cells.isEmpty { blocks.append(.table(table)) } else { tally.hasGaps = true }
      return
    }
    let before = flows[index].string(from: cell.textStart)
    table.textBefore = before.isEmpty ? nil : before
    flows[index].endBlock()
    tables[index - 1].cell?.textStart = flows[index].bytes.count
    if table.cells.isEmpty { tally.hasGaps = true } else { tables[index - 1].cell?.tables.append(table) }
  }

  private func rowSpan() -> Int { span(PackedName.rowSpan, max: 65_534) ?? 1 }

  private func columnSpan() -> Int { max(1, span(PackedName.columnSpan, max: Int(Int32.max)) ?? 1) }

  /// The number at the start of a span attribute as browsers read it: blanks and `+` before it, anything
  /// after it; nil for none and for negative ones.
  private func span(_ name: PackedName, max limit: Int) -> Int? {
    guard let attribute = scanner.attributes.first(where: { $0.name == name }) else { return nil }
    var number: Int?
    var mayHaveSign = true
    for byte in scanner.bytes[attribute.value] {
      if byte >= 0x30, byte <= 0x39 {
        number = min((number ?? 0) * 10 + Int(byte - 0x30), limit)
        mayHaveSign = false
      } else if number == nil, byte <= 0x20 || mayHaveSign && byte == 0x2B {
        if byte == 0x2B { mayHaveSign = false }
      } else {
        break
      }
    }
    return number
  }
}

extension PageBuilder {
  /// Gives tables their numbers again where empty ones were dropped.
  mutating func closeGaps() {
    guard tally.hasGaps else { return }
    var number = 0
    for index in blocks.indices {
      if case .table(var table) = blocks[index] {
        Self.number(&table, &number)
        blocks[index] = .table(table)
      }
    }
  }

  private static func number(_ table: inout Table, _ number: inout Int) {
    number += 1
    table.number = number
    for cell in table.cells.indices where !table.cells[cell].tables.isEmpty {
      for nested in table.cells[cell].tables.indices {
        Self.number(&table.cells[cell].tables[nested], &number)
      }
    }
  }
}

extension PackedName {
  fileprivate static let rowSpan = PackedName("rowspan")
  fileprivate static let columnSpan = PackedName("colspan")
}
