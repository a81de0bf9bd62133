// The Chinese names of the layouts, and the titles that they print where a record has none.
import Model

extension FormLayout {
  /// What people call the layout.
  package var name: String {
    switch self {
    case .townApproval: "东莞镇街项目支出绩效目标批复表（2024）"
    case .townTarget: "东莞镇街项目绩效目标表（2026）"
    case .townDepartment: "东莞镇街部门整体预算绩效目标批复表"
    case .hebeiProject: "河北项目绩效目标表"
    case .hebeiDepartment: "河北部门整体绩效目标文本"
    case .nationalApplication: "全国项目支出绩效目标申报表"
    case .sichuanFlat: "四川部门预算项目绩效目标表"
    case .targetReview: "绩效目标审核表"
    case .monitoring: "项目支出绩效目标执行监控表"
    case .selfEvaluation: "项目支出绩效自评表"
    case .departmentSelfEvaluation: "部门整体支出绩效自评表"
    case .evaluationScores: "绩效评价指标评分表"
    }
  }

  /// The title of a record without one.
  func title(for kind: FormKind) -> String {
    switch self {
    case .townApproval: "财政项目支出绩效目标批复表"
    case .townTarget, .hebeiProject: "项目绩效目标表"
    case .townDepartment: "部门整体预算绩效目标批复表"
    case .hebeiDepartment: "部门整体绩效目标"
    case .nationalApplication: "项目支出绩效目标申报表"
    case .sichuanFlat: "部门预算项目绩效目标表"
    case .targetReview: kind == .departmentTarget ? "部门整体支出绩效目标审核表" : "项目支出绩效目标审核表"
    case .monitoring: "项目支出绩效目标执行监控表"
    case .selfEvaluation: "项目支出绩效自评表"
    case .departmentSelfEvaluation: "部门整体支出绩效自评表"
    case .evaluationScores:
      kind == .departmentSelfEvaluation ? "部门整体支出绩效评价指标评分表" : "项目支出绩效评价指标评分表"
    }
  }
}
