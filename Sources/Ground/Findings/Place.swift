// A place in a document: where a text was printed.

/// Where in a document something stands; every part is optional because formats differ.
///
/// All numbers count from 1, as people count. Example: sheet "Sheet1", table 2, row 5, column 3.
package struct Place: Sendable, Hashable {
  /// The page, in paged formats.
  package var page: Int?
  /// The worksheet's name, in workbooks.
  package var sheet: String?
  /// The running number of the table in the document.
  package var table: Int?
  /// The row in the table, or in the worksheet.
  package var row: Int?
  /// The column in the table, or in the worksheet.
  package var column: Int?
  /// The running number of the paragraph outside tables, or the line of a plain text.
  package var line: Int?
  /// The rectangle on the page, in formats that print at fixed places.
  package var box: Box?

  package init(
    page: Int? = nil, sheet: String? = nil, table: Int? = nil, row: Int? = nil, column: Int? = nil,
    line: Int? = nil, box: Box? = nil
  ) {
    self.page = page
    self.sheet = sheet
    self.table = table
    self.row = row
    self.column = column
    self.line = line
    self.box = box
  }
}
