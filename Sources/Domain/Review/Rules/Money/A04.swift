// A04: several years promise as much as one.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let a04 = Rule(
    code: "A04", title: "多年周期值等于本年值",
    why: "几年只做一年的量，多半是把本年值抄进了周期值。", advice: "周期值写各年之和。",
    severity: .info, source: "实例", dimension: .feasibility, kinds: [.projectTarget],
    grouping: Rule.Grouping { findings in
      let names = FigureText.names(findings.compactMap { $0.terms.first?.label })
      return "以下 \(findings.count) 项的周期值与本年值相同：\(names)。如每年都做，周期值应为各年之和，请核对。"
    },
    example: """
      起止 2022—2029
      产出指标/数量指标 | 讲座次数 | ≥15场 | period=≥15场
      """,
    counterExample: """
      起止 2022—2099
      产出指标/数量指标 | 讲座次数 | ≥15场 | period=≥15场
      """
  ) { subject in
    guard let years = subject.periodYears, years > 1, !subject.isOpenEnded else { return [] }
    return subject.rows.compactMap { row in
      guard row.accumulates, case .measure(let annual)? = row.annual?.value.meaning,
        case .measure(let period)? = row.period?.value.meaning, annual.number == period.number,
        annual.unit == period.unit
      else { return nil }
      return ReviewFinding(
        rule: "A04", fields: [row.path(.periodValue), row.path(.annualValue)],
        message: "“\(row.shortName)”\(years) 年周期值与本年值相同，都是 \(row.annual?.value.source ?? "")。"
          + "如每年都做，周期值应为各年之和，请核对。",
        terms: [ReviewTerm(field: row.path(.periodValue), label: row.shortName, number: period.number)])
    }
  }
}
