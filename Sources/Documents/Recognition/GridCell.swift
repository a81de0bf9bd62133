// A cell of a grid: where it lies, what it says, what that can mean as a label.
import Findings

/// Where the cells of one table, or the words of a text's lines, come from; shared by all of them.
final class CellOrigin: Sendable {
  private let page: Int?
  private let sheet: String?
  /// The table's number; nil for lines of a text, whose row is the line.
  private let table: Int?

  init(page: Int?, sheet: String?, table: Int?) {
    self.page = page
    self.sheet = sheet
    self.table = table
  }

  /// Words of lines outside tables.
  static let lines = CellOrigin(page: nil, sheet: nil, table: nil)

  /// The place of a cell, its row and column from 0, or of a line, its number from 1.
  func place(row: Int, column: Int) -> Place {
    guard let table else { return Place(line: row) }
    return Place(page: page, sheet: sheet, table: table, row: row + 1, column: column + 1)
  }
}

/// A cell with its text cleaned and its meaning looked up once.
struct GridCell {
  /// Upper left corner and spans on the grid that is read; a re-aligned cell has moved.
  var row: Int
  var column: Int
  var rowSpan = 1
  var columnSpan = 1
  var text: String
  /// What the text can mean as a label; nil for values and prose.
  var reading: LabelReading?
  private let origin: CellOrigin
  private let originRow: Int
  private let originColumn: Int

  init(
    row: Int, column: Int, rowSpan: Int, columnSpan: Int, text: String, reading: LabelReading?,
    origin: CellOrigin
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.reading = reading
    self.origin = origin
    originRow = row
    originColumn = column
  }

  /// A word or words of a line.
  init(line: Int, column: Int, text: String, reading: LabelReading?) {
    row = 0
    self.column = column
    self.text = text
    self.reading = reading
    origin = .lines
    originRow = line
    originColumn = 0
  }

  /// Where the text is printed.
  var place: Place { origin.place(row: originRow, column: originColumn) }
  var isBlank: Bool { text.isEmpty }
  var label: LabelText? { reading?.label }
  var field: FieldTerm? { reading?.meaning.field }
  var columnTerm: ColumnTerm? { reading?.meaning.column }
  var level: LevelTerm? { reading?.meaning.level }
  var endRow: Int { row + rowSpan }
  var endColumn: Int { column + columnSpan }
}
