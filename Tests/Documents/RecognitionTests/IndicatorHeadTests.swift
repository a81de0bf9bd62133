// Heads of indicator tables: one row or two, split columns, side by side, choices, rows that head nothing.
import Testing

@Suite struct IndicatorHeadTests {
  /// A form with a head of six columns over the given rows.
  private func form(_ rows: String) throws -> Reading {
    try Reading("项目支出绩效目标表\n项目名称 | 河道清淤 | < | < | < | <\n\(rows)")
  }

  @Test func `a head of one row names its columns`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标解释 | 指标值 | 分值
      产出指标 | 数量指标 | 清淤长度 | 按图纸丈量 | ≥12公里 | 20
      """)
    #expect(
      reading.indicators("level1 level2 name description annualValue weight")
        == ["产出指标 | 数量指标 | 清淤长度 | 按图纸丈量 | ≥12公里 | 20"])
  }

  @Test func `a head of two rows gives the values their horizon`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标值 | < | 备注
      ^ | ^ | ^ | 实施周期指标值 | 年度指标值 | ^
      产出指标 | 数量指标 | 清淤长度 | ≥36公里 | ≥12公里 | 分三年
      """)
    #expect(
      reading.indicators("level1 level2 name periodValue annualValue note")
        == ["产出指标 | 数量指标 | 清淤长度 | ≥36公里 | ≥12公里 | 分三年"])
  }

  @Test func `a value may be split over sign, number and unit`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 绩效度量标准 | < | <
      ^ | ^ | ^ | 计算符号 | 指标值 | 计量单位
      产出指标 | 数量指标 | 清淤长度 | ≥ | 12 | 公里
      ^ | 质量指标 | 水质情况 | 定性 | 优良 |
      """)
    #expect(
      reading.indicators("level2 name operator annualValue unit")
        == ["数量指标 | 清淤长度 | ≥ | 12 | 公里", "质量指标 | 水质情况 | 定性 | 优良 | ·"])
  }

  @Test func `a column of signs is the operator and one of directions the direction`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 指标值
      产出指标 | 数量指标 | 清淤长度 | 正向指标 | 大于等于 | 12公里
      成本指标 | 经济成本指标 | 清淤单价 | 反向指标 | 小于等于 | 300元/米
      """)
    #expect(
      reading.indicators("name direction operator annualValue")
        == ["清淤长度 | 正向指标 | 大于等于 | 12公里", "清淤单价 | 反向指标 | 小于等于 | 300元/米"])
  }

  @Test func `a column of signs alone stays the operator`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
      产出指标 | 数量指标 | 清淤长度 | ≥ | 12 | 公里
      """)
    #expect(reading.indicators("direction operator annualValue unit") == ["· | ≥ | 12 | 公里"])
  }

  @Test func `blocks side by side are one indicator where the names agree`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 实施期指标值 | 三级指标 | 年度指标值
      产出指标 | 数量指标 | 清淤长度 | ≥36公里 | 清淤长度 | ≥12公里
      ^ | 质量指标 | 验收合格率 | 100% |  |
      ^ | 时效指标 |  |  | 完工时间 | 12月底前
      效益指标 | 社会效益指标 | 受益村数 | ≥30个 | 受益户数 | ≥900户
      """)
    #expect(
      reading.indicators("level2 name periodValue annualValue") == [
        "数量指标 | 清淤长度 | ≥36公里 | ≥12公里", "质量指标 | 验收合格率 | 100% | ·", "时效指标 | 完工时间 | · | 12月底前",
        "社会效益指标 | 受益村数 | ≥30个 | ·", "社会效益指标 | 受益户数 | · | ≥900户",
      ])
  }

  @Test func `content is the name where no column is for names`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 指标内容 | < | < | 指标值
      产出指标 | 数量指标 | 清淤长度 | < | < | ≥12公里
      """)
    #expect(reading.indicators("name description annualValue") == ["清淤长度 | · | ≥12公里"])
  }

  @Test func `content beside names is the description`() throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标内容 | < | 指标值
      产出指标 | 数量指标 | 清淤长度 | 干渠清淤 | < | ≥12公里
      """)
    #expect(reading.indicators("name description annualValue") == ["清淤长度 | 干渠清淤 | ≥12公里"])
  }

  @Test func `with two levels only the second holds the names`() throws {
    let reading = try form(
      """
      一级指标 | < | 二级指标 | < | 指标值 | <
      产出指标 | < | 清淤长度 | < | ≥12公里 | <
      效益指标 | < | 受益村数 | < | ≥30个 | <
      """)
    #expect(
      reading.indicators() == ["产出指标 | · | 清淤长度 | ≥12公里", "效益指标 | · | 受益村数 | ≥30个"])
  }

  @Test func `with two levels only a second level of labels stays a level`() throws {
    let reading = try form(
      """
      一级指标 | < | 二级指标 | < | 指标值 | <
      产出指标 | < | 数量指标 | < | ≥12公里 | <
      ^ | < | 质量指标 | < | 100% | <
      """)
    #expect(reading.indicators() == ["产出指标 | 数量指标 | · | ≥12公里", "产出指标 | 质量指标 | · | 100%"])
  }

  @Test func `the head of the marked choice is the likelihood`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标执行监控表
      项目名称 | 河道清淤 | < | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 完成目标可能性 | < | <
      ^ | ^ | ^ | ^ | ^ | 确定能 | 有可能 | 完全不可能
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 8公里 | √ |  |
      ^ | 质量指标 | 验收合格率 | 100% |  |  | √ |
      """)
    #expect(reading.field("kind") == "project-monitoring")
    #expect(
      reading.indicators("name annualValue actualValue likelihood")
        == ["清淤长度 | ≥12公里 | 8公里 | 确定能", "验收合格率 | 100% | · | 有可能"])
  }

  @Test func `four columns of grades are no single value`() throws {
    let reading = try form(
      """
      一级指标 | 三级指标 | 指标值 | < | < | <
      ^ | ^ | 优 | 良 | 中 | 差
      产出指标 | 清淤长度 | ≥12公里 | ≥10公里 | ≥8公里 | <8公里
      """)
    #expect(reading.indicators("level1 name annualValue") == ["产出指标 | 清淤长度 | ·"])
  }

  @Test func `columns without a field in the record are left out`() throws {
    let reading = try form(
      """
      一级指标 | 三级指标 | 指标值类型 | 上年完成值 | 指标值 | 评分标准
      产出指标 | 清淤长度 | 定量 | 9公里 | ≥12公里 | 按比例扣分
      """)
    #expect(reading.record()["indicators/0/annualValue"] == "≥12公里")
    #expect(!reading.record().values.contains { ["定量", "9公里", "按比例扣分"].contains($0) })
  }

  @Test(arguments: [
    "一级指标 | 指标值确定依据", "名称 | 数量 | 单价", "指标 | 说明", "序号 | 备注", "评价标准 | 得分", "年度 | 金额",
  ])
  func `two words alone head no indicators`(row: String) throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      \(row)
      清淤 | 12 | 300
      """)
    #expect(reading.forms.isEmpty)
  }

  @Test(arguments: ["内容", "数量", "目标", "标准"])
  func `between sign and unit stands the value, whatever it is called`(title: String) throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
      ^ | ^ | ^ | 运算符号 | \(title) | 度量单位
      产出指标 | 数量指标 | 清淤长度 | ≥ | 12 | 公里
      ^ | 质量指标 | 水质情况 |  | 优良 |
      """)
    #expect(
      reading.indicators("name operator annualValue unit") == ["清淤长度 | ≥ | 12 | 公里", "水质情况 | · | 优良 | ·"])
  }

  @Test func `a column between sign and unit is no value beside one that is`() throws {
    let reading = try form(
      """
      一级指标 | 三级指标 | 指标值 | 指标性质 | 指标内容 | 度量单位
      产出指标 | 清淤长度 | 12 | ≥ | 按图纸丈量 | 公里
      """)
    #expect(reading.indicators("name description annualValue") == ["清淤长度 | 按图纸丈量 | 12"])
  }

  @Test(arguments: ["1 | 2 | 3 | 4 | 5 | 6", "① | ② | ③ | ④ | ⑤ | ⑥", "栏次 | 1 | 2 | 3 | 4 | 5"])
  func `a row that numbers the columns is part of the head`(numbers: String) throws {
    let reading = try form(
      """
      一级指标 | 二级指标 | 三级指标 | 指标解释 | 指标值 | 分值
      \(numbers)
      产出指标 | 数量指标 | 清淤长度 | 按图纸丈量 | ≥12公里 | 20
      ^ | ^ | 护坡段数 | 按合同 | 3 | 4
      """)
    #expect(reading.indicators("level1 name annualValue") == ["产出指标 | 清淤长度 | ≥12公里", "产出指标 | 护坡段数 | 3"])
  }

  @Test func `figures under a row of values number no columns`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | <
      项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数
      年度资金总额 | 1 | 2 | 3
      一级指标 | 三级指标 | 指标值 | 实际完成值
      产出指标 | 清淤段数 | 3 | 3
      """)
    #expect(
      reading.rows("funds", "source initial adjusted executed")
        == ["年度资金总额 | 10000.00 | 20000.00 | 30000.00"])
    #expect(reading.indicators("name annualValue actualValue") == ["清淤段数 | 3 | 3"])
  }

  @Test(
    arguments: [
      ("一级指标 | 权重 | 二级指标 | 三级指标 | 权重 | 指标值", "产出指标 | 50 | 数量指标 | 清淤长度 | 30 | ≥12公里", "30"),
      ("一级指标 | 一级权重 | 二级指标 | 二级权重 | 三级指标 | 指标值", "产出指标 | 50 | 数量指标 | 30 | 清淤长度 | ≥12公里", "30"),
      ("一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 备注", "产出指标 | 数量指标 | 清淤长度 | 15 | ≥12公里 |", "15"),
    ])
  func `of two weights the indicator's own counts`(head: String, row: String, weight: String) throws {
    let reading = try form(head + "\n" + row)
    #expect(reading.indicators("name weight") == ["清淤长度 | \(weight)"])
  }

  @Test func `a goal stands under its head at the left of the indicators`() throws {
    let reading = try form(
      """
      年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
      年度目标：疏浚干渠。 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 50
      ^ | 效益指标 | 社会效益指标 | 受益村数 | ≥30个 | 40
      """)
    #expect(reading.field("goals/annual") == "年度目标：疏浚干渠。")
    #expect(reading.indicators("level1 name") == ["产出指标 | 清淤长度", "效益指标 | 受益村数"])
  }
}
