// E15: the actual is no measured figure where the target has a number.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let e15 = Rule(
    code: "E15", title: "实际完成值不是实测的数",
    why: "指标值是数字，实际值写成“已完成”或照抄“≥”，就没法核实做到了多少。", advice: "填年底统计出来的实际数。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    grouping: Rule.Grouping { findings in
      let names = findings.compactMap { $0.terms.first?.label }
      return "\(FigureText.names(names))的指标值是数字，实际完成值没有填实测的数。请填年底统计的实际数。"
    },
    example: """
      表 自评
      产出指标/数量指标 | 清理河道 | ≥18公里 | weight=20 | actual=已完成 | score=20
      产出指标/质量指标 | 保洁达标率 | ≥95% | weight=20 | actual=≥95% | score=20
      """,
    counterExample: """
      表 自评
      产出指标/数量指标 | 清理河道 | ≥18公里 | weight=20 | actual=18.6公里 | score=20
      产出指标/时效指标 | 任务完成率 | 100% | weight=20 | actual=全部完成 | score=20
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isNamed, let target = row.measure, let text = row.indicator.actualValue,
        let actual = row.actual
      else { return nil }
      // How long a thing will last is no figure of the year.
      if target.unit?.dimension == .time, row.category?.isBenefit == true { return nil }
      let isCopied: Bool
      switch actual.value.meaning {
      case .measure(let measure) where measure.unit?.dimension == .share && row.promisesCount:
        // 100% done tells no number.
        isCopied = false
      case .measure(let measure):
        guard !actual.problems.contains(where: { $0.code == .comparatorFromColumn }),
          measure.comparator?.isLowerBound == true || measure.comparator?.isUpperBound == true,
          target.comparator == measure.comparator, measure.number == target.number
        else { return nil }
        isCopied = true
      case .yesNo, .qualitative, .grade:
        // 全部完成 beside 100% says the same; words of a miss are E05's.
        if target.unit?.dimension == .share, target.number == .hundred { return nil }
        if row.saysMissed || text.unicodeScalars.contains(where: { $0.isDigit }) {
          return nil
        }
        isCopied = false
      default: return nil
      }
      let term = ReviewTerm(
        field: row.path(.actualValue), label: row.shortName, number: target.number, unit: target.unit?.symbol)
      return ReviewFinding(
        rule: "E15", fields: [row.path(.actualValue)],
        message: "“\(row.shortName)”的实际完成值“\(text)”\(isCopied ? "照抄了指标值" : "没有写做了多少")，无法核实做到了多少。请填年底统计的实际数。",
        terms: [term])
    }
  }
}
