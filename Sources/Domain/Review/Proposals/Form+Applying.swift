// Accepting a proposal: a record with some cells written anew.
package import Model

extension Form {
  /// The record with the edits applied in order; an edit of an unknown field changes nothing.
  ///
  /// Fields that can be written: every column of an indicator, `goals/annual`, `goals/period`.
  package func applying(_ edits: [RecordEdit]) -> Form {
    edits.reduce(self) { $0.applying($1) }
  }

  private func applying(_ edit: RecordEdit) -> Form {
    let parts = edit.field.split(separator: "/")
    if parts.count == 3, parts[0] == "indicators", let row = Int(parts[1]),
      let column = Indicator.Field(rawValue: String(parts[2])), indicators.indices.contains(row)
    {
      var changed = indicators
      changed[row][column] = edit.text
      return replacing(indicators: changed)
    }
    guard parts.count == 2, parts[0] == "goals" else { return self }
    switch (self, parts[1]) {
    case (.projectTarget(var target), "annual"):
      target.goals.annual = edit.text
      return .projectTarget(target)
    case (.projectTarget(var target), "period"):
      target.goals.period = edit.text
      return .projectTarget(target)
    case (.departmentTarget(var target), "annual"):
      target.goals.annual = edit.text
      return .departmentTarget(target)
    case (.departmentTarget(var target), "period"):
      target.goals.period = edit.text
      return .departmentTarget(target)
    default: return self
    }
  }

  /// The same record with other indicators.
  package func replacing(indicators: [Indicator]) -> Form {
    switch self {
    case .projectTarget(var target):
      target.indicators = indicators
      return .projectTarget(target)
    case .departmentTarget(var target):
      target.indicators = indicators
      return .departmentTarget(target)
    case .projectMonitoring(var outcome):
      outcome.indicators = indicators
      return .projectMonitoring(outcome)
    case .projectSelfEvaluation(var outcome):
      outcome.indicators = indicators
      return .projectSelfEvaluation(outcome)
    case .departmentSelfEvaluation(var outcome):
      outcome.indicators = indicators
      return .departmentSelfEvaluation(outcome)
    }
  }
}
