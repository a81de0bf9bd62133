// What was left out, guessed or repaired while reading a workbook, and the findings that tell it.
internal import Findings
internal import Tables

/// Facts collected while reading; findings about single cells are bounded, so that a broken sheet stays
/// readable.
struct SheetNotes {
  var hiddenSheets: [String] = []
  var missingSheets: [String] = []
  var sheetsWithHiddenText: [String] = []
  var sheetsWithStruckText: [String] = []
  var sheetsWithCoveredText: [String] = []
  var sheetsWithBrokenMerges: [String] = []
  var sheetsWithBrokenCells: [String] = []
  var hasDuplicateParts = false
  var hasMoreSheets = false
  private var limitsReached: [ReadingError.Limit] = []
  private var errorFindings: [Finding] = []
  private var formulaFindings: [Finding] = []
  private var errorCount = 0
  private var formulaCount = 0

  /// Findings about single cells of one kind.
  private static let cellFindingsMax = 20

  mutating func reach(_ limit: ReadingError.Limit) {
    if !limitsReached.contains(limit) { limitsReached.append(limit) }
  }

  /// Takes what a sheet says of single cells: the first places, and how many there are.
  mutating func noteCells(_ sheet: Worksheet, name: String, table: Int) {
    func place(_ cell: CellReference) -> Place {
      Place(sheet: name, table: table, row: cell.row + 1, column: cell.column + 1)
    }
    errorCount += sheet.errorCount
    for error in sheet.errors where errorFindings.count < Self.cellFindingsMax {
      errorFindings.append(SpreadsheetWording.errorValue(error.text, place(error.cell)))
    }
    formulaCount += sheet.uncalculatedCount
    for cell in sheet.uncalculated where formulaFindings.count < Self.cellFindingsMax {
      formulaFindings.append(SpreadsheetWording.uncalculated(place(cell)))
    }
  }

  func findings(limits: ReadingLimits) -> [Finding] {
    var findings: [Finding] = []
    if !hiddenSheets.isEmpty { findings.append(SpreadsheetWording.hiddenSheets(hiddenSheets)) }
    if !missingSheets.isEmpty { findings.append(SpreadsheetWording.missingSheets(missingSheets)) }
    findings += sheetsWithHiddenText.map(SpreadsheetWording.hiddenText)
    findings += sheetsWithStruckText.map(SpreadsheetWording.struckText)
    findings += sheetsWithCoveredText.map(SpreadsheetWording.coveredText)
    findings += limitsReached.map { SpreadsheetWording.limitReached($0, limits: limits) }
    findings += sheetsWithBrokenMerges.map(SpreadsheetWording.brokenMerges)
    findings += sheetsWithBrokenCells.map(SpreadsheetWording.brokenCells)
    if hasMoreSheets { findings.append(SpreadsheetWording.moreSheets) }
    if hasDuplicateParts { findings.append(SpreadsheetWording.duplicateParts) }
    findings += errorFindings
    if errorCount > errorFindings.count {
      findings.append(SpreadsheetWording.moreErrors(errorCount - errorFindings.count))
    }
    findings += formulaFindings
    if formulaCount > formulaFindings.count {
      findings.append(SpreadsheetWording.moreUncalculated(formulaCount - formulaFindings.count))
    }
    return findings
  }
}
