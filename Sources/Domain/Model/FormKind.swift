// The kinds of forms that the paper world knows.

/// The kind of a form; raw values are those of the record format.
package enum FormKind: String, Sendable, CaseIterable {
  /// 项目支出绩效目标申报表、批复表、目标表
  case projectTarget = "project-target"
  /// 部门（单位）整体支出绩效目标表
  case departmentTarget = "department-target"
  /// 项目支出绩效运行监控表
  case projectMonitoring = "project-monitoring"
  /// 项目支出绩效自评表
  case projectSelfEvaluation = "project-self-evaluation"
  /// 部门整体支出绩效自评表
  case departmentSelfEvaluation = "department-self-evaluation"
}
