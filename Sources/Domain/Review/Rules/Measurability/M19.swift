// M19: every indicator carries the same number.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let m19 = Rule(
    code: "M19", title: "指标值全都一样",
    why: "每一项都是同一个百分比，多半没有逐项测算。", advice: "按各项工作的实际分别定值。",
    severity: .warning, source: "实例", dimension: .feasibility, kinds: .targets,
    example: """
      产出指标/质量指标 | 验收合格率 | ≥95%
      产出指标/时效指标 | 按时完成率 | ≥95%
      效益指标/社会效益指标 | 政策知晓率 | ≥95%
      满意度指标/服务对象满意度指标 | 群众满意度 | ≥95%
      """,
    counterExample: """
      产出指标/数量指标 | 培训人数 | ≥120人
      产出指标/质量指标 | 验收合格率 | ≥95%
      产出指标/时效指标 | 按时完成率 | ≥95%
      满意度指标/服务对象满意度指标 | 群众满意度 | ≥95%
      """
  ) { subject in
    guard let row = subject.rows.first(where: \.isNamed), row.promisesShare, let first = row.measure else {
      return []
    }
    let rows = subject.rows.filter(\.isNamed)
    guard rows.count >= 4,
      rows.allSatisfy({ $0.measure?.number == first.number && $0.measure?.unit == first.unit })
    else { return [] }
    return [
      ReviewFinding(
        rule: "M19", fields: ["indicators"],
        message: "\(rows.count) 项指标的指标值都是 \(first.number)%，像是没有逐项测算。请按各项工作的实际分别定值，并补上数量。")
    ]
  }
}
