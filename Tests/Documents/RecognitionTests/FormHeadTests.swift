// The head and foot of a form: labels with values beside or below, goals, plans, amounts and codes.
import Testing

@Suite struct FormHeadTests {
  private let indicators = """
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 清淤长度 | ≥12公里
    """

  @Test func `an approval form is read field by field`() throws {
    let reading = try Reading(
      """
      临溪县财政项目支出绩效目标批复表
      项目名称 | 河道清淤 | < | < | <
      项目类型 | 其他运转类 | < | < | <
      项目等级 | 二级项目 | < | < | <
      主管部门 | 713-临溪县水务局 | < | < | <
      用款单位 | 713001临溪县河道所 | < | < | <
      实施周期 | 起始年度 | 2024 | 到期年度 | 2099
      2025年预算金额（万元） | 36.5 | < | < | <
      总体绩效目标 | 实施周期总目标 | < | < | <
      ^ | 三年内疏浚全部干渠。 | < | < | <
      ^ | 2025年度目标 | < | < | <
      ^ | 疏浚干渠12公里。 | < | < | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
      ^ | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      临溪县财政局批复意见 | 同意。 | < | < | <
      """)
    #expect(
      reading.record() == [
        "kind": "project-target", "title": "临溪县财政项目支出绩效目标批复表", "fiscalYear": "2025",
        "project/name": "河道清淤", "project/category": "其他运转类", "project/tier": "二级项目",
        "project/startYear": "2024", "project/endYear": "2099", "department/code": "713",
        "department/name": "临溪县水务局", "unit/code": "713001", "unit/name": "临溪县河道所",
        "budget/total": "365000.00", "goals/period": "三年内疏浚全部干渠。", "goals/annual": "疏浚干渠12公里。",
        "indicators/0/level1": "产出指标", "indicators/0/level2": "数量指标", "indicators/0/name": "清淤长度",
        "indicators/0/annualValue": "≥12公里", "approval/authority": "临溪县财政局", "approval/opinion": "同意。",
      ])
  }

  @Test func `amounts by source stand under the total of the year`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标申报表
      （2025年度）　　　金额单位：万元
      项目名称 | 河道清淤 | 项目负责人 | 李某
      项目资金（万元） | 中期资金总额： | 120 | 年度资金总额： | 40
      ^ | 其中：财政拨款 | 100 | 其中：财政拨款 | 30
      ^ | 其他资金 | 20 | 其他资金 | 10
      \(indicators)
      """)
    #expect(reading.field("fiscalYear") == "2025")
    #expect(reading.field("budget/total") == "400000.00")
    #expect(reading.field("budget/fiscal") == "300000.00")
    #expect(reading.field("budget/other") == "100000.00")
  }

  @Test func `the only amount counts where the year has none of its own`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      项目总投资 | 80万元 | < | <
      \(indicators)
      """)
    #expect(reading.field("budget/total") == "800000.00")
  }

  @Test func `values may stand below their labels`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 主管部门 | 预算金额（元） | 项目类别
      河道清淤 | 临溪县水务局 | 365,000.00 | 32-专项资金项目
      \(indicators)
      """)
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.field("budget/total") == "365000.00")
    #expect(reading.field("project/category") == "专项资金项目")
  }

  @Test func `a spending plan keeps its blank months`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | < | <
      资金支出计划（%） | 3月底 | 6月底 | 9月底 | 12月底
      ^ | 10.00% | 45% |  | 100
      一级指标 | 二级指标 | 三级指标 | 指标值 | 备注
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 无
      """)
    #expect(
      reading.rows("spendingPlan", "month percent") == ["3 | 10.00", "6 | 45", "9 | ·", "12 | 100"])
    #expect(reading.indicators("name note") == ["清淤长度 | 无"])
  }

  @Test func `the use of the money may stand without a label beside its block`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | < | < | <
      预算规模及资金用途 | 预算数 | 36.50 | 其中：财政资金 | 30.00 | 其他资金
      ^ | 用于干渠清淤、护坡维修和设备租赁。 | < | < | < | <
      \(indicators)
      """)
    #expect(reading.field("fundUse") == "用于干渠清淤、护坡维修和设备租赁。")
    #expect(reading.field("budget/fiscal") == "30.00")
  }

  @Test(
    arguments: [
      ("实施周期 | 2024年1月-2026年12月 | < | <", "2024", "2026"), ("起止时间 | 2025.03—2025.11 | < | <", "2025", "2025"),
      ("项目期 | 1年 | < | <", nil, nil), ("实施期 | 长期 | < | <", nil, nil), ("实施周期 | 2026-2024 | < | <", nil, nil),
      ("起始年度 | 2024 | 终止年度 | 2099", "2024", "2099"),
    ] as [(String, String?, String?)])
  func `a span gives years where it prints them in order`(row: String, start: String?, end: String?) throws {
    let reading = try Reading("项目支出绩效目标表\n项目名称 | 河道清淤 | < | <\n\(row)\n\(indicators)")
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("project/startYear") == start)
    #expect(reading.field("project/endYear") == end)
  }

  @Test(
    arguments: [
      ("绩效目标 | 疏浚干渠。 | < | <", "疏浚干渠。", nil), ("年度目标 | 疏浚干渠。 | < | <", "疏浚干渠。", nil),
      ("中期目标 | 三年完成。 | < | <\n年度目标 | 疏浚干渠。 | < | <", "疏浚干渠。", "三年完成。"),
      ("实施期目标 | 年度目标 | < | <\n三年完成。 | 疏浚干渠。 | < | <", "疏浚干渠。", "三年完成。"),
      ("总体目标 | 三年完成。 | < | <\n年度目标 | 疏浚干渠。 | < | <", "疏浚干渠。", "三年完成。"),
      ("绩效目标 | 目标1：⏎目标2：⏎…… | < | <", nil, nil), ("绩效目标 | 目标1：疏浚干渠。⏎目标2： | < | <", "目标1：疏浚干渠。\n目标2：", nil),
      ("年度⏎目标 | 目标1：疏浚。 | < | <\n^ | 目标2：护坡。 | < | <", "目标1：疏浚。\n目标2：护坡。", nil),
    ] as [(String, String?, String?)])
  func `goals go to the year or the whole period`(rows: String, annual: String?, period: String?) throws {
    let reading = try Reading("项目支出绩效目标表\n项目名称 | 河道清淤 | < | <\n\(rows)\n\(indicators)")
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("goals/annual") == annual)
    #expect(reading.field("goals/period") == period)
  }

  @Test func `label and value may share a cell`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称：河道清淤 | < | 主管部门：临溪县水务局 | <
      预算金额：36.5万元 | < | 项目类别：特定目标类 | <
      \(indicators)
      """)
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.field("budget/total") == "365000.00")
    #expect(reading.field("project/category") == "特定目标类")
  }

  @Test func `lines above the table give title, year, unit and money's unit`() throws {
    let reading = try Reading(
      """
      附件3
      项目支出绩效目标申报表
      （2025年度）
      填报单位：临溪县河道所　　金额单位：万元
      项目名称 | 河道清淤 | 预算金额 | 36.5
      \(indicators)
      """)
    #expect(reading.field("title") == "项目支出绩效目标申报表")
    #expect(reading.field("fiscalYear") == "2025")
    #expect(reading.field("unit/name") == "临溪县河道所")
    #expect(reading.field("budget/total") == "365000.00")
  }

  @Test func `words of a label can be a value`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 公用经费 | 项目等级 | 二级项目
      项目类型 | 项目支出 | 预算金额（元） | 500
      \(indicators)
      """)
    #expect(reading.field("project/name") == "公用经费")
    #expect(reading.field("project/tier") == "二级项目")
    #expect(reading.field("project/category") == "项目支出")
    #expect(reading.field("budget/total") == "500.00")
  }

  @Test func `what the prose says is no field`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      年度目标 | 2023年起实施，主管部门：临溪县水务局负责，2024年投入500万元。 | < | <
      \(indicators)
      """)
    #expect(reading.field("fiscalYear") == nil)
    #expect(reading.field("department/name") == nil)
    #expect(reading.field("budget/total") == nil)
  }

  @Test(
    arguments: [
      "^ | 预定目标 | < | 实际完成情况 | <", "^ | 年初设定目标 | < | 全年完成情况 | <",
      "^ | 年初绩效目标 | 调整绩效目标 | 目标变动情况 | 全年目标实际完成情况",
    ])
  func `below a row of labels only stand the goals`(heads: String) throws {
    let isWide = heads.contains("变动")
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | <
      年度总体目标 | \(heads.dropFirst(4))
      ^ | 疏浚干渠。 | \(isWide ? " | | " : "< | ")已疏浚干渠。 | \(isWide ? "" : "<")
      一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里
      """)
    #expect(reading.field("goals/expected") == "疏浚干渠。")
    #expect(reading.field("goals/actual") == "已疏浚干渠。")
  }

  @Test func `a goal that ends as a label does is the goal beside its label`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      年度目标 | 完成全年清淤目标 | < | <
      \(indicators)
      """)
    #expect(reading.field("goals/annual") == "完成全年清淤目标")
  }
}
