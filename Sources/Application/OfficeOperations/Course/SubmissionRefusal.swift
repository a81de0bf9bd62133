// Why a form is not submitted as it stands.
package import Quantities
package import Review
package import Workflow

/// What stands in the way of a submission; everything that is wrong at once.
package enum SubmissionRefusal: Error, Sendable, Equatable {
  /// Texts that cannot be read as what their cells hold, by draft path: they are kept as typed, and nobody
  /// could review them.
  case unreadable([String])
  /// Findings with which it would come back.
  case errors([ReviewFinding])
  /// What has to be explained is not.
  case noExplanation(SubmissionQuestions)

  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .unreadable(let paths): SubmissionWording.unreadable(paths.count)
    case .errors(let findings): SubmissionWording.errors(findings.count)
    case .noExplanation(let questions): SubmissionWording.noExplanation(questions)
    }
  }
}

/// What a submission has to explain in a word.
package struct SubmissionQuestions: Sendable, Equatable {
  /// Findings that ask for an explanation, and errors where the rule set takes them.
  package let findings: [ReviewFinding]
  /// The last day, where it is over.
  package let missedDay: Day?
  /// What a reviewer named when the form was returned, and what says the same as then.
  package let unchanged: [Objection]

  package init(findings: [ReviewFinding], missedDay: Day?, unchanged: [Objection] = []) {
    self.findings = findings
    self.missedDay = missedDay
    self.unchanged = unchanged
  }

  package var isEmpty: Bool { findings.isEmpty && missedDay == nil && unchanged.isEmpty }
}
