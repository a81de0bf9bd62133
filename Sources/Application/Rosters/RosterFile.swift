// A file of organisations or people into a document, and the template that people fill.
import DocumentReading
import PlainText
package import Tables

/// Reads and makes the files of imports.
package enum RosterFile {
  /// The document of a workbook, a page or a text with separators.
  ///
  /// - Throws: whatever the reader of the format throws.
  package static func document(_ bytes: [UInt8], limits: ReadingLimits = .init()) throws(ReadingError)
    -> Document
  {
    if DocumentReader.format(of: bytes) == .text {
      return try SeparatedValuesReader(limits: limits).read(bytes)
    }
    return try DocumentReader(limits: limits).read(bytes)
  }

  /// The document of a file that somebody uploaded as a table: a workbook or a text with separators, nothing
  /// else.
  ///
  /// - Throws: `.unknownFormat` for other formats; whatever the reader of the format throws.
  package static func table(
    _ bytes: [UInt8], limits: ReadingLimits = .init()
  ) throws(ReadingError) -> Document {
    switch DocumentReader.format(of: bytes) {
    case .workbook, .text, .spreadsheetXML, .empty: return try document(bytes, limits: limits)
    default: throw .unknownFormat
    }
  }

  /// The heads of the template, in order.
  package static func heads<Column: RosterColumn>(_ columns: Column.Type) -> [String] {
    columns.allCases.map(\.title)
  }

  /// A template as text with commas: the heads and no row, with the mark by which spreadsheet programs know
  /// UTF-8.
  package static func template<Column: RosterColumn>(_ columns: Column.Type) -> [UInt8] {
    Array(("\u{FEFF}" + heads(columns).joined(separator: ",") + "\r\n").utf8)
  }
}
