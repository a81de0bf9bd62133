// M16: an effect in words dressed as a percentage.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m16 = Rule(
    code: "M16", title: "效果写成没有算法的百分比",
    why: "“家庭发展能力 90%”没有分子和分母，年底算不出来。", advice: "写明怎样计算，或换成能查到的比率。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      let names = FigureText.names(findings.compactMap { $0.terms.first?.label })
      return "以下 \(findings.count) 项百分比没有分子和分母，年底算不出来：\(names)。建议写明算法，或换成知晓率、参与率等能查到的比率。"
    },
    example: "效益指标/社会效益指标 | 家庭发展能力 | 90%",
    counterExample: """
      效益指标/社会效益指标 | 家庭参与率 | ≥90%
      效益指标/社会效益指标 | 政策知晓情况 | ≥90%
      效益指标/经济效益指标 | 示范田亩均增产 | ≥5%
      """
  ) { subject in
    let rows = subject.rows.filter { row in
      row.category?.isBenefit == true && row.isNamed && row.promisesShare && !row.isSatisfaction
        && !BaselessShare.isNamedShare(row) && row.indicator.description == nil
        && row.measure?.subject == nil && BaselessShare.stands(in: row)
    }
    guard !rows.isEmpty else { return [] }
    var rewrites = LibraryRewrites(subject)
    return rows.map { row in
      let rewrite = rewrites.rewrite(row)
      return ReviewFinding(
        rule: "M16", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(row.printedTarget)”没有分子和分母，年底算不出这个百分比。"
          + "建议写明算法，或换成知晓率、参与率等能查到的比率。", proposal: rewrite?.proposal,
        terms: [ReviewTerm(field: row.path(row.targetField), label: row.shortName, number: .zero)])
    }
  }
}

private enum BaselessShare {
  /// True for a name that says what share it is: 覆盖情况, 影响程度, 供水保障, 群众安全感 that is asked for in
  /// surveys; not for 工作效率 and 保障社会稳定.
  static func isNamedShare(_ row: ReviewRow) -> Bool {
    let name = row.shortName
    if name.ends(with: "度"), !["制度", "年度", "态度"].contains(where: name.ends) { return true }
    if name.ends(with: "保障") || row.name.speaks(of: .payment) { return true }
    if name.ends(with: "安全感") { return !row.name.begins(with: .raising) }
    if row.name.speaks(of: .noShare) { return !row.name.begins(with: .raising) }
    return row.name.speaks(of: .ratioWord)
  }

  /// False for a change that can be worked out (亩均增产 ≥5%), while an ability that rises by 80% is none; and
  /// for a small share, which comes from a count: effects are dressed as nearly everything.
  static func stands(in row: ReviewRow) -> Bool {
    guard let measure = row.measure, measure.ratioTo == nil,
      measure.unit != .percent || ExactDecimal(50) <= measure.number
    else { return false }
    if row.name.speaks(of: .immaterial) { return true }
    guard row.name.speaks(ofAny: ConceptSet(.growth, .gain)) else { return true }
    // 提升便民服务 ≥90% is no rise by nine tenths, nor are 促进农民增收 ≥95% and 节约水资源 ≥90%; 提高亩产 ≥90%
    // may be one.
    return row.name.begins(with: .raising) || row.name.begins(with: .gain)
      ? (!row.name.speaks(of: .countable) || row.name.begins(with: .promotes))
        && ExactDecimal(80) <= measure.number && measure.unit == .percent
      : false
  }
}
