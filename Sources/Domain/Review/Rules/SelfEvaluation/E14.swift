// E14: missed yet full marks, or met yet marks lost without a word.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e14 = Rule(
    code: "E14", title: "得分与完成情况不一致",
    why: "没完成得满分，或完成了却扣分，别人看不懂这个分数。", advice: "按完成比例改分；扣分的写明原因。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      产出指标/数量指标 | 维修农桥 | ≥10座 | weight=20 | actual=8座 | score=20 | deviation=两座改为明年实施
      """,
    counterExample: """
      表 自评
      产出指标/数量指标 | 维修农桥 | ≥10座 | weight=20 | actual=8座 | score=16 | deviation=两座改为明年实施
      产出指标/时效指标 | 竣工及时率 | 100% | weight=10 | actual=100% | score=9 | deviation=一座资料补交较晚
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isNamed, let points = RowPoints(row) else { return nil }
      if row.isMissed, points.isFull, Overrun(row) == nil || row.category?.isCost != true {
        let exact = ScoringFormula.points(of: row, outOf: points.weight)
        guard exact.map({ points.score > $0 && !ScoringFormula.agrees(points.score, with: $0) }) ?? true
        else {
          return nil
        }
        let sum = exact.map { "按完成比例应得 \(FigureText.number($0)) 分，" } ?? ""
        return ReviewFinding(
          rule: "E14", severity: exact == nil ? .warning : .error,
          fields: [row.path(.score), row.path(.actualValue)],
          message:
            "“\(row.shortName)”\(row.contrast)，没有达到，得分却是满分 \(FigureText.number(points.score)) 分。\(sum)请核对得分。",
          proposal: exact.map { .rescored(row, to: $0, in: subject) })
      }
      guard row.isMet, points.score < points.weight, points.score >= .zero, !row.isExplained else {
        return nil
      }
      return ReviewFinding(
        rule: "E14", fields: [row.path(.score), row.path(.deviation)],
        message:
          "“\(row.shortName)”\(row.contrast)，已经达到，"
          + "分值 \(FigureText.number(points.weight)) 分只得 \(FigureText.number(points.score)) 分，"
          + "没有写扣分原因。请补充原因，或核对得分。"
      )
    }
  }
}
