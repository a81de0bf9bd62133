// A05: last year's text with another budget.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let a05 = Rule(
    code: "A05", title: "预算变了，目标照抄上年",
    why: "钱多了或少了一成以上，要做的事和量也该跟着变。", advice: "按今年的预算改写目标和指标值，或说明为什么不变。",
    severity: .warning, source: "实例", dimension: .adequacy, kinds: [.projectTarget],
    example: """
      上年 预算 200000
      上年 年度目标 在 8 个社区举办普法讲座 12 场，发放宣传册 3000 份，提高群众法治意识。
      上年 产出指标/数量指标 | 普法讲座场次 | ≥12场
      预算 300000
      年度目标 在 8 个社区举办普法讲座 12 场，发放宣传册 3000 份，提高群众法治意识。
      产出指标/数量指标 | 普法讲座场次 | ≥12场
      """,
    counterExample: """
      上年 预算 200000
      上年 年度目标 在 8 个社区举办普法讲座 12 场，发放宣传册 3000 份，提高群众法治意识。
      上年 产出指标/数量指标 | 普法讲座场次 | ≥12场
      预算 300000
      年度目标 在 12 个社区举办普法讲座 18 场，发放宣传册 4500 份，提高群众法治意识。
      产出指标/数量指标 | 普法讲座场次 | ≥18场
      """
  ) { subject in
    guard case .projectTarget(let last)? = subject.context.lastYear, let goal = subject.annualGoal,
      let lastGoal = last.goals.annual, TextLikeness.isNearlySame(goal.text, lastGoal),
      let budget = subject.budget, let lastBudget = last.budget.total,
      let change = BudgetChange(from: lastBudget, to: budget),
      change.exceeds(subject.rules[.lastYearChangeMax]),
      IndicatorSignature(subject.form.indicators) == IndicatorSignature(last.indicators)
    else { return [] }
    return [
      ReviewFinding(
        rule: "A05", fields: ["goals/annual", "indicators", "budget/total"],
        message: "本年预算 \(MoneyText.yuan(budget.yuan))，比上年 \(MoneyText.yuan(lastBudget.yuan))\(change.text)，"
          + "目标和指标值与上年相同。建议按今年的预算改写，或说明为什么不变。",
        terms: [
          ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元"),
          ReviewTerm(label: "上年预算", number: lastBudget.yuan, unit: "元"),
        ], stake: change.amount)
    ]
  }
}

/// How a budget moved from one year to the next.
struct BudgetChange {
  /// What it moved by, without sign.
  let amount: Money
  /// `增加 50%`
  let text: String
  private let share: ExactDecimal

  /// Nil where last year's was nothing.
  init?(from last: Money, to budget: Money) {
    let isMore = last < budget
    guard last != .zero, let amount = isMore ? budget.subtracting(last) : last.subtracting(budget),
      let share = ExactFraction(amount.yuan, dividedBy: last.yuan)?.decimal(places: 4)?.scaled(
        byPowerOfTen: 2)
    else { return nil }
    self.amount = amount
    self.share = share
    text = "\(isMore ? "增加" : "减少") \(FigureText.number(share.rounded(toPlaces: 1) ?? share))%"
  }

  func exceeds(_ percent: ExactDecimal) -> Bool { percent < share }
}
