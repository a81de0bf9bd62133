// M13: a benefit is an activity.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m13 = Rule(
    code: "M13", title: "效益指标写成活动",
    why: "开了几场、发了几份是做了什么，效益要说做了以后变了什么。", advice: "移到数量指标，效益处写知晓率、参与率等变化。",
    severity: .warning, source: "实例", dimension: .relevance, kinds: .targets,
    example: """
      产出指标/质量指标 | 宣传资料合格率 | 100%
      效益指标/社会效益指标 | 开展普法宣传活动 | ≥12场
      效益指标/社会效益指标 | 法律知识知晓率 | ≥80%
      """,
    counterExample: """
      效益指标/社会效益指标 | 接待游客人次 | ≥5000人次
      效益指标/社会效益指标 | 带动就业人数 | ≥30人
      """
  ) { subject in
    subject.rows.filter { row in
      guard row.category?.isBenefit == true, let measure = row.measure, measure.per.isEmpty,
        !measure.number.isZero, measure.comparator?.isUpperBound != true
      else { return false }
      return Activity.isCounted(by: row, in: measure.unit?.dimension)
    }.map { row in
      ReviewFinding(
        rule: "M13", fields: [row.path(row.targetField), row.path(.name)],
        message: "“\(row.shortName) \(row.printedTarget)”说的是做了什么，放在了效益指标下。"
          + "建议移到数量指标，效益处写做了以后的变化。",
        proposal: Placement.proposal(moving: row, to: .quantity, in: subject))
    }
  }
}

private enum Activity {
  /// True for events that the unit itself holds, for what it hands out, and for works that it does.
  ///
  /// Visits, jobs, people reached and growth are benefits; so is land that was healed.
  static func isCounted(by row: ReviewRow, in dimension: Dimension?) -> Bool {
    switch dimension {
    case .events:
      return row.name.speaks(of: .activity)
        || row.name.ends(in: .count)
          && !row.name.speaks(ofAny: ConceptSet(.visits, .harm, .growth, .reachedPeople))
    case .things, .unknown:
      if row.name.begins(with: .activity) || row.name.begins(with: .handingOut) { return true }
      if row.name.speaks(of: .posting) { return true }
    case .people, .households: break
    default: return false
    }
    return row.category != .ecologicalBenefit && row.name.begins(with: .outputVerb)
      && !row.name.speaks(ofAny: ConceptSet(.visits, .growth, .reachedPeople, .income, .promotes, .saving))
  }
}
