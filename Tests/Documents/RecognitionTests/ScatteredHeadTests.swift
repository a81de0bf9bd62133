// What stands elsewhere than beside its label: behind blank columns, in sentences, in tables of their own.
import PlainText
import Tables
import Testing
import WebPages

@Suite struct ScatteredHeadTests {
  private let indicators = """
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 清淤长度 | ≥12公里
    """

  private func project(_ rows: String) throws -> Reading {
    try Reading("项目支出绩效目标表\n\(rows)\n\(indicators)")
  }

  private func page(_ body: String) throws -> Reading {
    try Reading(WebPageReader().read(Array("<html><meta charset=utf-8><body>\(body)</body></html>".utf8)))
  }

  private let results = """
    <tr><td>一级指标<td>二级指标<td>三级指标<td>年度指标值<td>实际完成值<td>分值<td>得分</tr>
    <tr><td>产出指标<td>数量指标<td>清淤长度<td>≥12公里<td>13公里<td>10<td>10</tr>
    """

  // MARK: Amounts

  @Test(
    arguments: [
      ("年度预算申请数（万元） | 40", "400000.00"), ("2025年预算额（万元） | 40", "400000.00"),
      ("本年预算批复额（元） | 40", "40.00"), ("上年预算数（万元） | 40", nil),
    ] as [(String, String?)])
  func `labels of the year's budget are put together`(row: String, total: String?) throws {
    #expect(try project("项目名称 | 河道清淤\n\(row)").field("budget/total") == total)
  }

  @Test(arguments: [
    "注：1.本表金额单位为万元。2.项目期限按批复填写。", "备注：金额单位：万元", "注：本表以万元为单位。",
  ])
  func `a note below the table states the unit of money`(note: String) throws {
    let rows = "项目名称 | 河道清淤 | < | <\n资金总额 | 40 | < | <"
    #expect(try project(rows).field("budget/total") == "40.00")
    let below = try Reading("项目支出绩效目标表\n\(rows)\n\(indicators)\n\n\(note)")
    #expect(below.field("budget/total") == "400000.00")
    let within = try Reading("项目支出绩效目标表\n\(rows)\n\(indicators)\n\(note) | < | < | <")
    #expect(within.field("budget/total") == "400000.00")
  }

  @Test func `of last year's amount and this year's the form's own counts`() throws {
    let rows = "项目名称 | 招聘会 | < | <\n2024年预算数（万元） | 118 | 2025年预算数（万元） | 126.5"
    let reading = try Reading("2025年度项目支出绩效目标表\n\(rows)\n\(indicators)")
    #expect(reading.field("budget/total") == "1265000.00")
    #expect(try Reading("2024年度项目支出绩效目标表\n\(rows)\n\(indicators)").field("budget/total") == "1180000.00")
  }

  @Test func `an amount that is only mentioned is told and not taken`() throws {
    let reading = try project("项目名称 | 河道清淤 | < | <\n资金总额（万元） | 详见附件2 | < | <")
    #expect(reading.field("budget/total") == nil)
    #expect(reading.rules.contains("R15"))
  }

  @Test func `what stands below a label with a label of its own is not its value`() throws {
    let reading = try Reading(
      """
      2023年度项目自评表
      单位名称（公章）： | < | < | <
      填报日期：2024年2月26日 | < | < | <
      项目名称 | 贷款贴息 | 项目实施单位 | 青岭县担保中心
      \(indicators)
      """)
    #expect(reading.field("unit/name") == "青岭县担保中心")
  }

  @Test func `a value in a small table of its own is its cell's`() throws {
    let inner = "<table><tr><td>≥12公里</td></tr></table>"
    let reading = try page("<p>项目支出绩效自评表</p><table>\(results.replacing("≥12公里", with: inner))</table>")
    #expect(reading.indicators("name annualValue actualValue") == ["清淤长度 | ≥12公里 | 13公里"])
  }

  @Test func `a column in which nothing stands parts no value from its label`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 |  | 河道清淤 | < | <
      主管部门 |  | 临溪县水务局 | < | <
      一级指标 |  | 二级指标 | 三级指标 | 指标值
      产出指标 |  | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.indicators("level1 name annualValue") == ["产出指标 | 清淤长度 | ≥12公里"])
  }

  @Test func `a blank cell before the only amount of a row is passed over, one under a head is not`() throws {
    let reading = try project(
      """
      项目名称 | 河道清淤 | < | <
      项目资金（万元） | 年度资金总额 |  | 40
       | 其中：财政拨款 |  | 30
      """)
    #expect(reading.field("budget/total") == "400000.00")
    #expect(reading.field("budget/fiscal") == "300000.00")
    let headed = try project(
      """
      项目名称 | 河道清淤 | < | <
      资金 | 来源 | 年初预算数 | 全年执行数
       | 其中：财政拨款 |  | 30
      """)
    #expect(headed.field("budget/fiscal") == nil)
  }

  @Test(arguments: [
    "资金情况 | 年度资金总额40万元，其中：财政拨款30万元，其他资金10万元。",
    "资金情况 | 资金总额：40万元⏎其中：财政拨款：30万元⏎其他资金：10万元",
    "项目资金 | 年度资金总额40万元⏎其中财政拨款30万元⏎其他资金10万元",
  ])
  func `a sentence tells the amounts`(row: String) throws {
    let reading = try project("项目名称 | 河道清淤\n\(row)")
    #expect(reading.field("budget/total") == "400000.00")
    #expect(reading.field("budget/fiscal") == "300000.00")
    #expect(reading.field("budget/other") == "100000.00")
  }

  @Test func `an amount has its sum below it`() throws {
    let reading = try project(
      """
      项目名称 | 河道清淤 | < | < | <
      项目资金（万元） | 资金总额 | 财政拨款 | < | 其他资金
      ^ | ^ | 小计 | 政府性基金 | ^
      ^ | 40 | 30 | 12 | 10
      """)
    #expect(reading.field("budget/total") == "400000.00")
    #expect(reading.field("budget/fiscal") == "300000.00")
    #expect(reading.field("budget/other") == "100000.00")
  }

  @Test func `numbered sources have the unit of the sum above them`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效目标表
      部门名称 | 临溪县水务局 | <
      预算情况 | 部门预算总额（万元） | 40
      ^ | 1、资金来源： |
      ^ | （1）财政拨款 | 40
      ^ | 2、资金结构： |
      ^ | （1）基本支出 | 10
      ^ | （2）项目支出 | 30
      \(indicators)
      """)
    #expect(reading.field("budget/fiscal") == "400000.00")
    #expect(reading.field("budget/basic") == "100000.00")
    #expect(reading.field("budget/project") == "300000.00")
  }

  @Test func `sources below two totals are the year's where they sum up to it`() throws {
    let rows = "项目名称 | 河道清淤 | < | <\n项目总预算（万元） | 100 | 项目当年预算（万元） | 40\n"
    let own = try project(rows + "其中：财政拨款（万元） | 30 | 其他资金（万元） | 10")
    #expect(own.field("budget/fiscal") == "300000.00")
    let whole = try project(rows + "其中：财政拨款（万元） | 90 | 其他资金（万元） | 10")
    #expect(whole.field("budget/fiscal") == nil)
  }

  // MARK: Tables of their own

  @Test(arguments: ["项目资金（万元）", "资金情况（元）"])
  func `funds inside a cell have the unit of its label`(label: String) throws {
    let reading = try page(
      """
      <h1>项目支出绩效自评表</h1><table>
      <tr><td>项目名称<td colspan=6>河道清淤</tr><tr><td>主管部门<td colspan=6>临溪县水务局</tr>
      <tr><td>\(label)<td colspan=6><table><tr><td>资金来源<td>全年预算数<td>全年执行数<td>执行率</tr>
      <tr><td>年度资金总额<td>40<td>30<td>75%</tr></table></tr>\(results)</table>
      """)
    let isWan = label.contains("万")
    #expect(
      reading.rows("funds", "source adjusted executed rate") == [
        isWan ? "年度资金总额 | 400000.00 | 300000.00 | 75" : "年度资金总额 | 40.00 | 30.00 | 75"
      ])
  }

  @Test func `head, funds, goals and indicators may be four tables`() throws {
    let reading = try page(
      """
      <h1>2025年度项目支出绩效自评表</h1>
      <p>一、基本情况</p><table><tr><td>项目名称<td>河道清淤</tr><tr><td>主管部门<td>临溪县水务局</tr></table>
      <p>二、预算执行情况</p><table><tr><td>资金来源（万元）<td>全年预算数<td>全年执行数<td>执行率</tr>
      <tr><td>年度资金总额<td>40<td>30<td>75%</tr></table>
      <p>三、目标完成情况</p><table><tr><td>年初设定目标<td>实际完成情况</tr>
      <tr><td>清淤12公里。<td>清淤13公里。</tr></table>
      <p>四、指标完成情况</p><table>\(results)</table>
      """)
    #expect(reading.forms.count == 1)
    #expect(reading.rows("funds", "source adjusted") == ["年度资金总额 | 400000.00"])
    #expect(reading.field("goals/expected") == "清淤12公里。")
    #expect(reading.field("goals/actual") == "清淤13公里。")
  }

  @Test func `a table of one row above the form is a line`() throws {
    let reading = try page(
      """
      <h1>项目支出绩效目标批复表</h1><table><tr><td>批复单位：临溪县财政局<td>单位：万元</tr></table>
      <table><tr><td>项目名称<td colspan=3>河道清淤</tr><tr><td>预算金额<td colspan=3>40</tr>
      <tr><td>一级指标<td>二级指标<td>三级指标<td>指标值</tr>
      <tr><td>产出指标<td>数量指标<td>清淤长度<td>≥12公里</tr></table>
      """)
    #expect(reading.field("approval/authority") == "临溪县财政局")
    #expect(reading.field("budget/total") == "400000.00")
  }

  // MARK: Titles, goals, results

  @Test(arguments: [
    ("临溪县2025年度<br>项目支出绩效目标表", "临溪县2025年度项目支出绩效目标表"), ("（2025年度）<br>项目支出绩效目标表", "项目支出绩效目标表"),
    ("附件1<br>项目支出绩效目标表", "项目支出绩效目标表"),
  ])
  func `a title goes on behind its year`(heading: String, title: String) throws {
    let reading = try page(
      """
      <p>\(heading)</p><table><tr><td>项目名称<td colspan=3>河道清淤</tr>
      <tr><td>一级指标<td>二级指标<td>三级指标<td>指标值</tr>
      <tr><td>产出指标<td>数量指标<td>清淤长度<td>≥12公里</tr></table>
      """)
    #expect(reading.field("title") == title)
  }

  @Test func `goals go on in the rows below their heads`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | <
      年度总体目标 | 预期目标 | < | 实际完成情况
      ^ | 目标1：清淤。 | < | 目标1：已清淤。
      ^ | 目标2：护坡。 | < | 目标2：已护坡。
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("goals/expected") == "目标1：清淤。\n目标2：护坡。")
    #expect(reading.field("goals/actual") == "目标1：已清淤。\n目标2：已护坡。")
  }

  @Test func `what became of the tasks is not what became of the goal`() throws {
    let reading = try Reading(
      """
      部门整体支出绩效自评表
      部门名称 | 临溪县水务局 | < | <
      年度主要任务 | 任务名称 | 完成情况 | <
      ^ | 河道管护 | 全部管护。 | <
      年度目标 | 预期目标 | 实际完成情况 | <
      ^ | 清淤12公里。 | 清淤13公里。 | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("goals/actual") == "清淤13公里。")
  }

  @Test func `a level that goes on keeps names that are labels elsewhere`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 得分
      决策（12分） | 项目立项 | 立项依据充分性 | 充分 | 充分 | 3
      ^ | 绩效目标 | 绩效目标合理性 | 合理 | 合理 | 3
      产出（40分） | 产出数量 | 清淤长度 | ≥12公里 | 13公里 | 10
      """)
    #expect(
      reading.indicators("level1 level2 name") == [
        "决策（12分） | 项目立项 | 立项依据充分性", "决策（12分） | 绩效目标 | 绩效目标合理性", "产出（40分） | 产出数量 | 清淤长度",
      ])
  }

  @Test func `the result may stand behind a row of remarks`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 10 | 9.5
      其他需要说明的事项 | 无 | < | < | < | < | <
      总分 | < | < | < | < | 100 | 97.8
      """)
    #expect(reading.field("totalScore") == "97.8")
  }

  @Test func `a grade is the box that is ticked`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      自评等级 | 优 ☑　良 □　中 □　差 □ | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 10 | 9.5
      """)
    #expect(reading.field("grade") == "优")
  }

  // MARK: Sections and columns

  @Test(arguments: [("长期绩效目标表", "年度绩效目标表"), ("中长期绩效指标", "本年度绩效指标")])
  func `sections of long and of short term are one form`(long: String, short: String) throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      \(long) | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥36公里
      \(short) | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 护坡面积 | ≥300平方米
      """)
    #expect(reading.forms.count == 1)
    #expect(
      reading.indicators("name periodValue annualValue") == ["清淤长度 | ≥36公里 | ·", "护坡面积 | · | ≥300平方米"])
  }

  @Test func `values of earlier years are no units`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
      ^ | ^ | ^ | 前年完成 | 上年完成 | 本年目标
      产出指标 | 数量指标 | 清淤长度 | 10公里 | 11公里 | ≥12公里
      """)
    #expect(reading.forms.count == 1)
    #expect(reading.indicators("name annualValue") == ["清淤长度 | ≥12公里"])
  }

  @Test func `codes and names of projects in one column are parted`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      单位名称 | 项目编码及名称 | 预算金额（元） | 一级指标 | 二级指标 | 三级指标 | 指标值
      临溪县水务局 | 46000021T000000012345-河道清淤 | 400000 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      ^ | 46000021R000000067890-河道保洁 | 200000 | 产出指标 | 数量指标 | 保洁次数 | ≥300次
      """)
    #expect(reading.forms.count == 2)
    #expect(reading.field("project/code", ofForm: 0) == "46000021T000000012345")
    #expect(reading.field("project/name", ofForm: 0) == "河道清淤")
  }

  @Test func `units of money and other labels end a value`() throws {
    let reading = try page(
      """
      <h1>项目支出绩效目标表</h1><p>450001临溪县水务局<span>单位：万元</span></p>
      <p>批复单位：临溪县财政局    批复时间：2025年2月16日</p>
      <table><tr><td>项目名称<td colspan=3>河道清淤</tr>
      <tr><td>一级指标<td>二级指标<td>三级指标<td>指标值</tr>
      <tr><td>产出指标<td>数量指标<td>清淤长度<td>≥12公里</tr></table>
      """)
    #expect(reading.field("unit/name") == "临溪县水务局")
    #expect(reading.field("approval/authority") == "临溪县财政局")
  }

  @Test func `a source at the right of another takes the unit above that one`() throws {
    let reading = try project(
      """
      项目名称 | 饮水维护 | < | <
      年度资金总额（万元） | 86.40 | < | <
      其中：财政拨款 | 80.00 | 其他资金 | 6.40
      """)
    #expect(reading.field("budget/fiscal") == "800000.00")
    #expect(reading.field("budget/other") == "64000.00")
  }
}
