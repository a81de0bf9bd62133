// The catalogue of official layouts: which there are, and which kinds of form each one prints.
package import Model

/// An official layout; raw values are the stable names that the command line and the interface take.
package enum FormLayout: String, Sendable, CaseIterable {
  /// 财政项目支出绩效目标批复表 of Dongguan's towns, from 2024: 成本 under 产出, the opinion at the foot.
  case townApproval = "dongguan-approval"
  /// 项目绩效目标表 of Dongguan's towns, from 2026: 成本 as a branch of its own.
  case townTarget = "dongguan-target"
  /// 部门整体预算绩效目标批复表 of Dongguan's towns.
  case townDepartment = "dongguan-department"
  /// 绩效目标表 of a project in Hebei's budget texts: 资金支出计划, 绩效指标描述, 指标值确定依据.
  case hebeiProject = "hebei-project"
  /// 部门整体绩效目标 in Hebei's budget texts: headings and paragraphs.
  case hebeiDepartment = "hebei-department"
  /// 项目支出绩效目标申报表: period and year side by side (财预〔2015〕88号).
  case nationalApplication = "national-application"
  /// 部门预算项目绩效目标表 of Sichuan: one flat table, the value in three columns.
  case sichuanFlat = "sichuan-flat"
  /// 绩效目标审核表 (财预〔2015〕88号): eight points for the reviewer.
  case targetReview = "target-review"
  /// 项目支出绩效目标执行监控表 (财预〔2019〕136号).
  case monitoring = "monitoring"
  /// 项目支出绩效自评表 (财预〔2020〕10号).
  case selfEvaluation = "self-evaluation"
  /// 部门整体支出绩效自评表.
  case departmentSelfEvaluation = "department-self-evaluation"
  /// 绩效评价指标评分表 (财预〔2020〕10号): weight, explanation, standard, score, reason.
  case evaluationScores = "evaluation-scores"

  /// The kinds of form that it prints.
  package var kinds: Set<FormKind> {
    switch self {
    case .townApproval, .townTarget, .hebeiProject, .nationalApplication, .sichuanFlat: [.projectTarget]
    case .townDepartment, .hebeiDepartment: [.departmentTarget]
    case .targetReview: [.projectTarget, .departmentTarget]
    case .monitoring: [.projectMonitoring]
    case .selfEvaluation: [.projectSelfEvaluation]
    case .departmentSelfEvaluation: [.departmentSelfEvaluation]
    case .evaluationScores: [.projectSelfEvaluation, .departmentSelfEvaluation]
    }
  }

  /// True where the sheet shows the record itself, so that it can be read in again; the review sheet speaks
  /// about a record.
  package var showsRecord: Bool { self != .targetReview }

  /// True where the layout can show a form as one: the kind is its own, and what makes it a form on paper is
  /// there. A text of sub-goals needs one, a flat table needs the project's name.
  package func fits(_ form: Form) -> Bool {
    guard kinds.contains(form.kind) else { return false }
    switch (self, form) {
    case (.hebeiDepartment, .departmentTarget(let target)):
      return target.subgoals.contains { $0.goal != nil && $0.indicators != nil }
    case (.sichuanFlat, .projectTarget(let target)): return target.project.name != nil
    default: return true
    }
  }

  /// The layouts that can show a form, in the order of the catalogue.
  package static func layouts(for form: Form) -> [FormLayout] {
    allCases.filter { $0.fits(form) }
  }
}
