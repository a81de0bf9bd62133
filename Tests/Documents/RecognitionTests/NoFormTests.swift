// Blank templates give one form of nothing; statistics, catalogues, regulations and lists give no form.
import Tables
import Testing

@Suite struct NoFormTests {
  @Test func `a blank template is one form whose fields are absent`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标申报表
      （    年度）
      项目名称 |  | < | < | <
      主管部门 |  | 实施单位 |  | <
      项目资金（万元） | 年度资金总额 |  | < | <
      ^ | 其中：财政拨款 |  | < | <
      总体目标 | 目标1：⏎目标2：⏎…… | < | < | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 指标1： |
      ^ | ^ | ^ | 指标2： |
      ^ | ^ | ^ | …… |
      ^ | ^ | 质量指标 | 指标1： |
      ^ | …… |  |  |
      """)
    #expect(reading.record() == ["kind": "project-target", "title": "项目支出绩效目标申报表"])
  }

  @Test func `a blank self-evaluation keeps the sources of its funds`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      （    年度）
      项目名称 |  | < | < | < | < | <
      项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
      ^ | 年度资金总额 |  |  |  | 10 |
      ^ | 其中：当年财政拨款 |  |  |  | — |
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      产出指标 | 数量指标 | 指标1： |  |  |  |
      总分 | < | < | < | < | 100 |
      """)
    #expect(
      reading.record() == [
        "kind": "project-self-evaluation", "title": "项目支出绩效自评表", "funds/0/source": "年度资金总额",
        "funds/0/weight": "10", "funds/1/source": "当年财政拨款",
      ])
  }

  @Test(arguments: [
    // a statistics table whose head says 指标值
    "临溪县2024年统计公报\n序号 | 指标名称 | 计量单位 | 指标值\n1 | 粮食产量 | 吨 | 12000\n2 | 常住人口 | 万人 | 21.3",
    // a catalogue for scoring
    "财政支出绩效评价指标体系\n一级指标 | 二级指标 | 三级指标 | 指标解释 | 分值\n"
      + "决策 | 项目立项 | 立项依据充分性 | 是否符合规定 | 4\n过程 | 资金管理 | 资金到位率 | 实际到位与计划之比 | 3",
    // a catalogue of indicators with reference values
    "水利行业绩效指标目录\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 清淤长度 | **公里",
    // a regulation's table of terms
    "名词 | 解释\n绩效目标 | 预算资金计划在一定期限内达到的产出和效果\n绩效指标 | 绩效目标的细化",
    // 三公经费
    "临溪县2025年三公经费预算表\n单位：万元\n项目 | 上年预算数 | 本年预算数\n因公出国（境）费 | 0 | 0\n公务接待费 | 12 | 10",
    // a tender's list
    "河道清淤采购清单\n序号 | 项目名称 | 数量 | 单位 | 预算金额（元）\n1 | 挖掘机租赁 | 12 | 台班 | 36000\n2 | 护坡砖 | 300 | 平方米 | 15000",
    // a staff list
    "人员花名册\n姓名 | 单位 | 职务 | 备注\n李某 | 临溪县河道所 | 所长 | 无",
    // income and spending
    "收支总表\n项目 | 预算数 | 执行数 | 执行率\n一般公共预算拨款 | 100 | 98 | 98%\n其他收入 | 10 | 10 | 100%",
    // a rating of units
    "2024年部门考核结果\n单位名称 | 得分 | 等级\n临溪县水务局 | 96 | 优\n临溪县林业局 | 91 | 优",
    // a timetable
    "时间 | 一级指标 | 内容\n上午 | 讲解 | 绩效目标编报",
    " | \n | ",
  ])
  func `a table that is no form gives none`(drawing: String) throws {
    let reading = try Reading(drawing)
    #expect(reading.forms.isEmpty)
  }

  @Test func `a document of nothing gives nothing`() throws {
    #expect(try Reading(Document(format: .text, blocks: [])).forms.isEmpty)
    let table = Table(number: 1, rowCount: 0, columnCount: 0, cells: [])
    #expect(try Reading(Document(format: .xlsx, blocks: [.table(table)])).forms.isEmpty)
  }

  @Test func `a table too large to be a form is left alone`() throws {
    let cell = Cell(row: 0, column: 0, text: "项目名称")
    let table = Table(number: 1, rowCount: 200_000, columnCount: 1_000, cells: [cell])
    #expect(try Reading(Document(format: .xlsx, blocks: [.table(table)])).forms.isEmpty)
  }
}
