// M15: satisfaction stands under benefit.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m15 = Rule(
    code: "M15", title: "效益指标写成满意度",
    why: "满意度另有一类，放在效益下，效益就空了。", advice: "移到满意度指标，效益处写做成以后的变化。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .relevance, kinds: .targets,
    example: "效益指标/社会效益指标 | 居民满意度 | ≥90%",
    counterExample: """
      效益指标/服务对象满意度指标 | 居民满意度 | ≥90%
      效益指标/社会效益指标 | 居民参与率 | ≥60%
      """
  ) { subject in
    guard subject.names(anyOf: .satisfaction) else { return [] }
    return subject.rows.filter { row in
      row.category?.isBenefit == true && row.indicator.level2 != nil && row.name.speaks(of: .satisfaction)
        && !ChangeOfSatisfaction.isMeant(by: row)
    }.map { row in
      let proposal = Placement.proposal(moving: row, to: .satisfaction, in: subject)
      return ReviewFinding(
        rule: "M15", fields: [row.path(.name), row.path(.level2)],
        message: "“\(row.shortName)”是满意度，放在了“\(row.indicator.level2 ?? "")”下。"
          + "建议\(proposal.text)，效益处写做成以后的变化。", proposal: proposal)
    }
  }
}

private enum ChangeOfSatisfaction {
  /// True for by how much satisfaction rises: a small share or points; 提高满意度 ≥90% is the satisfaction.
  static func isMeant(by row: ReviewRow) -> Bool {
    guard row.name.speaks(of: .growth) else { return false }
    guard row.promisesShare, let number = row.measure?.number else { return true }
    return number < ExactDecimal(50)
  }
}
