// A cell of a grid: where it lies, what it says, what that can mean as a label.
import Findings
import FormVocabulary
import Tables

/// Where the cells of one table, or the words of a text's lines, come from; shared by all of them.
final class CellOrigin: Sendable {
  private let page: Int?
  private let sheet: String?
  /// The table's number; nil for lines of a text, whose row is the line.
  private let table: Int?
  /// Where the cells are printed, in formats with fixed places.
  private let frames: TableFrames?
  /// The place of everything from here, where it was told and not seen.
  private let told: Place?

  init(page: Int?, sheet: String?, table: Int?, frames: TableFrames? = nil) {
    self.page = page
    self.sheet = sheet
    self.table = table
    self.frames = frames
    told = nil
  }

  /// For a record that is read back: the one place that it tells.
  init(at place: Place) {
    page = nil
    sheet = nil
    table = nil
    frames = nil
    told = place
  }

  /// Words of lines outside tables.
  static let lines = CellOrigin(page: nil, sheet: nil, table: nil)

  /// The place of a cell, its row and column from 0, or of a line, its number from 1.
  func place(row: Int, column: Int) -> Place {
    if let told { return told }
    guard let table else { return Place(line: row) }
    let frame = frames?.frame(row: row, column: column)
    return Place(
      page: frame?.page ?? page, sheet: sheet, table: table, row: row + 1, column: column + 1,
      box: frame?.box)
  }
}

/// A cell with its text cleaned and its meaning looked up once. Rows and columns are 32 bits wide: a large
/// sheet has
/// many cells.
struct GridCell {
  private var row32: Int32
  private var column32: Int32
  private var rowSpan32: Int32 = 1
  private var columnSpan32: Int32 = 1
  var text: String
  /// What the text can mean as a label; nil for values and prose.
  var reading: LabelReading?
  /// Where the text is printed, wherever the cell has moved.
  let spot: CellSpot

  init(
    row: Int, column: Int, rowSpan: Int, columnSpan: Int, text: String, reading: LabelReading?,
    origin: CellOrigin
  ) {
    row32 = Int32(clamping: row)
    column32 = Int32(clamping: column)
    rowSpan32 = Int32(clamping: rowSpan)
    columnSpan32 = Int32(clamping: columnSpan)
    self.text = text
    self.reading = reading
    spot = CellSpot(origin: origin, row: row32, column: column32)
  }

  /// A word or words of a line.
  init(line: Int, column: Int, text: String, reading: LabelReading?) {
    row32 = 0
    column32 = Int32(clamping: column)
    self.text = text
    self.reading = reading
    spot = CellSpot(origin: .lines, row: Int32(clamping: line), column: 0)
  }

  /// Upper left corner on the grid that is read; a re-aligned cell has moved.
  var row: Int {
    get { Int(row32) }
    set { row32 = Int32(clamping: newValue) }
  }
  var column: Int {
    get { Int(column32) }
    set { column32 = Int32(clamping: newValue) }
  }
  var rowSpan: Int {
    get { Int(rowSpan32) }
    set { rowSpan32 = Int32(clamping: newValue) }
  }
  var columnSpan: Int {
    get { Int(columnSpan32) }
    set { columnSpan32 = Int32(clamping: newValue) }
  }

  var place: Place { spot.place }
  var isBlank: Bool { text.isEmpty }
  var label: LabelText? { reading?.label }
  var field: FieldTerm? { reading?.meaning.field }
  var columnTerm: ColumnTerm? { reading?.meaning.column }
  var level: LevelTerm? { reading?.meaning.level }
  var endRow: Int { row + rowSpan }
  var endColumn: Int { column + columnSpan }
}
