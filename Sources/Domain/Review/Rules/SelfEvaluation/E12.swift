// E12: money left over or moved, and nobody says why.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e12 = Rule(
    code: "E12", title: "执行率低或预算有变，没有说明",
    why: "钱没花完或年中调整过，不写原因，下年预算就没有依据。", advice: "在备注里写明没花完或调整的原因。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      资金 年度资金总额 | 300000 | 300000 | 231000 | 77 | 10 | 7.7
      产出指标/数量指标 | 检测样品 | ≥400批次 | weight=30 | actual=402批次 | score=30
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 300000 | 300000 | 231000 | 77 | 10 | 7.7 | 招标节约
      产出指标/数量指标 | 检测样品 | ≥400批次 | weight=30 | actual=402批次 | score=30
      """
  ) { subject in
    guard let execution = ExecutionReading(subject), !execution.isExplained(in: subject) else { return [] }
    let isLow = execution.isBelow(subject.rules[.executionMin])
    let isChanged = execution.budgetChanged(by: subject.rules[.budgetChangeNoted], orMore: true)
    guard isLow || isChanged else { return [] }
    var parts: [String] = []
    if isLow {
      parts.append("执行率 \(execution.percentText)%，有 \(FigureText.money(execution.unspent))没有支出")
    }
    if isChanged, let change = execution.changeText { parts.append(change) }
    return [
      ReviewFinding(
        rule: "E12", fields: [execution.path(isLow ? "rate" : "adjusted"), execution.path("note")],
        message: parts.joined(separator: "；") + "，没有说明原因。请在备注或问题栏写明。",
        terms: [
          ReviewTerm(field: execution.path("rate"), label: "执行率", number: execution.percent, unit: "%")
        ],
        stake: execution.unspent)
    ]
  }
}
