// Texts of official layouts that look like something else: numbered sentences, names with figures.
import Tables
import Testing

@Suite struct PrintedFormTests {
  @Test func `numbered sentences inside a sub-goal's goal are no sub-goals`() throws {
    let reading = try Reading(
      """
      部门整体绩效目标
      一、总体绩效目标
      保障全县河道安全。
      二、分项绩效目标
      （一）河道管护
      绩效目标：（一）疏浚干渠。
      （二）加固堤防3处。
      绩效指标：完工率，完工处数占计划的比例大于等于95%。
      （二）水质监测
      绩效目标：每月采样。
      绩效指标：达标率，达标次数占采样的比例大于等于90%。
      """)
    #expect(
      reading.rows("subgoals", "name goal") == [
        "（一）河道管护 | （一）疏浚干渠。\n（二）加固堤防3处。", "（二）水质监测 | 每月采样。",
      ])
  }

  @Test(arguments: [
    ("1、清淤河道12公里；2、加固堤防", "fundUse"), ("2.购买水泵", "fundUse"), ("3）验收费用支出", "fundUse"),
  ])
  func `an enumeration below a label of money is no amount`(use: String, path: String) throws {
    let reading = try Reading(
      """
      项目绩效目标表
      713001临溪县水务局 | < | < | < | 单位：万元 | < | <
      项目名称 | 河道清淤 | < | < | < | < | <
      预算规模及资金用途 | 预算数 |  | 其中：财政资金 |  | 其他资金 |
      ^ | \(use) | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | < | 指标值 | < | <
      产出指标 | 数量指标 | 清淤长度 | < | ≥12公里 | < | <
      """)
    #expect(reading.field("budget/total") == nil)
    #expect(reading.field(path) == use)
  }

  @Test(arguments: ["12", "36.5", "1,200.00"])
  func `a number below a label of money is its amount`(amount: String) throws {
    let reading = try Reading(
      """
      项目绩效目标表
      项目名称 | 河道清淤 | < | <
      预算金额（元） | 其中：财政资金 | 其他资金 | 备注
      \(amount) |  |  |
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.field("budget/total") != nil)
  }

  @Test(arguments: ["慰问困难家庭30户", "成活率（%）", "满意度≥90%"])
  func `a table that judges names does not part them`(name: String) throws {
    let reading = try Reading(
      """
      项目支出绩效评价指标评分表
      项目名称 | 古树保护 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 分值 | 得分
      产出指标 | 数量指标 | \(name) | 10 | 8
      """)
    #expect(reading.indicators("name annualValue score") == ["\(name) | · | 8"])
  }

  @Test func `a table without values and scores still parts names and values`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 古树保护 | <
      一级指标 | 二级指标 | 三级指标
      产出指标 | 数量指标 | 保护株数≥90株
      """)
    #expect(reading.indicators("name annualValue") == ["保护株数 | ≥90株"])
  }

  @Test func `lines of a worksheet are a form of their own before a worksheet with a title`() throws {
    var blocks = TableText.document(
      """
      部门整体绩效目标
      一、总体绩效目标
      保障全县河道安全。
      二、分项绩效目标
      （一）河道管护
      绩效目标：疏浚干渠。
      绩效指标：完工率，完工处数占计划的比例大于等于95%。
      """
    ).blocks
    blocks += [
      .table(
        TableText.table(
          """
          1.河道清淤绩效目标表 | < | < | <
          项目名称 | 河道清淤 | < | <
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 清淤长度 | ≥12公里
          """))
    ]
    let reading = try Reading(Document(format: .xlsx, blocks: blocks))
    #expect(reading.forms.count == 2)
    #expect(reading.field("kind", ofForm: 0) == "department-target")
    #expect(reading.field("title", ofForm: 1) == "1.河道清淤绩效目标表")
  }
}
