// What had to be left out of a page, counted while it is read.
import Findings
import Tables

/// Counts that end up as findings.
struct PageTally {
  /// Hidden elements that held text, and hidden fields that held a value.
  var hiddenCount = 0
  var hasStruckText = false
  /// Tables that reached a limit.
  var limits: [(limit: ReadingError.Limit, table: Int)] = []
  /// True where numbers of tables may not run in order: empty tables were dropped, or one came before
  /// another.
  var hasGaps = false
  var isCutShort = false
  /// True where the page ends before its table does, and before itself.
  var endsInTable = false
  /// True where the page shows other pages.
  var hasFrames = false

  func findings(_ limits: ReadingLimits, isEmpty: Bool) -> [Finding] {
    var findings: [Finding] = []
    if hasFrames, isEmpty { findings.append(WebPagesWording.onlyFrames) }
    if hasStruckText { findings.append(WebPagesWording.struckText) }
    if hiddenCount > 0 { findings.append(WebPagesWording.hidden(hiddenCount)) }
    if isCutShort {
      findings.append(WebPagesWording.cutShort)
    } else if endsInTable {
      findings.append(WebPagesWording.endsInTable)
    }
    for (limit, table) in self.limits.prefix(20) {
      findings.append(WebPagesWording.limit(limit, limits: limits, table: table))
    }
    return findings
  }
}
