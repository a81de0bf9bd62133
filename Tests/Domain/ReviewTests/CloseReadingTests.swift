// What close reading of invented forms of many kinds brought to light: relief, construction, IT, services.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@Suite struct CloseReadingTests {
  private static let relief = """
    产出指标/数量指标 | 慰问困难家庭户数 | 120户
    产出指标/数量指标 | 慰问孤寡老人人数 | 80人
    产出指标/成本指标 | 困难家庭慰问标准 | 500元/户
    产出指标/成本指标 | 孤寡老人慰问标准 | 600元/人
    """
  private static let guards = """
    产出指标/数量指标 | 配备保安人数 | 30名
    产出指标/成本指标 | 保安服务费标准 | 3200元/人·月
    """
  private static let training = """
    产出指标/数量指标 | 培训期数 | 4期
    产出指标/数量指标 | 参训人数 | 160人
    产出指标/成本指标 | 每期培训成本 | ≤2万元/期
    产出指标/成本指标 | 人均培训成本 | ≤500元/人
    """

  @Test(arguments: [
    // Several products are added where they cannot count the same money twice.
    RuleCase.speaks("A01", "预算 100000\n\(relief)"), .silent("A01", "预算 110000\n\(relief)"),
    .silent("A01", "预算 80000\n\(training)"),
    // A price a month: for the months that are printed, else for a year.
    .speaks("A01", "预算 900000\n\(guards)"), .silent("A01", "预算 1152000\n\(guards)"),
    .silent("A01", "预算 900000\n\(guards)\n产出指标/时效指标 | 服务期限 | 9个月"),
    // 人·餐: one factor was not understood.
    .silent("A01", "预算 480000\n产出指标/数量指标 | 就餐人数 | ≥260人\n产出指标/成本指标 | 人均伙食成本 | ≤10元/人·餐"),
    // All quantities have their price, and most of the money is not explained.
    .speaks("A01", "预算 400000\n产出指标/数量指标 | 宣传场次 | 10场\n产出指标/成本指标 | 每场成本 | ≤5000元/场"),
    .silent(
      "A01",
      "预算 400000\n产出指标/数量指标 | 宣传场次 | 10场\n产出指标/数量指标 | 标线长度 | 3000米\n产出指标/成本指标 | 每场成本 | ≤5000元/场"),
    // What a price is for stands in its name.
    .speaks("A01", "预算 400000\n产出指标/数量指标 | 劝导员人数 | 60名\n产出指标/成本指标 | 每人每月补助标准 | 600元"),
    .silent("A01", "预算 432000\n产出指标/数量指标 | 劝导员人数 | 60名\n产出指标/成本指标 | 每人每月补助标准 | 600元"),
    .speaks("A01", "预算 900000\n产出指标/数量指标 | 精品民宿数量 | 20家\n产出指标/成本指标 | 每家奖补标准 | 5万元"),
    .speaks("A01", "预算 10000\n产出指标/数量指标 | 服务人次 | 800人次\n产出指标/成本指标 | 每人次服务成本 | ≤15元"),
    .silent("A01", "预算 900\n产出指标/数量指标 | 服务单位数量 | 20个\n产出指标/成本指标 | 单位成本 | ≤500元"),
    .silent("M28", "产出指标/数量指标 | 精品民宿数量 | 20家\n产出指标/成本指标 | 每家奖补标准 | 5万元"),
    .speaks("C11", "产出指标/数量指标 | 监测站个数 | ≥36个\n产出指标/数量指标 | 监测站数量 | 不少于36个"),
    .silent("C11", "产出指标/数量指标 | 监测站个数 | ≥36个\n产出指标/数量指标 | 监测点数量 | ≥36个"),
    // A number that is where, how old or the project itself promises nothing.
    .silent("A08", "年度目标 为 26 所学校 13,000 名学生提供营养餐。\n产出指标/数量指标 | 受益学生人数 | ≥13000人"),
    .silent("A08", "年度目标 为 3,000 名 80 岁以上老人发放津贴。\n产出指标/数量指标 | 发放人数 | ≥3000人"),
    .silent("A08", "年度目标 在 12 所学校增设标线 3,000 米。\n产出指标/数量指标 | 增设标线长度 | ≥3000米"),
    .silent("A08", "名称 农贸市场改造\n年度目标 改造农贸市场 1 处，面积 3,600 平方米。\n产出指标/数量指标 | 改造面积 | ≥3600平方米"),
    .speaks("A08", "名称 农贸市场改造\n年度目标 改造农贸市场 2 处，面积 3,600 平方米。\n产出指标/数量指标 | 改造面积 | ≥3600平方米"),
    .speaks("A08", "年度目标 为 60 名老人上门理发。\n产出指标/数量指标 | 理发次数 | ≥200次"),
    .silent("A07", "效益指标/生态效益指标 | 森林覆盖率 | ≥38%"),
    .speaks("A07", "效益指标/社会效益指标 | 服务覆盖率 | ≥38%"),
    .silent("A16", "名称 机关食堂运转\n年度目标 保障 260 名干部职工就餐，食品安全无事故，按时供餐。"),
    .silent("C03", "产出指标/数量指标 | 宣传场次 | 30场\n效益指标/质量指标 | 材料合格率 | 100%"),
    .speaks("C03", "产出指标/数量指标 | 宣传场次 | 30场\n效益指标/社会效益指标 | 知晓率 | ≥80%"),
    .silent("M05", "产出指标/质量指标 | 系统故障次数 | ≥3次"),
    .speaks("M08", "产出指标/时效指标 | 资金使用率 | 100%"),
    .silent("M08", "产出指标/时效指标 | 资金使用率 | 100%\n产出指标/时效指标 | 完工时间 | 10月底前"),
    .speaks("M13", "效益指标/社会效益指标 | 发放阅读手册 | ≥5000册"),
    .silent("M13", "效益指标/社会效益指标 | 发放助学金人数 | ≥200人"),
    .speaks("M21", "效益指标/社会效益指标 | 参与活动的人数达到设定要求和经费充足 | 是"),
    .silent("M21", "效益指标/社会效益指标 | 群众获得感和幸福感明显增强 | 是"),
    .speaks(
      "E06",
      "表 自评\n实际完成 主体工程在建，预计次年竣工。\n产出指标/数量指标 | 新建中心 | 1处 | weight=30 | actual=1处 | score=30"),
    .silent(
      "E06",
      "表 自评\n实际完成 对在建工程开展检查 40 次。\n产出指标/数量指标 | 检查次数 | 40次 | weight=30 | actual=40次 | score=30"),
    .speaks(
      "E08",
      "表 自评\n满意度指标/服务对象满意度指标 | 老人满意度 | ≥90% | actual=100% | score=9 | note=电话回访 12 人全部满意"),
    .silent(
      "E08",
      "表 自评\n满意度指标/服务对象满意度指标 | 老人满意度 | ≥90% | actual=100% | score=9 | note=回访全部服务对象 12 人"),
  ])
  func `a rule speaks where a reviewer would and is silent elsewhere`(ruleCase: RuleCase) throws {
    try ruleCase.check()
  }

  private func finding(_ code: String, _ form: String) throws -> ReviewFinding {
    let findings = FormReview().run(ExampleForm.subject(form, rules: .national)).findings
    return try #require(findings.first { $0.rule == code })
  }

  @Test func `several products are told as one sum`() throws {
    let found = try finding("A01", "预算 100000\n\(Self.relief)")
    #expect(found.severity == .error)
    #expect(found.message.contains("120 户 × 500 元/户 + 80 人 × 600 元/人 = 10.8 万元"))
    #expect(found.stake == Money(yuan: ExactDecimal(8000)))
    let sums = FormReview().run(ExampleForm.subject("预算 120000\n\(Self.relief)", rules: .national)).sums
    #expect(sums.count == 1 && sums[0].message.contains("占预算 12 万元的 90%"))
  }

  @Test func `twelve months that nobody printed make it a question`() throws {
    let assumed = try finding("A01", "预算 900000\n\(Self.guards)")
    #expect(assumed.severity == .warning && assumed.message.hasPrefix("如按 12 个月计"))
    let printed = try finding("A01", "预算 900000\n\(Self.guards)\n产出指标/时效指标 | 服务期限 | 10个月")
    #expect(printed.severity == .error && printed.message.contains("× 10 个月 = 96 万元"))
  }

  @Test func `what the money would pay for is cut to whole pieces`() throws {
    let found = try finding(
      "A01", "预算 50000\n产出指标/数量指标 | 慰问户数 | 90户\n产出指标/成本指标 | 慰问标准 | 600元/户")
    #expect(found.message.contains("5 万元约合 83 户"))
    let road = try finding(
      "A01", "预算 600000\n产出指标/数量指标 | 硬化里程 | 3.2公里\n产出指标/成本指标 | 硬化单价 | ≤25万元/公里")
    #expect(road.message.contains("60 万元约合 2.4 公里"))
  }

  @Test func `the year and the period are told with their unit and years`() throws {
    let found = try finding("A03", "起止 2023—2024\n产出指标/数量指标 | 项目活动场次 | 20 | period=15")
    #expect(found.message.contains("本年 20 场次，多于整个实施周期（2023—2024 年）的 15 场次"))
  }

  @Test(arguments: [
    ("产出指标/数量指标 | 机柜数量 | ≥77台", "每台成本 ≤__元/台"), ("产出指标/数量指标 | 帮扶户数 | ≥40户", "户均成本 ≤__元/户"),
    ("产出指标/数量指标 | 营造林面积 | 8万亩", "每亩成本 ≤__元/亩"), ("产出指标/数量指标 | 讲座次数 | 4次", "每次成本 ≤__元/次"),
  ])
  func `the unit cost that is proposed counts as the form does`(row: String, example: String) throws {
    let found = try finding("M10", "名称 专项经费\n预算 60000\n\(row)\n产出指标/成本指标 | 成本控制在预算内 | 60000元")
    #expect(found.message.contains("“\(example)”"), "\(found.message)")
  }

  @Test func `a unit cost that stands in the table is not proposed again`() throws {
    let found = try finding(
      "M09",
      """
      产出指标/数量指标 | 配备社工人数 | 2人
      产出指标/成本指标 | 社工成本 | 10.5万元/人
      产出指标/成本指标 | 预算执行率 | ≥95%
      """)
    #expect(found.message.contains("表上已有单位成本“社工成本 10.5万元/人”"))
    #expect(found.proposal == nil)
  }

  @Test(arguments: [
    ("2027年慰问困难家庭190户。", "“2027年慰问困难家庭190户”"), ("2027年在春节、中秋慰问残疾人家庭190户。", "“2027年在春节"),
    ("1.慰问困难家庭190户。", "“慰问困难家庭190户”"), ("（2）慰问困难家庭190户。", "“慰问困难家庭190户”"),
  ])
  func `the goal's words are quoted from a whole word on`(goal: String, quoted: String) throws {
    let found = try finding("A08", "年度目标 \(goal)\n产出指标/质量指标 | 发放准确率 | 100%")
    #expect(found.message.contains(quoted), "\(found.message)")
  }

  @Test func `a cost without a sign is a limit, and what was saved is no miss`() throws {
    let form = "表 自评\n产出指标/成本指标 | 辅警经费 | 720万元 | weight=10 | actual=640.4万元 | score=10"
    let found = FormReview().run(ExampleForm.subject(form, rules: .national)).findings
    #expect(!found.contains { ["E05", "E14"].contains($0.rule) }, "\(found.map(\.message))")
    let over = FormReview().run(
      ExampleForm.subject(form.replacing("640.4", with: "820"), rules: .national)
    ).findings
    #expect(over.contains { $0.rule == "E05" })
  }

  @Test(arguments: [
    ("人口数≥**人", "人口数（人）"), ("满意度（≥**%）", "满意度（%）"), ("成活率≥**%", "成活率（%）"), ("新增≥**个车位", "新增个车位"),
  ])
  func `the unit of a slot that goes stays apart from the name`(name: String, clean: String) throws {
    let found = try finding("C14", "产出指标/数量指标 | \(name) | ≥20")
    #expect(found.proposal?.choices.first?.edits.first?.text == clean)
  }

  @Test func `the number that a layout prints before a name is no part of it`() throws {
    let found = try finding("M02", "满意度指标/服务对象满意度指标 | 指标1学生满意度 | 满意")
    #expect(!found.message.contains("指标1"), "\(found.message)")
  }

  @Test func `words of measure are told once a row, with their scale`() throws {
    let twice = try finding("M20", "产出指标/数量指标 | 讲座场次 | 15场以上 | period=15场以上")
    #expect(twice.message == "“讲座场次”的“15场以上”按“≥15场”理解。")
    #expect(twice.proposal?.choices.first?.edits.count == 2)
    let large = try finding("M20", "效益指标/经济效益指标 | 技术交易额 | 2亿元以上")
    #expect(large.proposal?.choices.first?.edits.first?.text == "≥2亿元")
  }

  @Test func `a sign in its own column is changed there`() throws {
    let found = try finding("M11", "产出指标/成本指标 | 每场活动成本 | 3000 | operator=≥ | unit=元")
    #expect(found.proposal?.choices.first?.edits.map(\.field) == ["indicators/0/operator"])
    #expect(found.message.contains("≥3000元"))
  }

  @Test func `a name that is a sentence is told once, two clauses with one value twice`() {
    func codes(_ name: String) -> [String] {
      FormReview().run(ExampleForm.subject("产出指标/质量指标 | \(name) | 100%", rules: .national)).findings
        .map(\.rule).filter { $0 == "M17" || $0 == "M21" }
    }
    #expect(codes("建立健全管理制度并组织全体工作人员参加培训学习") == ["M17"])
    #expect(codes("参与活动的人数达到设定要求和经费充足") == ["M17", "M21"])
  }

  @Test func `a ratio of one carries the percentage that the goal promises`() throws {
    let row = "产出指标/质量指标 | 视频监控在线率 | ≥0.97比例"
    try RuleCase.silent("A08", "年度目标 视频监控在线率不低于 97%。\n\(row)").check()
    try RuleCase.speaks("A08", "年度目标 视频监控在线率不低于 98%。\n\(row)").check()
  }

  @Test func `several names that are sentences are told by name`() throws {
    let found = try finding(
      "M17",
      """
      效益指标/社会效益指标 | 提供一个职工展竞技、强素质、送温暖、聚人心的良好平台 | 是
      效益指标/社会效益指标 | 增加就业机会，提高农民收入 | 是
      """)
    #expect(found.message.contains("“增加就业机会，提高农民收入”"))
  }
}
