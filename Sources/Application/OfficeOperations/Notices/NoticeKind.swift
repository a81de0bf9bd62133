// What people are told of.
package import Workflow

/// What a notice tells; raw values are kept in the store.
package enum NoticeKind: String, Sendable, CaseIterable {
  // Steps of forms.
  case arrived, forwarded, returned
  case sentBack = "sent-back"
  case retracted
  case approved, reopened, revived, disclosed, withheld, abandoned, lapsed
  /// Forms that the end of a year has ended.
  case yearEnded = "year-ended"
  /// 催办: somebody asks for what is still to be handed in.
  case reminder
  /// A last day is near, or over; told by the office itself.
  case deadline
  /// One is to act for somebody.
  case deputy

  /// The notice of a step.
  package init(_ word: StepNews.Word) {
    self =
      switch word {
      case .arrived: .arrived
      case .forwarded: .forwarded
      case .returned: .returned
      case .sentBack: .sentBack
      case .retracted: .retracted
      case .approved: .approved
      case .reopened: .reopened
      case .revived: .revived
      case .disclosed: .disclosed
      case .withheld: .withheld
      case .abandoned: .abandoned
      case .lapsed: .lapsed
      }
  }

  /// Things that come in numbers are told as one notice with a count while nobody has read it.
  var isCounted: Bool {
    switch self {
    case .arrived, .yearEnded, .reminder, .deadline: true
    case .forwarded, .returned, .sentBack, .retracted, .approved, .reopened, .revived, .disclosed, .withheld,
      .abandoned,
      .lapsed, .deputy:
      false
    }
  }

  /// Whether somebody is to do something about it.
  package var asksForWork: Bool {
    switch self {
    case .arrived, .returned, .reminder, .deadline, .deputy, .revived: true
    case .forwarded, .sentBack, .retracted, .approved, .reopened, .disclosed, .withheld, .abandoned, .lapsed,
      .yearEnded:
      false
    }
  }
}
