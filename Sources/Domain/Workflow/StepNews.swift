// What a step means to those who did not take it: who is told, and in which word.

/// One piece of news that a step makes.
package struct StepNews: Sendable, Hashable {
  /// Who is told; people are found by their parts.
  package enum Audience: String, Sendable, CaseIterable {
    /// Those of the unit who wrote the form, or all its clerks where none of them is left.
    case clerks
    /// The nearest department above that reviews.
    case department
    /// The nearest reviewers of the finance bureau.
    case finance
  }

  /// What happened, seen by who is told.
  package enum Word: String, Sendable, CaseIterable {
    /// A form waits to be reviewed.
    case arrived
    /// The department has passed it on.
    case forwarded
    case returned
    /// What a department has forwarded was sent back to the unit by the bureau.
    case sentBack
    /// A return was taken back: nothing is to be mended for now.
    case retracted
    case approved
    /// An approval was taken back.
    case reopened
    /// A lapsed form can be written again.
    case revived
    case disclosed, withheld
    /// A later version was given up; the one in force stays.
    case abandoned
    case lapsed
  }

  package let audience: Audience
  package let word: Word

  package init(_ audience: Audience, _ word: Word) {
    self.audience = audience
    self.word = word
  }

  /// The news of a step; complete without a default, so that a further step does not compile until it is
  /// decided who is told.
  ///
  /// Whoever takes a step back (withdrawal, recall, release) tells nobody: what had arrived is in nobody's
  /// queue any more. A return that is taken back is told, because its cells are closed again. Opening is told
  /// by nothing but the form itself.
  ///
  /// - Parameters:
  ///   - before: the course in which the step was taken.
  ///   - after: the same, one step further.
  package static func news(of step: Step, before: FormCourse, after: FormCourse) -> [StepNews] {
    switch step {
    case .submit: [.init(after.stage == .awaitingDepartment ? .department : .finance, .arrived)]
    case .forward: [.init(.clerks, .forwarded), .init(.finance, .arrived)]
    case .sendBack: returned(before, .returned, .sentBack)
    case .retract: returned(after, .retracted, .retracted)
    case .approve: [.init(.clerks, .approved)]
    case .reopen: [.init(.clerks, before.stage == .lapsed ? .revived : .reopened)]
    case .disclose: [.init(.clerks, .disclosed)]
    case .withhold: [.init(.clerks, .withheld)]
    case .abandon: [.init(.clerks, .abandoned)]
    case .lapse: [.init(.clerks, .lapsed)]
    case .withdraw, .open, .release, .recall, .adjust: []
    }
  }

  /// A department that has forwarded a form learns that the bureau sends it back, and that it does not.
  ///
  /// - Parameter review: the course while the form lies with its reviewer.
  private static func returned(_ review: FormCourse, _ forClerks: Word, _ forDepartment: Word) -> [StepNews] {
    let isForwarded = review.stage == .financeReview && review.route == .viaDepartment
    return [.init(.clerks, forClerks)] + (isForwarded ? [.init(.department, forDepartment)] : [])
  }
}
