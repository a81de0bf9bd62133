// What an opinion is about: the form, what was found in it, and what is known around it.
package import Model
package import Review

/// Everything that the opinion of an approval may speak of.
package struct OpinionMatter: Sendable {
  /// The form as it would be approved.
  package var form: Form
  /// What the review has found, in the order of the screen; what the reviewer has set aside is left out by
  /// whoever asks.
  package var findings: [ReviewFinding]
  /// The sums that hold.
  package var sums: [SoundSum]
  /// The grade of the review sheet, as the reviewer gave it or as the findings propose it; nil for forms that
  /// have no such sheet.
  package var grade: ReviewSheet.Grade?
  /// The same project's target of the year before.
  package var lastYear: Form?
  /// The same project's self-evaluation of the year before.
  package var lastOutcome: Form?
  /// The version in force, where this one is to take its place.
  package var inForce: Form?

  package init(
    form: Form, findings: [ReviewFinding] = [], sums: [SoundSum] = [], grade: ReviewSheet.Grade? = nil,
    lastYear: Form? = nil, lastOutcome: Form? = nil, inForce: Form? = nil
  ) {
    self.form = form
    self.findings = findings
    self.sums = sums
    self.grade = grade
    self.lastYear = lastYear
    self.lastOutcome = lastOutcome
    self.inForce = inForce
  }
}
