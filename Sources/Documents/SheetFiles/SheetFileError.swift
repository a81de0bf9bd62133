// Why a sheet cannot be written as a file at all.

/// The file cannot be made; what could be made with a loss is a `SheetNotice` of the file instead.
package enum SheetFileError: Error, Sendable, Equatable {
  /// There is no sheet to write.
  case noSheet
  /// The paper has no room between its margins, or no printer takes it. The sheet's number counts from 1.
  case badPaper(sheet: Int)
  /// The cells of a table do not cover every square once, or a column has no width. Numbers count from 1.
  case brokenGrid(sheet: Int, block: Int)
  /// A limit of the format or of this room: which one, its value.
  case limit(name: Limit, value: Int)
  /// The library or the system refuses. The detail is for operators, in English.
  case notWritten(detail: String)

  /// The limits that are kept.
  package enum Limit: String, Sendable, CaseIterable {
    case sheetCount, cellCount, columnCount, rowCount, textBytes
  }
}

/// Upper bounds for what is written; far beyond any form, low enough that a mistake ends in an error.
enum SheetFileLimits {
  static let sheetCountMax = 2_000
  /// Squares of all tables of a file.
  static let squareCountMax = 500_000
  static let textBytesMax = 64 << 20
  /// UTF-16 units of a mark: a word, not a text.
  static let markMax = 40
  /// UTF-16 units of a font's name (ECMA-376 part 1, 18.8.29).
  static let fontNameMax = 31
  /// HTML ignores spans beyond it.
  static let pageColumnsMax = 1_000
  /// Word opens no table with more.
  static let wordColumnsMax = 63
  /// Rows of a worksheet (ECMA-376 part 1, 18.3), and columns, of which it could take more.
  static let worksheetRowsMax = 1_048_576
  static let worksheetColumnsMax = 1_000
  /// UTF-16 units in a cell of a worksheet.
  static let worksheetTextMax = 32_767
  /// Sides of a paper, in tenths of a millimetre: from a slip to the largest that Word takes.
  static let paperSides = 500...5_500
  /// The least room between margins.
  static let innerSideMin = 200
}
