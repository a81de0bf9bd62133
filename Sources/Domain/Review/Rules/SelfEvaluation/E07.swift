// E07: a cost overrun scored above its share.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e07 = Rule(
    code: "E07", title: "成本超支得分偏高",
    why: "成本指标是上限，超了就要按比例扣分。", advice: "按公式改分：分值 ×（1 −（实际 − 指标值）÷ 指标值），超一倍为 0。",
    severity: .error, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      产出指标/成本指标 | 每公里养护成本 | ≤5000元/公里 | weight=10 | actual=6000元/公里 | score=10
      """,
    counterExample: """
      表 自评
      产出指标/成本指标 | 每公里养护成本 | ≤5000元/公里 | weight=10 | actual=6000元/公里 | score=8 | deviation=沥青涨价
      """
  ) { subject in
    subject.rows.compactMap { row in
      let isByRatio = subject.rules.whole(.overrunByRatio) > 0
      guard row.category?.isCost == true, let points = RowPoints(row), let overrun = Overrun(row),
        let exact = isByRatio
          ? ScoringFormula.inversePoints(of: row, outOf: points.weight)
          : ScoringFormula.points(of: row, outOf: points.weight),
        points.score > exact,
        !ScoringFormula.agrees(
          points.score, with: exact, places: PrintedNumber.places(of: row.indicator.score ?? "")),
        let inverse = ScoringFormula.inversePoints(of: row, outOf: points.weight),
        !ScoringFormula.agrees(
          points.score, with: inverse, places: PrintedNumber.places(of: row.indicator.score ?? ""))
      else { return nil }
      return ReviewFinding(
        rule: "E07", fields: [row.path(.score), row.path(.actualValue)],
        message:
          "“\(row.shortName)”\(row.contrast)，超出 \(overrun.percentText)%，"
          + "按比例应得 \(FigureText.number(exact)) 分，表中 \(FigureText.number(points.score)) 分。"
          + "请核对，建议改为 \(FigureText.number(exact)) 分并写明超支原因。",
        proposal: .rescored(row, to: exact, in: subject),
        terms: [
          ReviewTerm(field: row.path(.weight), label: "分值", number: points.weight, unit: "分"),
          ReviewTerm(field: row.path(.score), label: "得分", number: points.score, unit: "分"),
          ReviewTerm(label: "按比例应得", number: exact, unit: "分"),
        ])
    }
  }
}
