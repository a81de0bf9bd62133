// The rules that were silent for want of something to go by, told so that silence is not taken for praise.
package import JSONText
import Model
import Review

/// What the review of some forms could not look at.
package struct UncheckedRules: Sendable, Equatable {
  /// Why rules had nothing to go by.
  package enum Reason: String, Sendable, CaseIterable {
    /// Nobody gave last year's forms.
    case noLastYear = "no-last-year"
    /// Last year's forms hold none of this project.
    case notInLastYear = "not-in-last-year"
    /// Fewer than eight comparable unit costs in the run.
    case fewPeers = "few-peers"
    /// Nobody said whether there was a pre-assessment.
    case noAssessment = "no-assessment"

    /// The codes of the rules.
    package var rules: [String] {
      switch self {
      case .noLastYear, .notInLastYear: ["A05", "A06"]
      case .fewPeers: ["A10"]
      case .noAssessment: ["A15"]
      }
    }
  }

  /// How many forms each reason concerns.
  package private(set) var counts: [Reason: Int] = [:]

  package init() {}

  /// Counts the forms of one file.
  package mutating func add(_ forms: [ReviewedForm]) {
    for form in forms {
      for reason in form.unchecked { counts[reason, default: 0] += 1 }
    }
  }

  /// Counts what another part of a run has counted.
  package mutating func add(_ other: UncheckedRules) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// What one form's review could not look at; a form of another kind or without the cells asks for nothing.
  static func reasons(for subject: ReviewSubject, hasLastYear: Bool) -> Set<Reason> {
    guard subject.kind == .projectTarget, !subject.isBlank else { return [] }
    var reasons: Set<Reason> = []
    let context = subject.context
    if !hasLastYear {
      reasons.insert(.noLastYear)
    } else if context.lastYear == nil, context.lastOutcome == nil {
      reasons.insert(.notInLastYear)
    }
    if !context.hasPeers, subject.rows.contains(where: { $0.unitCost != nil }) { reasons.insert(.fewPeers) }
    if context.hasAssessment == nil, subject.asksForAssessment { reasons.insert(.noAssessment) }
    return reasons
  }

  /// Which rules had nothing to go by, and why; nil where all was looked at.
  package var sentence: String? {
    let parts = Reason.allCases.compactMap { reason in
      counts[reason].map { UncheckedRulesWording.part(reason, $0) }
    }
    return parts.isEmpty ? nil : UncheckedRulesWording.sentence(parts)
  }

  /// A list of objects with `rules`, `reason`, `forms`, `message`.
  package func write(to json: inout JSONWriter) {
    json.array { json in
      for reason in Reason.allCases {
        guard let count = counts[reason] else { continue }
        json.object { json in
          json.key("rules")
          json.array { json in for code in reason.rules { json.value(code) } }
          json.member("reason", reason.rawValue)
          json.member("forms", count)
          json.member("message", UncheckedRulesWording.text(reason, count))
        }
      }
    }
  }
}
