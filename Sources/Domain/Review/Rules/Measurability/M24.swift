// M24: income stands under cost.
import Findings
import Model
import RuleSets

extension Rule {
  static let m24 = Rule(
    code: "M24", title: "把收入写成成本",
    why: "捐赠、资助是筹来的钱，不是花出去的钱。", advice: "移到效益指标，成本只写支出上限。",
    severity: .error, source: "实例", dimension: .relevance, kinds: .targets,
    example: "产出指标/成本指标 | 社会资助/捐赠款项 | ≥10000元",
    counterExample: "效益指标/经济效益指标 | 社会资助/捐赠款项 | ≥10000元"
  ) { subject in
    subject.rows.filter { $0.category?.isCost == true && $0.isNamed && $0.name.speaks(of: .income) }.map {
      row in
      ReviewFinding(
        rule: "M24", fields: [row.path(.name), row.path(row.targetField)],
        message: "“\(row.shortName) \(row.printedTarget)”是筹来的钱，不是花出去的钱。"
          + "建议移到社会效益，成本指标只写支出上限。",
        proposal: Placement.proposal(moving: row, to: .socialBenefit, in: subject))
    }
  }
}
