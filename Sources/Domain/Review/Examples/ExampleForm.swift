// The small notation in which a rule's examples are written, and the form that it stands for.
package import Model
import Quantities
package import RuleSets

/// A form in a few lines, for the examples of rules and for tests.
///
/// One line a cell or row; what is not written is blank. A row of indicators has bars:
///
///     表 自评                                  (项目目标 unless said: 部门目标, 自评, 监控, 部门自评)
///     名称 美丽庭院
///     类别 其他事业发展性支出
///     年度 2026
///     起止 2023—2025
///     预算 40000                               (also 财政拨款, 其他资金; in yuan)
///     基本支出 70200                           (department: also 项目支出, 其他事业发展)
///     用途 …
///     年度目标 …      周期目标 …      实际完成 …
///     计划 6=20 12=100                         (month = percent)
///     任务 名称 | 内容 | 80000 | 预期
///     资金 年度资金总额 | 100 | 90 | 81 | 90 | 10 | 9   (年初, 全年, 执行, 执行率, 分值, 得分)
///     总分 95      等级 优
///     产出指标/数量指标 | 奖励户数 | ≥1560户 | period=≥3000户 | weight=10 | actual=1500户 | score=9
package enum ExampleForm {
  /// Reads the notation; a line that it does not know is left out and returned for the test to complain.
  package static func read(_ text: String) -> (form: Form, unknownLines: [String]) {
    var draft = Draft()
    var unknown: [String] = []
    for line in text.split(separator: "\n") {
      let line = line.trimmed
      if !line.isEmpty, ExampleContext.word(of: line) == nil, !draft.take(line) {
        unknown.append(String(line))
      }
    }
    return (draft.form, unknown)
  }

  /// The form as a subject, with what its lines tell about other forms: last year's form behind `上年`,
  /// projects with the same table behind `同套`, prices of others behind `同价`, the assessment behind
  /// `事前评估`.
  package static func subject(_ text: String, rules: RuleSet) -> ReviewSubject {
    ReviewSubject(form: read(text).form, rules: rules, context: context(of: text))
  }

  private static func context(of text: String) -> ReviewContext {
    var context = ReviewContext()
    var last: [Substring] = []
    for line in text.split(separator: "\n").map(\.trimmed) {
      guard let word = ExampleContext.word(of: line) else { continue }
      let rest = line.dropFirst(word.rawValue.count).trimmed
      switch word {
      case .lastYear: last.append(rest)
      case .alike: context.alikeProjects.append(String(rest))
      case .prices:
        let parts = rest.split(separator: "|", maxSplits: 1).map(\.trimmed)
        let prices = parts.last?.split(separator: " ").compactMap { ExactDecimal($0) } ?? []
        if let unit = parts.first { context.peerUnitCosts[String(unit)] = prices.sorted() }
      case .assessment: context.hasAssessment = rest == "有"
      }
    }
    guard !last.isEmpty else { return context }
    let lines = last.joined(separator: "\n")
    context.lastYear = read(lines).form
    context.lastOutcome = read("表 自评\n" + lines).form
    return context
  }
}

/// The words before lines about other forms.
private enum ExampleContext: String, CaseIterable {
  case lastYear = "上年"
  case alike = "同套"
  case prices = "同价"
  case assessment = "事前评估"

  static func word(of line: Substring) -> ExampleContext? {
    allCases.first { line.hasPrefix($0.rawValue + " ") }
  }
}

/// Everything that any kind can hold, until the kind is known.
private struct Draft {
  private var kind = FormKind.projectTarget
  private var target = ProjectTarget()
  private var department = DepartmentTarget()
  private var outcome = SelfEvaluation()
  private var indicators: [Indicator] = []

  var form: Form {
    var (target, department, outcome) = (target, department, outcome)
    target.indicators = indicators
    department.indicators = indicators
    outcome.indicators = indicators
    switch kind {
    case .projectTarget: return .projectTarget(target)
    case .departmentTarget: return .departmentTarget(department)
    case .projectMonitoring: return .projectMonitoring(outcome)
    case .projectSelfEvaluation: return .projectSelfEvaluation(outcome)
    case .departmentSelfEvaluation: return .departmentSelfEvaluation(outcome)
    }
  }

  /// False where the line's word is not known.
  mutating func take(_ line: Substring) -> Bool {
    let word = line.prefix { $0 != " " && $0 != "|" }
    let rest = line.dropFirst(word.count).trimmed
    if rest.first == "|" || word.contains("/") { return takeRow(line) }
    return takeText(String(word), String(rest)) || takeMoney(String(word), rest)
      || takeList(String(word), rest)
  }

  private mutating func takeText(_ word: String, _ text: String) -> Bool {
    switch word {
    case "表":
      guard let kind = Self.kinds[text] else { return false }
      self.kind = kind
    case "名称":
      target.project.name = text
      outcome.project.name = text
      department.department.name = text
    case "类别":
      target.project.category = text
      outcome.project.category = text
    case "单位":
      target.unit.name = text
      outcome.unit.name = text
    case "主管部门":
      target.department.name = text
      outcome.department.name = text
    case "用途": target.fundUse = text
    case "年度目标":
      target.goals.annual = text
      department.goals.annual = text
      outcome.expectedGoal = text
    case "周期目标":
      target.goals.period = text
      department.goals.period = text
    case "实际完成": outcome.actualGoal = text
    case "总分": outcome.totalScore = text
    case "等级": outcome.grade = text
    case "问题": outcome.problems = text
    case "改进": outcome.measures = text
    case "结论": outcome.conclusion = text
    case "年度":
      target.fiscalYear = Int(text)
      department.fiscalYear = Int(text)
      outcome.fiscalYear = Int(text)
    case "起止":
      let years = text.split { !$0.isNumber }.compactMap { Int($0) }
      guard years.count == 2 else { return false }
      target.project.startYear = years[0]
      target.project.endYear = years[1]
      outcome.project.startYear = years[0]
      outcome.project.endYear = years[1]
    default: return false
    }
    return true
  }

  private static let kinds: [String: FormKind] = [
    "项目目标": .projectTarget, "部门目标": .departmentTarget, "监控": .projectMonitoring,
    "自评": .projectSelfEvaluation, "部门自评": .departmentSelfEvaluation,
  ]

  private mutating func takeMoney(_ word: String, _ text: Substring) -> Bool {
    let amount = Self.money(text)
    switch word {
    case "预算": target.budget.total = amount
    case "财政拨款":
      target.budget.fiscal = amount
      department.budget.fiscal = amount
    case "其他资金":
      target.budget.other = amount
      department.budget.other = amount
    case "基本支出": department.budget.basic = amount
    case "项目支出": department.budget.project = amount
    case "其他事业发展": department.budget.otherDevelopment = amount
    case "财政专项": department.budget.specialFunds = amount
    case "人数": department.staff = Int(text)
    default: return false
    }
    return true
  }

  private mutating func takeList(_ word: String, _ text: Substring) -> Bool {
    let cells = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    func cell(_ index: Int) -> String? {
      index < cells.count && !cells[index].isEmpty ? String(cells[index]) : nil
    }
    switch word {
    case "计划":
      target.spendingPlan = text.split(separator: " ").compactMap { pair in
        let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
        return Int(sides[0]).map {
          PlannedShare(month: $0, percent: sides.count > 1 && !sides[1].isEmpty ? String(sides[1]) : nil)
        }
      }
    case "任务":
      department.tasks.append(
        DepartmentTask(
          name: cell(0), content: cell(1), funds: cell(2).flatMap { Self.money(Substring($0)) },
          expected: cell(3)))
    case "资金":
      var row = FundRow()
      row.source = cell(0)
      row.initial = cell(1).flatMap { Self.money(Substring($0)) }
      row.adjusted = cell(2).flatMap { Self.money(Substring($0)) }
      row.executed = cell(3).flatMap { Self.money(Substring($0)) }
      row.rate = cell(4)
      row.weight = cell(5)
      row.score = cell(6)
      row.note = cell(7)
      outcome.funds.append(row)
    default: return false
    }
    return true
  }

  private mutating func takeRow(_ line: Substring) -> Bool {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    var row = Indicator()
    let levels = cells[0].split(separator: "/", maxSplits: 1).map(\.trimmed)
    row.level1 = levels.first.map { String($0) }
    row.level2 = levels.count > 1 ? String(levels[1]) : nil
    if cells.count > 1, !cells[1].isEmpty { row.name = String(cells[1]) }
    if cells.count > 2, !cells[2].isEmpty { row.annualValue = String(cells[2]) }
    for cell in cells.dropFirst(3) where !cell.isEmpty {
      guard let sign = cell.firstIndex(of: "=") else { return false }
      let key = String(cell[..<sign])
      let names = ["period": "periodValue", "actual": "actualValue", "forecast": "forecastValue"]
      guard let field = Indicator.Field(rawValue: names[key] ?? key) else { return false }
      let text = cell[cell.index(after: sign)...].trimmed
      row[field] = text.isEmpty ? nil : String(text)
    }
    indicators.append(row)
    return true
  }

  private static func money(_ text: Substring) -> Money? {
    ExactDecimal(text).flatMap { Money(yuan: $0) }
  }
}

extension Substring {
  /// Without white space at the ends.
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
