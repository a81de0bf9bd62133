// Funds tables of self-evaluation and monitoring forms: sources down, amounts across, units, shifts, dashes.
import PlainText
import Tables
import Testing

@Suite struct FundTableTests {
  private let indicators = """
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 10 | 10
    """
  private let columns = "source initial adjusted executed rate weight score"

  @Test(arguments: ["详见附件2", "=SUM(D5:D7)", "118.O0", "118.00-120.00", "（118.00）"])
  func `an amount that is none is told with its place and not taken`(text: String) throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
      ^ | 年度资金总额： | 40 | \(text) | 31.12 | 10 | 85.26%
      \(indicators)
      """)
    #expect(reading.rows("funds", columns) == ["年度资金总额 | 400000.00 | · | 311200.00 | 85.26 | 10 | ·"])
    #expect(reading.rules == ["R15"])
  }

  @Test func `every source is a row in the unit of the block`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      （2025年度）
      项目名称 | 河道清淤 | < | < | < | < | <
      项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
      ^ | 年度资金总额： | 40 | 36.5 | 31.12 | 10 | 85.26%
      ^ | 其中：当年财政拨款 | 30 | 26.5 | 21.12 | — | 79.70%
      ^ | 上年结转资金 | 10 | 10 | 10 | - | —
      ^ | 其他资金 |  |  |  |  |
      \(indicators)
      """)
    #expect(
      reading.rows("funds", columns) == [
        "年度资金总额 | 400000.00 | 365000.00 | 311200.00 | 85.26 | 10 | ·",
        "当年财政拨款 | 300000.00 | 265000.00 | 211200.00 | 79.70 | · | ·",
        "上年结转资金 | 100000.00 | 100000.00 | 100000.00 | · | · | ·", "其他资金 | · | · | · | · | · | ·",
      ])
    #expect(reading.field("kind") == "project-self-evaluation")
    #expect(reading.indicators("name score") == ["清淤长度 | 10"])
  }

  @Test func `a column's own unit wins over the block's`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      项目资金（万元） |  | 年初预算数（元） | 全年预算数 | 全年执行数 | 得分 | 执行率（%）
      ^ | 资金总额（万元） | 400000 | 36.5 | 36.5 | 10 | 100
      \(indicators)
      """)
    #expect(reading.rows("funds", columns) == ["资金总额 | 400000.00 | 365000.00 | 365000.00 | 100 | · | 10"])
  }

  @Test func `a unit line above the table is the unit of its amounts`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      金额单位：万元
      项目名称 | 河道清淤 | < | < | < | < | <
      预算执行情况 |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
      ^ | 资金总额 | 40 | 36.5 | 36.5 | 10 | 100%
      \(indicators)
      """)
    #expect(reading.rows("funds", columns) == ["资金总额 | 400000.00 | 365000.00 | 365000.00 | 100 | 10 | ·"])
  }

  @Test func `a monitoring form has months, a forecast and reasons`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标执行监控表
      项目名称 | 河道清淤 | < | < | < | <
      项目资金（元） |  | 年初预算数 | 1-7月执行数 | 全年预计执行数 | 原因
      ^ | 年度资金总额 | 365,000.00 | 180,000.00 | 365,000.00 | 汛期暂停施工
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 8公里 | 12公里
      """)
    #expect(reading.field("kind") == "project-monitoring")
    #expect(
      reading.rows("funds", "source initial executed forecast") == [
        "年度资金总额 | 365000.00 | 180000.00 | 365000.00"
      ])
    #expect(reading.indicators("name actualValue forecastValue") == ["清淤长度 | 8公里 | 12公里"])
  }

  @Test func `amounts that slipped a column in a text go back under their heads`() throws {
    let text = """
      项目支出绩效自评表

      项目名称→河道清淤→→→→→
      项目资金（万元）→→年初预算数→全年预算数→全年执行数→分值→执行率
      年度资金总额→40→36.5→31.12→10→85.26%
      →其中：财政拨款→40→36.5→31.12→—→85.26%
      一级指标→二级指标→三级指标→年度指标值→实际完成值→分值→得分
      产出指标→数量指标→清淤长度→≥12公里→13公里→10→10
      """
    let reading = try Reading(
      PlainTextReader().read(Array(text.replacing("→", with: "\t").utf8)))
    #expect(
      reading.rows("funds", columns) == [
        "年度资金总额 | 400000.00 | 365000.00 | 311200.00 | 85.26 | 10 | ·",
        "财政拨款 | 400000.00 | 365000.00 | 311200.00 | 85.26 | · | ·",
      ])
  }

  @Test func `goals of both kinds stand beside each other`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | <
      ^ | 疏浚干渠12公里。 | < | < | 疏浚干渠13公里。 | < | <
      \(indicators)
      存在问题 | 汛期停工。 | < | < | < | < | <
      改进措施 | 提前备料。 | < | < | < | < | <
      自评结论 | 较好完成。 | < | < | < | < | <
      """)
    #expect(reading.field("goals/expected") == "疏浚干渠12公里。")
    #expect(reading.field("goals/actual") == "疏浚干渠13公里。")
    #expect(reading.field("problems") == "汛期停工。")
    #expect(reading.field("measures") == "提前备料。")
    #expect(reading.field("conclusion") == "较好完成。")
    #expect(reading.rows("funds", columns) == [])
  }

  @Test func `labels with an amount beside each are no funds table`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      全年预算数 | 36.5万元 | < | 执行数 | 31.12万元 | 执行率 | 85.26%
      \(indicators)
      """)
    #expect(reading.rows("funds", columns) == [])
    #expect(reading.indicators("name") == ["清淤长度"])
  }

  @Test func `sources may stand side by side, with a row for each amount`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | < | <
      资金情况（万元） | 项目 | 年度资金总额 | 财政拨款 | 其他资金 |  |
      ^ | 年初预算数 | 40 | 30 | 10 |  |
      ^ | 全年预算数 | 36.5 | 26.5 | 10 |  |
      ^ | 全年执行数 | 31.12 | 21.12 | 10 |  |
      ^ | 执行率 | 85.26% | 79.70% | 100% |  |
      \(indicators)
      """)
    #expect(
      reading.rows("funds", columns) == [
        "年度资金总额 | 400000.00 | 365000.00 | 311200.00 | 85.26 | · | ·",
        "财政拨款 | 300000.00 | 265000.00 | 211200.00 | 79.70 | · | ·",
        "其他资金 | 100000.00 | 100000.00 | 100000.00 | 100 | · | ·",
      ])
    #expect(reading.indicators("name actualValue") == ["清淤长度 | 13公里"])
  }
}
