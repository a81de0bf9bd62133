// What a rule has to say about a form: one sentence, its cells, its numbers, a proposal.
package import Findings
package import Quantities

/// One number of a finding's sum, with the cell it stands in.
package struct ReviewTerm: Sendable, Equatable {
  /// The field path of the cell; nil for a number that is computed.
  package var field: String?
  /// What the number is: 户数, 单位成本, 本年预算.
  package var label: String
  /// The exact number, scale words resolved: 40000.
  package var number: ExactDecimal
  /// The unit as printed in sentences: 元/户; nil for a bare number.
  package var unit: String?

  package init(field: String? = nil, label: String, number: ExactDecimal, unit: String? = nil) {
    self.field = field
    self.label = label
    self.number = number
    self.unit = unit
  }
}

/// A finding of the review.
package struct ReviewFinding: Sendable, Equatable {
  /// The code of the rule.
  package var rule: String
  /// Nil until the engine sets it from rule and rule set; a rule may set its own.
  package var severity: Severity?
  /// The cells it speaks of, the first one where it is shown: `indicators/3/annualValue`, `goals/annual`,
  /// `budget/total`, `indicators` for the table as a whole.
  package var fields: [String]
  /// The sentence in Chinese, finished: what stands there → the sum → what to do.
  package var message: String
  package var proposal: Proposal?
  /// The numbers of its sum, in the order of the sentence.
  package var terms: [ReviewTerm]
  /// The money in question, for the order on the screen.
  package var stake: Money?

  /// Where it is shown: its first cell; for a finding over several rows, the table.
  package var shownField: String? {
    guard let first = fields.first, fields.count > 1 else { return fields.first }
    let rows = Set(fields.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    if rows.count == 1 { return first }
    let parts = Set(fields.map { $0.prefix { $0 != "/" } })
    return parts == ["indicators"] && isGrouped ? "indicators" : first
  }

  /// True where the engine made it of several findings of one rule.
  package var isGrouped = false

  package init(
    rule: String, severity: Severity? = nil, fields: [String], message: Sentence, proposal: Proposal? = nil,
    terms: [ReviewTerm] = [], stake: Money? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.fields = fields
    self.message = message.text
    self.proposal = proposal
    self.terms = terms
    self.stake = stake
  }
}

/// A sum that holds (勾稽相符): told so that reviewers see what was checked.
package struct SoundSum: Sendable, Equatable {
  /// The cells that were added or multiplied.
  package var fields: [String]
  /// The sum in Chinese, finished.
  package var message: String
  package var terms: [ReviewTerm]

  package init(fields: [String], message: String, terms: [ReviewTerm]) {
    self.fields = fields
    self.message = message
    self.terms = terms
  }
}
