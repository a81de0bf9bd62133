// Every text that somebody wrote into a form, with the path of its cell.
import Model

extension Form {
  /// The written cells in the form's order; labels of the layout (levels, operator, unit) are not among them.
  var writtenTexts: [(field: String, text: String)] {
    var texts: [(field: String, text: String)] = []
    func add(_ field: String, _ text: String?) {
      if let text { texts.append((field, text)) }
    }
    switch self {
    case .projectTarget(let target):
      add("project/name", target.project.name)
      add("project/category", target.project.category)
      add("department/name", target.department.name)
      add("unit/name", target.unit.name)
      add("fundUse", target.fundUse)
      add("goals/period", target.goals.period)
      add("goals/annual", target.goals.annual)
      add("approval/opinion", target.approval.opinion)
    case .departmentTarget(let target):
      add("department/name", target.department.name)
      add("goals/period", target.goals.period)
      add("goals/annual", target.goals.annual)
      for (index, task) in target.tasks.enumerated() {
        add("tasks/\(index)/name", task.name)
        add("tasks/\(index)/content", task.content)
        add("tasks/\(index)/expected", task.expected)
      }
      for (index, subgoal) in target.subgoals.enumerated() {
        add("subgoals/\(index)/name", subgoal.name)
        add("subgoals/\(index)/goal", subgoal.goal)
        add("subgoals/\(index)/indicators", subgoal.indicators)
      }
      for (index, measure) in target.measures.enumerated() { add("measures/\(index)", measure) }
      add("approval/opinion", target.approval.opinion)
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      add("project/name", outcome.project.name)
      add("department/name", outcome.department.name)
      add("unit/name", outcome.unit.name)
      add("goals/expected", outcome.expectedGoal)
      add("goals/actual", outcome.actualGoal)
      for (index, row) in outcome.funds.enumerated() { add("funds/\(index)/note", row.note) }
      add("conclusion", outcome.conclusion)
      add("problems", outcome.problems)
      add("measures", outcome.measures)
    }
    for (index, indicator) in indicators.enumerated() {
      for field in Self.writtenFields { add("indicators/\(index)/\(field.rawValue)", indicator[field]) }
    }
    return texts
  }

  private static let writtenFields: [Indicator.Field] = [
    .name, .description, .periodValue, .annualValue, .basis, .weight, .actualValue, .forecastValue, .score,
    .deviation, .note,
  ]
}
