// Forms written as running text: targets under headings, reports, pages of a site; and prose that is no form.
import PlainText
import Tables
import Testing
import WebPages

@Suite struct RunningTextTests {
  private func read(_ text: String) throws -> Reading {
    try Reading(PlainTextReader().read(Array(text.utf8)))
  }

  @Test func `headings give the levels and signs end the names`() throws {
    let reading = try read(
      """
      河道清淤项目绩效目标
      项目名称：河道清淤
      主管部门：临溪县水务局
      预算金额：36.5万元
      一、绩效目标
      疏浚干渠12公里。
      二、绩效指标
      （一）产出指标
      1.数量指标：清淤长度≥12公里；护坡面积≥300平方米。
      2.质量指标：验收合格率100%。
      （二）效益指标
      社会效益指标：受益村数：30个。
      （三）满意度指标
      服务对象满意度指标：村民满意度不低于90%。
      """)
    #expect(reading.field("kind") == "project-target")
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("department/name") == "临溪县水务局")
    #expect(reading.field("budget/total") == "365000.00")
    #expect(reading.field("goals/annual") == "疏浚干渠12公里。")
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米",
        "产出指标 | 质量指标 | 验收合格率 | 100%", "效益指标 | 社会效益指标 | 受益村数 | 30个",
        "满意度指标 | 服务对象满意度指标 | 村民满意度 | 不低于90%",
      ])
  }

  @Test func `items may stand in lines of their own below a label`() throws {
    let reading = try read(
      """
      河道清淤项目绩效目标
      绩效指标：
      产出指标：
      数量指标：
      清淤长度≥12公里
      护坡面积≥300平方米
      时效指标：
      完工时间：2025年12月底前
      公示时间：2025年5月9日至5月18日
      监督电话：0000-1234567
      """)
    #expect(
      reading.indicators() == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米", "产出指标 | 时效指标 | 完工时间 | 2025年12月底前",
      ])
  }

  @Test func `how a form is filled in is no form`() throws {
    let reading = try read(
      """
      填报说明
      1．项目名称：填写部门预算批复的项目名称，如“农村公路养护”。
      2．数量指标：反映产出数量，如“建设里程≥20公里”“培训人数≥100人次”。
      """)
    #expect(reading.forms.isEmpty)
  }

  @Test func `several projects in a text are several forms`() throws {
    let reading = try read(
      """
      临溪县水务局项目绩效目标公示
      项目名称：河道清淤
      产出指标：数量指标：清淤长度≥12公里；质量指标：验收合格率100%
      项目名称：水质监测
      产出指标：数量指标：采样次数≥12次；时效指标：完成时间12月底前
      """)
    #expect(reading.forms.map { $0["project"]["name"].text } == ["河道清淤", "水质监测"])
    #expect(reading.indicators("name", ofForm: 1) == ["采样次数", "完成时间"])
  }

  @Test func `a report is a self-evaluation with goal, score and problems`() throws {
    let reading = try read(
      """
      2024年度河道清淤项目绩效自评报告
      一、基本情况
      项目名称：河道清淤
      二、绩效指标完成情况
      （一）产出指标
      数量指标：清淤长度，指标值≥12公里，实际完成值13公里，分值10分，得分10分。
      质量指标：验收合格率，指标值100%，实际完成值100%，分值10分，得分9.5分。
      三、存在问题
      汛期停工。
      四、改进措施
      提前备料。
      """)
    #expect(reading.field("kind") == "project-self-evaluation")
    #expect(reading.field("title") == "2024年度河道清淤项目绩效自评报告")
    #expect(reading.field("fiscalYear") == "2024")
    #expect(reading.field("project/name") == "河道清淤")
    #expect(
      reading.indicators("level1 level2 name annualValue actualValue weight score") == [
        "产出指标 | 数量指标 | 清淤长度 | ≥12公里 | 13公里 | 10 | 10", "产出指标 | 质量指标 | 验收合格率 | 100% | 100% | 10 | 9.5",
      ])
    #expect(reading.field("problems") == "汛期停工。")
    #expect(reading.field("measures") == "提前备料。")
  }

  @Test func `a page's own lines are no part of the form`() throws {
    let page = """
      <html><head><meta charset="utf-8"><title>公开</title></head><body>
      <p>当前位置：首页 > 公开</p><p>发布时间：2025-03-01　来源：临溪县水务局</p>
      <h1>河道清淤项目绩效目标</h1>
      <p>项目名称：河道清淤</p>
      <p>产出指标：数量指标：清淤长度≥12公里；质量指标：验收合格率100%</p>
      <p>【打印本页】【关闭窗口】</p><p>主办：临溪县人民政府　ICP备00000000号</p></body></html>
      """
    let reading = try Reading(WebPageReader().read(Array(page.utf8)))
    #expect(reading.field("project/name") == "河道清淤")
    #expect(reading.field("unit/name") == nil)
    #expect(
      reading.indicators() == ["产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 质量指标 | 验收合格率 | 100%"])
  }

  @Test func `a page's table with spans is read as printed`() throws {
    let page = """
      <html><meta charset="utf-8"><body><h2>项目支出绩效目标表</h2><table>
      <tr><td>项目名称</td><td colspan=3>河道清淤</td></tr>
      <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
      <tr><td rowspan=2>产出&nbsp;指标</td><td rowspan=2>数量指标</td><td>清淤长度</td><td>&ge;12公里</td></tr>
      <tr><td>护坡面积</td><td>≥300平方米</td></tr></table></body></html>
      """
    let reading = try Reading(WebPageReader().read(Array(page.utf8)))
    #expect(reading.field("title") == "项目支出绩效目标表")
    #expect(reading.indicators() == ["产出指标 | 数量指标 | 清淤长度 | ≥12公里", "产出指标 | 数量指标 | 护坡面积 | ≥300平方米"])
    #expect(reading.rules == [])
  }

  @Test(arguments: [
    "今年以来，我县围绕产出指标和效益指标开展绩效管理，数量指标完成较好，群众满意度达到95%。",
    "第一条 为规范绩效目标管理，制定本办法。\n第二条 绩效目标包括产出指标、效益指标和满意度指标。\n第三条 数量指标是指产品数量，如清淤长度≥12公里。",
    "名词解释\n绩效指标：衡量绩效目标实现程度的工具。\n产出指标：反映产品和服务的数量、质量。\n满意度指标：反映服务对象的认可程度。",
    "临溪县水务局2025年部门预算公开说明\n一、主要职责\n负责河道管护。\n二、收支情况\n收入100万元，其中财政拨款100万元。",
    "河道清淤项目绩效目标\n请于12月底前报送。", "", "产出指标",
  ])
  func `prose that only speaks of indicators is no form`(text: String) throws {
    guard !text.isEmpty else { return }
    #expect(try read(text).forms.isEmpty)
  }
}
