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
    var findings: [ReviewFinding] = []
    for row in subject.rows {
      // Many forms print one value in both columns.
      guard let whole = row.indicator.periodValue, row.indicator.annualValue?.isSame(as: whole) == false,
        row.isPartOfPeriod, let annual = row.annual?.value, let period = row.period?.value,
        case .annualBeyondPeriod(let year, let sum) = annual.compared(toPeriod: period, isCumulative: true)
      else { continue }
      let unit = row.measure?.unitText ?? ""
      // The unit of the name or column, where the cell prints none.
      func printed(_ text: String) -> String {
        guard let last = text.unicodeScalars.last, last.isDigit, !unit.isEmpty else { return text }
        return text + " " + unit
      }
      findings.append(
        ReviewFinding(
          rule: "A03", fields: [row.path(.annualValue), row.path(.periodValue)],
          message: "“\(row.shortName)”本年 \(printed(annual.source))，多于整个实施周期\(subject.periodText)的 "
            + "\(printed(period.source))。请核对：周期值应不少于各年之和。",
          proposal: subject.years.flatMap { years in
            let share = ExactFraction(sum, dividedBy: years).flatMap { share in
              share.decimal(places: 0).flatMap { .zero < $0 && ExactFraction($0) == share ? $0 : nil }
            }
            return Proposal(oneOf: [
              share.flatMap {
                FigureChange.choice(
                  row.path(.annualValue), of: "年度值", row.indicator.annualValue, from: year, to: $0)
              },
              year.multiplied(by: years).flatMap {
                FigureChange.choice(row.path(.periodValue), of: "周期值", whole, from: sum, to: $0)
              },
            ])
          },
          terms: [
            ReviewTerm(field: row.path(.annualValue), label: "本年", number: year, unit: row.measure?.unitText),
            ReviewTerm(
              field: row.path(.periodValue), label: "周期", number: sum, unit: row.measure?.unitText),
          ]))
    }
    return findings
  }
}

extension ReviewSubject {
  /// How many years the project runs; nil where a year is not printed or there is no end.
  fileprivate var years: ExactDecimal? {
    guard !isOpenEnded, let project = projectTarget?.project, let start = project.startYear,
      let end = project.endYear, start < end, end - start < 100
    else { return nil }
    return ExactDecimal(end - start + 1)
  }

  /// `（2023—2024 年）`; blank where a year is not printed or there is no end.
  fileprivate var periodText: String {
    guard !isOpenEnded, let project = projectTarget?.project, let start = project.startYear,
      let end = project.endYear
    else { return "" }
    return "（\(start)—\(end) 年）"
  }
}
