// One form of the paper world as a typed record.

/// A form; the payload fits the kind. Absent or blank cells are nil, lists keep the form's order.
package enum Form: Sendable, Equatable {
  case projectTarget(ProjectTarget)
  case departmentTarget(DepartmentTarget)
  case projectMonitoring(SelfEvaluation)
  case projectSelfEvaluation(SelfEvaluation)
  case departmentSelfEvaluation(SelfEvaluation)

  /// The kind, which the case tells.
  package var kind: FormKind {
    switch self {
    case .projectTarget: .projectTarget
    case .departmentTarget: .departmentTarget
    case .projectMonitoring: .projectMonitoring
    case .projectSelfEvaluation: .projectSelfEvaluation
    case .departmentSelfEvaluation: .departmentSelfEvaluation
    }
  }

  /// The title as printed, white space removed.
  package var title: String? {
    switch self {
    case .projectTarget(let form): form.title
    case .departmentTarget(let form): form.title
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      form.title
    }
  }

  /// The indicators, whatever the kind.
  package var indicators: [Indicator] {
    switch self {
    case .projectTarget(let form): form.indicators
    case .departmentTarget(let form): form.indicators
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      form.indicators
    }
  }
}
