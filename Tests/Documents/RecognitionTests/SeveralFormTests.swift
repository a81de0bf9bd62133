// Several forms in a document, forms broken over tables, and stacked blocks of the whole period and the year.
import Findings
import Tables
import Testing

@testable import Recognition

@Suite struct SeveralFormTests {
  private func form(_ name: String, _ value: String) -> String {
    """
    项目名称 | \(name) | < | <
    预算金额（元） | 500 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 清淤长度 | \(value)
    """
  }

  private func names(_ reading: Reading) -> [String?] { reading.forms.map { $0["project"]["name"].text } }

  @Test(arguments: ["项目支出绩效目标表（续表）", "项目支出绩效目标表(续)"])
  func `a table that says it goes on is no form of its own`(title: String) throws {
    let more = "一级指标 | 二级指标 | 三级指标 | 指标值\n效益指标 | 社会效益指标 | 受益村数 | ≥30个"
    for rest in ["\n\n\(title)\n\(more)", "\n\(title) | < | < | <\n\(more)"] {
      let reading = try Reading("项目支出绩效目标表\n\(form("河道清淤", "≥12公里"))\(rest)")
      #expect(reading.indicators("level1 name") == ["产出指标 | 清淤长度", "效益指标 | 受益村数"])
      #expect(reading.field("title") == "项目支出绩效目标表")
    }
  }

  @Test func `units side by side each have the money below their name`() throws {
    let reading = try Reading(
      """
      公路养护补助资金绩效目标表
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | <
      ^ | ^ | ^ | 白石镇 | 黑水镇
      分配资金（万元） | < | < | 86.00 | 54.50
      产出指标 | 数量指标 | 养护里程 | ≥62公里 | ≥40公里
      """)
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["860000.00", "545000.00"])
    #expect(reading.indicators("name annualValue", ofForm: 1) == ["养护里程 | ≥40公里"])
  }

  @Test func `forms below each other in one table come apart at their titles`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表 | < | < | <
      （2025年度） | < | < | <
      \(form("河道清淤", "≥12公里"))
      项目支出绩效目标表 | < | < | <
      （2024年度） | < | < | <
      \(form("水质监测", "≥3公里"))
      """)
    #expect(names(reading) == ["河道清淤", "水质监测"])
    #expect(reading.forms.map { $0["fiscalYear"].text } == ["2025", "2024"])
    #expect(reading.forms.map { $0["title"].text } == ["项目支出绩效目标表", "项目支出绩效目标表"])
    #expect(reading.indicators("annualValue", ofForm: 0) == ["≥12公里"])
    #expect(reading.indicators("annualValue", ofForm: 1) == ["≥3公里"])
  }

  @Test(arguments: [
    "三、年度绩效目标\n清淤12公里，\n（二）改善水质", "年度绩效目标：\n清淤12公里，\n（二）改善水质\n四、绩效指标",
    "（一）年度绩效目标\n清淤12公里，\n2.改善水质\n（二）其他事项",
  ])
  func `a goal between the tables of a form is its heading's`(middle: String) throws {
    let reading = try Reading(
      """
      2025年度项目支出绩效目标表
      一、基本信息
      项目名称 | 河道清淤
      主管部门 | 临溪县水务局
      \(middle)
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    let goal = try #require(reading.field("goals/annual"))
    #expect(goal.hasPrefix("清淤12公里，\n") && goal.hasSuffix("改善水质"))
    #expect(reading.indicators("annualValue", ofForm: 0) == ["≥12公里"])
  }

  @Test(arguments: ["部门整体绩效目标", "年度绩效目标："])
  func `what stands below a title or a blank heading is no goal`(heading: String) throws {
    let reading = try Reading(
      """
      \(heading)
      （2025年度）
      批复单位：临溪县财政局
      部门名称 | 临溪县水务局
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.forms.map { $0["goals"]["annual"].text } == [nil])
  }

  @Test func `a goal in a frame of its own is its heading's`() throws {
    let reading = try Reading(
      """
      2025年度项目支出绩效目标表
      项目名称 | 河道清淤
      主管部门 | 临溪县水务局

      三、年度绩效目标
      清淤12公里，改善水质。 |
      四、绩效指标
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.forms.map { $0["goals"]["annual"].text } == ["清淤12公里，改善水质。"])
  }

  @Test func `forms without titles come apart at their project names`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      \(form("河道清淤", "≥12公里"))
      \(form("水质监测", "≥3公里"))
      \(form("护坡维修", "≥1公里"))
      """)
    #expect(names(reading) == ["河道清淤", "水质监测", "护坡维修"])
    #expect((0..<3).map { reading.indicators("annualValue", ofForm: $0) } == [["≥12公里"], ["≥3公里"], ["≥1公里"]])
  }

  @Test func `forms in tables of their own keep their titles`() throws {
    let reading = try Reading(
      """
      1.河道清淤经费绩效目标表
      \(form("河道清淤", "≥12公里"))
      2.水质监测经费绩效目标表
      \(form("水质监测", "≥3公里"))
      """)
    #expect(reading.forms.map { $0["title"].text } == ["1.河道清淤经费绩效目标表", "2.水质监测经费绩效目标表"])
    #expect(names(reading) == ["河道清淤", "水质监测"])
  }

  @Test func `an indicator named like a project opens no form`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 项目 | ≥12个
      ^ | ^ | 项目名称公示 | 是
      """)
    #expect(reading.indicators("name annualValue") == ["项目 | ≥12个", "项目名称公示 | 是"])
  }

  @Test(arguments: [true, false])
  func `a form broken over tables goes on, with a repeated head or without`(repeats: Bool) throws {
    let head = "一级指标 | 二级指标 | 三级指标 | 指标值"
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      \(head)
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      ---
      \(repeats ? head + "\n" : "")产出指标 | 质量指标 | 验收合格率 | 100%
      效益指标 | 社会效益指标 | 受益村数 | ≥30个
      批复意见 | 同意 | < | <
      """)
    #expect(reading.forms.count == 1)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | 社会效益指标 | 受益村数 | ≥30个",
      ])
    #expect(reading.field("approval/opinion") == "同意")
  }

  @Test func `a form whose indicators stand in a table of their own is one form`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤
      年度目标 | 疏浚干渠。
      ---
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.forms.count == 1)
    #expect(reading.field("goals/annual") == "疏浚干渠。")
    #expect(reading.indicators("name") == ["清淤长度"])
  }

  @Test func `stacked blocks give each row its horizon`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | < | <
      长期绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 清淤长度 | ≥36公里
      ^ | 效益指标 | 社会效益指标 | 受益村数 | ≥30个
      年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.forms.count == 1)
    #expect(
      reading.indicators("level1 name periodValue annualValue") == [
        "产出指标 | 清淤长度 | ≥36公里 | ·", "效益指标 | 受益村数 | ≥30个 | ·", "产出指标 | 清淤长度 | · | ≥12公里",
      ])
  }

  @Test func `forms on several sheets stand in the order of the sheets`() throws {
    var blocks: [Block] = []
    for (number, name) in ["河道清淤", "水质监测"].enumerated() {
      var table = TableText.table("项目支出绩效目标表 | < | < | <\n" + form(name, "≥5公里"), number: number + 1)
      table.sheet = name
      blocks.append(.table(table))
    }
    let reading = try Reading(Document(format: .xlsx, blocks: blocks))
    #expect(names(reading) == ["河道清淤", "水质监测"])
    #expect(reading.result.forms.map { $0.provenance["project/name"]?.sheet } == ["河道清淤", "水质监测"])
  }

  @Test func `tables inside a layout table stand for themselves`() throws {
    var inner = TableText.table(form("河道清淤", "≥12公里"), number: 2)
    inner.textBefore = "项目支出绩效目标表\n（2025年度）"
    let cell = Cell(row: 0, column: 0, text: "项目支出绩效目标表\n（2025年度）\n注：说明", tables: [inner])
    let outer = Table(number: 1, rowCount: 1, columnCount: 1, cells: [cell])
    let reading = try Reading(Document(format: .html, blocks: [.table(outer)]))
    #expect(names(reading) == ["河道清淤"])
    #expect(reading.field("title") == "项目支出绩效目标表")
    #expect(reading.field("fiscalYear") == "2025")
  }

  @Test func `two tables of a layout cell have a title each`() throws {
    var tables = [form("河道清淤", "≥12公里"), form("水质监测", "≥3次")].enumerated().map {
      TableText.table($0.element, number: $0.offset + 2)
    }
    tables[0].textBefore = "清淤项目绩效目标表"
    tables[1].textBefore = "监测项目绩效目标表"
    let text = "清淤项目绩效目标表\n监测项目绩效目标表\n注：说明"
    let outer = Table(
      number: 1, rowCount: 1, columnCount: 1, cells: [Cell(row: 0, column: 0, text: text, tables: tables)])
    let reading = try Reading(Document(format: .docx, blocks: [.table(outer)]))
    #expect(names(reading) == ["河道清淤", "水质监测"])
    #expect([0, 1].map { reading.field("title", ofForm: $0) } == ["清淤项目绩效目标表", "监测项目绩效目标表"])
  }

  @Test func `forms beside each other come apart at the blank column`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表 | < | < |  | 项目支出绩效目标表 | < | <
      项目名称 | 河道清淤 | < |  | 项目名称 | 水质监测 | <
      年度目标 | 疏浚干渠。 | < |  | 一级指标 | 三级指标 | 指标值
      一级指标 | 三级指标 | 指标值 |  | 产出指标 | 采样次数 | ≥12次
      产出指标 | 清淤长度 | ≥12公里 |  |  |  |
      """)
    #expect(names(reading) == ["河道清淤", "水质监测"])
    #expect(reading.forms.map { $0["title"].text } == ["项目支出绩效目标表", "项目支出绩效目标表"])
    #expect(reading.forms.map { $0["goals"]["annual"].text } == ["疏浚干渠。", nil])
    #expect(reading.indicators(ofForm: 0) == ["产出指标 | · | 清淤长度 | ≥12公里"])
    #expect(reading.indicators(ofForm: 1) == ["产出指标 | · | 采样次数 | ≥12次"])
  }

  @Test func `a blank column inside a form parts nothing`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表 |  |  |  |  |
      项目名称 | 河道清淤 |  |  | 主管部门 | 临溪县水务局
      一级指标 | 三级指标 |  |  | 指标值 | 备注
      产出指标 | 清淤长度 |  |  | ≥12公里 |
      """)
    #expect(names(reading) == ["河道清淤"])
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.indicators() == ["产出指标 | · | 清淤长度 | ≥12公里"])
  }

  @Test func `a table in the next chapter of a report does not go on with a form's indicators`() throws {
    func reading(_ line: String) throws -> Reading {
      try Reading(
        """
        项目支出绩效目标表
        项目名称 | 图书购置 | < | <
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 新购图书册数 | ≥8000册

        \(line)

        采购项目 | 采购方式 | 数量 | 金额
        书架 | 网上超市 | 12组 | 3.60
        """)
    }
    #expect(try reading("四、政府采购情况").indicators("name annualValue") == ["新购图书册数 | ≥8000册"])
    #expect(try reading("四、政府采购情况").result.forms.count == 1)
  }
}
