// A bureau's own phrases: how its opinions open and close, what it says to a finding, what it often writes.
package import Review

/// The phrases of a bureau (常用批语). An empty text takes the usual one.
///
/// Slots are filled from the form: `{项目}`, `{单位}`, `{年度}`, `{预算}`, and `{格}` for the cells of a finding.
package struct OpinionPhrases: Sendable, Hashable {
  /// The first sentence by the grade of the review sheet.
  package var openings: [ReviewSheet.Grade: String]
  /// The first sentence for forms without a review sheet.
  package var plainOpening: String
  /// The last sentence; empty for none.
  package var closing: String
  /// What is said to a finding, by the code of its rule.
  package var clauses: [String: String]
  /// Sentences to put into an opinion by a press.
  package var opinions: [String]
  /// Reasons for a return to put in by a press.
  package var reasons: [String]

  package init(
    openings: [ReviewSheet.Grade: String] = [:], plainOpening: String = "", closing: String = "",
    clauses: [String: String] = [:], opinions: [String] = [], reasons: [String] = []
  ) {
    self.openings = openings
    self.plainOpening = plainOpening
    self.closing = closing
    self.clauses = clauses
    self.opinions = opinions
    self.reasons = reasons
  }

  /// What a bureau begins with that has written nothing of its own.
  package static var usual: OpinionPhrases {
    OpinionPhrases(opinions: OpinionWording.usualOpinions, reasons: OpinionWording.usualReasons)
  }

  /// The opening for a grade.
  package func opening(for grade: ReviewSheet.Grade?) -> String {
    guard let grade else { return plainOpening.isEmpty ? OpinionWording.plainOpening : plainOpening }
    if let own = openings[grade], !own.isEmpty { return own }
    return OpinionWording.opening(grade)
  }
}
