// What a file is, told by its bytes.

/// The kinds of files that the reader tells apart, by content and never by name.
package enum FileFormat: Sendable, Equatable {
  case empty
  /// Office packages (zip) of the two kinds that are read.
  case wordDocument, workbook
  case webPage
  /// A workbook as Excel 2003 wrote it in XML.
  case spreadsheetXML
  case text
  case pdf
  /// Protected by a password, so that nothing can be told about what is inside.
  case encrypted
  /// Known and not read; its usual name in Chinese.
  case known(name: String)
  case unknown
}
