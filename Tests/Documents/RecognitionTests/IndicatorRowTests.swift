// Rows of indicator tables: levels from merged cells, blank levels, slots, notes, totals, trees in cells.
import Tables
import Testing

@Suite struct IndicatorRowTests {
  private let start = """
    项目支出绩效目标表
    项目名称 | 河道清淤 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值

    """

  @Test func `levels are inherited from merged cells`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
        ^ | ^ | 护坡面积 | ≥300平方米
        ^ | 质量指标 | 验收合格率 | 100%
        效益指标 | 社会效益指标 | 受益村数 | ≥30个
        """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米",
        "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | 社会效益指标 | 受益村数 | ≥30个",
      ])
  }

  @Test func `a blank level cell of its own is blank on purpose where levels are merged`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
        ^ |  | 护坡面积 | ≥300平方米
         | 质量指标 | 验收合格率 | 100%
        """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | · | 护坡面积 | ≥300平方米", "· | 质量指标 | 验收合格率 | 100%",
      ])
  }

  @Test func `where merges are guessed a blank level cell means as above`() throws {
    var document = TableText.document(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
        ^ |  | 护坡面积 | ≥300平方米
        """)
    for index in document.blocks.indices {
      guard case .table(var table) = document.blocks[index] else { continue }
      table.hasGuessedRows = true
      document.blocks[index] = .table(table)
    }
    #expect(try Reading(document).indicators().last == "产出指标 | 数量指标 | 护坡面积 | ≥300平方米")
  }

  @Test func `blank level cells mean as above where nothing is merged`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
         |  | 护坡面积 | ≥300平方米
         | 质量指标 | 验收合格率 | 100%
        效益指标 |  | 受益村数 | ≥30个
        """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米",
        "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | · | 受益村数 | ≥30个",
      ])
  }

  @Test func `one cell over both level columns is level 1`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
        满意度指标 | < | 村民满意度 | ≥90%
        """)
    #expect(reading.indicators().last == "满意度指标 | · | 村民满意度 | ≥90%")
  }

  @Test func `labels lose their inner blanks and keep their scores`() throws {
    let reading = try Reading(
      start + "产 出⏎指 标（50分） | 数量 指标⏎（必填） | 清淤 长度 | ≥12 公里\n")
    #expect(reading.indicators() == ["产出指标（50分） | 数量指标（必填） | 清淤 长度 | ≥12 公里"])
  }

  @Test func `rows of labels are no indicators and names without values are`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 |  |
        ^ | 质量指标 | 验收合格率 |
        ^ | 时效指标 |  | 12月底前
        """)
    #expect(reading.indicators() == ["产出指标 | 质量指标 | 验收合格率 | ·", "产出指标 | 时效指标 | · | 12月底前"])
  }

  @Test(arguments: ["指标1：", "指标2:", "……", "…", "指标一：……", "指标1：⏎指标2："])
  func `a slot is no name`(slot: String) throws {
    let reading = try Reading(start + "产出指标 | 数量指标 | \(slot) |\n^ | 质量指标 | \(slot) | 100%\n")
    #expect(reading.indicators() == ["产出指标 | 质量指标 | · | 100%"])
  }

  @Test(arguments: ["指标1：清淤长度", "★清淤长度", "1.清淤长度", "指标1：清淤长度⏎（干渠）", "目标任务完成率"])
  func `numbers and stars of a name stay`(name: String) throws {
    let reading = try Reading(start + "产出指标 | 数量指标 | \(name) | ≥12公里\n")
    #expect(reading.indicators("name") == [name.replacing("⏎", with: "\n")])
  }

  @Test func `values over several rows belong to each name`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
        ^ | ^ | 护坡长度 | ^
        """)
    #expect(reading.indicators("name annualValue") == ["清淤长度 | ≥12公里", "护坡长度 | ≥12公里"])
  }

  @Test func `notes and totals below are no indicators`() throws {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50
      总分 | < | < | < | 100 | 96.5
      注：得分一档最高不能超过该指标分值上限。 | < | < | < | < | <
      """)
    #expect(reading.indicators("name annualValue actualValue score") == ["清淤长度 | ≥12公里 | 13公里 | 50"])
    #expect(reading.field("totalScore") == "96.5")
  }

  @Test(
    arguments: [
      ("总分 | < | < | < | 100 | 96.5", "96.5", nil), ("合计 | < | < | < | 100 | 88分", "88", nil),
      ("自评得分 | < | < | < | 92.3 | 优", "92.3", "优"), ("总分 | < | < | < | 100 |", nil, nil),
      ("总分 | < | < | < |  | —", nil, nil),
    ] as [(String, String?, String?)])
  func `the total row gives the reached score and the grade`(row: String, score: String?, grade: String?)
    throws
  {
    let reading = try Reading(
      """
      项目支出绩效自评表
      项目名称 | 河道清淤 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
      产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 50
      \(row)
      """)
    #expect(reading.indicators("name") == ["清淤长度"])
    #expect(reading.field("totalScore") == score)
    #expect(reading.field("grade") == grade)
  }

  @Test func `a tree inside one cell comes apart`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | <
      一级指标 | 二级指标 | 三级指标
      产出指标 | 数量指标 | 清淤长度≥12公里；护坡面积≥300平方米
      ^ | 时效指标 | 完工时间：12月底前
      """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米", "产出指标 | 时效指标 | 完工时间 | 12月底前",
      ])
  }

  @Test func `a foot label ends the indicators`() throws {
    let reading = try Reading(
      start + """
        产出指标 | 数量指标 | 清淤长度 | ≥12公里
        批复单位 | 临溪县财政局 | < | <
        批复意见 | 同意 | < | <
        """)
    #expect(reading.indicators("name") == ["清淤长度"])
    #expect(reading.field("approval/authority") == "临溪县财政局")
    #expect(reading.field("approval/opinion") == "同意")
  }

  @Test func `a level may have a row of its own across the columns`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | < | <
      序号 | 二级指标 | 三级指标 | 指标值
      一、产出指标 | < | < | <
      1 | 数量指标 | 清淤长度 | ≥12公里
      2 | 质量指标 | 验收合格率 | 100%
      二、效益指标 |  |  |
      3 | 社会效益指标 | 受益村数 | ≥30个
      """)
    #expect(
      reading.indicators() == [
        "一、产出指标 | 数量指标 | 清淤长度 | ≥12公里", "一、产出指标 | 质量指标 | 验收合格率 | 100%", "二、效益指标 | 社会效益指标 | 受益村数 | ≥30个",
      ])
  }

  @Test func `both levels may have rows of their own`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | <
      序号 | 三级指标 | 指标值
      一、产出指标 | < | <
      （一）数量指标 | < | <
      1 | 清淤长度 | ≥12公里
      （二）成本指标 | < | <
      2 | 清淤单价 | ≤300元/米
      二、满意度指标 | < | <
      3 | 村民满意度 | ≥90%
      """)
    #expect(
      reading.indicators() == [
        "一、产出指标 | （一）数量指标 | 清淤长度 | ≥12公里", "一、产出指标 | （二）成本指标 | 清淤单价 | ≤300元/米",
        "二、满意度指标 | · | 村民满意度 | ≥90%",
      ])
  }

  @Test func `a level may stand above a head`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤 | <
      产出指标 | < | <
      二级指标 | 三级指标 | 指标值
      数量指标 | 清淤长度 | ≥12公里
      效益指标 | < | <
      二级指标 | 三级指标 | 指标值
      社会效益指标 | 受益村数 | ≥30个
      """)
    #expect(reading.indicators() == ["产出指标 | 数量指标 | 清淤长度 | ≥12公里", "效益指标 | 社会效益指标 | 受益村数 | ≥30个"])
  }

  @Test func `names and levels may share a column`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 河道清淤
      指标名称 | 指标值
      产出指标 |
      数量指标 |
      清淤长度 | ≥12公里
      满意度指标 |
      满意度 |
      村民满意度 | ≥90%
      """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "满意度指标 | · | 满意度 | ·", "满意度指标 | · | 村民满意度 | ≥90%",
      ])
  }

  @Test func `a name that reads like a level stays one`() throws {
    let reading = try Reading(
      start + """
        满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90%
        ^ | ^ | 满意度 | ^
        """)
    #expect(reading.indicators("level1 name") == ["满意度指标 | 村民满意度", "满意度指标 | 满意度"])
  }

  @Test func `a number beside a level's label makes no indicator of it`() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表
      项目名称 | 饮水维护 | <
      序号 | 绩效指标 | 指标值
      1 | 产出指标 |
      1.1 | 数量指标 |
      1.1.1 | 维修水池数量 | ≥18座
      1.2 | 质量指标 |
      1.2.1 | 工程验收合格率 | 100%
      2 | 效益指标 |
      2.1 | 社会效益指标 |
      2.1.1 | 受益人口 | ≥4200人
      """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 维修水池数量 | ≥18座", "产出指标 | 质量指标 | 工程验收合格率 | 100%",
        "效益指标 | 社会效益指标 | 受益人口 | ≥4200人",
      ])
  }
}
