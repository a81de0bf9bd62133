// The names of WordprocessingML that mean something to the reader.

/// Elements by meaning; one code for names that are treated alike.
enum WordName: UInt8, CaseIterable {
  case document = 1, body, altChunk
  case paragraph, paragraphProperties, paragraphStyle, outlineLevel
  case run, runProperties, fonts, vanish, struck, raised
  case text, tab, lineBreak, noBreakHyphen, symbol
  case fieldChar, checkBox, checked, defaultValue, dropDownList, result, listEntry
  case table, tableGrid, gridColumn, row, rowProperties, gridBefore, gridAfter
  case cell, cellProperties, gridSpan, verticalMerge, horizontalMerge, cellDeletion
  case deletion, movedAway
  case contentControl, contentControlProperties, placeholderShown
  case textBox
  case alternateContent, choice, fallback
  /// Subtrees without text of the story: instructions, old properties, phonetic guides, layout.
  case skipped
  // Styles
  case styles, style, styleName, basedOn

  /// Every name with its meaning.
  static let spellings: [(StaticString, UInt8)] = [
    ("document", document), ("body", body), ("altChunk", altChunk),
    ("p", paragraph), ("pPr", paragraphProperties), ("pStyle", paragraphStyle), ("outlineLvl", outlineLevel),
    ("r", run), ("rPr", runProperties), ("rFonts", fonts), ("vanish", vanish),
    ("strike", struck), ("dstrike", struck), ("vertAlign", raised),
    ("t", text), ("tab", tab), ("ptab", tab), ("br", lineBreak), ("cr", lineBreak),
    ("noBreakHyphen", noBreakHyphen), ("sym", symbol),
    ("fldChar", fieldChar), ("checkBox", checkBox), ("checked", checked), ("default", defaultValue),
    ("ddList", dropDownList), ("result", result), ("listEntry", listEntry),
    ("tbl", table), ("tblGrid", tableGrid), ("gridCol", gridColumn), ("tr", row), ("trPr", rowProperties),
    ("gridBefore", gridBefore), ("gridAfter", gridAfter),
    ("tc", cell), ("tcPr", cellProperties), ("gridSpan", gridSpan), ("vMerge", verticalMerge),
    ("hMerge", horizontalMerge), ("cellDel", cellDeletion),
    ("del", deletion), ("moveFrom", movedAway),
    ("sdt", contentControl), ("sdtPr", contentControlProperties), ("showingPlcHdr", placeholderShown),
    ("txbxContent", textBox),
    ("AlternateContent", alternateContent), ("Choice", choice), ("Fallback", fallback),
    ("instrText", skipped), ("delText", skipped), ("delInstrText", skipped), ("rt", skipped),
    ("tblPr", skipped), ("tblPrEx", skipped), ("sectPr", skipped), ("sdtEndPr", skipped),
    ("pPrChange", skipped), ("rPrChange", skipped), ("tblPrChange", skipped), ("tblGridChange", skipped),
    ("trPrChange", skipped), ("tcPrChange", skipped), ("sectPrChange", skipped), ("tblPrExChange", skipped),
    ("numberingChange", skipped), ("ctrlPr", skipped),
    ("styles", styles), ("style", style), ("name", styleName), ("basedOn", basedOn),
  ].map { ($0.0, $0.1.rawValue) }
}

/// The namespaces whose elements are looked at; every other element is walked through.
enum WordNamespace: UInt8, CaseIterable {
  case word = 1
  case math
  case compatibility

  /// Transitional and strict names mean the same.
  static let spellings: [(StaticString, UInt8)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", word.rawValue),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", word.rawValue),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", math.rawValue),
    ("http://purl.oclc.org/ooxml/officeDocument/math", math.rawValue),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", compatibility.rawValue),
  ]
}
