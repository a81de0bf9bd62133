// E04: the score runs ahead of the money.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e04 = Rule(
    code: "E04", title: "得分率高于执行率",
    why: "钱没花完而分数很高，要么钱安排多了，要么分数打高了。", advice: "说明没花完的原因，核对产出得分；确有结余的，下年相应安排。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      资金 年度资金总额 | 200000 | 200000 | 140000 | 70 | 10 | 7
      总分 97
      产出指标/数量指标 | 检修管网长度 | ≥9公里 | weight=60 | actual=9公里 | score=60
      效益指标/社会效益指标 | 供水保证率 | ≥95% | weight=30 | actual=96% | score=30
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 200000 | 200000 | 192000 | 96 | 10 | 9.6
      总分 98
      产出指标/数量指标 | 检修管网长度 | ≥9公里 | weight=60 | actual=9公里 | score=60
      效益指标/社会效益指标 | 供水保证率 | ≥95% | weight=30 | actual=94% | score=28.4 | deviation=旱季水源不足
      """
  ) { subject in
    guard let execution = ExecutionReading(subject), let share = ReachedShare.percent(of: subject),
      let lead = share.subtracting(execution.percent)
    else { return [] }
    if lead > subject.rules[.scoreLeadMax] {
      return [
        ReviewFinding(
          rule: "E04", fields: ["totalScore", execution.path("executed")],
          message:
            "得分率 \(FigureText.number(share))%，预算执行率 \(execution.percentText)%，"
            + "相差 \(FigureText.number(lead)) 个百分点。"
            + (execution.isAskedFor(in: subject)
              ? "请核对产出得分。"
              : "还有 \(FigureText.money(execution.unspent))没有支出，请核对产出得分是否与支出相称。"),
          terms: [
            ReviewTerm(field: "totalScore", label: "得分率", number: share, unit: "%"),
            ReviewTerm(field: execution.path("rate"), label: "执行率", number: execution.percent, unit: "%"),
          ], stake: execution.unspent)
      ]
    }
    // Much unspent and not said: E12 asks already.
    guard execution.isBelow(subject.rules[.executionYellow]), execution.isExplained(in: subject)
    else {
      return []
    }
    return [
      ReviewFinding(
        rule: "E04", severity: .info, fields: [execution.path("executed")],
        message: "预算执行率 \(execution.percentText)%，还有 \(FigureText.money(execution.unspent))没有支出。建议下年按实际需要安排。",
        stake: execution.unspent)
    ]
  }
}

extension ExecutionReading {
  /// True where E12 asks already why the money was not spent.
  fileprivate func isAskedFor(in subject: ReviewSubject) -> Bool {
    isBelow(subject.rules[.executionMin]) && !isExplained(in: subject)
  }
}

/// Points reached of points possible.
private enum ReachedShare {
  /// By the printed total, else by the sums of scores and weights; two places.
  static func percent(of subject: ReviewSubject) -> ExactDecimal? {
    if let total = subject.outcome?.totalScore.flatMap({ PrintedNumber.read($0) }), total <= .hundred,
      total >= .zero
    {
      return total
    }
    let rows = subject.rows.filter { $0.indicator.weight != nil }
    let points = rows.compactMap { RowPoints($0) }
    guard points.count == rows.count, points.count >= 2,
      let reached = points.reduce(ExactDecimal.zero, { $0?.adding($1.score) }),
      let possible = points.reduce(ExactDecimal.zero, { $0?.adding($1.weight) })
    else { return nil }
    return ExactFraction(reached, dividedBy: possible)?.multiplied(by: ExactFraction(whole: 100))?
      .decimal(places: 2)
  }
}
