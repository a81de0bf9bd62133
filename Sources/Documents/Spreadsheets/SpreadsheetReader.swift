// Reads workbooks (XLSX): each visible worksheet as one table, values as people see them.
internal import Archives
internal import Findings
package import OfficePackages
package import Tables

/// Reads the worksheets of a SpreadsheetML package, transitional or strict.
///
/// Rows and columns keep the sheet's own numbers, from 0. Blank cells are left out, merged ones are kept.
/// Numbers and dates come as their number format shows them; formulas as the value that was stored. Left out:
/// hidden sheets, rows and columns (with a finding), charts, comments, drawings.
/// Source: ECMA-376 part 1 (SpreadsheetML), 18.8.30 (number formats).
///
/// Example: `try SpreadsheetReader().read(bytes).blocks`.
package struct SpreadsheetReader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = .init()) {
    self.limits = limits
  }

  /// - Throws: `.empty`, `.unknownFormat` (no zip, or a package of another kind), `.damaged`, `.encrypted`,
  ///   `.refused` (DOCTYPE), `.limit` (bytes, entries, ratio, depth, text), `.unsupported` (xlsb).
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try OfficePackage.reading(bytes, limits: limits) { (office) throws(ReadingError) -> Document in
      try read(office)
    }
  }

  /// The same for a package that is already open.
  package func read(_ office: OfficePackage) throws(ReadingError) -> Document {
    guard office.kind != .wordDocument else { throw .unknownFormat }
    var reading = WorkbookReading(office: office, limits: limits)
    return try reading.read()
  }
}

/// One workbook while it is read.
private struct WorkbookReading {
  let office: OfficePackage
  let limits: ReadingLimits
  private var relationships: [Relationship] = []
  private var strings: SharedStrings?
  private var styles: CellStyles?
  private var notes = SheetNotes()
  private var cellCount = 0
  private var textBytes = 0

  init(office: OfficePackage, limits: ReadingLimits) {
    self.office = office
    self.limits = limits
  }

  mutating func read() throws(ReadingError) -> Document {
    let name = office.mainPart.text
    guard let entry = try office.archive.entry(named: name) else {
      throw .damaged(detail: "xlsx: \(name) is missing")
    }
    let workbook = try Workbook(entry, name: name, limits: limits)
    relationships = try office.relationships(of: office.mainPart)
    notes.hasDuplicateParts = office.archive.hasDuplicateNames
    notes.hasMoreSheets = workbook.hasMoreSheets
    var blocks: [Block] = []
    var sheetCount = 0
    for sheet in workbook.sheets {
      guard let relationship = relationships.first(where: { $0.id == sheet.relationship }),
        relationship.kind == "worksheet"
      else {
        if !relationships.contains(where: { $0.id == sheet.relationship }) {
          notes.missingSheets.append(sheet.name)
        }
        continue
      }
      sheetCount += 1
      if sheet.isHidden {
        notes.hiddenSheets.append(sheet.name)
        continue
      }
      guard let part = relationship.target?.text, let entry = try office.archive.entry(named: part) else {
        notes.missingSheets.append(sheet.name)
        continue
      }
      if let table = try table(sheet.name, entry, part, workbook, number: blocks.count + 1) {
        blocks.append(.table(table))
      }
    }
    guard sheetCount > notes.missingSheets.count || notes.missingSheets.isEmpty else {
      throw .damaged(detail: "xlsx: no worksheet part is there")
    }
    return Document(format: .xlsx, blocks: blocks, findings: notes.findings(limits: limits))
  }

  /// Reads one worksheet; nil where nothing is written on it.
  private mutating func table(
    _ name: String, _ entry: ArchiveEntry, _ part: String, _ workbook: Workbook, number: Int
  ) throws(ReadingError) -> Table? {
    var styles = try cellStyles()
    var sheet = try Worksheet(
      entry, name: part, strings: try sharedStrings(), struckStyles: styles.struck, limits: limits,
      cellCountMax: max(0, limits.cellCountMax - cellCount))
    sheet.showNumbers { number, style, isDate in
      styles.shown(number, style: style, isDate: isDate, countsFrom1904: workbook.countsFrom1904)
    }
    self.styles = styles
    sheet.sort()
    cellCount += sheet.cells.count
    for cell in sheet.cells { textBytes += cell.text.utf8.count }
    guard textBytes <= limits.unpackedBytesMax else {
      throw .limit(name: .textBytes, value: limits.unpackedBytesMax)
    }
    // What is hidden has been read and counts for the limits.
    sheet.leaveOutHidden()
    let grid = SheetGrid(sheet.cells, merges: sheet.merges)
    note(sheet, grid, name, table: number)
    guard !sheet.cells.isEmpty else { return nil }
    return Table(
      sheet: name, number: number, rowCount: grid.rowCount, columnCount: grid.columnCount, cells: grid.cells)
  }

  private mutating func note(_ sheet: Worksheet, _ grid: SheetGrid, _ name: String, table: Int) {
    if sheet.hasStruckText { notes.sheetsWithStruckText.append(name) }
    if sheet.hasHiddenText { notes.sheetsWithHiddenText.append(name) }
    if sheet.hasBrokenCells { notes.sheetsWithBrokenCells.append(name) }
    if grid.hasBrokenMerges { notes.sheetsWithBrokenMerges.append(name) }
    if grid.hasCoveredText { notes.sheetsWithCoveredText.append(name) }
    for limit in sheet.limitsReached { notes.reach(limit) }
    notes.noteCells(sheet, name: name, table: table)
  }

  /// The shared strings, read when the first sheet is.
  private mutating func sharedStrings() throws(ReadingError) -> SharedStrings {
    if let strings { return strings }
    var read = SharedStrings()
    if let part = target(of: "sharedStrings"), let entry = try office.archive.entry(named: part) {
      read = try SharedStrings(entry, name: part, limits: limits)
    }
    if read.isCut { notes.reach(.cellCount) }
    strings = read
    return read
  }

  /// The styles, read when the first sheet is.
  private mutating func cellStyles() throws(ReadingError) -> CellStyles {
    if let styles { return styles }
    guard let part = target(of: "styles"), let entry = try office.archive.entry(named: part) else {
      return CellStyles()
    }
    return try CellStyles(entry, name: part, limits: limits)
  }

  private func target(of kind: String) -> String? {
    relationships.first { $0.kind == kind }?.target?.text
  }
}
