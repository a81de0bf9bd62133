// M27: the name of a row does not belong to its branch.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m27 = Rule(
    code: "M27", title: "名称与所在类别不符",
    why: "成本行写了进度、效益行写了花费，这一类就等于没有指标。", advice: "改名称，或移到对应的类别。",
    severity: .info, source: "实例", dimension: .relevance, kinds: .targets,
    example: "产出指标/成本指标 | 按进度安排进行 | ≤200元/户",
    counterExample: """
      产出指标/成本指标 | 奖励标准 | ≤200元/户
      成本指标/社会成本指标 | 影响居民出行天数 | ≤3天
      满意度指标/服务对象满意度指标 | 居民满意度 | ≥90%
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isNamed, row.hasPromise, let state = Misfit.of(row) else { return nil }
      return ReviewFinding(
        rule: "M27", severity: state.severity, fields: [row.path(.name), row.path(.level2)],
        message: "“\(row.shortName)”\(state.text)",
        proposal: state.category.map { Placement.proposal(moving: row, to: $0, in: subject) })
    }
  }
}

/// How a name does not fit where it stands.
private enum Misfit {
  static func of(_ row: ReviewRow) -> (text: String, severity: Severity, category: IndicatorCategory?)? {
    switch row.category {
    case .cost, .economicCost:
      if row.name.speaks(ofAny: ConceptSet(.socialEffect, .satisfaction)) {
        return ("是效果，放在了成本指标下。建议移到社会效益，成本处写总额上限或单位成本。", .warning, .socialBenefit)
      }
      if isNoCost(row) { return ("不是成本，放在了成本指标下。建议移到对应的产出或效益指标，成本处写总额上限或单位成本。", .warning, nil) }
      guard row.dimension == .money,
        !row.name.speaks(ofAny: ConceptSet(.cost, .costWord, .payment)),
        row.name.speaks(of: .progress)
          || ["按照", "按合同", "按约定", "按要求", "按规定"].contains(where: row.shortName.begins)
      else { return nil }
      return ("看不出是什么成本。建议名称写明是哪一项费用或标准。", .info, nil)
    case .satisfaction:
      guard !row.name.speaks(ofAny: ConceptSet(.satisfaction, .harm, .approval)) else { return nil }
      // 群众安全感 ≥90% is asked for in surveys as satisfaction is.
      if row.shortName.ends(with: "安全感"), row.promisesShare, !row.name.begins(with: .raising) { return nil }
      return ("不是满意度，放在了满意度指标下。建议改为谁对什么的满意度，或移到效益指标。", .warning, nil)
    case let category? where category.isBenefit:
      if case .deadline? = row.target?.value.meaning, row.name.text.holds("时间") || row.name.text.holds("完成") {
        return ("是完成时间，放在了效益指标下。建议移到时效指标，效益处写做成以后的变化。", .warning, .timeliness)
      }
      let isPrice = row.measure?.per.isEmpty == false && row.name.ends(in: .unitPrice)
      guard row.dimension == .money, isPrice || row.name.speaks(of: .costWord),
        !row.name.speaks(ofAny: ConceptSet(.income, .saving, .growth)),
        !["减轻", "减少", "降低"].contains(where: row.name.text.holds),
        isPrice || !row.name.speaks(of: .allowance)
      else { return nil }
      return ("是花费，放在了效益指标下。建议移到成本指标。", .warning, .cost)
    case .quantity, .quality, .timeliness:
      // 演出质量满意率 is a measure of quality.
      guard row.name.speaks(of: .satisfaction), row.promisesShare, !row.name.speaks(of: .survey),
        !row.name.text.holds("质量")
      else { return nil }
      return ("是满意度，放在了“\(row.indicator.level2 ?? "产出指标")”下。建议移到满意度指标。", .warning, .satisfaction)
    default: return nil
    }
  }

  /// How far a thing is used once it is there.
  private static let sharesOfUse = ["入住率", "上座率", "出租率", "就业率", "受益率"]

  /// True for what is counted, finished or well made, and is no money: 带动就业人数 ≥30人, 合格率 ≥95%.
  private static func isNoCost(_ row: ReviewRow) -> Bool {
    if row.name.speaks(ofAny: ConceptSet(.cost, .costWord, .saving, .budgetExecution, .income)) {
      return false
    }
    if case .deadline? = row.target?.value.meaning { return true }
    guard let measure = row.measure, measure.comparator?.isUpperBound != true else { return false }
    // 资金使用合规率 is at least about the money.
    if row.promisesShare {
      return !row.name.speaks(of: .moneyWord)
        && (row.isShareOfQuality || sharesOfUse.contains(where: row.shortName.ends))
    }
    guard measure.per.isEmpty, !row.name.ends(in: .unitPrice) else { return false }
    switch measure.unit?.dimension {
    case .people, .personTimes, .households, .events, .things, .area, .length, .weight:
      return measure.comparator != nil || row.promisesCount
    default: return false
    }
  }
}
