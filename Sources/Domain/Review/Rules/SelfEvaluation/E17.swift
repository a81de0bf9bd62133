// E17: the budget changed much in mid-year and the targets did not.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e17 = Rule(
    code: "E17", title: "预算大幅调整，指标未见调整",
    why: "钱变了两成以上，要做的事也该跟着变。", advice: "说明指标是否随预算调整；没有调整的写明原因。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      资金 年度资金总额 | 500000 | 300000 | 294000 | 98 | 10 | 9.8
      产出指标/数量指标 | 巡查企业 | ≥260家 | weight=30 | actual=262家 | score=30
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 500000 | 300000 | 294000 | 98 | 10 | 9.8 | 年中调减，指标值由400家调整为260家
      产出指标/数量指标 | 巡查企业 | ≥260家 | weight=30 | actual=262家 | score=30
      """
  ) { subject in
    guard let execution = ExecutionReading(subject),
      execution.budgetChanged(by: subject.rules[.budgetChangeMax], orMore: false),
      let changed = execution.changeText, let initial = execution.row.initial,
      subject.rows.contains(where: { $0.category == .quantity && $0.hasPromise }),
      !tellsOfChange(subject)
    else { return [] }
    return [
      ReviewFinding(
        rule: "E17", fields: [execution.path("adjusted"), execution.path("initial")],
        message:
          "\(changed)，没有写指标值是否跟着调整。请核对数量指标的指标值，已经调整的请注明。",
        terms: [
          ReviewTerm(field: execution.path("initial"), label: "年初预算数", number: initial.yuan, unit: "元"),
          ReviewTerm(
            field: execution.path("adjusted"), label: "全年预算数", number: execution.planned.yuan, unit: "元"),
        ], stake: execution.changedAmount)
    ]
  }

  /// True where a note, a reason or an account speaks of a change.
  private static func tellsOfChange(_ subject: ReviewSubject) -> Bool {
    guard let outcome = subject.outcome else { return false }
    var texts = [outcome.problems, outcome.conclusion, outcome.actualGoal] + outcome.funds.map(\.note)
    texts += subject.rows.flatMap { [$0.indicator.deviation, $0.indicator.note] }
    return texts.contains { text in text.map { ReviewText($0).speaks(of: .adjusted) } ?? false }
  }
}
