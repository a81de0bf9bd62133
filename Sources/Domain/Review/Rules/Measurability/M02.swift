// M02: a satisfaction that is no percentage.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m02 = Rule(
    code: "M02", title: "满意度不是百分比",
    why: "满意度来自调查，只有百分比能和调查结果对照。", advice: "写成“≥90%”，并说明怎样调查。",
    severity: .error, source: "实例", dimension: .completeness, kinds: .targets,
    example: "满意度指标/服务对象满意度指标 | 群众满意度 | 满意",
    counterExample: "满意度指标/服务对象满意度指标 | 群众满意度 | ≥90%"
  ) { subject in
    guard !subject.isBlank else { return [] }
    var rewrites = LibraryRewrites(subject)
    return subject.rows.compactMap { row in
      guard !row.promisesShare, row.isNamed, row.isSatisfaction, let value = row.target?.value else {
        return nil
      }
      switch value.meaning {
      case .qualitative, .yesNo, .grade: break
      case .measure(let measure):
        // 受益人数 and 投诉次数 are no satisfaction that was written wrong.
        guard let unit = measure.unit, unit.dimension != .share, !row.name.speaks(of: .survey),
          row.name.speaks(ofAny: ConceptSet(.satisfaction, .approval))
        else { return nil }
      default: return nil
      }
      let rewrite = rewrites.rewrite(row, as: .satisfaction, wantsShare: true, keepsName: true)
      return ReviewFinding(
        rule: "M02", fields: [row.path(row.targetField)],
        message: "“\(row.shortName)”的指标值是“\(value.source)”，不是百分比，无法与调查结果对照。"
          + "建议写成百分比，例如“≥90%”，并写明怎样调查。",
        proposal: rewrite?.proposal)
    }
  }
}
