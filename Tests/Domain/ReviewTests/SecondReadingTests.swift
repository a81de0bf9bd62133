// What a second reader's forms brought to light: days, plain counters, works, rough figures, zeros, income.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@Suite struct SecondReadingTests {
  private static let meals = """
    产出指标/数量指标 | 受益学生人数 | 6320人
    产出指标/成本指标 | 营养膳食补助标准 | 5元/人/天
    """
  private static let posts = """
    产出指标/数量指标 | 购买社工岗位数 | 10个
    产出指标/成本指标 | 社工岗位成本 | ≤9万元/岗/年
    """
  private static let pupils = """
    产出指标/数量指标 | 资助小学生人数 | 1120人
    产出指标/数量指标 | 资助初中生人数 | 860人
    产出指标/成本指标 | 小学生补助标准 | 1000元/生·年
    产出指标/成本指标 | 初中生补助标准 | 1250元/生·年
    """
  private static let road = """
    产出指标/数量指标 | 实施安防工程里程 | 60公里
    产出指标/数量指标 | 安装波形护栏 | 42000延米
    产出指标/成本指标 | 每公里造价 | ≤8万元/公里
    产出指标/成本指标 | 波形护栏单价 | ≤110元/延米
    """
  private static let days = "产出指标/数量指标 | 全年供餐天数 | 200天"

  @Test(arguments: [
    // A price a day is paid for the days that are printed; nobody guesses them.
    RuleCase.speaks("A01", "预算 6000000\n\(meals)\n\(days)"), .silent("A01", "预算 6320000\n\(meals)\n\(days)"),
    .silent("A01", "预算 6000000\n\(meals)"),
    .silent("A01", "预算 6000000\n\(meals)\n产出指标/时效指标 | 补助到账天数 | ≤200天"),
    // 岗 and 村 are what the plain counter counts, 生 is a person.
    .speaks("A01", "预算 800000\n\(posts)"), .silent("A01", "预算 900000\n\(posts)"),
    .silent("A01", "预算 800000\n产出指标/数量指标 | 服务站点数 | 10个\n产出指标/成本指标 | 社工岗位成本 | ≤9万元/岗/年"),
    .speaks("A01", "预算 2000000\n\(pupils)"), .silent("A01", "预算 2195000\n\(pupils)"),
    // People who are reached are not those who are paid for; a whole price holds the prices of its parts.
    .silent("A01", "预算 200000\n产出指标/数量指标 | 受益群众人数 | ≥5万人\n产出指标/成本指标 | 人均培训成本 | ≤300元/人"),
    .speaks("A01", "预算 200000\n产出指标/数量指标 | 受益农户户数 | 1200户\n产出指标/成本指标 | 户均奖补标准 | 2000元/户"),
    .speaks("A01", "预算 20000\n产出指标/数量指标 | 受益学生人数 | 200人\n产出指标/成本指标 | 学生餐标准 | ≤200元/人"),
    .silent("A01", "预算 4800000\n\(road)"), .speaks("A01", "预算 6000000\n\(road)"),
    .speaks(
      "A01",
      """
      预算 4300000
      产出指标/数量指标 | 专职消防员 | 52名
      产出指标/数量指标 | 执勤车辆 | 6台
      产出指标/成本指标 | 消防员人均年经费 | ≤8万元/人·年
      产出指标/成本指标 | 车辆运行费 | ≤5万元/台
      """),
    // 保护单位 is a thing that is counted, 单位成本 is none.
    .speaks("A01", "预算 1800000\n产出指标/数量指标 | 修缮文物保护单位 | 3处\n产出指标/成本指标 | 单处修缮成本 | ≤70万元/处"),
    .silent("A01", "预算 1800000\n产出指标/数量指标 | 单位面积播种 | 3处\n产出指标/成本指标 | 单处修缮成本 | ≤70万元/处"),
    // Works add up over the years; the same land every year does not.
    .speaks("A03", "起止 2024—2025\n产出指标/数量指标 | 高标准农田建设面积 | 8000亩 | period=6000亩"),
    .silent("A03", "起止 2024—2025\n产出指标/数量指标 | 水稻播种面积 | 8000亩 | period=6000亩"),
    .silent("A03", "起止 2024—2025\n产出指标/数量指标 | 改造道路日常养护里程 | 80公里 | period=60公里"),
    .speaks("A04", "起止 2024—2025\n产出指标/数量指标 | 硬化田间道路 | 12.6公里 | period=12.6公里"),
    .silent("A04", "起止 2024—2025\n产出指标/数量指标 | 公路养护里程 | 12.6公里 | period=12.6公里"),
    // The same digits with another kind of unit carry nothing.
    .speaks("A08", "年度目标 新建图书室并配备图书 2 万册。\n效益指标/社会效益指标 | 受益居民人数 | ≥2万人"),
    .silent("A08", "年度目标 新建图书室并配备图书 2 万册。\n产出指标/数量指标 | 配备图书 | ≥2万册"),
    .silent("A08", "年度目标 服务群众 300 人。\n产出指标/数量指标 | 服务人次 | ≥300人次"),
    .speaks(
      "A08",
      "年度目标 新发展种植基地 3000 亩。\n产出指标/数量指标 | 种植面积 | 2000亩\n效益指标/经济效益指标 | 户均增收 | ≥3000元"),
    // Land that is made better adds up; land that is sown does not.
    .speaks("A03", "起止 2024—2026\n产出指标/数量指标 | 改善灌溉面积 | ≥8600亩 | period=≥0.8万亩"),
    .silent("A03", "起止 2024—2026\n产出指标/数量指标 | 改善灌溉面积 | ≥7600亩 | period=≥0.8万亩"),
    // A name that lists two parts, each with its price; a price that may hold the other is no part.
    .speaks(
      "A01",
      "名称 教师公寓装修和家具配置\n预算 1600000\n产出指标/数量指标 | 装修公寓套数 | 24套\n产出指标/数量指标 | 移交公寓 | 24套\n"
        + "产出指标/成本指标 | 公寓装修成本 | ≤6.5万元/套\n产出指标/成本指标 | 家具配置成本 | ≤1.2万元/套"),
    .silent(
      "A01",
      "名称 教师公寓装修\n预算 1600000\n产出指标/数量指标 | 装修公寓套数 | 24套\n"
        + "产出指标/成本指标 | 公寓装修成本 | ≤6.5万元/套\n产出指标/成本指标 | 家具配置成本 | ≤1.2万元/套"),
    // What the tasks tell of an activity, at most, against the indicator that counts it.
    .speaks(
      "A12",
      "表 部门目标\n任务 下乡 | 送戏下乡演出 80 场。 | 10 | 好\n任务 广场 | 群众演出 40 场。 | 10 | 好\n任务 推介 | 推介会 6 次。 | 10 | 好\n"
        + "产出指标/数量指标 | 文化演出场次 | ≥150场"),
    .silent(
      "A12",
      "表 部门目标\n任务 下乡 | 送戏下乡演出 80 场。 | 10 | 好\n任务 广场 | 群众演出 40 场。 | 10 | 好\n任务 节庆 | 灯会 30 场。 | 10 | 好\n"
        + "产出指标/数量指标 | 文化演出场次 | ≥150场"),
    .silent(
      "A12",
      "表 部门目标\n任务 下乡 | 送戏下乡演出 80 场，其他演出 70 场。 | 10 | 好\n任务 广场 | 群众演出 40 场。 | 10 | 好\n"
        + "产出指标/数量指标 | 文化演出场次 | ≥250场"),
    // Growers of one crop stand along no road.
    .speaks("A14", "名称 政务数据共享平台\n年度目标 接入单位 36 家。\n满意度指标/服务对象满意度指标 | 种粮大户满意度 | ≥90%"),
    .silent("A14", "名称 粮食产能提升\n年度目标 增产 36 万斤。\n满意度指标/服务对象满意度指标 | 种粮大户满意度 | ≥90%"),
    // A goal of another project above rows of this one.
    .speaks(
      "A16",
      "名称 农贸市场保洁\n年度目标 全年组织文艺汇演，丰富群众节日文化生活。\n产出指标/数量指标 | 市场保洁面积 | 900平方米\n"
        + "产出指标/质量指标 | 保洁达标率 | ≥95%\n效益指标/社会效益指标 | 市场摊位规范经营率 | ≥95%"),
    .silent(
      "A16",
      "名称 农贸市场保洁\n年度目标 全年做到摊位规范、地面整洁，群众买菜放心。\n产出指标/数量指标 | 市场保洁面积 | 900平方米\n"
        + "产出指标/质量指标 | 保洁达标率 | ≥95%\n效益指标/社会效益指标 | 市场摊位规范经营率 | ≥95%"),
    // 5G, 1:5 and 3个片区 name things and places.
    .silent("A08", "年度目标 按照 1:5 比例，在 3 个片区完成 5G 基站巡查 240 次。\n产出指标/数量指标 | 巡查次数 | ≥240次"),
    .speaks("A08", "年度目标 在 3 个片区完成 5G 基站巡查 260 次。\n产出指标/数量指标 | 巡查次数 | ≥240次"),
    // So many for each of others is in the total.
    .silent("A08", "年度目标 每家每月检测不少于 100 批次。\n产出指标/数量指标 | 检测批次 | ≥13200批次"),
    .speaks("A08", "年度目标 检测不少于 100 批次。\n产出指标/数量指标 | 检测批次 | ≥13200批次"),
    // After the project's end nothing of it is left but to settle.
    .speaks("A13", "年度 2025\n起止 2025—2025\n产出指标/时效指标 | 设备安装时间 | 2026年3月底前"),
    .silent("A13", "年度 2025\n起止 2025—2025\n产出指标/时效指标 | 竣工验收时间 | 2026年3月底前"),
    .silent("A13", "年度 2025\n起止 2025—2026\n产出指标/时效指标 | 设备安装时间 | 2026年3月底前"),
    // A village is where farmers live.
    .silent(
      "A14", "名称 干部驻村工作\n年度目标 选派干部职工到 18 个行政村驻点。\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90%"),
    .speaks(
      "A14", "名称 机关干部职工体检\n年度目标 组织干部职工体检 200 人。\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90%"),
    // Controlled in words is no figure, controlled within a bound is one that facts can contradict.
    .speaks("M01", "效益指标/生态效益指标 | 水土流失治理 | 有效控制"),
    .silent("M01", "效益指标/社会效益指标 | 安全事故 | 控制在上级下达范围内"),
    // A class that a standard sets is a fact.
    .silent("M01", "效益指标/生态效益指标 | 考核断面水质类别 | 达到Ⅲ类"),
    .silent("M01", "产出指标/质量指标 | 出水水质 | 一级A标准"), .speaks("M01", "产出指标/质量指标 | 出水水质 | 等级优良"),
    .speaks("M06", "产出指标/质量指标 | 提升传承人荣誉感 | 有效提升"),
    .speaks("M06", "产出指标/质量指标 | 保障群众饮食安全 | 有力保障"),
    .silent("M06", "效益指标/社会效益指标 | 提升传承人荣誉感 | 有效提升"),
    .speaks("M06", "产出指标/质量指标 | 提升群众法治意识 | ≥90%"),
    .speaks("M12", "效益指标/生态效益指标 | 露天焚烧火点数 | ≥5个"),
    .silent("M12", "效益指标/生态效益指标 | 露天焚烧火点处置率 | ≥95%"),
    // Where paying is the work.
    .silent("M08", "名称 专项债券付息\n产出指标/时效指标 | 利息支付及时率 | 100%"),
    .speaks("M08", "名称 志愿服务活动\n产出指标/时效指标 | 资金支付及时率 | 100%"),
    .speaks("M12", "产出指标/质量指标 | 食品安全事故起数 | ≥0起"),
    .silent("M12", "产出指标/质量指标 | 食品安全事故起数 | 0起"),
    // What goes wrong in checking is harm; what checking finds is its work.
    .speaks("M12", "产出指标/质量指标 | 火情核查差错起数 | ≥2起"),
    .silent("M12", "产出指标/质量指标 | 核查发现差错起数 | ≥2起"),
    .speaks("M27", "产出指标/成本指标 | 按照合同约定组织施工 | ≤124000元/所"),
    .silent("M27", "产出指标/成本指标 | 按照合同约定支付工程款 | ≤124000元/所"),
    .speaks("M16", "效益指标/社会效益指标 | 生活自理能力提升 | ≥80%"),
    .silent("M16", "效益指标/经济效益指标 | 生产能力提升 | ≥5%"),
    .silent("M16", "效益指标/生态效益指标 | 化肥农药减量 | ≥2%"),
    .speaks("M16", "效益指标/社会效益指标 | 居民文明水平 | ≥90%"),
    .silent("M16", "效益指标/社会效益指标 | 居民健康素养水平 | ≥25%"),
    .silent("A07", "产出指标/质量指标 | 免疫抗体合格率 | ≥70%"),
    .speaks("A07", "产出指标/质量指标 | 免疫接种合格率 | ≥70%"),
    .speaks("M24", "成本指标/经济成本指标 | 争取上级资金 | ≥500万元"),
    .silent("M24", "效益指标/经济效益指标 | 争取上级资金 | ≥500万元"),
    // Money that is given to people goes out.
    .silent("M24", "产出指标/成本指标 | 困难学生资助标准 | 1000元"),
    .silent("M24", "产出指标/成本指标 | 捐赠物资运输费 | 3万元"), .silent("M24", "产出指标/成本指标 | 社会捐赠支出 | ≤3万元"),
    .speaks("M24", "产出指标/成本指标 | 企业捐赠资金 | 20万元"),
    .silent("C15", "效益指标/经济效益指标 | 投入产出比 | ≥1.1"), .speaks("C15", "效益指标/经济效益指标 | 带动产值 | ≥1.1"),
    .silent("M16", "效益指标/经济效益指标 | 投入产出比 | 1:3"),
    .speaks("M20", "产出指标/数量指标 | 建设停车泊位 | 约500个"),
    .silent("M20", "产出指标/数量指标 | 建设停车泊位 | 500个"),
    // A market is a place, no event; more than all of them is no share of them.
    .silent("M25", "产出指标/数量指标 | 快检农贸市场数 | 11家"), .speaks("M25", "产出指标/数量指标 | 演出场数 | 11家"),
    .speaks("M25", "产出指标/数量指标 | 农村改厕户数 | 1200 | operator=≥ | unit=%"),
    .silent("M25", "产出指标/数量指标 | 农村改厕户数 | 1200 | operator=≥ | unit=户"),
    .speaks("M26", "产出指标/数量指标 | 开展展演活动（6场） | ≥4场"),
    .silent("M26", "产出指标/数量指标 | 开展展演活动（6场） | ≥6场"),
    .silent("M26", "产出指标/数量指标 | 培训人数（每期50人） | ≥200人"),
    .silent("M26", "产出指标/数量指标 | 培训人数（含线上80人） | ≥200人"),
  ])
  func `a rule speaks where a reviewer would and is silent elsewhere`(ruleCase: RuleCase) throws {
    try ruleCase.check()
  }

  private func result(_ form: String) -> ReviewResult {
    FormReview().run(ExampleForm.subject(form, rules: .national))
  }

  @Test func `a sum with days is told as it is worked out`() {
    let sums = result("预算 6320000\n\(Self.meals)\n\(Self.days)").sums
    #expect(sums.map(\.message) == ["勾稽相符：6,320 人 × 5 元/人·天 × 200 天 = 632 万元，占预算 632 万元的 100%。"])
  }

  @Test func `a large price is told in the unit that people say`() throws {
    let found = try #require(result("预算 800000\n\(Self.posts)").findings.first { $0.rule == "A01" })
    #expect(found.message.contains("10 个 × 9 万元/岗 = 90 万元"))
  }

  @Test func `a sum that is a small part of the money says so`() {
    let sums = result(
      "预算 200000\n产出指标/数量指标 | 资助传承人 | 10名\n产出指标/数量指标 | 展演场次 | 6场\n产出指标/成本指标 | 资助标准 | 5000元/人"
    ).sums
    #expect(sums.count == 1 && sums[0].message.hasSuffix("在预算 20 万元以内，占 25%。"), "\(sums)")
  }

  @Test func `a share that is none is not also told as misplaced`() {
    let codes = result("产出指标/质量指标 | 自来水普及率 | ≥20个").findings.map(\.rule)
    #expect(codes.contains("M03") && !codes.contains("M05"))
    #expect(result("产出指标/质量指标 | 培育主体个数 | ≥20个").findings.map(\.rule).contains("M05"))
  }

  @Test func `a rate in words is told once`() {
    let late = result("产出指标/时效指标 | 整改及时率 | 及时").findings.map(\.rule)
    #expect(late.contains("M03") && !late.contains("M07"))
    let content = result("满意度指标/服务对象满意度指标 | 服务对象 | 满意").findings.map(\.rule)
    #expect(content.contains("M02") && !content.contains("M27"))
  }

  @Test func `points outside their band and complaints in place of a survey are told once`() {
    let form = """
      表 自评
      效益指标/社会效益指标 | 丰富文化生活 | 有效丰富 | weight=25 | actual=部分达成预期指标 | score=25
      满意度指标/服务对象满意度指标 | 群众满意度 | ≥90% | weight=10 | actual=全年无投诉 | score=10
      """
    let codes = Set(result(form).findings.map(\.rule))
    #expect(codes.isSuperset(of: ["E08", "E10"]) && codes.isDisjoint(with: ["E14", "E15"]))
    let unread = "表 自评\n产出指标/数量指标 | 文化活动场次 | ≥30场 | weight=20 | actual=已完成 | score=20"
    #expect(result(unread).findings.contains { $0.rule == "E15" })
  }

  @Test func `the total that is proposed holds with the execution's right score`() throws {
    let form = """
      表 自评
      资金 年度资金总额 | 100000 | 100000 | 82000 | 82 | 10 | 9.2
      总分 98.2
      产出指标/数量指标 | 栽植树苗 | ≥600株 | weight=60 | actual=600株 | score=60
      效益指标/生态效益指标 | 成活率 | ≥85% | weight=30 | actual=88% | score=30
      """
    let wrong = result(form.replacing("总分 98.2", with: "总分 97.2")).findings
    let total = try #require(wrong.first { $0.fields == ["totalScore"] && $0.rule == "E11" })
    #expect(total.message.hasSuffix("请核对，预算执行改为 8.2 分后，总分应为 98.2 分。"), "\(total.message)")
  }

  @Test func `a forecast day is read in the form's year`() {
    func codes(_ forecast: String) -> [String] {
      result("表 监控\n年度 2025\n产出指标/时效指标 | 主体完工时间 | 11月底前 | actual=施工中 | forecast=\(forecast)").findings.map(
        \.rule)
    }
    #expect(codes("12月底").contains("E05"))
    #expect(!codes("11月20日").contains("E05"))
  }

  @Test func `advice for words fits the kind of benefit`() throws {
    func advice(_ row: String) throws -> String {
      try #require(result(row).findings.first { $0.rule == "M01" }).message
    }
    #expect(try advice("名称 退牧还草\n效益指标/可持续影响指标 | 草原生态系统稳定性 | 稳步提升").hasSuffix("例如受益人数、知晓率、参与率。"))
    #expect(try advice("名称 退牧还草\n效益指标/生态效益指标 | 耕地地力 | 稳定提高").hasSuffix("例如达标率、治理面积、减排量。"))
  }
}
