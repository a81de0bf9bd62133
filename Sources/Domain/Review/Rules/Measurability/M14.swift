// M14: quality and benefit exchanged.
import Findings
import Model
import RuleSets

extension Rule {
  static let m14 = Rule(
    code: "M14", title: "质量与效益互换",
    why: "合格率说产出好不好，就业率说做成以后带来什么，换了位置就各缺一项。", advice: "移到对应的二级指标。",
    severity: .warning, source: "实例", dimension: .relevance, kinds: .targets,
    example: """
      产出指标/数量指标 | 培训人数 | ≥100人
      产出指标/质量指标 | 培训出勤率 | ≥95%
      产出指标/质量指标 | 学员就业率 | ≥60%
      效益指标/社会效益指标 | 培训合格率 | ≥95%
      效益指标/社会效益指标 | 带动就业人数 | ≥30人
      """,
    counterExample: """
      产出指标/质量指标 | 培训合格率 | ≥95%
      效益指标/社会效益指标 | 学员就业率 | ≥60%
      效益指标/生态效益指标 | 水质达标率 | ≥90%
      """
  ) { subject in
    guard subject.names(anyOf: .effectShare, .outputWord) else { return [] }
    return subject.rows.compactMap { row in
      guard row.promisesShare, row.name.ends(in: .share), !row.isSatisfaction else { return nil }
      if row.category == .quality, row.name.speaks(of: .effectShare) {
        return finding(row, "做成以后的效果，放在了质量指标下", to: .socialBenefit, in: subject)
      }
      // What nature and safety are like afterwards is an effect, whatever the share is called.
      if row.category?.isBenefit == true, row.category != .ecologicalBenefit,
        row.name.speaks(of: .outputWord),
        !row.name.speaks(ofAny: ConceptSet(.surroundings, .growth, .harm))
      {
        return finding(row, "产出做得好不好，放在了效益指标下", to: .quality, in: subject)
      }
      return nil
    }
  }

  private static func finding(
    _ row: ReviewRow, _ state: String, to category: IndicatorCategory, in subject: ReviewSubject
  ) -> ReviewFinding {
    let proposal = Placement.proposal(moving: row, to: category, in: subject)
    return ReviewFinding(
      rule: "M14", fields: [row.path(.name), row.path(.level2)],
      message: "“\(row.shortName)”说的是\(state)。建议\(proposal.text)。", proposal: proposal)
  }
}
