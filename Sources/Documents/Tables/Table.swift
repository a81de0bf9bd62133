// A table: cells with row and column spans on a grid.
package import Findings

/// A cell of a table: its anchor on the grid, its spans and its text.
package struct Cell: Sendable, Equatable {
  /// Row and column of the upper left corner, from 0.
  package var row: Int
  package var column: Int
  /// How many rows and columns it covers, at least 1 each.
  package var rowSpan: Int
  package var columnSpan: Int
  /// The text: paragraphs and line breaks joined by `\n`, ends trimmed, the text of nested tables left out.
  package var text: String
  /// Tables nested in the cell, in order (a page's layout table holds the form's table).
  package var tables: [Table]

  package init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: String, tables: [Table] = []
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.tables = tables
  }
}

/// A table as printed: a grid of `rowCount` × `columnCount` with cells that cover one or more squares.
///
/// Cells are sorted by row, then column, and never overlap. Squares without a cell are blank: readers may
/// leave blank cells out where the format does not draw them (a worksheet), and must keep them where it does
/// (Word, HTML).
package struct Table: Sendable, Equatable {
  /// The worksheet's name, where the table is one.
  package var sheet: String?
  /// Page of its first row, in paged formats, from 1.
  package var page: Int?
  /// Running number in the document, from 1, nested tables counted after the one that holds them.
  package var number: Int
  package var rowCount: Int
  package var columnCount: Int
  package var cells: [Cell]
  /// True where rows are lists of cells without a sure column (tab-separated text with dropped merged cells).
  package var isRagged: Bool
  /// True where no line parts the rows, so that what is merged was told by where texts stand.
  package var hasGuessedRows: Bool
  /// For a table nested in a cell: the cell's text between the table before it, if any, and this one. A
  /// form's title stands there on pages laid out with tables; it is in the cell's text too.
  package var textBefore: String?
  /// Where its cells are printed, in formats with fixed places.
  package var frames: TableFrames?

  package init(
    sheet: String? = nil, page: Int? = nil, number: Int, rowCount: Int, columnCount: Int, cells: [Cell],
    isRagged: Bool = false, hasGuessedRows: Bool = false, textBefore: String? = nil,
    frames: TableFrames? = nil
  ) {
    self.sheet = sheet
    self.page = page
    self.number = number
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = cells
    self.isRagged = isRagged
    self.hasGuessedRows = hasGuessedRows
    self.textBefore = textBefore
    self.frames = frames
  }

  /// The place of a cell, for provenance and findings.
  package func place(of cell: Cell) -> Place {
    let frame = frames?.frame(row: cell.row, column: cell.column)
    return Place(
      page: frame?.page ?? page, sheet: sheet, table: number, row: cell.row + 1, column: cell.column + 1,
      box: frame?.box)
  }
}
