// Tables of the story: rows and cells as they begin and end.
internal import OfficePackages
internal import Tables

/// One open table.
struct WordTable {
  let number: Int
  var grid: WordGrid
  var isRowOpen = false
  var isRowDeleted = false
  var columnsAfter = 0
  // Of the open cell:
  var columnSpan = 1
  var merge = WordGrid.Merge.none
  var isContinuingLeft = false
  var isCellDeleted = false

  init(number: Int, limits: ReadingLimits) {
    self.number = number
    grid = WordGrid(columnCountMax: limits.columnCountMax)
  }
}

extension WordStory {
  mutating func startTable() {
    if flows[level].kind == .blocks { endParagraph() }
    structures.append(.table)
    tableCount += 1
    contentCount += 1
    tables.append(WordTable(number: tableCount, limits: limits))
  }

  mutating func endTable() {
    guard var table = tables.popLast() else { return }
    guard !table.grid.isEmpty else { return }
    let finished = table.grid.finish(number: table.number)
    if table.grid.isRepaired { notes.repairedTables.append(table.number) }
    if table.grid.hasCoveredText { notes.hasCoveredText = true }
    if table.grid.isCut { notes.reach(.columnCount) }
    if flows[level].kind == .cell {
      flows[level].add(finished)
    } else {
      flows[level].blocks.append(.table(finished))
    }
  }

  /// Begins a row, or leaves it out with all it holds when the table has as many rows as are kept.
  mutating func startRow() {
    guard structures.last == .table, !tables.isEmpty else {
      structures.append(.ignored)
      return
    }
    let top = tables.count - 1
    guard tables[top].grid.rowCount < limits.rowCountMax else {
      notes.reach(.rowCount)
      skipDepth = 1
      return
    }
    structures.append(.row)
    tables[top].isRowDeleted = false
    tables[top].columnsAfter = 0
    tables[top].grid.startRow()
  }

  mutating func endRow() {
    let top = tables.count - 1
    guard top >= 0 else { return }
    if tables[top].isRowDeleted {
      notes.deletionCount += 1
      tables[top].grid.dropRow()
    } else {
      tables[top].grid.endRow(columnsAfter: tables[top].columnsAfter)
    }
  }

  /// Begins a cell, or leaves it out when the document has as many cells as are kept.
  mutating func startCell() {
    guard structures.last == .row, !tables.isEmpty else {
      structures.append(.ignored)
      return
    }
    guard cellCount < limits.cellCountMax else {
      notes.reach(.cellCount)
      skipDepth = 1
      return
    }
    cellCount += 1
    structures.append(.cell)
    let top = tables.count - 1
    tables[top].columnSpan = 1
    tables[top].merge = .none
    tables[top].isContinuingLeft = false
    tables[top].isCellDeleted = false
    enterFlow(.cell)
  }

  mutating func endCell() {
    let top = tables.count - 1
    guard top >= 0, level > 0 else { return }
    endParagraph()
    var text = flows[level].cellText
    let inner = flows[level].tables
    flows[level].tables = []
    level -= 1
    if tables[top].isCellDeleted {
      notes.deletionCount += 1
      text = ""
    }
    if tables[top].isContinuingLeft, tables[top].grid.widenLastCell(by: tables[top].columnSpan) {
      if !text.isEmpty { notes.hasCoveredText = true }
      return
    }
    tables[top].grid.addCell(
      columnSpan: tables[top].columnSpan, merge: tables[top].merge, text: text, tables: inner)
  }

  /// Elements inside `w:tcPr`.
  mutating func cellProperty(_ name: WordName, _ xml: borrowing XMLScanner) {
    guard structures.last == .cell, !tables.isEmpty else { return }
    let top = tables.count - 1
    let value = xml.attribute("val")
    switch name {
    case .gridSpan: tables[top].columnSpan = value?.wholeNumber ?? 1
    // Without a value, or with any other, the cell continues the one before it.
    case .verticalMerge: tables[top].merge = value?.isEqual("restart") == true ? .restart : .proceed
    case .horizontalMerge: tables[top].isContinuingLeft = value?.isEqual("restart") != true
    case .cellDeletion: tables[top].isCellDeleted = true
    default: break
    }
  }

  /// Elements inside `w:trPr`.
  mutating func rowProperty(_ name: WordName, _ xml: borrowing XMLScanner) {
    guard structures.last == .row, !tables.isEmpty else { return }
    let top = tables.count - 1
    let value = xml.attribute("val")
    switch name {
    case .gridBefore: tables[top].grid.skipColumns(value?.wholeNumber ?? 0)
    case .gridAfter: tables[top].columnsAfter = max(0, value?.wholeNumber ?? 0)
    case .deletion: tables[top].isRowDeleted = true
    default: break
    }
  }
}
