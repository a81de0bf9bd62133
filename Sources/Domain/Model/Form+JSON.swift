// Writes a form in the record format, version 1: every key the kind lists, null where absent.
package import JSONText
import Quantities

extension Form {
  /// Writes the form's members (without braces) so that callers may add their own beside them.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    switch self {
    case .projectTarget(let form): form.writeMembers(to: &json)
    case .departmentTarget(let form): form.writeMembers(to: &json)
    case .projectMonitoring(let form), .projectSelfEvaluation(let form):
      form.writeMembers(to: &json, withProject: true)
    case .departmentSelfEvaluation(let form): form.writeMembers(to: &json, withProject: false)
    }
    json.key("indicators")
    json.array { json in
      for indicator in indicators {
        json.object { json in
          for field in Indicator.Field.allCases { json.member(field.rawValue, indicator[field]) }
        }
      }
    }
  }
}

extension ProjectTarget {
  func writeMembers(to json: inout JSONWriter) {
    json.member("title", title)
    json.member("fiscalYear", fiscalYear)
    json.key("project")
    project.write(to: &json)
    json.key("department")
    department.write(to: &json)
    json.key("unit")
    unit.write(to: &json)
    json.key("budget")
    json.object { json in
      json.member("total", budget.total?.description)
      json.member("fiscal", budget.fiscal?.description)
      json.member("other", budget.other?.description)
    }
    json.member("fundUse", fundUse)
    json.key("spendingPlan")
    json.array { json in
      for share in spendingPlan {
        json.object { json in
          json.member("month", share.month)
          json.member("percent", share.percent)
        }
      }
    }
    json.key("goals")
    goals.write(to: &json)
    json.key("approval")
    approval.write(to: &json)
  }
}

extension DepartmentTarget {
  func writeMembers(to json: inout JSONWriter) {
    json.member("title", title)
    json.member("fiscalYear", fiscalYear)
    json.key("department")
    department.write(to: &json)
    json.member("staff", staff)
    json.member("subordinateUnits", subordinateUnits)
    json.key("budget")
    json.object { json in
      json.member("basic", budget.basic?.description)
      json.member("project", budget.project?.description)
      json.member("fiscal", budget.fiscal?.description)
      json.member("other", budget.other?.description)
      json.member("specialFunds", budget.specialFunds?.description)
      json.member("otherDevelopment", budget.otherDevelopment?.description)
      json.member("cityLevel", budget.cityLevel?.description)
      json.member("transfers", budget.transfers?.description)
    }
    json.key("goals")
    goals.write(to: &json)
    json.key("tasks")
    json.array { json in
      for task in tasks {
        json.object { json in
          json.member("name", task.name)
          json.member("content", task.content)
          json.member("funds", task.funds?.description)
          json.member("expected", task.expected)
        }
      }
    }
    json.key("subgoals")
    json.array { json in
      for subgoal in subgoals {
        json.object { json in
          json.member("name", subgoal.name)
          json.member("goal", subgoal.goal)
          json.member("indicators", subgoal.indicators)
        }
      }
    }
    json.key("measures")
    json.array { json in
      for measure in measures { json.value(measure) }
    }
    json.key("approval")
    approval.write(to: &json)
  }
}

extension SelfEvaluation {
  func writeMembers(to json: inout JSONWriter, withProject: Bool) {
    json.member("title", title)
    json.member("fiscalYear", fiscalYear)
    if withProject {
      json.key("project")
      project.write(to: &json)
    }
    json.key("department")
    department.write(to: &json)
    if withProject {
      json.key("unit")
      unit.write(to: &json)
    }
    json.key("funds")
    json.array { json in
      for row in funds { row.write(to: &json) }
    }
    json.key("goals")
    json.object { json in
      json.member("expected", expectedGoal)
      json.member("actual", actualGoal)
    }
    json.member("totalScore", totalScore)
    json.member("grade", grade)
    json.member("conclusion", conclusion)
    json.member("problems", problems)
    json.member("measures", measures)
  }
}

extension FundRow {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("source", source)
      json.member("initial", initial?.description)
      json.member("adjusted", adjusted?.description)
      json.member("executed", executed?.description)
      json.member("rate", rate)
      json.member("weight", weight)
      json.member("score", score)
      json.member("forecast", forecast?.description)
      json.member("note", note)
    }
  }
}

extension Project {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("name", name)
      json.member("category", category)
      json.member("tier", tier)
      json.member("startYear", startYear)
      json.member("endYear", endYear)
    }
  }
}

extension Party {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("name", name)
    }
  }
}

extension Goals {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("period", period)
      json.member("annual", annual)
    }
  }
}

extension Approval {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("authority", authority)
      json.member("opinion", opinion)
    }
  }
}
