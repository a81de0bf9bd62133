// Tells for every field of a built record where it was read and how surely.
import Findings
import FormVocabulary
import Model

extension FormDraft {
  /// How sure lists are that a table prints, and those of running text, in percent.
  private static let listConfidence = (table: 95, text: 85)

  /// The form's own fields that hold something, in the record's paths; indicators tell theirs themselves.
  var readings: [FieldReading] {
    var readings: [FieldReading] = []
    if let title { readings.append(FieldReading("title", title.place, title.confidence)) }
    if let year = yearReading { readings.append(year) }
    for (path, source) in sources {
      guard let source, let located = locatedTexts[source] else { continue }
      readings.append(FieldReading(path, located.place, located.confidence))
    }
    switch settledKind ?? kind {
    case .projectTarget: readings += planReadings
    case .departmentTarget: readings += departmentReadings
    case .projectSelfEvaluation, .projectMonitoring, .departmentSelfEvaluation: readings += fundReadings
    }
    return readings
  }

  private var yearReading: FieldReading? {
    if let title, FormTitle.year(in: title.text) != nil {
      return FieldReading("fiscalYear", title.place, title.confidence)
    }
    guard let printed = year ?? labelYear else { return nil }
    return FieldReading("fiscalYear", printed.place, year == nil ? 90 : 95)
  }

  // MARK: Texts, numbers and amounts

  /// The record's paths with the draft's paths that fill them.
  private var sources: [(path: String, source: String?)] {
    let goals = goalPaths
    let projects = [
      "project/code", "project/name", "project/category", "project/tier", "project/startYear",
      "project/endYear", "unit/code", "unit/name",
    ]
    switch settledKind ?? kind {
    case .projectTarget:
      let own = ["budget/total", "budget/fiscal", "budget/other", "fundUse"] + FormDraft.approvalPaths
      return same(projects + FormDraft.departmentPaths + own)
        + [("goals/period", goals.period), ("goals/annual", goals.annual)]
    case .departmentTarget:
      let budget = [
        "basic", "project", "fiscal", "other", "specialFunds", "otherDevelopment", "cityLevel", "transfers",
      ].map { "budget/\($0)" }
      return same(["staff", "subordinateUnits"] + budget + FormDraft.approvalPaths) + departmentSources
        + [("goals/period", goals.period), ("goals/annual", goals.annual)]
    case .projectSelfEvaluation, .projectMonitoring:
      return same(projects + FormDraft.departmentPaths + FormDraft.resultPaths)
        + [("goals/expected", expectedGoalPath)]
    case .departmentSelfEvaluation:
      return same(FormDraft.resultPaths) + departmentSources + [("goals/expected", expectedGoalPath)]
    }
  }

  private static let departmentPaths = ["department/code", "department/name"]
  private static let approvalPaths = ["approval/authority", "approval/opinion"]
  private static let resultPaths = [
    "goals/actual", "totalScore", "grade", "conclusion", "problems", "measures",
  ]

  private func same(_ paths: [String]) -> [(path: String, source: String?)] { paths.map { ($0, $0) } }

  /// A department's form may name it as a unit.
  private var departmentSources: [(path: String, source: String?)] {
    let who = text("department/name") == nil ? "unit" : "department"
    return ["code", "name"].map { ("department/\($0)", "\(who)/\($0)") }
  }

  // MARK: Lists

  private var planReadings: [FieldReading] {
    plan.sorted { $0.share.month < $1.share.month }.enumerated().flatMap { index, item in
      let fields = item.share.percent == nil ? ["month"] : ["month", "percent"]
      return list("spendingPlan/\(index)", fields, item.place, FormDraft.listConfidence.table)
    }
  }

  private var fundReadings: [FieldReading] {
    funds.enumerated().flatMap { index, item in
      let fund = item.row
      let present = [
        ("source", fund.source != nil), ("initial", fund.initial != nil), ("adjusted", fund.adjusted != nil),
        ("executed", fund.executed != nil), ("rate", fund.rate != nil), ("weight", fund.weight != nil),
        ("score", fund.score != nil), ("forecast", fund.forecast != nil), ("note", fund.note != nil),
      ]
      let fields = present.filter(\.1).map(\.0)
      return list("funds/\(index)", fields, item.place, FormDraft.listConfidence.table)
    }
  }

  private var departmentReadings: [FieldReading] {
    let tasks = tasks.enumerated().flatMap { index, item in
      let present = [
        ("name", item.task.name != nil), ("content", item.task.content != nil),
        ("funds", item.task.funds != nil), ("expected", item.task.expected != nil),
      ]
      let fields = present.filter(\.1).map(\.0)
      return list("tasks/\(index)", fields, item.place, FormDraft.listConfidence.table)
    }
    let subgoals = subgoals.enumerated().flatMap { index, item in
      let present = [
        ("name", item.subgoal.name != nil), ("goal", item.subgoal.goal != nil),
        ("indicators", item.subgoal.indicators != nil),
      ]
      let fields = present.filter(\.1).map(\.0)
      return list("subgoals/\(index)", fields, item.place, FormDraft.listConfidence.text)
    }
    let measures = measures.enumerated().map { index, item in
      FieldReading("measures/\(index)", item.place, FormDraft.listConfidence.text)
    }
    return tasks + subgoals + measures
  }

  private func list(_ path: String, _ fields: [String], _ place: Place?, _ confidence: Int) -> [FieldReading]
  {
    fields.map { FieldReading("\(path)/\($0)", place, confidence) }
  }
}

extension FieldReading {
  fileprivate init(_ path: String, _ place: Place?, _ confidence: Int) {
    self.init(path: path, place: place, confidence: confidence)
  }
}
