// The names of SpreadsheetML that mean something to the reader.

/// Elements by meaning, of the workbook, the sheets, the shared strings and the styles.
enum SheetName: UInt8 {
  case workbook = 1, workbookProperties, sheet
  case worksheet, column, row, cell, value, inlineString, formula, mergedCell
  case stringItem, text, phoneticRun, run
  case strike, verticalAlignment
  case numberFormat, fonts, font, cellFormats, cellFormat

  static let spellings: [(StaticString, UInt8)] = [
    ("workbook", workbook), ("workbookPr", workbookProperties), ("sheet", sheet),
    ("worksheet", worksheet), ("col", column), ("row", row), ("c", cell), ("v", value), ("is", inlineString),
    ("f", formula), ("mergeCell", mergedCell),
    ("si", stringItem), ("t", text), ("rPh", phoneticRun), ("r", run),
    ("strike", strike), ("vertAlign", verticalAlignment),
    ("numFmt", numberFormat), ("fonts", fonts), ("font", font), ("cellXfs", cellFormats), ("xf", cellFormat),
  ].map { (spelling: (StaticString, SheetName)) in (spelling.0, spelling.1.rawValue) }

  /// The main namespace, transitional and strict; every other element means nothing here.
  static let namespaces: [(StaticString, UInt8)] = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", 1),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", 1),
  ]
}
