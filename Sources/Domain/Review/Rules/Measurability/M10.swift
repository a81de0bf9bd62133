// M10: a cost that only says the budget again.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m10 = Rule(
    code: "M10", title: "成本指标就是预算数",
    why: "预算已经写在表上，再写一遍看不出钱花得值不值。", advice: "改成单位成本，如每场、每人、每户多少元。",
    severity: .info, source: "实例", dimension: .relevance, kinds: [.projectTarget],
    example: """
      预算 54370
      产出指标/成本指标 | 成本控制在预算内 | 54370元
      """,
    counterExample: """
      预算 54370
      产出指标/成本指标 | 每场活动成本 | ≤3000元
      """
  ) { subject in
    guard let budget = subject.budget?.yuan else { return [] }
    let rows = subject.rows.filter { row in
      guard row.dimension == .money, row.category?.isCost == true, let measure = row.measure else {
        return false
      }
      return measure.per.isEmpty && measure.number == budget && !row.name.speaks(of: .average)
    }
    guard !rows.isEmpty else { return [] }
    // One thing at the budget's price: total and unit cost are the same.
    let counts = subject.rows.filter { $0.category == .quantity }.compactMap(\.measure)
    let isOnePiece =
      !counts.isEmpty && counts.allSatisfy { $0.number == .one && $0.unit?.dimension == .things }
    guard !isOnePiece else { return [] }
    let advice = UnitCostAdvice.of(subject)
    return rows.map { row in
      ReviewFinding(
        rule: "M10", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(row.printedTarget)”就是本年预算数。"
          + advice.clause("建议改成单位成本"),
        proposal: advice.proposal,
        terms: [ReviewTerm(field: "budget/total", label: "本年预算", number: budget, unit: "元")])
    }
  }
}
