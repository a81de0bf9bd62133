// How a department's money adds up: spending by kind, income by source, tasks.
import Model
import Quantities

/// One equation of a department's form with all its terms printed.
struct DepartmentBalance {
  /// The two sides in words: `基本支出 + 项目支出`.
  var leftName: String
  var rightName: String
  var left: [ReviewTerm]
  var right: [ReviewTerm]
  var leftTotal: Money
  var rightTotal: Money

  var holds: Bool { leftTotal == rightTotal }
  var terms: [ReviewTerm] { left + right }
  var fields: [String] { terms.compactMap(\.field) }

  /// The left side as a sum: `7.02 万元 + 102.62 万元 = 109.64 万元`.
  var leftSum: String { sum(left, leftTotal) }
  var rightSum: String { sum(right, rightTotal) }

  private func sum(_ terms: [ReviewTerm], _ total: Money) -> String {
    let unit = self.unit
    let whole = unit.text(total.yuan)
    guard terms.count > 1 else { return whole }
    let shown = terms.count > 4 ? ["\(terms.count) 笔合计"] : terms.map { unit.text($0.number) }
    return "\(shown.joined(separator: " + ")) = \(whole)"
  }

  /// The unit in which all of it is printed, so that a reader can follow the sum.
  var unit: MoneyText.SumUnit { MoneyText.SumUnit(of: terms.map(\.number)) }

  /// Spending against income: 基本支出 + 项目支出 = 财政拨款 + 其他资金; nil where a term is not printed.
  static func funding(_ form: DepartmentTarget) -> DepartmentBalance? {
    let budget = form.budget
    guard let basic = budget.basic, let project = budget.project, let fiscal = budget.fiscal,
      let other = budget.other, let left = basic.adding(project), let right = fiscal.adding(other)
    else { return nil }
    return DepartmentBalance(
      leftName: "基本支出 + 项目支出", rightName: "财政拨款 + 其他资金",
      left: [term("basic", "基本支出", basic), term("project", "项目支出", project)],
      right: [term("fiscal", "财政拨款", fiscal), term("other", "其他资金", other)], leftTotal: left,
      rightTotal: right)
  }

  /// Tasks and other development spending against all spending; nil where a term is not printed.
  static func tasks(_ form: DepartmentTarget) -> DepartmentBalance? {
    guard let basic = form.budget.basic, let project = form.budget.project,
      let total = basic.adding(project), !form.tasks.isEmpty
    else { return nil }
    var left: [ReviewTerm] = []
    var sum = Money.zero
    for (index, task) in form.tasks.enumerated() {
      guard let funds = task.funds, let next = sum.adding(funds) else { return nil }
      sum = next
      left.append(
        ReviewTerm(
          field: "tasks/\(index)/funds", label: task.name ?? "任务 \(index + 1)", number: funds.yuan, unit: "元")
      )
    }
    if let development = form.budget.otherDevelopment, let next = sum.adding(development) {
      sum = next
      left.append(term("otherDevelopment", "其他事业发展性支出", development))
    }
    return DepartmentBalance(
      leftName: form.budget.otherDevelopment == nil ? "各项任务金额" : "各项任务金额 + 其他事业发展性支出",
      rightName: "基本支出 + 项目支出", left: left,
      right: [term("basic", "基本支出", basic), term("project", "项目支出", project)], leftTotal: sum,
      rightTotal: total)
  }

  /// True where the rest is printed beside the tasks, so that both together are all spending, or all that is
  /// spent on projects.
  static func tellsRest(_ form: DepartmentTarget) -> Bool {
    guard let rest = form.budget.otherDevelopment, let project = form.budget.project else { return false }
    let tasks = form.tasks.reduce(Money?.some(.zero)) { sum, task in task.funds.flatMap { sum?.adding($0) } }
    return tasks != project && tasks?.adding(rest) != project
  }

  private static func term(_ field: String, _ label: String, _ amount: Money) -> ReviewTerm {
    ReviewTerm(field: "budget/\(field)", label: label, number: amount.yuan, unit: "元")
  }
}
