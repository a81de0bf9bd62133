// M08: the only timeliness is that of payment.
import Findings
import Model
import RuleSets

extension Rule {
  static let m08 = Rule(
    code: "M08", title: "时效只写了付款",
    why: "钱付得及时不等于事办得及时。", advice: "加一项工作本身的完成时间。",
    severity: .info, source: "实例", dimension: .relevance, kinds: .targets,
    example: "产出指标/时效指标 | 资金支付及时率（%） | ≥95",
    counterExample: """
      产出指标/时效指标 | 资金支付及时率（%） | ≥95
      产出指标/时效指标 | 活动完成时间 | 12月底前
      """
  ) { subject in
    guard subject.names(anyOf: .fundTimeliness, .budgetExecution) else { return [] }
    let rows = subject.rows.filter { $0.category == .timeliness && $0.isNamed }
    guard let first = rows.first,
      rows.allSatisfy({ $0.name.speaks(ofAny: ConceptSet(.fundTimeliness, .budgetExecution)) }),
      !rows.contains(where: { $0.name.speaks(of: .allowance) }), !subject.name.speaks(of: .allowance)
    else { return [] }
    return [
      ReviewFinding(
        rule: "M08", fields: [first.path(.name)],
        message: "时效指标只有“\(first.shortName)”，说的是付款，不是工作进度。建议加一项工作完成时间，如“12月底前完成”。")
    ]
  }
}
