// Invented records for the tests of the form's page.
import Model
import Quantities

enum SampleRecords {
  /// A project whose numbers do not fit: 1,560 households at 200 yuan on 40,000.
  static func courtyard(rows: Int = 0) -> Form {
    var target = ProjectTarget()
    target.fiscalYear = 2026
    target.project.name = "示范庭院创建"
    target.project.category = "特定目标类"
    target.project.startYear = 2025
    target.project.endYear = 2027
    target.unit.name = "水利所"
    target.budget.total = ExactDecimal("40000").flatMap { Money(yuan: $0) }
    target.budget.fiscal = target.budget.total
    target.goals.period = "三年内在全镇开展示范庭院创建，每年表彰一批示范户，召开现场观摩会。"
    target.goals.annual = "2026 年表彰示范户不少于 1560 户，召开现场观摩会 20 场。"
    target.indicators = [
      indicator("产出指标", "数量指标", "表彰示范户数", "≥1560户", "≥1560户"),
      indicator("产出指标", "数量指标", "现场观摩会场次", "15场以上", "≥20场"),
      indicator("产出指标", "质量指标", "示范户复查合格率", "≥95%", "≥95%"),
      indicator("产出指标", "时效指标", "表彰完成时间", "2027年12月底前", "2026年12月底前"),
      indicator("产出指标", "成本指标", "每户奖补标准", "≤200元/户", "≤200元/户"),
      indicator("效益指标", "社会效益指标", "人居环境改善", "有效提升", "有效提升"),
      indicator("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "≥90%"),
    ]
    for row in 0..<rows {
      target.indicators.insert(
        indicator("产出指标", "数量指标", "第\(row + 1)个村的工作量", "≥\(row + 3)次", "≥\(row + 1)次"), at: 2)
    }
    return .projectTarget(target)
  }

  /// A project about which nobody has anything to say.
  static func sound() -> Form {
    var target = ProjectTarget()
    target.fiscalYear = 2025
    target.project.name = "沟渠清淤"
    target.project.category = "特定目标类"
    target.project.startYear = 2025
    target.project.endYear = 2027
    target.unit.name = "水利所"
    target.department.name = "农林水务办"
    target.budget.total = ExactDecimal("40000").flatMap { Money(yuan: $0) }
    target.budget.fiscal = target.budget.total
    target.goals.period = "2025 年至 2027 年清淤沟渠 60 公里，受益农户 200 户，农户满意度不低于 90%。"
    target.goals.annual = "2025 年清淤沟渠 20 公里，受益农户 200 户，农户满意度不低于 90%。"
    target.indicators = [
      indicator("产出指标", "数量指标", "清淤沟渠长度", "≥60公里", "≥20公里"),
      indicator("产出指标", "质量指标", "清淤验收合格率", "≥98%", "≥98%"),
      indicator("产出指标", "时效指标", "清淤完成时间", "2027年11月底前", "2025年11月底前"),
      indicator("产出指标", "成本指标", "每公里清淤成本", "≤2000元/公里", "≤2000元/公里"),
      indicator("效益指标", "社会效益指标", "受益农户数", "≥200户", "≥200户"),
      indicator("满意度指标", "服务对象满意度指标", "受益农户满意度", "≥90%", "≥90%"),
    ]
    return .projectTarget(target)
  }

  private static func indicator(
    _ level1: String, _ level2: String, _ name: String, _ period: String, _ annual: String
  ) -> Indicator {
    var indicator = Indicator()
    indicator.level1 = level1
    indicator.level2 = level2
    indicator.name = name
    indicator.periodValue = period
    indicator.annualValue = annual
    return indicator
  }
}
