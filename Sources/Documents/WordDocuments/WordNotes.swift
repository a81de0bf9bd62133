// What the walk through a Word document left out, guessed or repaired, and the findings that tell it.
internal import Findings
internal import Tables

/// Facts collected while walking; each becomes at most one finding, however often it was met.
struct WordNotes {
  var hasHiddenText = false
  var hasStruckText = false
  var hasPlaceholders = false
  var hasCoveredText = false
  var hasForeignChunk = false
  var hasDuplicateParts = false
  var hasBrokenStyles = false
  var deletionCount = 0
  /// Numbers of the tables whose grid did not fit together.
  var repairedTables: [Int] = []
  private var limitsReached: [ReadingError.Limit] = []

  mutating func reach(_ limit: ReadingError.Limit) {
    if !limitsReached.contains(limit) { limitsReached.append(limit) }
  }

  func findings(limits: ReadingLimits) -> [Finding] {
    var findings: [Finding] = []
    if hasHiddenText { findings.append(WordDocumentWording.hiddenText) }
    if hasStruckText { findings.append(WordDocumentWording.struckText) }
    if hasPlaceholders { findings.append(WordDocumentWording.placeholders) }
    if hasCoveredText { findings.append(WordDocumentWording.coveredText) }
    if hasForeignChunk { findings.append(WordDocumentWording.foreignChunk) }
    if deletionCount > 0 { findings.append(WordDocumentWording.deletions(deletionCount)) }
    for limit in limitsReached { findings.append(WordDocumentWording.limitReached(limit, limits: limits)) }
    if let first = repairedTables.first {
      findings.append(WordDocumentWording.repairedTables(count: repairedTables.count, first: first))
    }
    if hasDuplicateParts { findings.append(WordDocumentWording.duplicateParts) }
    if hasBrokenStyles { findings.append(WordDocumentWording.brokenStyles) }
    return findings
  }
}
