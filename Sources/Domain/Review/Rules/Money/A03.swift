// A03: the year promises more than the whole period.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let a03 = Rule(
    code: "A03", title: "本年值多于周期值",
    why: "周期值是各年之和，不可能少于一年。", advice: "核对两列数字。",
    severity: .error, source: "实例", dimension: .feasibility, kinds: .targets,
    example: """
      起止 2023—2024
      产出指标/数量指标 | 项目活动场次 | 20场 | period=15场
      """,
    counterExample: """
      起止 2023—2024
      产出指标/数量指标 | 项目活动场次 | 20场 | period=40场
      产出指标/质量指标 | 课程合格率 | ≥95% | period=≥90%
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.accumulates, let annual = row.annual?.value, let period = row.period?.value,
        case .annualBeyondPeriod(let year, let whole) = annual.compared(toPeriod: period, isCumulative: true)
      else { return nil }
      return ReviewFinding(
        rule: "A03", fields: [row.path(.annualValue), row.path(.periodValue)],
        message: "“\(row.shortName)”本年 \(annual.source)，多于整个实施周期的 \(period.source)。请核对：周期值应不少于各年之和。",
        terms: [
          ReviewTerm(field: row.path(.annualValue), label: "本年", number: year),
          ReviewTerm(field: row.path(.periodValue), label: "周期", number: whole),
        ])
    }
  }
}
