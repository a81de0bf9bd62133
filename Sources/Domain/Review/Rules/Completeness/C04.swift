// C04: no cost indicator.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let c04 = Rule(
    code: "C04", title: "缺少成本指标",
    why: "没有成本指标，看不出单价或总价控制在多少。", advice: "写一项成本指标：单价上限，或分项支出上限。",
    severity: .info, source: "财预〔2021〕101号", dimension: .completeness, kinds: [.projectTarget],
    example: """
      名称 敬老院屋面修缮工程
      产出指标/数量指标 | 修缮屋面面积 | ≥860平方米
      产出指标/质量指标 | 工程验收合格率 | 100%
      """,
    counterExample: """
      名称 敬老院屋面修缮工程
      产出指标/数量指标 | 修缮屋面面积 | ≥860平方米
      产出指标/成本指标 | 屋面修缮单价 | ≤420元/平方米
      """
  ) { subject in
    guard subject.rows.contains(where: \.isNamed),
      subject.rows.allSatisfy({ !$0.isNamed || $0.isNoCost(in: subject.rules.tree) })
    else { return [] }
    let needsCost =
      (subject.name.isConstruction || subject.category.speaks(of: .construction))
      && !subject.name.speaks(of: .subsidised)
    let advice = UnitCostAdvice.of(subject)
    return [
      ReviewFinding(
        rule: "C04", severity: needsCost ? .warning : .info, fields: ["indicators"],
        message: needsCost
          ? "这是工程、修缮或采购类项目，没有成本指标，看不出造价或单价控制在多少。" + advice.clause("建议补一项单价或造价上限")
          : "没有成本指标。" + advice.clause("建议补一项单价或支出标准"))
    ]
  }
}

extension ReviewRow {
  /// True where no cost stands and no money is named; an output without level 2 may be a cost.
  fileprivate func isNoCost(in tree: @autoclosure () -> IndicatorTree) -> Bool {
    guard let place = branch(in: tree()), place != .cost, category?.isCost != true else { return false }
    return (place != .output || category != nil) && (dimension != .money || category?.isBenefit == true)
  }
}

extension ReviewText {
  /// True for what is built, repaired or bought: by a word that says so (采购, 修缮), or by 建设 and 工程 beside
  /// a thing that is built: 文化广场建设, not 队伍建设.
  var isConstruction: Bool {
    speaks(of: .construction) || speaks(of: .building) && speaks(of: .structure)
  }
}
