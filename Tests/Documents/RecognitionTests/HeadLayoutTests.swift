// Heads with a layout of their own: unmerged blocks, periods side by side, titles in cells, lists.
import Testing

@Suite struct HeadLayoutTests {
  private let indicators = """
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 清淤长度 | ≥12公里
    """

  private func project(_ rows: String, below lines: String = "项目支出绩效目标表") throws -> Reading {
    try Reading("\(lines)\n\(rows)\n\(indicators)")
  }

  @Test(arguments: [("项目资金（万元）", "300000.00"), ("项目资金（百元）", "3000.00"), ("项目资金【万元】", "300000.00")])
  func `blank cells below a block's label have its unit`(label: String, amount: String) throws {
    let reading = try project(
      """
      项目名称 | 河道清淤 | < | <
      \(label) | 年度资金总额 | 40 | <
       | 其中：财政拨款 | 30 | <
       | 其他资金 | 10 | <
      """)
    #expect(reading.field("budget/fiscal") == amount)
  }

  @Test func `a blank cell below another label has no unit`() throws {
    let reading = try project(
      """
      项目资金（万元） | 年度资金总额 | 40 | <
      项目名称 | 河道清淤 | < | <
       | 其中：财政拨款 | 30 | <
      """)
    #expect(reading.field("budget/total") == "400000.00")
    #expect(reading.field("budget/fiscal") == "30.00")
  }

  @Test(
    arguments: [
      ("开始时间 | 2024年1月 | 结束时间 | 2026年12月", "2024", "2026"),
      ("开工时间 | 2024年3月底 | 竣工时间 | 2025年6月", "2024", "2025"),
      ("开始时间 | 结束时间 | 联系人 | 电话\n2024年1月 | 2026年12月 | 李某 | 123", "2024", "2026"),
      ("开始时间 | 1月 | 结束时间 | 12月", nil, nil), ("项目期 | 2024年1月 | 联系人 | 李某", nil, nil),
    ] as [(String, String?, String?)])
  func `a month of a year is a date`(row: String, start: String?, end: String?) throws {
    let reading = try project("项目名称 | 河道清淤 | < | <\n\(row)")
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("project/startYear") == start)
    #expect(reading.field("project/endYear") == end)
  }

  @Test(
    arguments: [
      ("实施期金额合计", "年度金额合计", "40", "30"), ("中期资金总额", "年度资金总额", "40", "30"),
      ("年度金额合计", "实施期金额合计", "120", "100"), ("甲方案", "乙方案", nil, nil),
    ] as [(String, String, String?, String?)])
  func `of two blocks side by side the year's counts`(
    left: String, right: String, total: String?, fiscal: String?
  ) throws {
    let reading = try project(
      """
      项目名称 | 河道清淤 | < | < | <
      资金金额（元） | \(left) | 120 | \(right) | 40
      ^ | 其中：财政拨款 | 100 | 其中：财政拨款 | 30
      """)
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("budget/total") == total.map { $0 + ".00" })
    #expect(reading.field("budget/fiscal") == fiscal.map { $0 + ".00" })
  }

  @Test(
    arguments: [
      ("项目支出绩效目标表⏎（2025年度）", "项目支出绩效目标表", "2025"), ("2025年度⏎项目支出绩效目标表", "项目支出绩效目标表", "2025"),
      ("附件1⏎项目支出绩效目标表（2025年度）", "项目支出绩效目标表（2025年度）", "2025"),
      ("项目支出⏎绩效目标表", "项目支出绩效目标表", nil),
      ("临溪县水务局⏎项目支出绩效⏎目标表⏎单位：万元", "临溪县水务局项目支出绩效目标表", nil),
    ] as [(String, String, String?)])
  func `a title's cell may hold lines of their own`(cell: String, title: String, year: String?) throws {
    let reading = try Reading("\(cell) | < | < | <\n项目名称 | 河道清淤 | < | <\n\(indicators)")
    #expect(reading.field("title") == title)
    #expect(reading.field("fiscalYear") == year)
  }

  @Test(
    arguments: [
      ("项目支出绩效目标表\n二〇二五年度", "2025"), ("2025年度临溪县水务局\n项目支出绩效目标表", "2025"),
      ("（2025 年度）\n项目支出绩效目标表", "2025"), ("项目支出绩效目标表\n2025", "2025"),
      ("2025年3月印发\n项目支出绩效目标表", nil), ("2025年度预算已批复。\n项目支出绩效目标表", nil),
      ("项目支出绩效目标表\n编号：2025", nil), ("2024年度临溪县水务局\n说明\n项目支出绩效目标表", nil),
    ] as [(String, String?)])
  func `lines beside a title tell its year`(lines: String, year: String?) throws {
    let reading = try project("项目名称 | 河道清淤 | < | <", below: lines)
    #expect(reading.field("title") == "项目支出绩效目标表")
    #expect(reading.field("fiscalYear") == year)
  }

  @Test(
    arguments: [
      ("年度资金总额：12万元，其中：财政拨款10万元，其他资金2万元", "100000.00", "20000.00"),
      ("年度资金总额：12万元，其中财政拨款10，其他资金2", "100000.00", "20000.00"),
      ("年度资金总额：12万元，其中财政拨款为100000元。", "100000.00", nil),
      ("年度资金总额：12万元，其中用于设备购置10万元", nil, nil), ("年度资金总额：12万元，财政拨款另有10万元", nil, nil),
    ] as [(String, String?, String?)])
  func `a total may name its shares in its sentence`(line: String, fiscal: String?, other: String?) throws {
    let reading = try project("项目名称 | 河道清淤 | < | <", below: "项目支出绩效目标表\n\(line)")
    #expect(reading.field("budget/total") == "120000.00")
    #expect(reading.field("budget/fiscal") == fiscal)
    #expect(reading.field("budget/other") == other)
  }

  @Test(
    arguments: ["项目资金（万元）", "预算资金（万元）", "预算安排金额（万元）", "资金总额（万元）"],
    ["经费名称", "任务名称", "预算项目"])
  func `a list's names and money have many heads`(head: String, name: String) throws {
    let reading = try Reading(
      """
      2025年部门预算项目绩效目标
      单位名称 | \(name) | \(head) | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      临溪县河道所 | 河道清淤 | 3.5 | 疏浚。 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      临溪县河道所 | 护坡维修 | 2 | 加固。 | 产出指标 | 数量指标 | 护坡长度 | ≥2公里
      """)
    #expect(reading.forms.count == 2)
    #expect(reading.field("project/name", ofForm: 0) == "河道清淤")
    #expect(reading.field("budget/total", ofForm: 0) == "35000.00")
    #expect(reading.field("budget/total", ofForm: 1) == "20000.00")
  }

  @Test(
    arguments: [
      ("主管部门及代码 | 312临溪县水务局 | 实施单位 | 河道所", "312", "临溪县水务局"),
      ("主管部门 | 312临溪县水务局 | 实施单位 | 312001河道所", "312", "临溪县水务局"),
      ("主管部门 | 110指挥中心 | 实施单位 | 312001河道所", nil, "110指挥中心"),
      ("主管部门 | 312水务局 | 实施单位 | 河道所", nil, "312水务局"),
    ] as [(String, String?, String)])
  func `figures are a code where label or unit say so`(row: String, code: String?, name: String) throws {
    let reading = try project("项目名称 | 河道清淤 | < | <\n\(row)")
    #expect(reading.field("department/code") == code)
    #expect(reading.field("department/name") == name)
  }

  @Test(
    arguments: [
      ("062临溪县民政局", "062", "临溪县民政局"), ("120急救中心", nil, "120急救中心"), ("062民政局", nil, "062民政局"),
      ("1062临溪县民政局", nil, "1062临溪县民政局"),
    ] as [(String, String?, String)])
  func `three figures before the department of a place are its code`(
    text: String, code: String?, name: String
  ) throws {
    let reading = try project("主管部门 | \(text) | < | <")
    #expect(reading.field("department/code") == code)
    #expect(reading.field("department/name") == name)
  }

  @Test func `a number that cannot be read as an amount is told`() throws {
    let reading = try project("项目名称 | 河道清淤 | < | <\n项目资金（万元） | 4\u{FFFD}0000 | 其他资金 | 3")
    #expect(reading.field("budget/total") == nil)
    #expect(reading.field("budget/other") == "30000.00")
    #expect(reading.rules == ["R15"])
  }

  @Test func `a code's label may ask for the name as well`() throws {
    let reading = try project("项目名称 | 河道清淤 | < | <\n单位编码（单位名称） | 312001河道所 | < | <")
    #expect(reading.field("unit/code") == "312001")
    #expect(reading.field("unit/name") == "河道所")
  }

  @Test(
    arguments: [
      ("一般公共预算拨款 | 30 | 其他资金 | 2", "30.00"), ("一般公共预算拨款 | 30 | 政府性基金 | 0", "30.00"),
      ("一般公共预算拨款 | 30 | 政府性基金 | 5", nil), ("财政拨款 | 35 | 一般公共预算拨款 | 30", "35.00"),
    ] as [(String, String?)])
  func `the only source of fiscal money is all of it`(row: String, fiscal: String?) throws {
    let reading = try project("项目名称 | 河道清淤 | 项目类别 | 1、特定目标类 √  2、其他 □\n\(row)")
    #expect(reading.field("project/category") == "特定目标类")
    #expect(reading.field("budget/fiscal") == fiscal)
  }

  @Test func `a monitoring form that is filled in by the unit itself is monitoring`() throws {
    let reading = try project("项目名称 | 河道清淤 | < | <", below: "2025年项目支出绩效运行监控自评表")
    #expect(reading.field("kind") == "project-monitoring")
  }
}
