// E16: the cost that is reported is not the money that was spent.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let e16 = Rule(
    code: "E16", title: "成本实际值与执行数不一致",
    why: "同一笔支出在两处写成两个数。", advice: "按财务账核对两处的数。",
    severity: .warning, source: "实务", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      资金 年度资金总额 | 80000 | 80000 | 76000 | 95 | 10 | 9.5
      产出指标/成本指标 | 项目总成本 | ≤8万元 | weight=10 | actual=6.8万元 | score=10
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 80000 | 80000 | 76000 | 95 | 10 | 9.5
      产出指标/成本指标 | 项目总成本 | ≤8万元 | weight=10 | actual=7.6万元 | score=10
      """
  ) { subject in
    guard let execution = ExecutionReading(subject) else { return [] }
    let totals = subject.rows.filter { row in
      row.category?.isCost == true && row.name.speaks(of: .wholeCost)
        && row.actualMeasure?.unit?.dimension == .money && row.actualMeasure?.per.isEmpty == true
    }
    // Two totals are parts of one another; who knows which.
    guard totals.count == 1, let row = totals.first, let actual = row.actualMeasure, actual.comparator == nil,
      let yuan = actual.unit?.factor(to: Quantities.Unit("元")).flatMap({ actual.fraction?.multiplied(by: $0) }
      ),
      let reported = yuan.decimal(places: 2).flatMap({ Money(yuan: $0) }),
      let gap = reported.subtracting(execution.executed), isMoreThanOnePercent(gap, of: execution.executed)
    else { return [] }
    return [
      ReviewFinding(
        rule: "E16", fields: [row.path(.actualValue), execution.path("executed")],
        message:
          "“\(row.shortName)”实际 \(FigureText.money(reported))，"
          + "资金表的执行数是 \(FigureText.money(execution.executed))。请按账核对；口径不同的请注明。",
        terms: [
          ReviewTerm(field: row.path(.actualValue), label: row.shortName, number: reported.yuan, unit: "元"),
          ReviewTerm(
            field: execution.path("executed"), label: "执行数", number: execution.executed.yuan, unit: "元"),
        ])
    ]
  }

  private static func isMoreThanOnePercent(_ gap: Money, of whole: Money) -> Bool {
    guard let size = (gap.fen < 0 ? Money.zero.subtracting(gap) : gap)?.multiplied(by: 100) else {
      return true
    }
    return size > (whole.fen < 0 ? .zero : whole)
  }
}
