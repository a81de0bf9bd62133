// M09: the execution of the budget stands under cost.
import Findings
import Model
import RuleSets

extension Rule {
  static let m09 = Rule(
    code: "M09", title: "成本指标写成预算执行率",
    why: "预算执行率在自评时另有 10 分，放在成本下会算两次，也看不出花得省不省。", advice: "成本处写总额上限或单位成本。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .relevance, kinds: .targets,
    example: "产出指标/成本指标 | 预算执行率（%） | ≥90",
    counterExample: "产出指标/成本指标 | 每场活动成本 | ≤1万元"
  ) { subject in
    guard subject.names(anyOf: .budgetExecution) else { return [] }
    let rows = subject.rows.filter { $0.category?.isCost == true && $0.name.speaks(of: .budgetExecution) }
    guard !rows.isEmpty else { return [] }
    let advice = UnitCostAdvice.of(subject)
    return rows.map { row in
      let name = row.shortName.holds("预算执行") ? "“\(row.shortName)”" : "“\(row.shortName)”就是预算执行率，"
      return ReviewFinding(
        rule: "M09", fields: [row.path(.name), row.path(row.targetField)],
        message: "\(name)自评时另计 10 分，不是成本。" + advice.clause("建议改写成总额上限或单位成本"),
        proposal: advice.proposal)
    }
  }
}
