// The stage of a form in a small frame.
import Design
import OfficeOperations
import Workflow

extension Tag {
  /// Where a form stands.
  init(_ stage: Stage) {
    let kind: Kind =
      switch stage {
      case .draft, .adjusting: .draft
      case .awaitingDepartment, .departmentReview, .awaitingFinance, .financeReview: .waiting
      case .returned: .returned
      case .approved, .disclosed: .approved
      case .withheld, .lapsed: .plain
      }
    self.init(kind, stage.label)
  }
}
