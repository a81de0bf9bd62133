// A13: a deadline lies outside the form's year.
import Findings
import IndicatorValues
import Model
import RuleSets

extension Rule {
  static let a13 = Rule(
    code: "A13", title: "完成时间不在预算年度内",
    why: "本年的钱、本年的目标，完成时间却写在别的年份。", advice: "核对年份；多半是沿用旧表没有改。",
    severity: .warning, source: "实例", dimension: .feasibility, kinds: [.projectTarget],
    example: """
      年度 2026
      产出指标/时效指标 | 完成时间 | 2024年12月底前
      """,
    counterExample: """
      年度 2026
      产出指标/时效指标 | 完成时间 | 2026年12月底前
      产出指标/时效指标 | 验收时间 | 12月底前
      """
  ) { subject in
    guard let year = subject.printedYear else { return [] }
    return subject.rows.compactMap { row in
      guard case .deadline(let deadline)? = row.annual?.value.meaning,
        let last = deadline.to?.year ?? deadline.from?.year,
        let first = deadline.from?.year ?? deadline.to?.year, deadline.anchor == .calendar
      else { return nil }
      // The only date of a row may be the project's; beside one for the period it is the year's.
      let mayBeWhole = row.indicator.periodValue == nil
      // A span that holds the year is sound, and so is the settling in the months after it.
      let isSettled =
        last == year + 1 && (deadline.to?.month ?? 12) <= 3
        && (mayBeWhole && !subject.ends(in: year)
          || ["验收", "结算", "决算", "审计", "评价", "总结", "支付", "尾款"].contains { row.name.text.holds($0) })
      guard year < first && !isSettled || last < year, !(mayBeWhole && subject.runs(in: last)) else {
        return nil
      }
      return ReviewFinding(
        rule: "A13", fields: [row.path(.annualValue)],
        message: "“\(row.shortName)”写“\(row.annual?.value.source ?? "")”，不在本表的 \(year) 年内。请核对年份。")
    }
  }
}

extension ReviewSubject {
  /// True where the project's printed end is the form's own year.
  fileprivate func ends(in year: Int) -> Bool { projectTarget?.project.endYear == year }

  /// True for a year after the form's in which the project still runs.
  fileprivate func runs(in year: Int) -> Bool {
    guard !isOpenEnded, let printedYear, let end = projectTarget?.project.endYear else { return false }
    return year > printedYear && year <= end
  }
}
