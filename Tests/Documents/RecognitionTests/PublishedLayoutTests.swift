// Layouts of one province or the other, as their finance bureaus print them; what stands in them is invented.
import Findings
import Tables
import Testing

@testable import Recognition

@Suite struct PublishedLayoutTests {
  @Test func `a block's label beside the heads of two goals takes nothing from the row below`() throws {
    let reading = try Reading(
      """
      部门预算项目支出绩效自评表（2023年度）

      项目名称 | < | 51010023T000010000001-2023年桥梁维护 | < | < | <
      项目基本情况 | 1.项目年度目标完成情况 | 项目年度目标 | < | 年度目标完成情况 | <
      ^ | ^ | 维护桥梁9座。 | < | 9座全部完成。 | <
      ^ | 2.项目实施内容及过程概述 | 分两批招标。 | < | < | <
      预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 预算执行数 | 得分 | 原因
      ^ | 总额 | 30.00 | 27.50 | 9.2 | 质保金未付
      绩效指标（90分） | 一级指标 | 三级指标 | 指标值 | 完成值 | 得分
      ^ | 产出指标 | 维护桥梁 | ≥9座 | 9座 | 90
      """)
    #expect(reading.field("goals/expected") == "维护桥梁9座。")
    #expect(reading.field("goals/actual") == "9座全部完成。")
    #expect(reading.field("project/code") == "51010023T000010000001")
    #expect(reading.field("project/name") == "2023年桥梁维护")
    #expect(reading.field("funds/0/note") == "质保金未付")
  }

  @Test func `the goal of the year's beginning counts where the changed one is blank`() throws {
    let reading = try Reading(
      """
      部门整体绩效自评表

      主管部门 | 青山县水务局 | < | <
      当年绩效目标 | 年初绩效目标 | 全年（调整）绩效目标 | 全年目标实际完成情况
      ^ | 清淤12公里。 |  | 清淤13公里。
      指标名称 | 指标性质 | 年初指标值 | 全年完成值
      清淤长度 | ≥ | 12 | 13
      """)
    #expect(reading.field("goals/expected") == "清淤12公里。")
    #expect(reading.field("goals/actual") == "清淤13公里。")
  }

  @Test(arguments: [("1、持续性项目 □　2、新增性项目 □", nil), ("1、持续性项目 ☑　2、新增性项目 □", "持续性项目")] as [(String, String?)])
  func `of boxes without a tick none is chosen`(printed: String, category: String?) throws {
    let reading = try Reading(
      """
      项目支出绩效目标表

      项目名称 | 桥梁维护 | <
      项目类别 | \(printed) | <
      一级指标 | 三级指标 | 指标值
      产出指标 | 维护桥梁 | ≥9座
      """)
    #expect(reading.field("project/category") == category)
  }

  @Test func `the total of a column of costs is the budget, and rows behind the indicators are none`() throws
  {
    let reading = try Reading(
      """
      市直部门预算项目支出绩效目标表

      项目名称 | < | 办公楼运行 | <
      项目预算 | 成本构成 | 金额（万元） | 测算（公式）依据
      ^ | 保安服务费 | 19.1 | 合同
      ^ | 保洁服务费 | 9.9 | 合同
      ^ | 合计 | 29 |
      绩效目标 | 保障大楼运行。 | < | <
      绩效指标 | 一级指标 | 三级指标 | 当年预期实现值
      ^ | 数量指标 | 巡查次数 | 200次
      ^ | 成本指标 | 成本控制率 | ≤100%
      保障绩效目标实现措施 | < | 落实值守制度。 | <
      分管领导及股室初审意见 | < | （盖章） | <
      """)
    #expect(reading.field("budget/total") == "290000.00")
    #expect(reading.indicators("level1 name") == ["数量指标 | 巡查次数", "成本指标 | 成本控制率"])
  }

  @Test func `a form to apply with stays one where it prints a place for results`() throws {
    let reading = try Reading(
      """
      绩效目标申报表

      项目名称 | 桥梁维护 | <
      资金情况（万元） | 年度资金总额： | 10
      总体目标 | 年度目标 | 年度总体目标完成情况
      ^ | 维护桥梁9座。 |
      一级指标 | 三级指标 | 指标值
      产出指标 | 维护桥梁 | ≥9座
      """)
    #expect(reading.field("kind") == "project-target")
    #expect(reading.field("budget/total") == "100000.00")
    #expect(reading.field("goals/annual") == "维护桥梁9座。")
  }

  @Test(arguments: [
    ("组织实施单位 | 青山县水务局\n项目实施单位 | 青山县河道管理站", "青山县河道管理站"), ("组织实施单位 | 青山县水务局", "青山县水务局"),
  ])
  func `the project's own unit counts before the one that organises`(rows: String, unit: String) throws {
    let reading = try Reading(
      """
      项目支出绩效目标表

      项目名称 | 河道清淤
      \(rows)
      三级指标 | 指标值
      清淤长度 | ≥12公里
      """)
    #expect(reading.field("unit/name") == unit)
  }

  @Test func `a label that asks for the code too parts it from the name`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表

      项目名称 | 河道清淤
      主管部门（单位）名称及预算编码 | 青山县水务局335301302
      三级指标 | 指标值
      清淤长度 | ≥12公里
      """)
    #expect(reading.field("department/name") == "青山县水务局")
    #expect(reading.field("department/code") == "335301302")
  }

  @Test func `the sources below the whole period's total are the form's where the year has none`() throws {
    let reading = try Reading(
      """
      部门预算专项业务经费绩效目标表

      项目名称 | < | 戏曲下乡
      资金金额（万元） | 实施期资金总额： | 30.00
      ^ | 其中：财政拨款 | 28.00
      ^ | 其他资金 | 2.00
      一级指标 | 指标内容 | 指标值
      产出指标 | 巡回演出 | ≥60场
      """)
    #expect(reading.field("budget/total") == "300000.00")
    #expect(reading.field("budget/fiscal") == "280000.00")
    #expect(reading.field("budget/other") == "20000.00")
  }

  @Test func `the total of the tasks says where the department's money comes from`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标表

      部门（单位）名称 | < | < | 青山县水务局 | <
      年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | <
      ^ | ^ | ^ | 总额 | 财政拨款
      ^ | 河道清淤 | 清淤12公里 | 40.00 | 38.00
      ^ | 水质监测 | 监测24次 | 8.00 | 8.00
      ^ | 金额合计 | < | 48.00 | 46.00
      年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
      ^ | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("tasks/1/funds") == "80000.00")
    #expect(reading.field("budget/fiscal") == "460000.00")
    #expect(reading.field("tasks/2/name") == nil)
  }

  @Test func `labels with their amounts in one cell do not take the neighbour's`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标表

      部门名称 | 青山县水务局 | <
      年度预算申请（万元） | 资金总额：66.12 | <
      ^ | 其中：公共财政拨款：66.12 | 其中：基本支出：58.72
      ^ | 政府性基金拨款： | 项目支出：7.40
      一级指标 | 三级指标 | 指标值
      产出指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("budget/basic") == "587200.00")
    #expect(reading.field("budget/project") == "74000.00")
  }

  @Test func `a list with level 1 over names and values has units, projects and rows without a name`() throws
  {
    let reading = try Reading(
      """
      2024年部门预算项目绩效目标汇总表
      单位：万元

      单位编码（项目编码） | 项目单位（项目名称） | 项目金额 | < | 绩效目标 | 绩效指标 | < | < | <
      ^ | ^ | 资金总额 | 政府预算资金 | ^ | 产出指标 | < | 效益指标 | <
      ^ | ^ | ^ | ^ | ^ | 三级指标 | 指标值 | 三级指标 | 指标值
      512001 | 青山县公路站 | 78.50 | 78.50 |  |  |  |  |
      410325240000000012345 | 公路养护 | 60.00 | 55.00 | 道路畅通。 | 养护里程 | ≥50公里 | 通行状况 | 畅通
       |  |  |  |  | 补植行道树 | ≥300株 |  |
      410325240000000012377 | 桥梁检测 | 18.50 | 18.50 | 查清隐患。 | 检测桥梁 | 37座 | 隐患处置 | 及时
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["公路养护", "桥梁检测"])
    #expect(reading.forms.map { $0["project"]["code"].text }.first == "410325240000000012345")
    #expect(reading.forms.map { $0["unit"]["name"].text } == ["青山县公路站", "青山县公路站"])
    #expect(reading.forms.map { $0["unit"]["code"].text } == ["512001", "512001"])
    #expect(reading.field("budget/total", ofForm: 0) == "600000.00")
    #expect(reading.field("budget/fiscal", ofForm: 0) == "550000.00")
    #expect(
      reading.indicators("level1 name annualValue") == [
        "产出指标 | 养护里程 | ≥50公里", "效益指标 | 通行状况 | 畅通", "产出指标 | 补植行道树 | ≥300株",
      ])
  }

  @Test func `the unit of money stands over the heads of a flat table's amounts`() throws {
    let reading = try Reading(
      """
      县级预算项目支出绩效目标表

      单位名称 | 项目名称 | 项目预算（万元） | < | 绩效指标 | < | <
      ^ | ^ | 资金总额 | 财政拨款 | 一级指标 | 三级指标 | 指标值
      林业站 | 森林防火 | 86.00 | 80.00 | 产出指标 | 新建隔离带 | ≥35公里
      """)
    #expect(reading.field("budget/total") == "860000.00")
    #expect(reading.field("budget/fiscal") == "800000.00")
  }

  @Test func `the unit of money stands in the heading of the funds' section`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表

      项目名称 | 公厕新建 | < | <
      二、预算执行情况（万元） | < | < | <
      资金来源 | 年初预算数 | 全年执行数 | 执行率
      年度资金总额 | 240 | 238.6 | 99.42%
      一级指标 | 三级指标 | 年度指标值 | 实际完成值
      产出指标 | 新建公厕 | 8座 | 8座
      """)
    #expect(reading.field("funds/0/executed") == "2386000.00")
  }

  @Test func `the year's row of a department's goals, and what else it has to say`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效自评表

      部门名称 | 青山县档案馆 | < | <
      部门年度目标 | 财年 | 目标 | 实际完成情况
      ^ | 2022 | 数字化20万页。 | 完成21万页。
      部门整体支出绩效指标 | < | < | <
      一级指标 | 三级指标 | 指标值 | 实际完成值
      产出指标 | 数字化页数 | ≥20万页 | 21万页
      其他需说明的事项 | 无 | < | <
      """)
    #expect(reading.field("goals/expected") == "数字化20万页。")
    #expect(reading.field("goals/actual") == "完成21万页。")
    #expect(reading.field("fiscalYear") == "2022")
    #expect(reading.indicators("name") == ["数字化页数"])
  }

  @Test func `a label beside the label of the goal is not the goal`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标表

      部门名称 | 青山县文旅局 | < | <
      部门年度目标 | 预算年度（2024年）绩效目标 | 公益演出30场次以上。 | <
      部门整体支出绩效指标 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 公益演出 | ≥30场次
      """)
    #expect(reading.field("goals/annual") == "公益演出30场次以上。")
  }

  @Test func `half a year's state of an indicator is what was reached`() throws {
    let reading = try Reading(
      """
      项目支出绩效监控表

      项目名称 | 申遗经费 | < | <
      一级指标 | 指标名称 | 指标值 | 半年度指标执行情况
      产出指标 | 推介活动 | ≥5场 | 2场
      """)
    #expect(reading.indicators("name actualValue") == ["推介活动 | 2场"])
  }

  @Test func `a form with its title below a table of whom the money goes to begins at its title`() throws {
    let reading = try Reading(
      """
      2022年补助资金分配表 | < | < | <
      序号 | 项目单位 | 补助项目 | 补助金额
      1 | 青山县图书馆 | 标签标引 | 15
      数字文化建设绩效目标表 | < | < | <
      项目名称 | < | 云服务平台 | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 标引条数 | ≥1万条
      """)
    #expect(reading.field("title") == "数字文化建设绩效目标表")
    #expect(reading.field("project/name") == "云服务平台")
    #expect(reading.field("unit/name") == nil)
  }
}
