// Every text that somebody wrote into a form, with the path of its cell.
import Model

extension ReviewSubject {
  /// Hands over the written cells in the form's order, each with its reading where it has been read for the
  /// rules; labels of the layout (levels, operator, unit) are not among them. Paths are only made for those
  /// that are asked for.
  func forEachWrittenText(_ take: (_ text: String, _ reading: ReviewText?, _ cell: WrittenCell) -> Void) {
    forEachTextAboveTable(take)
    for row in rows {
      func add(_ field: Indicator.Field, _ text: String?, _ reading: ReviewText? = nil) {
        guard let text else { return }
        take(text, reading, WrittenCell(list: "indicators", index: row.index, part: field.rawValue))
      }
      let indicator = row.indicator
      // A name from which the layout's marks were taken is read without them.
      let isBare = row.name.text.utf8.count == indicator.name?.utf8.count
      add(.name, indicator.name, isBare ? row.name : nil)
      add(.description, indicator.description)
      add(.periodValue, indicator.periodValue)
      add(.annualValue, indicator.annualValue)
      add(.basis, indicator.basis)
      add(.weight, indicator.weight)
      add(.actualValue, indicator.actualValue)
      add(.forecastValue, indicator.forecastValue)
      add(.score, indicator.score)
      add(.deviation, indicator.deviation)
      add(.note, indicator.note)
    }
  }

  private func forEachTextAboveTable(
    _ take: (_ text: String, _ reading: ReviewText?, _ cell: WrittenCell) -> Void
  ) {
    func add(
      _ list: String, _ index: Int? = nil, _ part: String? = nil, _ text: String?,
      _ reading: ReviewText? = nil
    ) {
      if let text { take(text, reading, WrittenCell(list: list, index: index, part: part)) }
    }
    switch form {
    case .projectTarget(let target):
      add("project/name", nil, nil, target.project.name, name)
      add("project/category", nil, nil, target.project.category, category)
      add("department/name", nil, nil, target.department.name)
      add("unit/name", nil, nil, target.unit.name)
      add("fundUse", nil, nil, target.fundUse)
      add("goals/period", nil, nil, target.goals.period, periodGoal)
      add("goals/annual", nil, nil, target.goals.annual, annualGoal)
      add("approval/opinion", nil, nil, target.approval.opinion)
    case .departmentTarget(let target):
      add("department/name", nil, nil, target.department.name, name)
      add("goals/period", nil, nil, target.goals.period, periodGoal)
      add("goals/annual", nil, nil, target.goals.annual, annualGoal)
      for (index, task) in target.tasks.enumerated() {
        add("tasks", index, "name", task.name)
        add("tasks", index, "content", task.content)
        add("tasks", index, "expected", task.expected)
      }
      for (index, subgoal) in target.subgoals.enumerated() {
        add("subgoals", index, "name", subgoal.name)
        add("subgoals", index, "goal", subgoal.goal)
        add("subgoals", index, "indicators", subgoal.indicators)
      }
      for (index, measure) in target.measures.enumerated() { add("measures", index, nil, measure) }
      add("approval/opinion", nil, nil, target.approval.opinion)
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      add("project/name", nil, nil, outcome.project.name, name)
      add("department/name", nil, nil, outcome.department.name)
      add("unit/name", nil, nil, outcome.unit.name)
      add("goals/expected", nil, nil, outcome.expectedGoal, annualGoal)
      add("goals/actual", nil, nil, outcome.actualGoal)
      for (index, row) in outcome.funds.enumerated() { add("funds", index, "note", row.note) }
      add("conclusion", nil, nil, outcome.conclusion)
      add("problems", nil, nil, outcome.problems)
      add("measures", nil, nil, outcome.measures)
    }
  }
}

/// Where a written text stands; its path is made when it is asked for.
struct WrittenCell {
  let list: String
  let index: Int?
  let part: String?

  /// `goals/annual`, `measures/2`, `indicators/3/name`.
  var path: String {
    guard let index else { return list }
    return part.map { "\(list)/\(index)/\($0)" } ?? "\(list)/\(index)"
  }
}
