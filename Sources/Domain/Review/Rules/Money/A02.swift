// A02: a single cost is more than the budget.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let a02 = Rule(
    code: "A02", title: "成本指标大于预算",
    why: "成本上限高于预算，等于没有上限，或预算写错了。", advice: "核对成本和预算。",
    severity: .error, source: "实例", dimension: .adequacy, kinds: [.projectTarget],
    example: """
      预算 9000
      产出指标/成本指标 | 活动总成本 | ≤12000元
      """,
    counterExample: """
      预算 9000
      产出指标/成本指标 | 活动总成本 | ≤9000元
      """
  ) { subject in
    guard let budget = subject.budget, !budget.yuan.isZero else { return [] }
    var findings: [ReviewFinding] = []
    for row in subject.rows where row.category == .cost || row.category == .economicCost {
      guard let measure = row.measure,
        measure.unit?.dimension == .money, measure.per.isEmpty, !row.name.speaks(of: .average),
        !row.name.speaks(of: .income), PriceWords.counter(in: row.name) == nil,
        budget.yuan < measure.number
      else { continue }
      findings.append(
        ReviewFinding(
          rule: "A02", fields: [row.path(row.targetField), "budget/total"],
          message:
            "“\(row.shortName)”为 \(MoneyText.yuan(measure.number))，多于本年预算 \(MoneyText.yuan(budget.yuan))。"
            + "请核对：成本上限应不高于预算。",
          terms: [
            ReviewTerm(
              field: row.path(row.targetField), label: row.shortName, number: measure.number, unit: "元"),
            ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元"),
          ], stake: Money(yuan: measure.number).flatMap { $0.subtracting(budget) }))
    }
    return findings
  }
}
