// E08: a satisfaction that nobody asked for.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e08 = Rule(
    code: "E08", title: "满意度依据不足",
    why: "没有投诉不等于满意；问的人太少，也说明不了总体。", advice: "附问卷份数和结果；没有调查的，改用可核实的指标。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      满意度指标/服务对象满意度指标 | 住户满意度 | ≥90% | weight=10 | actual=100% | score=10 | note=全年无投诉
      """,
    counterExample: """
      表 自评
      满意度指标/服务对象满意度指标 | 住户满意度 | ≥90% | weight=10 | actual=96% | score=10 | note=发放问卷210份，收回198份
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isSatisfaction, row.indicator.actualValue != nil else { return nil }
      let cells: [Indicator.Field] = [.note, .deviation, .actualValue, .basis, .description]
      let texts = cells.compactMap { field in row.indicator[field].map { (field, ReviewText($0)) } }
      if texts.contains(where: { $1.speaks(of: .survey) }) {
        return SmallSample.finding(
          of: row, texts: texts.map { field, text in (field, text.text) }, rules: subject.rules)
      }
      guard let (field, text) = texts.first(where: { NoSurvey.isAbsence($1) || $1.speaks(of: .hearsay) })
      else { return nil }
      let doubt = NoSurvey.isAbsence(text) ? "没有投诉不等于满意" : "没有调查数据"
      return ReviewFinding(
        rule: "E08", fields: [row.path(.actualValue), row.path(field)],
        message: "“\(row.shortName)”的依据是“\(Excerpt.short(text.text))”，\(doubt)。建议补做问卷或回访，写明份数和结果。")
    }
  }
}

private enum NoSurvey {
  /// True for 无投诉 in any words: 未收到群众投诉, 没有信访和投诉, 未出现投诉现象.
  static func isAbsence(_ text: ReviewText) -> Bool {
    if text.speaks(of: .noComplaint) { return true }
    return complaints.contains { word in
      text.text.part(before: word)?.unicodeScalars.suffix(10).contains { negations.contains($0) } ?? false
    }
  }

  private static let complaints = ["投诉", "提意见", "提出意见", "上访", "信访", "举报"]
  private static let negations = ScalarSet("无未没零")
}

/// A survey of so few that even one answer of all would prove nothing.
private enum SmallSample {
  /// That everybody was asked; 全部满意 says what they answered.
  private static let everybody = [
    "全部服务对象", "全部对象", "全部受益", "全部用户", "全部学员", "全部居民", "全部人员", "全部群众", "全部家长", "全部单位", "全体", "逐户", "逐一", "逐人",
    "全员", "全覆盖", "普查",
  ]

  static func finding(
    of row: ReviewRow, texts: [(Indicator.Field, String)], rules: RuleSet
  ) -> ReviewFinding? {
    let fewest = rules.whole(.surveySampleMin)
    for (field, text) in texts {
      guard let size = SurveySample.size(in: text) else { continue }
      guard size < fewest, !everybody.contains(where: { text.contains($0) }) else { return nil }
      let chance = SurveySample.chanceAllContent(size: size, percent: 90)
      return ReviewFinding(
        rule: "E08", fields: [row.path(.actualValue), row.path(field)],
        message:
          "“\(row.shortName)”只问了 \(size) 份：即使总体只有 90% 满意，这 \(size) 份全部满意的可能也有 \(chance)%。"
          + "建议问到 \(fewest) 份以上；已问遍全部服务对象的请写明。",
        terms: [ReviewTerm(field: row.path(field), label: "样本", number: ExactDecimal(size), unit: "份")])
    }
    return nil
  }
}
