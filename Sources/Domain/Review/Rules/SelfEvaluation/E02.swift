// E02: far over the target, and nobody says why.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let e02 = Rule(
    code: "E02", title: "超额完成较多，没有说明",
    why: "实际远超指标值，多半是指标值定低了，或者统计口径变了。", advice: "写明超额的原因；年年如此的，下年提高指标值。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      产出指标/数量指标 | 心理热线接听次数 | ≥500次 | weight=20 | actual=930次 | score=20
      """,
    counterExample: """
      表 自评
      产出指标/数量指标 | 心理热线接听次数 | ≥500次 | weight=20 | actual=560次 | score=20
      产出指标/数量指标 | 专题讲座 | ≥1场 | weight=10 | actual=2场 | score=10
      """
  ) { subject in
    let over = subject.rows.compactMap {
      OverFulfilment($0, limit: subject.rules[.overFulfilmentMax])
    }
    if over.count > 3 {
      return [
        ReviewFinding(
          rule: "E02", fields: over.map { $0.row.path(.actualValue) },
          message:
            "\(FigureText.names(over.map(\.row.shortName)))的实际值都超过指标值三成以上，没有说明原因。请逐项补充；年年如此的，建议下年提高指标值。")
      ]
    }
    return over.map { item in
      let row = item.row
      return ReviewFinding(
        rule: "E02", fields: [row.path(.actualValue)],
        message:
          "“\(row.shortName)”\(row.contrast)，是指标值的 \(item.timesText) 倍，没有说明原因。请补充说明；年年如此的，建议下年把指标值提高到实际水平。",
        terms: [
          ReviewTerm(
            field: row.path(row.targetField), label: "指标值", number: item.target.number,
            unit: item.target.unit?.symbol),
          ReviewTerm(
            field: row.path(.actualValue), label: "实际完成值", number: item.actual.number,
            unit: item.actual.unit?.symbol),
        ])
    }
  }
}

/// A row whose actual lies far above its target, without a word about it.
private struct OverFulfilment {
  let row: ReviewRow
  let target: Measure
  let actual: Measure
  let timesText: String

  init?(_ row: ReviewRow, limit: ExactDecimal) {
    guard let target = row.measure, let actual = row.actualMeasure, !row.isExplained,
      row.category?.isCost != true, target.unit?.dimension != .money || target.per.isEmpty,
      target.number > .zero, target.comparator?.isUpperBound != true, target.comparator != .plusMinus,
      target.comparator != .between, actual.comparator?.isUpperBound != true,
      case .met(let completion)? = row.comparison,
      let percent = completion.multiplied(by: ExactFraction(whole: 100)), let bound = ExactFraction(limit),
      percent.compared(to: bound).map({ $0 >= 0 }) == true,
      Self.isBigEnough(actual, target), let times = FigureText.number(completion)
    else { return nil }
    self.row = row
    self.target = target
    self.actual = actual
    timesText = times
  }

  /// At least two units more: 2 instead of 1 is no news. Money and areas are measured finer than that.
  private static func isBigEnough(_ actual: Measure, _ target: Measure) -> Bool {
    guard actual.unit == target.unit || actual.unit == nil || target.unit == nil else { return true }
    guard let gap = actual.number.subtracting(target.number) else { return true }
    return gap >= ExactDecimal(2)
  }
}
