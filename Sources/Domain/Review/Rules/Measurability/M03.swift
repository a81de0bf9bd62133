// M03: a name that is a share, and a value that is none.
import Findings
import IndicatorValues
import Model
import Quantities

extension Rule {
  static let m03 = Rule(
    code: "M03", title: "名称是比率，指标值不是",
    why: "覆盖率写成“≥1个”，年底算不出比率。", advice: "改名称，或把指标值写成百分比并写明怎样计算。",
    severity: .error, source: "实例", dimension: .completeness, kinds: .targets,
    example: "效益指标/社会效益指标 | 妇女之家覆盖率 | ≥1个",
    counterExample: """
      效益指标/社会效益指标 | 妇女之家覆盖率 | ≥90%
      产出指标/数量指标 | 巡查频率 | 1次/月
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    return subject.rows.compactMap { row in
      guard row.isNamed, !row.isSatisfaction, let value = row.target?.value else { return nil }
      let name = ReviewText(row.shortName)
      guard name.ends(in: .share), !name.speaks(of: .noShare) else { return nil }
      let what: String
      switch value.meaning {
      case .qualitative, .yesNo, .grade: what = "是文字"
      case .measure(let measure):
        guard let unit = measure.unit, unit.dimension != .share, measure.per.isEmpty else { return nil }
        what = unit.dimension == .money ? "是金额" : unit.dimension == .time ? "是时间" : "是个数"
      default: return nil
      }
      return ReviewFinding(
        rule: "M03", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(value.source)”，名称是比率，指标值\(what)，年底无法计算。"
          + "建议二选一：改名称；或改值“≥__%”，并写明分子和分母。")
    }
  }
}
