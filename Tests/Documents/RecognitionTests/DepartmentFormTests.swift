// Department forms: spending, tasks, sub-goals and measures, in tables and in running text.
import Testing

@Suite struct DepartmentFormTests {
  @Test func `a department's target form is read field by field`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标申报表
      （2025年度）
      部门名称 | 临溪县水务局 | < | < | <
      财政供养人员数 | 46人 | 下属二级单位数 | 3 | <
      部门预算支出（万元） | 基本支出 | 620 | 项目支出 | 380.5
      收入来源（万元） | 财政拨款 | 950.5 | 其他资金 | 50
      年度总体目标 | 保障全县河道安全。 | < | < | <
      年度重点工作任务 | 任务名称 | 主要实施内容 | 拟投入的资金（万元） | 期望达到的目标
      ^ | 河道管护 | 疏浚干渠。 | 36.5 | 行洪通畅
      ^ | 水质监测 | 每月采样。 | 8 | 数据完整
      ^ | 金额合计 |  | 44.5 |
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
      ^ | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(
      reading.record() == [
        "kind": "department-target", "title": "部门整体支出绩效目标申报表", "fiscalYear": "2025",
        "department/name": "临溪县水务局", "staff": "46", "subordinateUnits": "3", "budget/basic": "6200000.00",
        "budget/project": "3805000.00", "budget/fiscal": "9505000.00", "budget/other": "500000.00",
        "goals/annual": "保障全县河道安全。", "tasks/0/name": "河道管护", "tasks/0/content": "疏浚干渠。",
        "tasks/0/funds": "365000.00", "tasks/0/expected": "行洪通畅", "tasks/1/name": "水质监测",
        "tasks/1/content": "每月采样。", "tasks/1/funds": "80000.00", "tasks/1/expected": "数据完整",
        "indicators/0/level1": "产出指标", "indicators/0/level2": "数量指标", "indicators/0/name": "清淤长度",
        "indicators/0/annualValue": "≥12公里",
      ])
  }

  @Test func `other development spending is told by level`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标表
      部门名称 | 临溪县水务局 | < | <
      事业发展性支出（万元） | 财政专项资金 | 120 | <
      ^ | 其他事业发展性支出 | 60 | <
      按预算级次划分（万元） | 县本级使用资金 | 100 | <
      ^ | 对下转移支付 | 80 | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("budget/specialFunds") == "1200000.00")
    #expect(reading.field("budget/otherDevelopment") == "600000.00")
    #expect(reading.field("budget/cityLevel") == "1000000.00")
    #expect(reading.field("budget/transfers") == "800000.00")
  }

  @Test func `tasks, sub-goals and measures are read from running text`() throws {
    let reading = try Reading(
      """
      临溪县水务局2025年部门整体绩效目标
      一、总体绩效目标
      保障全县河道安全。
      二、分项绩效目标
      （一）河道管护
      绩效目标：疏浚干渠12公里。
      绩效指标：清淤长度≥12公里，验收合格率100%。
      （二）水质监测
      绩效目标：每月采样一次。
      绩效指标：采样次数≥12次。
      三、工作保障措施
      1、健全管护制度，落实河长责任。
      2、加强资金监管。
      """)
    #expect(reading.field("kind") == "department-target")
    #expect(reading.field("title") == "临溪县水务局2025年部门整体绩效目标")
    #expect(reading.field("fiscalYear") == "2025")
    #expect(reading.field("goals/annual") == "保障全县河道安全。")
    #expect(
      reading.rows("subgoals", "name goal indicators") == [
        "（一）河道管护 | 疏浚干渠12公里。 | 清淤长度≥12公里，验收合格率100%。", "（二）水质监测 | 每月采样一次。 | 采样次数≥12次。",
      ])
    #expect(
      (0..<2).map { reading.field("measures/\($0)") } == ["1、健全管护制度，落实河长责任。", "2、加强资金监管。"])
  }

  @Test func `a department's self-evaluation names its department`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效自评表
      （2024年度）
      单位名称 | 临溪县水务局 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
      履职完成 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50
      总分 | < | < | < | 100 | 97
      """)
    #expect(reading.field("kind") == "department-self-evaluation")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.field("totalScore") == "97")
    #expect(reading.record()["project/name"] == nil)
  }

  @Test func `a task of a department's own spending is a task`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标表
      部门名称 | 临溪县水务局 | < | <
      任务名称 | 主要内容 | 预算金额（元） | 预期目标
      基本支出 | 人员和公用。 | 6200000 | 正常运转
      项目支出 | 河道管护。 | 365000 | 行洪通畅
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(
      reading.rows("tasks", "name content funds expected") == [
        "基本支出 | 人员和公用。 | 6200000.00 | 正常运转", "项目支出 | 河道管护。 | 365000.00 | 行洪通畅",
      ])
  }
}
