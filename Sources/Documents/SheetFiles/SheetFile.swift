// Sheets as files: HTML to look at and print, DOCX and XLSX to work with.
package import FormSheets
internal import HTML

/// A written file.
package struct SheetFile: Sendable, Equatable {
  package let bytes: [UInt8]
  /// What the file does not show as the sheets have it, in reading order; empty as a rule.
  package let notices: [SheetNotice]
}

/// Writes sheets into files; several sheets into one, each beginning a page (a worksheet) of its own.
///
/// The same sheets and settings give the same bytes.
///
/// Example: `try SheetWriter(created: 1_700_000_000).word([sheet]).bytes`.
package struct SheetWriter: Sendable {
  /// When the files say that they were made: seconds since 1970 in universal time.
  package var created: Int
  /// The fonts that office files name.
  package var fonts: SheetFonts

  package init(created: Int, fonts: SheetFonts = SheetFonts()) {
    // From 1970 to the end of 9999, what all formats can say.
    self.created = min(max(0, created), 253_402_300_799)
    self.fonts = fonts
  }

  /// A page that needs nothing beside it: no script, one style element, nothing loaded from elsewhere.
  ///
  /// It prints on the sheets' papers, with head rows at a table's top repeated and, in browsers that can,
  /// pages numbered.
  package func html(_ sheets: [FormSheet]) throws(SheetFileError) -> SheetFile {
    let sound = try SoundSheets(sheets, columnsMax: SheetFileLimits.pageColumnsMax)
    var page = PageDocument(sheets: sound.sheets)
    return SheetFile(bytes: page.write(), notices: sound.notices)
  }

  /// A document of Word (DOCX, ECMA-376 transitional): tables with true spans, head rows at a table's top
  /// repeated on each page, rows never split unless taller than a page.
  ///
  /// - Throws: `.limit(.columnCount)` from 64 columns on, which Word does not open, and whatever a sheet that
  ///   breaks the law of its kind meets.
  package func word(_ sheets: [FormSheet]) throws(SheetFileError) -> SheetFile {
    let sound = try SoundSheets(sheets, columnsMax: SheetFileLimits.wordColumnsMax)
    let package = WordPackage(sheets: sound.sheets, fonts: fonts.sound, created: created)
    return SheetFile(bytes: try package.bytes(), notices: sound.notices)
  }

  /// A workbook (XLSX) with a worksheet for each sheet. Every cell is text; rows are as high as their text
  /// needs by estimate; a row taller than a worksheet can have becomes several that are merged.
  package func workbook(_ sheets: [FormSheet]) throws(SheetFileError) -> SheetFile {
    let sound = try SoundSheets(
      sheets, columnsMax: SheetFileLimits.worksheetColumnsMax, textMax: SheetFileLimits.worksheetTextMax)
    let bytes = try Workbook.bytes(of: sound.sheets, fonts: fonts.sound, created: created)
    return SheetFile(bytes: bytes, notices: sound.notices)
  }
}
