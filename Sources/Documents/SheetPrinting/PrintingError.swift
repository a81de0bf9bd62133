// Why sheets cannot be printed at all.

/// What ends a printing.
package enum PrintingError: Error, Equatable, Sendable {
  /// There was no sheet.
  case nothingToPrint
  /// The margins of a sheet leave less than a finger's breadth, or the page is larger than PDF allows; sheets
  /// count from 0.
  case unusablePaper(sheet: Int)
  /// The system has no fonts, or they cannot be opened.
  case noFonts
  /// The drawing library failed.
  case drawing(detail: String)
}
