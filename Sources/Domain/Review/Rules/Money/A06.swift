// A06: the target lies below what was reached last year, or less is promised for more money.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let a06 = Rule(
    code: "A06", title: "指标值低于上年完成值",
    why: "去年已经做到的，今年反而定低，目标就失去了作用。", advice: "参照上年完成值提高，或说明今年为什么做得少。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .feasibility, kinds: [.projectTarget],
    grouping: Rule.Grouping { findings in
      func figure(_ term: ReviewTerm) -> String {
        "\(term.label) \(FigureText.number(term.number))\(term.unit ?? "")"
      }
      let rows = FigureText.names(findings.map { $0.terms.map(figure).joined(separator: "，") })
      return "以下 \(findings.count) 项低于上年：\(rows)。请参照上年情况逐项核对，或说明今年为什么做得少。"
    },
    example: """
      上年 产出指标/数量指标 | 普法讲座场次 | ≥12场 | actual=15场
      产出指标/数量指标 | 普法讲座场次 | ≥10场
      """,
    counterExample: """
      上年 产出指标/数量指标 | 普法讲座场次 | ≥12场 | actual=15场
      上年 产出指标/质量指标 | 差错率 | ≤3% | actual=2%
      上年 满意度指标/服务对象满意度指标 | 学员满意度 | ≥90% | actual=92.6%
      产出指标/数量指标 | 普法讲座场次 | ≥16场
      产出指标/质量指标 | 差错率 | ≤3%
      满意度指标/服务对象满意度指标 | 学员满意度 | ≥92%
      """
  ) { subject in
    let outcomes = LastYear.rows(of: subject.context.lastOutcome, in: subject, by: \.actual)
    let targets = LastYear.rows(of: subject.context.lastYear, in: subject, by: \.target)
    let hasMoreMoney: Bool
    if case .projectTarget(let last)? = subject.context.lastYear, let budget = subject.budget,
      let lastBudget = last.budget.total
    {
      hasMoreMoney = lastBudget < budget
    } else {
      hasMoreMoney = false
    }
    return subject.rows.compactMap { row in
      guard row.isNamed, let measure = row.measure, measure.comparator?.isUpperBound != true,
        row.category?.isCost != true, !row.name.speaks(ofAny: ConceptSet(.harm, .negated))
      else { return nil }
      let text = row.target?.value.source ?? ""
      func finding(_ last: Measure, _ state: String) -> ReviewFinding {
        ReviewFinding(
          rule: "A06", fields: [row.path(row.targetField)],
          message: "“\(row.shortName) \(text)”\(state)。请参照上年情况核对，或说明今年为什么做得少。",
          terms: [
            ReviewTerm(
              field: row.path(row.targetField), label: row.shortName, number: measure.number,
              unit: measure.unitText),
            ReviewTerm(label: "上年", number: last.number, unit: last.unitText),
          ])
      }
      func isClearlyBelow(_ last: Measure) -> Bool {
        last.unit == measure.unit && last.per == measure.per
          && LastYear.isBelow(measure, last, tolerance: subject.rules[.lastActualTolerance])
      }
      if let last = outcomes[row.shortName], isClearlyBelow(last) {
        return finding(last, "低于上年完成的 \(FigureText.number(last.number))\(last.unitText)")
      }
      if hasMoreMoney, let last = targets[row.shortName], last.comparator?.isUpperBound != true,
        isClearlyBelow(last)
      {
        return finding(last, "低于上年的 \(FigureText.number(last.number))\(last.unitText)，而预算比上年多")
      }
      return nil
    }
  }
}

/// What last year's forms say, by the name of the indicator.
enum LastYear {
  /// True where a target lies below last year's number by more than the tolerance: so many percentage points
  /// of a share, so many percent of anything else. What was reached moves a little from year to year.
  static func isBelow(_ measure: Measure, _ last: Measure, tolerance: ExactDecimal) -> Bool {
    guard measure.number < last.number, let gap = last.number.subtracting(measure.number) else {
      return false
    }
    if measure.unit == .percent { return tolerance < gap }
    guard let bound = last.number.multiplied(by: tolerance)?.scaled(byPowerOfTen: -2) else { return false }
    return bound < gap
  }

  /// Names that two rows share say nothing.
  static func rows(
    of form: Form?, in subject: ReviewSubject, by value: (ReviewRow) -> ParsedValue?
  ) -> [String: Measure] {
    guard let form else { return [:] }
    var measures: [String: Measure] = [:]
    var doubled: Set<String> = []
    for row in ReviewSubject(form: form, rules: subject.rules).rows {
      guard case .measure(let measure)? = value(row)?.value.meaning else { continue }
      if measures.updateValue(measure, forKey: row.shortName) != nil { doubled.insert(row.shortName) }
    }
    for name in doubled { measures[name] = nil }
    return measures
  }
}
