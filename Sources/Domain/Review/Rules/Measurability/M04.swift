// M04: a pass rate stands under quantity.
import Findings
import Model
import RuleSets

extension Rule {
  static let m04 = Rule(
    code: "M04", title: "数量指标写成质量",
    why: "数量指标回答“做了多少”，合格率、准确率回答“做得好不好”。", advice: "移到质量指标，数量处写个数。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .relevance, kinds: .targets,
    example: """
      产出指标/数量指标 | 维护路灯数量 | ≥320盏
      产出指标/数量指标 | 路灯验收合格率 | ≥95%
      """,
    counterExample: """
      产出指标/数量指标 | 培训任务完成率 | 100%
      产出指标/质量指标 | 路灯验收合格率 | ≥95%
      """
  ) { subject in
    subject.rows.filter { row in
      row.category == .quantity && row.promisesShare && row.name.speaks(of: .qualityShare)
    }.map { row in
      ReviewFinding(
        rule: "M04", fields: [row.path(.level2), row.path(row.targetField)],
        message: "“\(row.shortName)”说的是质量，放在了数量指标下。建议移到质量指标，数量处写做了多少。",
        proposal: Placement.proposal(moving: row, to: .quality, in: subject))
    }
  }
}
