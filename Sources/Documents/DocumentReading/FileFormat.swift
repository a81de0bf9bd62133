// What a file is, told by its bytes.

/// The kinds of files that the reader tells apart, by content and never by name.
package enum FileFormat: Sendable, Equatable {
  case empty
  /// Office packages (zip) of the two kinds that are read.
  case wordDocument, workbook
  case webPage
  /// A web page with its parts in one file (.mht).
  case webArchive
  /// A workbook as Excel 2003 wrote it in XML.
  case spreadsheetXML
  case text
  case pdf
  /// Word 97–2003 and Excel 97–2003, which WPS writes too (.wps, .et).
  case legacyWord, legacyWorkbook
  /// A workbook of Excel in its binary form (.xlsb).
  case binaryWorkbook
  /// A document as Word 2003 wrote it in XML.
  case wordXML
  case richText
  /// OpenDocument: texts and spreadsheets.
  case openText, openSpreadsheet
  /// A picture, perhaps of a form.
  case picture
  /// Protected by a password, so that nothing can be told about what is inside.
  case encrypted
  /// A container of office files whose directory cannot be read: cut off, or overwritten.
  case damaged
  /// Known and not read; its usual name in Chinese.
  case known(name: String)
  case unknown

  /// True where the bytes go through libraries or programs that were not written for hostile files: those are
  /// read in a process of their own only.
  package var needsIsolation: Bool {
    switch self {
    case .pdf, .legacyWord, .legacyWorkbook, .binaryWorkbook, .wordXML, .spreadsheetXML, .richText, .openText,
      .openSpreadsheet, .picture:
      true
    case .empty, .wordDocument, .workbook, .webPage, .webArchive, .text, .encrypted, .damaged, .known,
      .unknown:
      false
    }
  }

  /// The usual name of a format, as people call it; nil where there is none to tell.
  ///
  /// Example: `.legacyWord` is `Word 97–2003（.doc）`.
  package var usualName: String? {
    switch self {
    case .pdf: "PDF"
    case .legacyWord: FormatNameWording.oldWord
    case .legacyWorkbook: FormatNameWording.oldWorkbook
    case .binaryWorkbook: FormatNameWording.binaryWorkbook
    case .wordXML: FormatNameWording.wordXML
    case .spreadsheetXML: FormatNameWording.workbookXML
    case .richText: FormatNameWording.richText
    case .openText: FormatNameWording.openText
    case .openSpreadsheet: FormatNameWording.openSpreadsheet
    case .picture: FormatNameWording.picture
    case .webArchive: FormatNameWording.webArchive
    case .known(let name): name
    case .empty, .wordDocument, .workbook, .webPage, .text, .encrypted, .damaged, .unknown: nil
    }
  }
}
