// M05: a count stands under quality.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m05 = Rule(
    code: "M05", title: "质量指标写成数量",
    why: "质量指标回答“做得好不好”，人数、场次只说明“做了多少”。", advice: "移到数量指标，质量处另写合格率、达标率。",
    severity: .warning, source: "实例", dimension: .relevance, kinds: .targets,
    example: "产出指标/质量指标 | 平均每场次参与人数 | ≥30人",
    counterExample: """
      产出指标/质量指标 | 培训合格率 | ≥95%
      产出指标/质量指标 | 质量事故 | 0起
      """
  ) { subject in
    subject.rows.filter { row in
      row.category == .quality && row.promisesCount && row.measure.map { !$0.number.isZero } == true
        && row.measure?.comparator?.isUpperBound != true
        && !row.name.speaks(ofAny: ConceptSet(.harm, .dimensionless))
    }.map { row in
      ReviewFinding(
        rule: "M05", fields: [row.path(row.targetField), row.path(.level2)],
        message: "“\(row.shortName) \(row.printedTarget)”是数量，放在了质量指标下。"
          + "建议移到数量指标，质量处另写合格率或达标率。",
        proposal: Placement.proposal(moving: row, to: .quantity, in: subject))
    }
  }
}
