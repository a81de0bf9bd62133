// C16: more than all.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let c16 = Rule(
    code: "C16", title: "比率超过 100%",
    why: "合格率、覆盖率这类比率最多 100%，超过就对不上分子分母。", advice: "核对数字；说的是增长的，名称写成增长率。",
    severity: .warning, source: "实务", dimension: .completeness, kinds: .targets,
    example: "产出指标/质量指标 | 疫苗接种覆盖率 | ≥110%",
    counterExample: """
      产出指标/质量指标 | 疫苗接种覆盖率 | ≥100%
      效益指标/经济效益指标 | 合作社销售额增长率 | ≥120%
      """
  ) { subject in
    var findings: [ReviewFinding] = []
    for row in subject.rows where row.promisesShare {
      guard let measure = row.measure, measure.ratioTo == nil,
        row.isSatisfaction || row.name.speaks(of: .boundedShare)
          || row.short.ends(in: .share) && !row.name.speaks(ofAny: ConceptSet(.openShare, .noShare)),
        !row.name.speaks(of: .growth),
        let whole = wholeShare(measure.unit), (measure.upper ?? measure.number) > whole
      else { continue }
      let text = row.printedTarget
      findings.append(
        ReviewFinding(
          rule: "C16", fields: [row.path(row.targetField)],
          message: "“\(row.shortName)”最多 100%，指标值是“\(text)”。请核对数字"
            + (row.isSatisfaction ? "。" : "；如说的是增长幅度，建议名称写成“…增长率”。"),
          terms: [
            ReviewTerm(
              field: row.path(row.targetField), label: row.shortName, number: measure.number,
              unit: measure.unit?.symbol)
          ]))
    }
    return findings
  }

  /// What all of it is in the unit: 100 %, 1000 ‰; nil for ratios without a sign.
  private static func wholeShare(_ unit: Quantities.Unit?) -> ExactDecimal? {
    switch unit {
    case .percent?: .hundred
    case Quantities.Unit("‰")?: ExactDecimal(1000)
    default: nil
    }
  }
}
