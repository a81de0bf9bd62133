// Texts without sure columns: dropped and shifted merges, space-separated lines, cells broken over lines.
import PlainText
import Tables
import Testing

@testable import Recognition

@Suite struct TextLineTests {
  /// Reads a text as the reader of plain texts does; `→` stands for a tab.
  private func read(_ text: String) throws -> Reading {
    let bytes = Array(text.replacing("→", with: "\t").utf8)
    return try Reading(PlainTextReader().read(bytes))
  }

  private let expected = [
    "产出指标 | 数量指标 | 清淤长度 | ≥36公里 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥900平方米 | ≥300平方米",
    "产出指标 | 质量指标 | 验收合格率 | 100% | 100%", "效益指标 | 社会效益指标 | 受益村数 | ≥30个 | ≥30个",
    "满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90% | ≥90%",
  ]

  private func indicators(_ reading: Reading) -> [String] {
    reading.indicators("level1 level2 name periodValue annualValue")
  }

  @Test func `merged cells kept blank are read as they stand`() throws {
    let reading = try read(
      """
      临溪县项目支出绩效目标批复表

      项目名称→河道清淤→→→→
      2025年预算金额（万元）→36.5→→→→
      绩效指标→一级指标→二级指标→三级指标→实施周期指标值→当年度指标值
      →产出指标→数量指标→清淤长度→≥36公里→≥12公里
      →→→护坡面积→≥900平方米→≥300平方米
      →→质量指标→验收合格率→100%→100%
      →效益指标→社会效益指标→受益村数→≥30个→≥30个
      →满意度指标→服务对象满意度指标→村民满意度→≥90%→≥90%
      """)
    #expect(indicators(reading) == expected)
    #expect(reading.field("budget/total") == "365000.00")
    #expect(reading.field("fiscalYear") == "2025")
  }

  @Test func `merged cells that were dropped shift nothing`() throws {
    let reading = try read(
      """
      临溪县项目支出绩效目标批复表

      项目名称→河道清淤
      绩效指标→一级指标→二级指标→三级指标→实施周期指标值→当年度指标值
      产出指标→数量指标→清淤长度→≥36公里→≥12公里
      护坡面积→≥900平方米→≥300平方米
      质量指标→验收合格率→100%→100%
      效益指标→社会效益指标→受益村数→≥30个→≥30个
      满意度指标→服务对象满意度指标→村民满意度→≥90%→≥90%
      """)
    #expect(indicators(reading) == expected)
  }

  @Test func `cells that are shifted to the left or right find their column`() throws {
    let reading = try read(
      """
      临溪县项目支出绩效目标批复表

      项目名称→河道清淤→→→→→
      绩效指标→一级指标→二级指标→三级指标→实施周期指标值→当年度指标值→
      →产出指标→数量指标→清淤长度→→≥36公里→≥12公里
      →→→护坡面积→→≥900平方米→≥300平方米
      →→质量指标→验收合格率→100%→100%→
      效益指标→社会效益指标→受益村数→≥30个→≥30个→→
      满意度指标→服务对象满意度指标→村民满意度→→≥90%→≥90%→
      """)
    #expect(indicators(reading) == expected)
  }

  @Test func `names that begin with a Chinese numeral stay names`() throws {
    let reading = try read(
      """
      项目支出绩效目标表

      项目名称→公务保障
      一级指标→二级指标→三级指标→计量单位→指标值
      成本指标→经济成本指标→三公经费控制额→万元→≤12
      →→一次性补助标准→元→≤500
      产出指标→数量指标→百日行动场次→场→≥10
      →→万人宣讲场次→场→十场
      """)
    #expect(
      reading.indicators("level2 name unit annualValue") == [
        "经济成本指标 | 三公经费控制额 | 万元 | ≤12", "经济成本指标 | 一次性补助标准 | 元 | ≤500", "数量指标 | 百日行动场次 | 场 | ≥10",
        "数量指标 | 万人宣讲场次 | 场 | 十场",
      ])
  }

  @Test func `a cost under an open output is of level 2 and else of level 1`() throws {
    let under = try read(
      """
      项目支出绩效目标表

      项目名称→河道清淤→→
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→清淤长度→≥12公里
      →成本指标→清淤单价→≤300元/米
      效益指标→社会效益指标→受益村数→≥30个
      """)
    #expect(under.indicators()[1] == "产出指标 | 成本指标 | 清淤单价 | ≤300元/米")
    let own = try read(
      """
      项目支出绩效目标表

      项目名称→河道清淤→→
      一级指标→二级指标→三级指标→指标值
      成本指标→经济成本指标→清淤单价→≤300元/米
      产出指标→数量指标→清淤长度→≥12公里
      """)
    #expect(own.indicators()[0] == "成本指标 | 经济成本指标 | 清淤单价 | ≤300元/米")
  }

  @Test func `columns set apart by blanks are read`() throws {
    let reading = try read(
      """
      项目支出绩效目标申报表
      （2025年度）
      项目名称  河道清淤
      主管部门  临溪县水务局  实施单位  临溪县河道所
      年度资金总额  36.5万元
      一级指标  二级指标  三级指标  指标值
      产出指标  数量指标  清淤长度  ≥12公里
                          护坡面积  ≥300平方米
                质量指标  验收合格率  100%
      效益指标  社会效益指标  受益村数  ≥30个
      """)
    #expect(reading.field("fiscalYear") == "2025")
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.field("unit/name") == "临溪县河道所")
    #expect(reading.field("budget/total") == "365000.00")
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米",
        "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | 社会效益指标 | 受益村数 | ≥30个",
      ])
  }

  @Test func `labels, names and values broken over lines are put together`() throws {
    let reading = try read(
      """
      项目支出绩效目标申报表
      项目名称  河道清淤
      年度目标  疏浚干渠12公里，维修护坡，
      恢复行洪能力。
      一级指标  二级指标  三级指标  指标值
      产出指标  数量指标  全县干渠及主要支渠清淤
      总长度  ≥12公里
      满意度指标
      服务对象满意度
      指标
      村民满意度  ≥90%
      — 2 —
      """)
    #expect(reading.field("goals/annual") == "疏浚干渠12公里，维修护坡，恢复行洪能力。")
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 全县干渠及主要支渠清淤总长度 | ≥12公里", "满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90%",
      ])
  }

  @Test func `tasks broken over lines are put together`() throws {
    let reading = try read(
      """
      部门整体支出绩效目标申报表
      （2025年度）
      部门名称  临溪县水务局
      年度主要任务  任务名称  主要内容  预算金额（元）
      河道管护  疏浚干渠12公里，
      维修护坡。  365000
      水质监测  每月采样一次。  80,000.00
      一级指标  二级指标  三级指标  指标值
      产出指标  数量指标  清淤长度  ≥12公里
      """)
    #expect(reading.field("kind") == "department-target")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(
      reading.rows("tasks", "name content funds") == [
        "河道管护 | 疏浚干渠12公里，维修护坡。 | 365000.00", "水质监测 | 每月采样一次。 | 80000.00",
      ])
    #expect(reading.indicators("name") == ["清淤长度"])
  }

  @Test func `a drawn table is no ragged one`() throws {
    let reading = try read(
      """
      项目支出绩效目标表

      | 项目名称 | 河道清淤 | | |
      |---|---|---|---|
      | 一级指标 | 二级指标 | 三级指标 | 指标值 |
      | 产出指标 | 数量指标 | 清淤长度 | ≥12公里 |
      """)
    #expect(reading.indicators() == ["产出指标 | 数量指标 | 清淤长度 | ≥12公里"])
  }

  @Test(arguments: ["— 3 —", "- 12 -", "第1页 共3页", "第 2 页"])
  func `marks of pages are told`(line: String) {
    #expect(LineTable.isPageMark(line))
  }

  @Test(arguments: ["12", "≥12", "2025年", "—", "第1页的说明文字很长很长", "-", "1-7月", "项目1"])
  func `other short lines are no marks of pages`(line: String) {
    #expect(!LineTable.isPageMark(line))
  }

  @Test(arguments: [
    ("≥12公里", true), ("100%", true), ("十场", true), ("三名", true), ("是", true), ("有效提升", true),
    ("不低于90%", true), ("约50场", true),
    ("12月底前", true), ("三公经费控制率", false), ("一河一策", false), ("万元", false), ("清淤长度", false), ("1、清淤", false),
    ("", false),
    ("百姓满意度", false),
  ])
  func `values are told from names`(text: String, isValue: Bool) {
    #expect(RowSolver.looksLikeValue(text) == isValue)
  }

  @Test func `every cell of an indicator may have a line of its own`() throws {
    let reading = try read(
      """
      项目支出绩效目标表
      （2025年度）

      项目名称：文化振兴
      预算金额：60万元
      年度目标：建设村史馆2座。

      绩效指标

      一级指标：产出指标
      二级指标：数量指标
      三级指标：建设村史馆
      指标值：2座

      三级指标：举办民俗活动
      指标值：≥6场

      一级指标：满意度指标
      二级指标：服务对象满意度指标
      三级指标：游客满意度
      指标值：≥90%
      """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 建设村史馆 | 2座", "产出指标 | 数量指标 | 举办民俗活动 | ≥6场",
        "满意度指标 | 服务对象满意度指标 | 游客满意度 | ≥90%",
      ])
    #expect(reading.field("project/name") == "文化振兴")
    #expect(reading.field("goals/annual") == "建设村史馆2座。")
  }

  @Test func `tasks in a table of their own belong to the department above`() throws {
    let reading = try read(
      """
      2025年部门整体支出绩效目标表
      金额单位：万元
      部门名称→铜鼓县文物局
      基本支出→310.20→项目支出→184.50
      年度总体目标→加强文物保护利用。
      年度重点工作任务
      任务名称→主要内容→预算金额→预期目标
      文物保护→修复文物点4处。→126.00→文物险情得到控制
      年度绩效指标
      一级指标→二级指标→三级指标→指标值
      产出指标→数量指标→修复文物点→≥4处
      效益指标→社会效益指标→博物馆参观人次→≥8万人次
      """)
    #expect(
      reading.rows("tasks", "name content funds expected") == ["文物保护 | 修复文物点4处。 | 1260000.00 | 文物险情得到控制"])
  }
}
