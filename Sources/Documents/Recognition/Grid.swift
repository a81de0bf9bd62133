// A table made square: every square knows the cell that covers it, every cell what its text can mean.
import Findings
import FormVocabulary
import Tables

/// A table as a matrix of indices into its cells.
struct Grid {
  var cells: [GridCell]
  let rowCount: Int
  let columnCount: Int
  /// Row by row, the index of the covering cell, or −1.
  private var owners: [Int32]
  /// For each row the indices of the cells with text that begin there.
  private var starts: [[Int32]] = []
  /// For each row what its texts can head.
  private var signs: [RowSigns] = []

  /// What the texts that begin in a row can head.
  private struct RowSigns {
    var columnTerms: Int32 = 0
    var hasAnchor = false
    var hasTaskName = false
  }

  /// True where level cells left blank mean "as above" (tables that merge nothing, texts that lost their
  /// merges).
  var isRagged: Bool
  /// True where what is merged was told by where texts stand: a blank level cell means "as above" there too.
  private(set) var hasGuessedRows = false

  /// The largest matrix that is recognised; larger tables are no forms.
  static let squaresMax = 4_000_000

  /// - Returns: nil for an empty table or one too large to be a form.
  init?(_ table: Table) {
    if table.columnCount > 0, table.rowCount > Grid.squaresMax / table.columnCount {
      self.init(squeezed: table)
    } else {
      self.init(square: table)
    }
  }

  /// A worksheet with a stray cell far out: rows and columns without any cell are left out.
  private init?(squeezed table: Table) {
    let rows = Set(table.cells.map(\.row)).sorted()
    let columns = Set(table.cells.map(\.column)).sorted()
    guard !columns.isEmpty, rows.count <= Grid.squaresMax / columns.count else { return nil }
    let rowIndex = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnIndex = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var copy = table
    copy.rowCount = rows.count
    copy.columnCount = columns.count
    copy.cells = table.cells.map { cell in
      var moved = cell
      moved.row = rowIndex[cell.row] ?? 0
      moved.column = columnIndex[cell.column] ?? 0
      moved.rowSpan = rows[moved.row...].prefix { $0 < cell.row + cell.rowSpan }.count
      moved.columnSpan = columns[moved.column...].prefix { $0 < cell.column + cell.columnSpan }.count
      return moved
    }
    self.init(square: copy)
  }

  private init?(square table: Table) {
    guard table.rowCount > 0, table.columnCount > 0, !table.cells.isEmpty,
      table.rowCount <= Grid.squaresMax / table.columnCount
    else { return nil }
    columnCount = table.columnCount
    isRagged = table.isRagged
    hasGuessedRows = table.hasGuessedRows
    let origin = CellOrigin(
      page: table.page, sheet: table.sheet, table: table.number, frames: table.frames)
    let read = table.cells.map { cell in
      let text = CleanText.trimmed(cell.text)
      return GridCell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: text,
        reading: LabelReading.of(text), origin: origin)
    }
    var lines = (cells: read, rowCount: table.rowCount)
    if let frames = table.frames {
      let mended = PageSeams(read, rowCount: table.rowCount, frames: frames)
      lines = (mended.cells, mended.rowCount)
    }
    (cells, rowCount) = NumberRows.removed(from: lines.cells, rowCount: lines.rowCount)
    owners = [Int32](repeating: -1, count: rowCount * columnCount)
    for (index, cell) in cells.enumerated() {
      for row in cell.row..<min(cell.endRow, rowCount) {
        for column in cell.column..<min(cell.endColumn, columnCount) {
          owners[row * columnCount + column] = Int32(index)
        }
      }
    }
    lookAhead()
  }

  /// Notes for each row where its texts begin and whether it may head indicators.
  private mutating func lookAhead() {
    starts = Array(repeating: [], count: rowCount)
    signs = Array(repeating: RowSigns(), count: rowCount)
    for index in cells.indices where !cells[index].isBlank && cells[index].row < rowCount {
      let row = cells[index].row
      starts[row].append(Int32(index))
      guard let term = cells[index].columnTerm else { continue }
      signs[row].columnTerms += 1
      if term.isIndicatorAnchor || term == .content { signs[row].hasAnchor = true }
      if term == .taskName { signs[row].hasTaskName = true }
    }
  }

  /// Whether a row has what an indicator head needs at least: two known columns, one of them a level or a
  /// name.
  func mayHeadIndicators(_ row: Int) -> Bool {
    row < signs.count && signs[row].hasAnchor && signs[row].columnTerms >= 2
  }

  /// Whether a row has what a funds table's head needs at least: two known columns.
  func mayHeadFunds(_ row: Int) -> Bool { row < signs.count && signs[row].columnTerms >= 2 }

  /// Whether a row has what a task table's head needs at least.
  func mayHeadTasks(_ row: Int) -> Bool { row < signs.count && signs[row].hasTaskName }

  /// Builds a grid from rows of texts, as texts without sure columns are re-aligned.
  init(rows: [[GridCell]], columnCount: Int, isRagged: Bool) {
    self.columnCount = max(columnCount, 1)
    rowCount = rows.count
    cells = []
    owners = [Int32](repeating: -1, count: rowCount * self.columnCount)
    self.isRagged = isRagged
    for (row, rowCells) in rows.enumerated() {
      for var cell in rowCells where cell.column < self.columnCount {
        cell.row = row
        cell.rowSpan = 1
        cell.columnSpan = min(max(cell.columnSpan, 1), self.columnCount - cell.column)
        for column in cell.column..<cell.endColumn {
          owners[row * self.columnCount + column] = Int32(cells.count)
        }
        cells.append(cell)
      }
    }
    lookAhead()
  }

  /// The cell that covers a square.
  func cell(_ row: Int, _ column: Int) -> GridCell? {
    guard let index = index(row, column) else { return nil }
    return cells[index]
  }

  /// The index of the cell that covers a square.
  func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return nil }
    let owner = owners[row * columnCount + column]
    return owner < 0 ? nil : Int(owner)
  }

  /// The first cell with text that covers one of a row's columns.
  func text(_ row: Int, _ columns: Range<Int>) -> GridCell? {
    for column in columns {
      if let cell = cell(row, column), !cell.isBlank { return cell }
    }
    return nil
  }

  /// The cells that cover a row, from left to right, each once.
  func cells(inRow row: Int) -> [GridCell] {
    var result: [GridCell] = []
    result.reserveCapacity(starts[row].count + 4)
    var last: Int32 = -1
    for column in 0..<columnCount {
      let owner = owners[row * columnCount + column]
      if owner >= 0, owner != last { result.append(cells[Int(owner)]) }
      last = owner
    }
    return result
  }

  /// The unit of money that a column's heads print, the lowest first: 项目预算（万元） over 财政拨款.
  func moneyScale(inHeads rows: Range<Int>, column: Int) -> MoneyScale? {
    rows.reversed().lazy.compactMap { cell($0, column)?.label?.moneyScale }.first
  }

  /// The cells that begin in a row and hold text.
  func texts(startingInRow row: Int) -> [GridCell] {
    guard row >= 0, row < rowCount else { return [] }
    return starts[row].map { cells[Int($0)] }
  }

  /// How many cells begin in a row and hold text.
  func textCount(startingInRow row: Int) -> Int {
    row >= 0 && row < rowCount ? starts[row].count : 0
  }

  /// The first row from one on in which a text begins: hidden rows leave blank ones.
  func rowWithText(from row: Int, end: Int) -> Int? {
    (row..<max(row, end)).first { textCount(startingInRow: $0) > 0 }
  }

  /// The first cell that begins in a row and holds text.
  func firstText(startingInRow row: Int) -> GridCell? {
    guard row >= 0, row < rowCount, let first = starts[row].first else { return nil }
    return cells[Int(first)]
  }

  /// The row's only text, also one that covers it from above; nil where there are more or none.
  func loneText(inRow row: Int) -> GridCell? {
    guard row >= 0, row < rowCount, starts[row].count <= 1 else { return nil }
    var found: Int32 = -1
    for column in 0..<columnCount {
      let owner = owners[row * columnCount + column]
      guard owner >= 0, owner != found, !cells[Int(owner)].isBlank else { continue }
      guard found < 0 else { return nil }
      found = owner
    }
    return found < 0 ? nil : cells[Int(found)]
  }
}

extension Grid {
  /// Where rows stand that look like indicators: a level's label with an indicator's name or value behind it.
  var indicatorRows: [Place] {
    (0..<rowCount).compactMap { row in
      guard !mayHeadIndicators(row) else { return nil }
      let texts = texts(startingInRow: row)
      guard let level = texts.last(where: { $0.level != nil }), let last = texts.last,
        last.column >= level.endColumn
      else { return nil }
      return level.place
    }
  }
}
