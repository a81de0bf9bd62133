// The stages as an overview draws them: what is not handed in, what came back, who has it, what is done.
import Design
import OfficeOperations
import Workflow

/// Stages that are told together.
enum StageGroup: CaseIterable {
  case open, returned, department, finance, approved

  var stages: Set<Stage> {
    switch self {
    case .open: [.draft]
    case .returned: [.returned]
    case .department: [.awaitingDepartment, .departmentReview]
    case .finance: [.awaitingFinance, .financeReview]
    // What is being adjusted is approved, and stays in force.
    case .approved: [.approved, .disclosed, .withheld, .adjusting]
    }
  }

  var label: String {
    switch self {
    case .open: OverviewWording.openStage
    case .returned: OverviewWording.returnedStage
    case .department: OverviewWording.departmentStage
    case .finance: OverviewWording.financeStage
    case .approved: OverviewWording.approvedStage
    }
  }

  var shade: StackedBar.Shade {
    switch self {
    case .open: .open
    case .returned: .returned
    case .department: .first
    case .finance: .second
    case .approved: .done
    }
  }

  /// Every stage but that of forms that ended without an approval.
  static let counted = Set(Stage.allCases).subtracting([.lapsed])
}

extension StackedBar {
  /// How far forms are.
  init(_ counts: QueueCounts) {
    self.init(StageGroup.allCases.map { ($0.shade, counts.count(stages: $0.stages).forms, $0.label) })
  }
}
