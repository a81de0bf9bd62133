// E10: the points of a target in words lie outside the band of what was reached.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e10 = Rule(
    code: "E10", title: "定性指标得分不在档内",
    why: "定性指标按达成、部分达成、未达成三档打分，每档有规定的范围。", advice: "达成 100%—80%，部分达成 80%—60%，未达成 60%—0%，在档内取分。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      效益指标/社会效益指标 | 村民环保意识 | 提高 | weight=20 | actual=部分达成预期指标并具有一定效果 | score=19
      """,
    counterExample: """
      表 自评
      效益指标/社会效益指标 | 村民环保意识 | 提高 | weight=20 | actual=部分达成预期指标并具有一定效果 | score=15
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.actualMeasure == nil, let actual = row.indicator.actualValue, let points = RowPoints(row),
        let band = ScoreBand(ReviewText(actual), subject.rules),
        let share = points.share?.multiplied(by: ExactFraction(whole: 100))?.decimal(places: 2),
        share < band.low || share > band.high,
        let low = band.low.multiplied(by: points.weight)?.scaled(byPowerOfTen: -2),
        let high = band.high.multiplied(by: points.weight)?.scaled(byPowerOfTen: -2)
      else { return nil }
      return ReviewFinding(
        rule: "E10", fields: [row.path(.score), row.path(.actualValue)],
        message:
          "“\(row.shortName)”自评为“\(band.label)”，得 \(FigureText.number(points.score)) 分，"
          + "是分值的 \(FigureText.number(share))%，不在该档的 "
          + "\(band.low)%—\(band.high)% 内。请核对，该档可打 \(FigureText.number(low))—\(FigureText.number(high)) 分。",
        terms: [
          ReviewTerm(field: row.path(.weight), label: "分值", number: points.weight, unit: "分"),
          ReviewTerm(field: row.path(.score), label: "得分", number: points.score, unit: "分"),
        ])
    }
  }
}

/// One of the three official bands, in percent of the weight, both ends included.
private struct ScoreBand {
  let label: String
  let low: ExactDecimal
  let high: ExactDecimal

  init?(_ actual: ReviewText, _ rules: RuleSet) {
    let (reached, partly) = (rules[.bandReachedMin], rules[.bandPartlyMin])
    if actual.speaks(of: .partlyReached) {
      (label, low, high) = ("部分达成", partly, reached)
    } else if actual.speaks(of: .notReached) {
      (label, low, high) = ("未达成", .zero, partly)
    } else if actual.speaks(of: .reached) {
      (label, low, high) = ("达成", reached, .hundred)
    } else {
      return nil
    }
  }
}
