// E03: next to nothing was spent, and more was done than promised.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let e03 = Rule(
    code: "E03", title: "几乎没有支出，产出却超额完成",
    why: "钱几乎没花，事却做多了：要么指标与这笔钱无关，要么执行数填错了。", advice: "核对执行数的单位和口径，说明产出用的是哪笔钱。",
    severity: .error, source: "实例", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      资金 年度资金总额 | 900000 | 900000 | 9000 | 1 | 10 | 0.1
      产出指标/数量指标 | 义诊人数 | ≥500人 | weight=20 | actual=640人 | score=20
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 900000 | 900000 | 9000 | 1 | 10 | 0.1
      产出指标/数量指标 | 义诊人数 | ≥500人 | weight=20 | actual=30人 | score=1.2 | deviation=合同年底才签
      """
  ) { subject in
    guard let execution = ExecutionReading(subject),
      execution.isBelow(subject.rules[.executionTooLow])
    else { return [] }
    let over = subject.rows.filter { row in
      guard row.category == .quantity, row.measure?.comparator?.isUpperBound != true,
        case .met(let completion)? = row.comparison
      else { return false }
      return completion.compared(to: .one) == 1
    }
    guard let row = over.first else { return [] }
    return [
      ReviewFinding(
        rule: "E03", fields: [execution.path("executed")] + over.map { $0.path(.actualValue) },
        message:
          "\(FigureText.money(execution.planned))只支出了 \(FigureText.money(execution.executed))"
          + "（\(execution.percentText)%），"
          + "“\(row.shortName)”却超额完成（\(row.contrast)）。请核对执行数，或说明用的是哪笔钱。",
        terms: [
          ReviewTerm(
            field: execution.path("executed"), label: "执行数", number: execution.executed.yuan, unit: "元"),
          ReviewTerm(label: "预算数", number: execution.planned.yuan, unit: "元"),
        ], stake: execution.unspent)
    ]
  }
}
