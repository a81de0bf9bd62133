// What helps while a form is written: exactly what its reviewers will see, at the cells of the draft.
import Findings
package import Model
package import Review

/// Findings, sums and readings of a draft, bound to draft paths.
package struct DraftHelp: Sendable {
  /// The record that the draft makes.
  package let record: Form
  /// In the order of the screen, as reviewers see them.
  package let findings: [DraftFinding]
  /// The sums that hold.
  package let sums: [DraftSum]
  /// What values mean, in words, by draft path: 至少 15 场.
  package let readings: [String: String]
  /// Fields that cannot be read, each with a sentence.
  package let faults: [FieldFault]
  /// Draft paths of fields and lists that a complete form has filled and this one has not, in its order.
  package let missing: [String]
  /// Of how many fields that a complete form has filled how many are.
  package let completeness: (filled: Int, wanted: Int)

  /// True where nothing bars submission but what a word of explanation answers: every field can be read and
  /// no finding is an error.
  package var isSubmittable: Bool { faults.isEmpty && !findings.contains { $0.finding.severity == .error } }
}

/// A finding at its cells.
package struct DraftFinding: Sendable {
  /// As the review made it; its fields are places in the record.
  package let finding: ReviewFinding
  /// The draft path at which it is shown; nil for the form as a whole.
  package let path: String?
  /// The draft paths of all its cells.
  package let paths: [String]
  /// The draft paths of the numbers of its sum, in their order; nil for computed ones.
  package let terms: [String?]
  /// By what `AcceptProposal` knows it again: rule and place.
  package var key: String { "\(finding.rule)@\(path ?? "")" }
}

/// A sum that holds, at its cells.
package struct DraftSum: Sendable {
  package let sum: SoundSum
  package let paths: [String]
}
