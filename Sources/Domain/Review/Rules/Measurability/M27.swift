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
      guard row.measure?.unit?.dimension == .money,
        !row.name.speaks(ofAny: ConceptSet(.cost, .costWord, .payment)),
        row.name.speaks(of: .progress)
      else { return nil }
      return ("看不出是什么成本。建议名称写明是哪一项费用或标准。", .info, nil)
    case .satisfaction:
      guard !row.name.speaks(ofAny: ConceptSet(.satisfaction, .harm, .approval)) else { return nil }
      return ("不是满意度，放在了满意度指标下。建议改为谁对什么的满意度，或移到效益指标。", .warning, nil)
    case let category? where category.isBenefit:
      guard row.measure?.unit?.dimension == .money, row.name.speaks(of: .costWord),
        !row.name.speaks(ofAny: ConceptSet(.income, .saving, .growth, .allowance))
      else { return nil }
      return ("是花费，放在了效益指标下。建议移到成本指标。", .warning, .cost)
    default: return nil
    }
  }
}
