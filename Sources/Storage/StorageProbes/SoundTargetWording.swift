// A project's target about which no rule has anything to say, for tests and measurements of what follows.
package import Model
internal import Quantities

/// 沟渠清淤 of 2026: 20 公里 for 4 万元, with six indicators that fit goal and money.
package enum SoundTarget {
  /// The record; what differs between tests is set on the copy.
  package static var record: ProjectTarget {
    var target = ProjectTarget()
    target.title = "项目支出绩效目标表"
    target.fiscalYear = 2026
    target.project.name = "沟渠清淤"
    target.project.category = "特定目标类"
    target.project.startYear = 2026
    target.project.endYear = 2026
    target.department = Party(code: "713", name: "农林水务办")
    target.unit = Party(code: "713001", name: "水利所")
    target.budget.total = Money(fen: 4_000_000)
    target.budget.fiscal = Money(fen: 4_000_000)
    target.goals.annual = "完成镇域 20 公里沟渠清淤，清淤后排水通畅，汛期前全部完工，沿线群众满意。"
    target.indicators = rows.map { level1, level2, name, value in
      var indicator = Indicator()
      (indicator.level1, indicator.level2) = (level1, level2)
      (indicator.name, indicator.annualValue) = (name, value)
      return indicator
    }
    return target
  }

  private static let rows = [
    ("成本指标", "经济成本指标", "每公里清淤成本", "≤2000元/公里"),
    ("产出指标", "数量指标", "清淤沟渠长度", "≥20公里"),
    ("产出指标", "质量指标", "清淤验收合格率", "≥95%"),
    ("产出指标", "时效指标", "完工时间", "2026年5月底前"),
    ("效益指标", "社会效益指标", "汛期内涝点减少数量", "≥3处"),
    ("满意度指标", "服务对象满意度指标", "沿线群众满意度", "≥90%"),
  ]
}
