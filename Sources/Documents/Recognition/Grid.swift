// A table made square: every square knows the cell that covers it, every cell what its text can mean.
import Findings
import Tables

/// A cell with its text cleaned and its meaning looked up once.
struct GridCell {
  var row: Int
  var column: Int
  var rowSpan: Int
  var columnSpan: Int
  var text: String
  /// What the text means as a label; nil for values and prose.
  var meaning: Meaning?
  var label: LabelText?
  var place: Place

  var isBlank: Bool { text.isEmpty }
  var field: FieldTerm? { meaning?.field }
  var columnTerm: ColumnTerm? { meaning?.column }
  var level: LevelTerm? { meaning?.level }
  var endRow: Int { row + rowSpan }
  var endColumn: Int { column + columnSpan }
}

/// A table as a matrix of indices into its cells.
struct Grid {
  var cells: [GridCell]
  let rowCount: Int
  let columnCount: Int
  /// Row by row, the index of the covering cell, or −1.
  private var owners: [Int32]
  /// True where level cells left blank mean "as above" (tables that merge nothing, texts that lost their merges).
  var isRagged: Bool

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
    for index in cells.indices { cells[index].place = table.place(of: table.cells[index]) }
  }

  private init?(square table: Table) {
    guard table.rowCount > 0, table.columnCount > 0, !table.cells.isEmpty,
      table.rowCount <= Grid.squaresMax / table.columnCount
    else { return nil }
    rowCount = table.rowCount
    columnCount = table.columnCount
    owners = [Int32](repeating: -1, count: rowCount * columnCount)
    cells = []
    cells.reserveCapacity(table.cells.count)
    isRagged = table.isRagged
    for cell in table.cells {
      let text = CleanText.trimmed(cell.text)
      let found = text.isEmpty ? nil : Vocabulary.meaning(of: text)
      let index = Int32(cells.count)
      cells.append(
        GridCell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: text,
          meaning: found?.0, label: found?.1 ?? Grid.unitNote(text), place: table.place(of: cell)))
      for row in cell.row..<min(cell.row + cell.rowSpan, rowCount) {
        for column in cell.column..<min(cell.column + cell.columnSpan, columnCount) {
          owners[row * columnCount + column] = index
        }
      }
    }
  }

  /// The label of a text without a known meaning that prints a money unit: 本年度项目预算与执行（万元）.
  private static func unitNote(_ text: String) -> LabelText? {
    guard text.utf8.count < 100, text.contains("元"), let label = LabelText(text), label.moneyScale != nil,
      !label.key.contains(where: \.isDigit)
    else { return nil }
    return label
  }

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
    var last: Int32 = -1
    for column in 0..<columnCount {
      let owner = owners[row * columnCount + column]
      if owner >= 0, owner != last { result.append(cells[Int(owner)]) }
      last = owner
    }
    return result
  }

  /// The cells that begin in a row and hold text.
  func texts(startingInRow row: Int) -> [GridCell] {
    cells(inRow: row).filter { $0.row == row && !$0.isBlank }
  }

  /// True where the row holds one text only.
  func loneText(inRow row: Int) -> GridCell? {
    var found: GridCell?
    for cell in cells(inRow: row) where !cell.isBlank {
      guard found == nil else { return nil }
      found = cell
    }
    return found
  }
}
