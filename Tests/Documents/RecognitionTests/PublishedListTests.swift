// Published layouts, on: funds, lists of projects, years and periods; what stands in them is invented.
import Findings
import Tables
import Testing

@testable import Recognition

@Suite struct PublishedListTests {
  @Test func `budget and spending side by side, each behind its label, are the funds`() throws {
    let reading = try Reading(
      """
      项目绩效目标完成情况表
      （2020年度）

      项目名称 | < | 养老服务 | < | <
      预算执行情况（万元） | 预算数： | 100 | 执行数： | 95.5
      ^ | 其中：财政拨款： | 90 | 其中：财政拨款： | 86
      ^ | 其他资金： | 10 | 其他资金： | 9.5
      一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成指标值
      产出指标 | 数量指标 | 新增床位 | 40张 | 40张
      """)
    #expect(
      reading.rows("funds", "source adjusted executed") == [
        "预算数 | 1000000.00 | 955000.00", "财政拨款 | 900000.00 | 860000.00", "其他资金 | 100000.00 | 95000.00",
      ])
  }

  @Test func `sources across with their total and what was spent are the funds`() throws {
    let reading = try Reading(
      """
      财政预算支出项目绩效目标自评表

      项目名称 | 乡村道路养护 | < | < | < | <
      项目资金来源 | 中央（万元） | 本级（万元） | 合计（万元） | 执行数（万元） | 执行率
      ^ |  | 309 | 309 | 300 | 97.09%
      一级指标 | 二级指标 | 三级指标 | 年初指标值 | 年终完成值 | 自评分
      产出指标 | 数量指标 | 养护里程 | 300公里 | 300公里 | 15
      """)
    #expect(
      reading.rows("funds", "source adjusted executed rate") == [
        "本级 | 3090000.00 | · | ·", "合计 | 3090000.00 | 3000000.00 | 97.09",
      ])
  }

  @Test(arguments: [("2025年度", "接入监测点120个。"), ("2027年度", nil)] as [(String, String?)])
  func `of goals of several years the form's own counts`(year: String, goal: String?) throws {
    let reading = try Reading(
      """
      \(year)项目支出绩效目标申报表

      项目名称 | < | 智慧水务平台
      绩效目标 | 总目标 | 覆盖全县。
      ^ | 2024年目标 | 完成平台设计。
      ^ | 2025年目标 | 接入监测点120个。
      一级指标 | 三级指标 | 指标值
      产出指标 | 接入监测点 | ≥120个
      """)
    #expect(reading.field("goals/period") == "覆盖全县。")
    #expect(reading.field("goals/annual") == goal)
  }

  @Test(
    arguments: [
      ("（2025年度1-8月）", "2025"), ("（2025年1—7月）", "2025"), ("2025年前三季度", "2025"), ("2025年8月", nil),
    ] as [(String, String?)])
  func `months of a year in a line of their own are of that year`(line: String, year: String?) throws {
    let reading = try Reading(
      """
      项目绩效运行监控表
      \(line)

      项目名称 | 防汛物资 | < | <
      一级指标 | 三级指标 | 年度指标值 | 1-8月执行情况
      产出指标 | 储备编织袋 | ≥20万条 | 12万条
      """)
    #expect(reading.field("fiscalYear") == year)
  }

  @Test func `a list with a column for each level holds its indicators as text`() throws {
    let reading = try Reading(
      """
      县级部门预算项目绩效目标表
      单位：万元

      序号 | 单位 | 项目名称 | 金额 | 绩效目标 | 数量指标 | 质量指标 | 成本指标
      1 | 县水务局 | 河道清淤 | 40 | 清淤12公里。 | 清淤长度≥12公里；清理淤泥≥3万方 | 验收合格率100% | ≤3.3万元/公里
      2 | 县水务局 | 水质监测 | 8 | 监测24次。 | 监测次数≥24次 | 数据合格率≥98% |
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "水质监测"])
    #expect(reading.field("budget/total", ofForm: 0) == "400000.00")
    #expect(
      reading.indicators() == [
        "· | 数量指标 | 清淤长度 | ≥12公里", "· | 数量指标 | 清理淤泥 | ≥3万方", "· | 质量指标 | 验收合格率 | 100%",
        "成本指标 | · | · | ≤3.3万元/公里",
      ])
    #expect(reading.indicators("name annualValue", ofForm: 1) == ["监测次数 | ≥24次", "数据合格率 | ≥98%"])
  }

  @Test(arguments: ["青山县水务局（盖章）", "青山县水务局(公章)", "青山县水务局"])
  func `where the seal goes is no part of the name`(name: String) throws {
    let reading = try Reading(
      """
      项目支出绩效目标表

      项目名称 | 河道清淤
      主管部门 | \(name)
      三级指标 | 指标值
      清淤长度 | ≥12公里
      """)
    #expect(reading.field("department/name") == "青山县水务局")
  }

  @Test func `a list of projects with their goals is as many forms, and its total none`() throws {
    let reading = try Reading(
      """
      部门预算项目绩效目标公开表

      序号 | 项目名称 | 预算金额（万元） | 年度绩效目标
      1 | 公路养护 | 320.00 | 养护公路126公里。
      2 | 桥梁检测 | 45.00 | 检测桥梁38座。
      合计 | < | 365.00 |
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["公路养护", "桥梁检测"])
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["3200000.00", "450000.00"])
    #expect(reading.field("goals/annual", ofForm: 1) == "检测桥梁38座。")
  }

  @Test func `the year and the whole period stand below the head of the values`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表

      项目名称 | 居家养老 | < | <
      一级指标 | 三级指标 | 指标值 | <
      ^ | ^ | 年度 | 中期
      产出指标 | 建设服务站 | ≥5个 | ≥15个
      """)
    #expect(reading.indicators("name annualValue periodValue") == ["建设服务站 | ≥5个 | ≥15个"])
  }

  @Test func `of earlier years and the year's goal the goal is the promise`() throws {
    let reading = try Reading(
      """
      2025年度项目绩效目标表

      项目名称 | 绿地管护 | < | <
      一级指标 | 三级指标 | 绩效指标值 | <
      ^ | ^ | 上年预计 | 2025年目标
      产出指标 | 管护面积（万平方米） | 83 | 86
      """)
    #expect(reading.indicators("name annualValue") == ["管护面积（万平方米） | 86"])
  }

  @Test func `blocks of the whole goal and of the year, and numbers without names`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标申报表

      项目名称 | 职业农民培育 | < | <
      总目标绩效指标 | 一级指标 | 指标内容 | 指标值
      ^ | 产出指标 | 1.培育人数 | 1200人
      ^ | ^ | 2. |
      本年度绩效指标 | 一级指标 | 指标内容 | 指标值
      ^ | 产出指标 | 1.培育人数 | 400人
      纠偏措施 | 无 | < | <
      """)
    #expect(reading.indicators("periodValue annualValue") == ["1200人 | ·", "· | 400人"])
  }

  @Test func `a line in brackets below the title tells score and grade, an annex is no title`() throws {
    let reading = try Reading(
      """
      附件12 项目支出绩效自评表（一）
      （自评得分：96.55分　评价等级：优）

      项目名称 | 小区改造 | < | <
      三级指标 | 年度指标值 | 实际完成值 | 得分
      改造楼栋 | ≥14栋 | 14栋 | 20
      """)
    #expect(reading.field("title") == "项目支出绩效自评表（一）")
    #expect(reading.field("totalScore") == "96.55")
    #expect(reading.field("grade") == "优")
  }

  @Test func `a sentence of where the money comes from has its total and its shares`() throws {
    let reading = try Reading(
      """
      项目绩效目标表

      项目名称 | 产业路
      资金来源及规模 | 总投资96万元，其中：财政资金86万元，其他资金10万元
      三级指标 | 指标值
      新建产业路 | ≥3.2公里
      """)
    #expect(reading.field("budget/total") == "960000.00")
    #expect(reading.field("budget/fiscal") == "860000.00")
    #expect(reading.field("budget/other") == "100000.00")
  }

  @Test func `what was in earlier years is neither promise nor result`() throws {
    let target = try Reading(
      """
      2024年度项目绩效目标表

      项目名称 | 设备购置 | < | < | <
      一级指标 | 三级指标 | 2022年实际值 | 2023年实际值 | 2024年目标值
      产出指标 | 巡诊次数 | 16次 | 18次 | ≥24次
      """)
    #expect(target.field("kind") == "project-target")
    #expect(target.indicators("annualValue actualValue") == ["≥24次 | ·"])
    let outcome = try Reading(
      """
      2023年度项目绩效自评表

      项目名称 | 设备购置 | < | < | <
      一级指标 | 三级指标 | 2022年实际值 | 2023年目标值 | 2023年实际值
      产出指标 | 巡诊次数 | 18次 | ≥20次 | 21次
      """)
    #expect(outcome.indicators("annualValue actualValue") == ["≥20次 | 21次"])
  }

  @Test func `the budget counts and not what arrived of it`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表

      项目名称 | 公厕新建 | < | <
      资金（万元） | 全年预算数 | 实际到位数 | 全年执行数
      年度资金总额 | 180 | 176 | 170
      三级指标 | 年度指标值 | 实际完成值 | 得分
      新建公厕 | 8座 | 8座 | 20
      """)
    #expect(reading.rows("funds", "source adjusted executed") == ["年度资金总额 | 1800000.00 | 1700000.00"])
  }

  @Test func `an amount has its shares in brackets behind it`() throws {
    let reading = try Reading(
      """
      项目绩效目标表

      项目名称 | 产业路
      资金总额 | 90万元（财政拨款80万元，其他资金10万元）
      三级指标 | 指标值
      新建产业路 | ≥3.2公里
      """)
    #expect(reading.field("budget/total") == "900000.00")
    #expect(reading.field("budget/fiscal") == "800000.00")
    #expect(reading.field("budget/other") == "100000.00")
  }
}
