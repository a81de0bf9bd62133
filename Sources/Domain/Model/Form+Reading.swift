// Reads a form from the record format, version 1.
package import JSONText
import Quantities

/// Why a JSON value is no form: the path of the member and what is wanted there.
package struct RecordFailure: Error, Sendable, Equatable {
  /// The path inside the form: `budget/total`; empty for the form itself.
  package var field: String
  /// What stands in the way.
  package var problem: Problem

  package init(field: String, problem: Problem) {
    self.field = field
    self.problem = problem
  }

  /// The ways in which a member can be wrong.
  package enum Problem: Sendable, Equatable {
    /// The form is no object.
    case notAnObject
    /// `kind` is missing or names no kind.
    case unknownKind
    /// Another type than the format says.
    case wrongType(wanted: Wanted)
    /// A text that is no amount in yuan with at most two digits, or too large.
    case notMoney
  }

  /// What the format has in a place.
  package enum Wanted: Sendable, Equatable {
    case text, wholeNumber, object, list
  }
}

extension Form {
  /// Reads the members of a form; keys that the format does not know are left alone, missing ones are blank.
  package init(_ json: JSONValue) throws(RecordFailure) {
    guard json.members != nil else { throw RecordFailure(field: "", problem: .notAnObject) }
    guard let kind = json["kind"]?.text.flatMap({ FormKind(rawValue: $0) }) else {
      throw RecordFailure(field: "kind", problem: .unknownKind)
    }
    let record = RecordObject(json: json, path: "")
    switch kind {
    case .projectTarget: self = .projectTarget(try ProjectTarget(record))
    case .departmentTarget: self = .departmentTarget(try DepartmentTarget(record))
    case .projectMonitoring: self = .projectMonitoring(try SelfEvaluation(record))
    case .projectSelfEvaluation: self = .projectSelfEvaluation(try SelfEvaluation(record))
    case .departmentSelfEvaluation: self = .departmentSelfEvaluation(try SelfEvaluation(record))
    }
  }
}

/// An object of the record with the path to it, so that what is wrong can be located.
private struct RecordObject {
  let json: JSONValue?
  let path: String

  private func path(_ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }

  func text(_ key: String) throws(RecordFailure) -> String? {
    switch json?[key] {
    case nil, .null: return nil
    case .text(let text): return text.isEmpty ? nil : text
    default: throw RecordFailure(field: path(key), problem: .wrongType(wanted: .text))
    }
  }

  func whole(_ key: String) throws(RecordFailure) -> Int? {
    guard let value = json?[key], value != .null else { return nil }
    guard let whole = value.whole else {
      throw RecordFailure(field: path(key), problem: .wrongType(wanted: .wholeNumber))
    }
    return whole
  }

  func money(_ key: String) throws(RecordFailure) -> Money? {
    guard let text = try text(key) else { return nil }
    guard let money = ExactDecimal(text).flatMap({ Money(yuan: $0) }) else {
      throw RecordFailure(field: path(key), problem: .notMoney)
    }
    return money
  }

  func object(_ key: String) throws(RecordFailure) -> RecordObject {
    let value = json?[key]
    guard value == nil || value == .null || value?.members != nil else {
      throw RecordFailure(field: path(key), problem: .wrongType(wanted: .object))
    }
    return RecordObject(json: value, path: path(key))
  }

  func list(_ key: String) throws(RecordFailure) -> [JSONValue] {
    guard let value = json?[key], value != .null else { return [] }
    guard let elements = value.elements else {
      throw RecordFailure(field: path(key), problem: .wrongType(wanted: .list))
    }
    return elements
  }

  func objects(_ key: String) throws(RecordFailure) -> [RecordObject] {
    var objects: [RecordObject] = []
    for (index, element) in try list(key).enumerated() {
      let place = "\(path(key))/\(index)"
      guard element.members != nil else {
        throw RecordFailure(field: place, problem: .wrongType(wanted: .object))
      }
      objects.append(RecordObject(json: element, path: place))
    }
    return objects
  }

  func indicators() throws(RecordFailure) -> [Indicator] {
    var indicators: [Indicator] = []
    for row in try objects("indicators") {
      var indicator = Indicator()
      for field in Indicator.Field.allCases { indicator[field] = try row.text(field.rawValue) }
      indicators.append(indicator)
    }
    return indicators
  }

  func party(_ key: String) throws(RecordFailure) -> Party {
    let party = try object(key)
    return Party(code: try party.text("code"), name: try party.text("name"))
  }

  func project() throws(RecordFailure) -> Project {
    let object = try object("project")
    var project = Project()
    project.code = try object.text("code")
    project.name = try object.text("name")
    project.category = try object.text("category")
    project.tier = try object.text("tier")
    project.startYear = try object.whole("startYear")
    project.endYear = try object.whole("endYear")
    return project
  }

  func goals() throws(RecordFailure) -> Goals {
    let goals = try object("goals")
    return Goals(period: try goals.text("period"), annual: try goals.text("annual"))
  }

  func approval() throws(RecordFailure) -> Approval {
    let approval = try object("approval")
    return Approval(authority: try approval.text("authority"), opinion: try approval.text("opinion"))
  }
}

extension ProjectTarget {
  fileprivate init(_ record: RecordObject) throws(RecordFailure) {
    title = try record.text("title")
    fiscalYear = try record.whole("fiscalYear")
    project = try record.project()
    department = try record.party("department")
    unit = try record.party("unit")
    let amounts = try record.object("budget")
    budget.total = try amounts.money("total")
    budget.fiscal = try amounts.money("fiscal")
    budget.other = try amounts.money("other")
    fundUse = try record.text("fundUse")
    for share in try record.objects("spendingPlan") {
      guard let month = try share.whole("month") else {
        throw RecordFailure(field: share.path + "/month", problem: .wrongType(wanted: .wholeNumber))
      }
      spendingPlan.append(PlannedShare(month: month, percent: try share.text("percent")))
    }
    goals = try record.goals()
    approval = try record.approval()
    indicators = try record.indicators()
  }
}

extension DepartmentTarget {
  fileprivate init(_ record: RecordObject) throws(RecordFailure) {
    title = try record.text("title")
    fiscalYear = try record.whole("fiscalYear")
    department = try record.party("department")
    staff = try record.whole("staff")
    subordinateUnits = try record.whole("subordinateUnits")
    let amounts = try record.object("budget")
    budget.basic = try amounts.money("basic")
    budget.project = try amounts.money("project")
    budget.fiscal = try amounts.money("fiscal")
    budget.other = try amounts.money("other")
    budget.specialFunds = try amounts.money("specialFunds")
    budget.otherDevelopment = try amounts.money("otherDevelopment")
    budget.cityLevel = try amounts.money("cityLevel")
    budget.transfers = try amounts.money("transfers")
    goals = try record.goals()
    for task in try record.objects("tasks") {
      tasks.append(
        DepartmentTask(
          name: try task.text("name"), content: try task.text("content"), funds: try task.money("funds"),
          expected: try task.text("expected")))
    }
    for subgoal in try record.objects("subgoals") {
      subgoals.append(
        Subgoal(
          name: try subgoal.text("name"), goal: try subgoal.text("goal"),
          indicators: try subgoal.text("indicators")))
    }
    for (index, measure) in try record.list("measures").enumerated() {
      guard let text = measure.text else {
        throw RecordFailure(field: "measures/\(index)", problem: .wrongType(wanted: .text))
      }
      measures.append(text)
    }
    approval = try record.approval()
    indicators = try record.indicators()
  }
}

extension SelfEvaluation {
  fileprivate init(_ record: RecordObject) throws(RecordFailure) {
    title = try record.text("title")
    fiscalYear = try record.whole("fiscalYear")
    project = try record.project()
    department = try record.party("department")
    unit = try record.party("unit")
    for row in try record.objects("funds") { funds.append(try FundRow(row)) }
    let goals = try record.object("goals")
    expectedGoal = try goals.text("expected")
    actualGoal = try goals.text("actual")
    totalScore = try record.text("totalScore")
    grade = try record.text("grade")
    conclusion = try record.text("conclusion")
    problems = try record.text("problems")
    measures = try record.text("measures")
    indicators = try record.indicators()
  }
}

extension FundRow {
  fileprivate init(_ row: RecordObject) throws(RecordFailure) {
    source = try row.text("source")
    initial = try row.money("initial")
    adjusted = try row.money("adjusted")
    executed = try row.money("executed")
    rate = try row.text("rate")
    weight = try row.text("weight")
    score = try row.text("score")
    forecast = try row.money("forecast")
    note = try row.text("note")
  }
}
