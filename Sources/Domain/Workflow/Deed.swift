// What a step leaves behind: the record that says what was done and why.

/// A cell that a reviewer objects to; the clerk may change it again.
package struct Objection: Sendable, Hashable {
  /// The field path inside the form, such as `indicators/3/annualValue`.
  package let field: String
  /// The rule whose finding it follows; nil for the reviewer's own.
  package let rule: String?
  /// The reason, for the clerk to read.
  package let words: String
  /// A better value, where one is proposed.
  package let proposal: String?
  /// Why it comes only now, where the cell was seen in the round before and has not changed since.
  package let whyNow: String?

  package init(
    field: String, rule: String? = nil, words: String, proposal: String? = nil, whyNow: String? = nil
  ) {
    self.field = field
    self.rule = rule
    self.words = words
    self.proposal = proposal
    self.whyNow = whyNow
  }
}

/// The record of one step, with what that step has to say.
package enum Deed: Sendable, Hashable {
  case submission(route: Route)
  case withdrawal
  case opening
  case release
  case forwarding(note: String?)
  case recall
  /// At least one cell, each with a reason.
  case `return`([Objection])
  case retraction
  /// The opinion (批复意见), and the number of the approval where the bureau gives one.
  case approval(opinion: String, number: String?)
  case reopening(reason: String)
  case disclosure
  case withholding(reason: String)
  case adjustment(reason: String)
  case abandonment(reason: String?)
  case lapse(reason: String)

  /// The step whose record this is.
  package var step: Step {
    switch self {
    case .submission: .submit
    case .withdrawal: .withdraw
    case .opening: .open
    case .release: .release
    case .forwarding: .forward
    case .recall: .recall
    case .return: .sendBack
    case .retraction: .retract
    case .approval: .approve
    case .reopening: .reopen
    case .disclosure: .disclose
    case .withholding: .withhold
    case .adjustment: .adjust
    case .abandonment: .abandon
    case .lapse: .lapse
    }
  }

  /// What the record lacks: a return without a cell, a reason or an opinion without a word.
  package var gap: StepRefusal? {
    switch self {
    case .submission, .withdrawal, .opening, .release, .forwarding, .recall, .retraction, .disclosure,
      .abandonment:
      nil
    case .return(let objections): Self.gap(in: objections)
    case .approval(let opinion, _): Self.isBlank(opinion) ? .noOpinion : nil
    case .reopening(let reason), .withholding(let reason), .adjustment(let reason), .lapse(let reason):
      Self.isBlank(reason) ? .noReason(step) : nil
    }
  }

  private static func gap(in objections: [Objection]) -> StepRefusal? {
    if objections.isEmpty { return .noObjection }
    let wordless = objections.first { isBlank($0.words) || isBlank($0.field) }
    return wordless.map { .wordlessObjection(field: $0.field) }
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value == 0x200B || $0.value == 0xFEFF }
  }
}
