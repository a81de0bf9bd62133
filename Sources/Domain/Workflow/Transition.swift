// The table of transitions: from which stage which step leads where, who takes it, and when it is open.
package import Organisations

/// One line of the table.
package struct Transition: Sendable, Hashable {
  /// Where the step leads.
  package enum Destination: Sendable, Hashable {
    /// Always to this stage.
    case stage(Stage)
    /// To the department or straight to the bureau, as the route says.
    case firstReview
    /// Back to where the clerk was writing: draft, returned or adjusting.
    case editing
    /// Back to the review from which it was returned.
    case review
    /// Back to the stage of the version in force: approved, disclosed or withheld.
    case inForce
  }

  /// What else must hold for the step to be open.
  package enum Condition: String, Sendable, Hashable, CaseIterable {
    case always
    /// The department has not seen it.
    case directRoute
    /// The department has forwarded it.
    case viaDepartment
    /// The side of whoever takes the step has returned it, and nothing came after. That the clerk has not
    /// begun to write is asked where the step is taken: a course knows of no draft.
    case justReturned
    /// An approved version stands behind the one on its way.
    case versionInForce
    /// No version was ever approved.
    case neverApproved
  }

  /// Who may take the step: a role, and how far it reaches.
  package struct Taker: Sendable, Hashable {
    package let role: Role
    package let reach: Reach
  }

  package let from: Stage
  package let step: Step
  package let destination: Destination
  package let takers: [Taker]
  package let condition: Condition

  private static let clerk = Taker(role: .clerk, reach: .own)
  private static let department = Taker(role: .departmentReviewer, reach: .subtree)
  private static let finance = Taker(role: .financeReviewer, reach: .subtree)

  /// The line of a stage and a step; nil where that step is not open at that stage.
  ///
  /// The cases are complete without a default: a further stage or step does not compile until it is
  /// decided. Source: the cycle of targets (财预〔2015〕88号, stages of review and approval).
  package static func line(from stage: Stage, by step: Step) -> Transition? {
    switch stage {
    case .draft, .returned, .adjusting: editing(stage, step)
    case .awaitingDepartment, .departmentReview: departmentStage(stage, step)
    case .awaitingFinance, .financeReview: financeStage(stage, step)
    case .approved, .disclosed, .withheld: settled(stage, step)
    case .lapsed: ended(stage, step)
    }
  }

  /// All lines, by stage and step.
  package static let table: [Transition] = Stage.allCases.flatMap { stage in
    Step.allCases.compactMap { line(from: stage, by: $0) }
  }

  private static func editing(_ stage: Stage, _ step: Step) -> Transition? {
    switch step {
    case .submit: Transition(from: stage, step: step, to: .firstReview, by: clerk)
    case .retract where stage == .returned:
      Transition(from: stage, step: step, to: .review, by: department, finance, if: .justReturned)
    case .abandon where stage != .draft:
      Transition(from: stage, step: step, to: .inForce, by: clerk, finance, if: .versionInForce)
    case .lapse where stage != .adjusting:
      Transition(from: stage, step: step, to: .stage(.lapsed), by: clerk, finance, if: .neverApproved)
    case .withdraw, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen, .disclose,
      .withhold, .adjust, .abandon, .lapse:
      nil
    }
  }

  private static func departmentStage(_ stage: Stage, _ step: Step) -> Transition? {
    let isOpened = stage == .departmentReview
    return switch step {
    case .withdraw where !isOpened: Transition(from: stage, step: step, to: .editing, by: clerk)
    case .open where !isOpened:
      Transition(from: stage, step: step, to: .stage(.departmentReview), by: department)
    case .release where isOpened:
      Transition(from: stage, step: step, to: .stage(.awaitingDepartment), by: department)
    case .forward where isOpened:
      Transition(from: stage, step: step, to: .stage(.awaitingFinance), by: department)
    case .sendBack where isOpened:
      Transition(from: stage, step: step, to: .stage(.returned), by: department)
    case .abandon: Transition(from: stage, step: step, to: .inForce, by: finance, if: .versionInForce)
    case .lapse: Transition(from: stage, step: step, to: .stage(.lapsed), by: finance, if: .neverApproved)
    case .submit, .withdraw, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen,
      .disclose, .withhold, .adjust:
      nil
    }
  }

  private static func financeStage(_ stage: Stage, _ step: Step) -> Transition? {
    let isOpened = stage == .financeReview
    return switch step {
    case .withdraw where !isOpened:
      Transition(from: stage, step: step, to: .editing, by: clerk, if: .directRoute)
    case .recall where !isOpened:
      Transition(from: stage, step: step, to: .stage(.departmentReview), by: department, if: .viaDepartment)
    case .open where !isOpened:
      Transition(from: stage, step: step, to: .stage(.financeReview), by: finance)
    case .release where isOpened:
      Transition(from: stage, step: step, to: .stage(.awaitingFinance), by: finance)
    case .sendBack where isOpened: Transition(from: stage, step: step, to: .stage(.returned), by: finance)
    case .approve where isOpened: Transition(from: stage, step: step, to: .stage(.approved), by: finance)
    case .abandon: Transition(from: stage, step: step, to: .inForce, by: finance, if: .versionInForce)
    case .lapse: Transition(from: stage, step: step, to: .stage(.lapsed), by: finance, if: .neverApproved)
    case .submit, .withdraw, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen,
      .disclose, .withhold, .adjust:
      nil
    }
  }

  private static func settled(_ stage: Stage, _ step: Step) -> Transition? {
    switch step {
    case .adjust: Transition(from: stage, step: step, to: .stage(.adjusting), by: clerk)
    case .disclose where stage != .disclosed:
      Transition(from: stage, step: step, to: .stage(.disclosed), by: finance)
    case .withhold where stage != .withheld:
      Transition(from: stage, step: step, to: .stage(.withheld), by: finance)
    case .reopen where stage == .approved:
      Transition(from: stage, step: step, to: .stage(.financeReview), by: finance)
    case .submit, .withdraw, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen,
      .disclose, .withhold, .abandon, .lapse:
      nil
    }
  }

  private static func ended(_ stage: Stage, _ step: Step) -> Transition? {
    switch step {
    case .reopen: Transition(from: stage, step: step, to: .stage(.draft), by: finance)
    case .submit, .withdraw, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .disclose,
      .withhold, .adjust, .abandon, .lapse:
      nil
    }
  }

  private init(
    from: Stage, step: Step, to destination: Destination, by takers: Taker...,
    if condition: Condition = .always
  ) {
    self.from = from
    self.step = step
    self.destination = destination
    self.takers = takers
    self.condition = condition
  }
}
