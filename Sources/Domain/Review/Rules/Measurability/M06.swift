// M06: an effect stands under quality.
import Findings
import Model
import RuleSets

extension Rule {
  static let m06 = Rule(
    code: "M06", title: "质量指标写成效益",
    why: "幸福感、收入是做成以后的效果，质量说的是产出本身合不合格。", advice: "移到效益指标，质量处写合格率、达标率。",
    severity: .warning, source: "实例", dimension: .relevance, kinds: .targets,
    example: """
      产出指标/数量指标 | 文艺演出场次 | ≥12场
      产出指标/质量指标 | 演出完成率 | 100%
      产出指标/质量指标 | 提高全民幸福感 | 优
      """,
    counterExample: "产出指标/质量指标 | 提高绿化苗木成活率 | ≥95%"
  ) { subject in
    guard subject.names(anyOf: .socialEffect, .promotes, .raising) else { return [] }
    return subject.rows.filter { row in
      row.category == .quality && !row.name.ends(in: .share) && !row.promisesCount
        && !NameLength.isSentence(row) && Effect.isNamed(by: row)
    }.map { row in
      ReviewFinding(
        rule: "M06", fields: [row.path(.name), row.path(.level2)],
        message: "“\(row.shortName)”是效果，放在了质量指标下。建议移到社会效益，质量处写合格率或达标率。",
        proposal: Placement.proposal(moving: row, to: .socialBenefit, in: subject))
    }
  }
}

private enum Effect {
  /// True for what people or the place get of it (幸福感), what is brought about (带动就业), and what is raised
  /// or bettered (提升法治意识), unless that is how well the work itself is done (提升服务质量).
  static func isNamed(by row: ReviewRow) -> Bool {
    if row.name.speaks(of: .socialEffect) { return true }
    if row.name.speaks(of: .promotes), row.name.speaks(of: .outcomeNoun) { return true }
    return row.name.begins(with: .raising) && !row.name.speaks(of: .workQuality)
  }
}
