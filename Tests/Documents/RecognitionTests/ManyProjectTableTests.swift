// One table for many projects: flat, lists with text in a cell, wide, transposed, columns per unit.
import Testing

@Suite struct ManyProjectTableTests {
  @Test func `a flat table is one form a project`() throws {
    let reading = try Reading(
      """
      临溪县2025年项目支出绩效目标表
      单位：万元
      项目名称 | 主管部门 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      河道清淤 | 临溪县水务局 | 36.5 | 疏浚干渠。 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      ^ | ^ | ^ | ^ | ^ | 质量指标 | 验收合格率 | 100%
      ^ | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 受益村数 | ≥30个
      水质监测 | 临溪县水务局 | 8 | 每月采样。 | 产出指标 | 数量指标 | 采样次数 | ≥12次
      合计 |  | 44.5 |  |  |  |  |
      """)
    #expect(reading.forms.count == 2)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "水质监测"])
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["365000.00", "80000.00"])
    #expect(reading.forms.map { $0["goals"]["annual"].text } == ["疏浚干渠。", "每月采样。"])
    #expect(reading.forms.allSatisfy { $0["fiscalYear"].text == "2025" })
    #expect(
      reading.indicators(ofForm: 0) == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | 社会效益指标 | 受益村数 | ≥30个",
      ])
    #expect(reading.indicators(ofForm: 1) == ["产出指标 | 数量指标 | 采样次数 | ≥12次"])
  }

  @Test func `a flat table may repeat its project in every row`() throws {
    let reading = try Reading(
      """
      项目绩效目标表
      单位名称 | 项目名称 | 预算金额（元） | 一级指标 | 二级指标 | 三级指标 | 指标值
      临溪县河道所 | 河道清淤 | 365000 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里
      临溪县河道所 | 河道清淤 | 365000 | 产出指标 | 质量指标 | 验收合格率 | 100%
      临溪县监测站 | 水质监测 | 80000 | 产出指标 | 数量指标 | 采样次数 | ≥12次
      """)
    #expect(reading.forms.map { $0["unit"]["name"].text } == ["临溪县河道所", "临溪县监测站"])
    #expect(reading.forms.map { $0["indicators"].items.count } == [2, 1])
  }

  @Test func `a project row without indicators is a form, a unit's total is none`() throws {
    let reading = try Reading(
      """
      项目绩效目标表
      单位名称 | 项目名称 | 预算金额（元） | 一级指标 | 三级指标 | 指标值
      临溪县河道所 |  | 365000 |  |  |
      临溪县河道所 | 河道清淤 | 300000 | 产出指标 | 清淤长度 | ≥12公里
      临溪县河道所 | 护坡维修 | 65000 |  |  |
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "护坡维修"])
    #expect(reading.forms.map { $0["indicators"].items.count } == [1, 0])
  }

  @Test func `indicators may stand as text in a cell of a list`() throws {
    let reading = try Reading(
      """
      临溪县2025年项目绩效目标公开表
      序号 | 项目名称 | 预算金额（万元） | 绩效指标
      1 | 河道清淤 | 36.5 | 产出指标：数量指标：清淤长度≥12公里；质量指标：验收合格率100%⏎效益指标：社会效益指标：受益村数≥30个
      2 | 水质监测 | 8 | 产出指标：⏎数量指标：采样次数≥12次。
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "水质监测"])
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["365000.00", "80000.00"])
    #expect(
      reading.indicators(ofForm: 0) == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | 社会效益指标 | 受益村数 | ≥30个",
      ])
    #expect(reading.indicators(ofForm: 1) == ["产出指标 | 数量指标 | 采样次数 | ≥12次"])
  }

  @Test func `goals and levels in brackets come out of a cell`() throws {
    let reading = try Reading(
      """
      项目绩效目标公开表
      项目名称 | 预算金额（万元） | 绩效目标及指标
      河道清淤 | 36.5 | 【年度目标】疏浚干渠。【产出指标-数量指标】清淤长度≥12公里；【效益指标-社会效益指标】受益村数≥30个
      """)
    #expect(reading.field("goals/annual") == "疏浚干渠。")
    #expect(
      reading.indicators() == ["产出指标 | 数量指标 | 清淤长度 | ≥12公里", "效益指标 | 社会效益指标 | 受益村数 | ≥30个"])
  }

  @Test func `a wide list has names and values under heads of level 1`() throws {
    let reading = try Reading(
      """
      项目绩效目标汇总表
      序号 | 项目名称 | 预算金额（万元） | 成本指标 | < | 产出指标 | <
      ^ | ^ | ^ | 三级指标 | 指标值 | 三级指标 | 指标值
      1 | 河道清淤 | 36.5 | 清淤单价 | ≤300元/米 | 清淤长度 | ≥12公里
      ^ | ^ | ^ |  |  | 验收合格率 | 100%
      2 | 水质监测 | 8 |  |  | 采样次数 | ≥12次
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "水质监测"])
    #expect(
      reading.indicators(ofForm: 0) == [
        "成本指标 | · | 清淤单价 | ≤300元/米", "产出指标 | · | 清淤长度 | ≥12公里", "产出指标 | · | 验收合格率 | 100%",
      ])
    #expect(reading.indicators(ofForm: 1) == ["产出指标 | · | 采样次数 | ≥12次"])
  }

  @Test func `a transposed table is one form a row`() throws {
    let reading = try Reading(
      """
      2025年补助资金绩效目标分解表
      单位名称 | 金额（万元） | 产出指标 | < | 效益指标
      ^ | ^ | 数量指标 | 质量指标 | 社会效益指标
      ^ | ^ | 清淤长度（公里） | 验收合格率 | 受益村数
      临溪镇 | 12 | ≥5 | 100% | ≥12个
      石桥乡 | 8.5 | ≥3 |  | ≥9个
      合计 | 20.5 | ≥8 |  | ≥21个
      """)
    #expect(reading.forms.map { $0["unit"]["name"].text } == ["临溪镇", "石桥乡"])
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["120000.00", "85000.00"])
    #expect(
      reading.indicators(ofForm: 1) == [
        "产出指标 | 数量指标 | 清淤长度（公里） | ≥3", "产出指标 | 质量指标 | 验收合格率 | ·", "效益指标 | 社会效益指标 | 受益村数 | ≥9个",
      ])
  }

  @Test func `a value column a unit is a form a unit`() throws {
    let reading = try Reading(
      """
      2025年补助资金区域绩效目标表
      项目名称 | 河道管护补助 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | <
      ^ | ^ | ^ | 临溪镇 | 石桥乡
      产出指标 | 数量指标 | 清淤长度 | ≥5公里 | ≥3公里
      ^ | 质量指标 | 验收合格率 | 100% | 100%
      下达金额（万元） | < | < | 12 | 8.5
      """)
    #expect(reading.forms.map { $0["unit"]["name"].text } == ["临溪镇", "石桥乡"])
    #expect(reading.forms.allSatisfy { $0["project"]["name"].text == "河道管护补助" })
    #expect(reading.indicators("name annualValue", ofForm: 0) == ["清淤长度 | ≥5公里", "验收合格率 | 100%"])
    #expect(reading.indicators("name annualValue", ofForm: 1) == ["清淤长度 | ≥3公里", "验收合格率 | 100%"])
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["120000.00", "85000.00"])
  }

  @Test func `units above the head have a column each`() throws {
    let reading = try Reading(
      """
      2025年补助资金区域绩效目标表
      项目名称 | 河道管护补助 | < | < | <
      实施单位 | < | < | 临溪镇 | 石桥乡
      年度金额（万元） | < | < | 12 | 8.5
      一级指标 | 二级指标 | 三级指标 | 指标值 | <
      产出指标 | 数量指标 | 清淤长度 | ≥5公里 | ≥3公里
      """)
    #expect(reading.forms.map { $0["unit"]["name"].text } == ["临溪镇", "石桥乡"])
    #expect(reading.forms.map { $0["budget"]["total"].text } == ["120000.00", "85000.00"])
    #expect(reading.indicators("name annualValue", ofForm: 1) == ["清淤长度 | ≥3公里"])
  }

  @Test(arguments: ["单位名称、项目名称", "项目名称"])
  func `units and levels may have rows of their own`(title: String) throws {
    let reading = try Reading(
      """
      临溪县2025年项目支出绩效目标表
      \(title) | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      1 | 2 | 3 | 4 | 5 | 6
      临溪县水务局 |  |  |  |  |
      河道清淤 | 疏浚干渠。 |  |  |  |
       |  | 产出指标 |  |  |
       |  |  | 数量指标 |  |
       |  |  |  | 清淤长度 | ≥12公里
       |  |  | 质量指标 |  |
       |  |  |  | 验收合格率 | 100%
      水质监测 |  |  |  |  |
       |  | 效益指标 |  |  |
       |  |  | 社会效益指标 |  |
       |  |  |  | 受益村数 | ≥30个
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "水质监测"])
    #expect(reading.forms.map { $0["unit"]["name"].text } == ["临溪县水务局", "临溪县水务局"])
    #expect(reading.forms.map { $0["goals"]["annual"].text } == ["疏浚干渠。", nil])
    #expect(
      reading.indicators(ofForm: 0) == ["产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 质量指标 | 验收合格率 | 100%"])
    #expect(reading.indicators(ofForm: 1) == ["效益指标 | 社会效益指标 | 受益村数 | ≥30个"])
  }

  @Test func `a project that has only its name is none of the units`() throws {
    let reading = try Reading(
      """
      临溪县2025年项目支出绩效目标表
      项目名称 | 绩效目标 | 一级指标 | 三级指标 | 指标值
      护坡维修 |  |  |  |
      河道清淤 | 疏浚干渠。 | 产出指标 | 清淤长度 | ≥12公里
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["护坡维修", "河道清淤"])
    #expect(reading.forms.allSatisfy { $0["unit"]["name"].text == nil })
  }
}
