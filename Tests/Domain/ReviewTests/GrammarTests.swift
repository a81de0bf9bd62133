// Names, goals and reasons in words that no list foresaw: what their grammar says, and where it says nothing.
import Findings
import Model
import Review
import RuleSets
import Testing

@Suite struct GrammarTests {
  @Test(arguments: [
    // A share of quality is told by its end and a word before it.
    RuleCase.speaks("M04", "产出指标/数量指标 | 工程质量合格比例 | ≥95%"), .speaks("M04", "产出指标/数量指标 | 返工率 | ≤5%"),
    .speaks("M04", "产出指标/数量指标 | 受益村覆盖比例 | ≥95%"),
    // 完成率 says how much was done only beside a count.
    .speaks("M04", "产出指标/数量指标 | 清查完成率 | ≥95%\n产出指标/质量指标 | 审核通过率 | ≥95%"),
    .silent("M04", "产出指标/数量指标 | 清查单位 | 300家\n产出指标/数量指标 | 清查完成率 | ≥95%\n产出指标/质量指标 | 审核通过率 | ≥95%"),
    .speaks("M04", "产出指标/数量指标 | 疫苗接种率 | ≥90%\n产出指标/质量指标 | 审核通过率 | ≥95%"),
    .speaks("M04", "产出指标/数量指标 | 办理群众业务 | ≥95%\n产出指标/质量指标 | 审核通过率 | ≥95%"),
    .speaks("M04", "产出指标/数量指标 | 走访困难户 | 30户\n产出指标/数量指标 | 办理群众业务 | ≥95%\n产出指标/质量指标 | 审核通过率 | ≥95%"),
    // What is brought about or bettered is an effect, unless it is how well the work is done.
    .speaks("M06", "产出指标/质量指标 | 促进乡村旅游发展 | 明显"), .speaks("M06", "产出指标/质量指标 | 提升耕地地力水平 | 明显"),
    .speaks("M06", "产出指标/质量指标 | 带动农户增收 | ≥2000元"), .silent("M06", "产出指标/质量指标 | 提升服务质量 | 显著"),
    .silent("M06", "产出指标/质量指标 | 设备运行情况 | 良好"),
    // Harm, limits of time, and what nobody wants to bound.
    .speaks("M12", "产出指标/质量指标 | 漏报率 | ≥1%"), .silent("M12", "产出指标/质量指标 | 漏报率 | ≤1%"),
    .speaks("M12", "效益指标/社会效益指标 | 孕产妇死亡率 | ≥12/10万"), .silent("M12", "效益指标/社会效益指标 | 孕产妇死亡率 | ≤12/10万"),
    .silent("M12", "产出指标/质量指标 | 平均无故障运行时间 | ≥720小时"),
    .silent("M12", "产出指标/数量指标 | 病死畜禽无害化处理数量 | ≥2000头"),
    .speaks("M12", "产出指标/时效指标 | 故障响应时间 | ≥24小时"), .silent("M12", "产出指标/时效指标 | 公示时限 | ≥5个工作日"),
    .speaks("M12", "效益指标/社会效益指标 | 受益人数 | ≤1000人"), .silent("M12", "产出指标/数量指标 | 会议次数 | ≤10次"),
    .speaks("M12", "满意度指标/服务对象满意度指标 | 村民满意度 | ≤90%"),
    .silent("M12", "效益指标/社会效益指标 | 纠纷化解率 | ≥95%"), .speaks("M12", "效益指标/社会效益指标 | 就业率 | ≤60%"),
    // Work that is counted is no benefit; visits, people reached and healed land are.
    .speaks("M13", "效益指标/社会效益指标 | 入户走访次数 | ≥500次"), .silent("M13", "效益指标/社会效益指标 | 平台访问次数 | ≥500次"),
    .speaks("M13", "效益指标/社会效益指标 | 安装路灯 | ≥100盏"), .silent("M13", "效益指标/社会效益指标 | 改造受益户数 | ≥100户"),
    .silent("M13", "效益指标/社会效益指标 | 泊位日均周转次数 | ≥4次"), .silent("M13", "效益指标/生态效益指标 | 栽植补绿面积 | ≥5亩"),
    .speaks("M14", "效益指标/可持续影响指标 | 工程优良率 | ≥90%"), .silent("M14", "效益指标/生态效益指标 | 苗木成活率 | ≥85%"),
    .speaks("M15", "效益指标/社会效益指标 | 提高群众满意度 | ≥90%"),
    .silent("M15", "效益指标/社会效益指标 | 群众满意度提升幅度 | ≥5%"),
    // 制度, 效率 and 保障 hold the letters of shares and are none; 群众安全感 is asked for in surveys.
    .speaks("M16", "效益指标/社会效益指标 | 保障社会稳定 | ≥95%"), .silent("M16", "效益指标/社会效益指标 | 供水保障 | ≥95%"),
    .speaks("M16", "效益指标/社会效益指标 | 提升办事效率 | ≥90%"), .silent("M16", "效益指标/社会效益指标 | 公众安全感 | ≥95%"),
    .speaks("M16", "效益指标/社会效益指标 | 提升公众安全感 | ≥95%"), .speaks("M16", "效益指标/可持续影响指标 | 完善管护制度 | ≥90%"),
    .speaks("M16", "效益指标/经济效益指标 | 促进农民增收致富 | ≥95%"), .silent("M16", "效益指标/经济效益指标 | 提高亩产 | ≥90%"),
    .speaks("M03", "效益指标/社会效益指标 | 培训工种覆盖度 | 广泛"), .silent("M03", "效益指标/社会效益指标 | 社会影响程度 | 提高"),
    .silent("M03", "效益指标/社会效益指标 | 万人发案率 | ≤20起"),
    .speaks("M01", "效益指标/社会效益指标 | 营商环境 | 全县营商环境明显改善"), .silent("M01", "效益指标/社会效益指标 | 受益范围 | 全县"),
    .speaks("M02", "满意度指标/服务对象满意度指标 | 师生满意度 | ≥4.5分"),
    .silent("M02", "满意度指标/服务对象满意度指标 | 群众投诉次数 | ≤3次"),
    .silent("M05", "产出指标/质量指标 | 年度考核名次 | 前5名"),
    .speaks("M09", "产出指标/成本指标 | 资金支付率 | 100%"), .silent("M09", "产出指标/成本指标 | 成本节约率 | ≥2%"),
    .silent("M20", "产出指标/数量指标 | 接收档案 | 不少于3000卷"),
    .speaks("M20", "产出指标/数量指标 | 讲座场次 | 50余场"), .speaks("M22", "产出指标/数量指标 | 巡查次数 | ≥9次 | basis=巡查记录"),
    // Money and people put in, money that comes in.
    .speaks("M23", "产出指标/数量指标 | 宣传工作经费 | 5万元"), .silent("M23", "产出指标/数量指标 | 发放补贴资金 | 5万元"),
    .speaks("M23", "产出指标/质量指标 | 救助资金到位率 | 100%"), .speaks("M23", "产出指标/数量指标 | 投入工作人员 | 30人"),
    .silent("M23", "产出指标/数量指标 | 招商引资到账投资 | 5亿元"),
    .speaks("M24", "产出指标/成本指标 | 企业赞助收入 | ≥10万元"), .silent("M24", "产出指标/成本指标 | 资金自筹比例 | ≥20%"),
    .silent("M24", "产出指标/成本指标 | 低收入家庭补助 | ≥20万元"),
    // What a name is counted in, and what a price is paid for.
    .speaks("M25", "产出指标/数量指标 | 支出金额 | 100%"), .silent("M25", "产出指标/数量指标 | 支出金额 | 12万元"),
    .speaks("M25", "产出指标/数量指标 | 活动次数 | 300人"), .silent("M25", "产出指标/数量指标 | 资助学期数 | 2学期"),
    .speaks("M25", "产出指标/成本指标 | 每场活动成本 | ≤500元/人"), .silent("M25", "产出指标/成本指标 | 每场人均成本 | ≤50元/人"),
    .silent("M25", "产出指标/成本指标 | 每村补助标准 | ≤2万元/个"), .silent("M25", "效益指标/社会效益指标 | 平台用户数 | ≥5000人"),
    // What stands where nothing of its kind belongs.
    .speaks("M27", "产出指标/成本指标 | 带动就业人数 | ≥30人"), .silent("M27", "产出指标/成本指标 | 投入人数 | ≤5人"),
    .silent("M27", "效益指标/社会效益指标 | 减轻困难家庭教育支出 | ≥1800元/人"),
    .speaks("M27", "产出指标/成本指标 | 民宿入住率 | ≥70%"), .silent("M27", "产出指标/成本指标 | 成本节约率 | ≥5%"),
    .speaks("M27", "产出指标/成本指标 | 完成时间 | 12月底前"), .speaks("M27", "效益指标/社会效益指标 | 完成时间 | 12月底前"),
    .speaks("M27", "产出指标/质量指标 | 学员满意度 | ≥90%"), .silent("M27", "产出指标/质量指标 | 演出质量满意率 | ≥90%"),
    .silent("M27", "满意度指标/服务对象满意度指标 | 群众安全感 | ≥90%"),
  ])
  func `a name is read by its grammar`(ruleCase: RuleCase) throws { try ruleCase.check() }

  @Test(arguments: [
    RuleCase.speaks(
      "C01", "名称 林场管护\n起止 2024—2026\n预算 90000\n年度目标 巡护 300 次。\n产出指标/数量指标 | 巡护次数 | 300次 | period=900次"),
    .silent("C01", "名称 林场管护\n起止 2024—2026\n预算 90000\n年度目标 巡护 300 次。\n产出指标/数量指标 | 巡护次数 | 300次"),
    .speaks("C04", "名称 文化广场建设\n产出指标/数量指标 | 建设广场 | 2处"), .silent("C04", "产出指标/成本指标 | 总成本 | ≤2万元"),
    .speaks("C05", "名称 残疾人康复服务\n产出指标/数量指标 | 服务人数 | 20人"),
    .speaks("C05", "名称 困境妇女儿童维权服务\n产出指标/数量指标 | 服务人数 | 20人"),
    .silent("C05", "名称 物业管理服务\n产出指标/数量指标 | 服务面积 | 20平方米"),
    .speaks(
      "C10", "起止 2024—2026\n周期目标 完善藏书体系，每年开展阅读推广活动，满足群众精神文化需求。\n年度目标 完善藏书体系，开展阅读推广活动，满足群众精神文化需求。"),
    .speaks("C11", "产出指标/数量指标 | 参观活动次数 | 2次\n产出指标/数量指标 | 组织参观活动次数 | 2次"),
    .speaks("C11", "产出指标/数量指标 | 新建运动场 | 2片\n产出指标/数量指标 | 新建运动场数量 | 2片"),
    .silent("C11", "产出指标/数量指标 | 新建运动场 | 2片\n产出指标/数量指标 | 维修运动场数量 | 2片"),
    .speaks("C13", "名称 道路硬化工程\n起止 2024—2099"), .silent("C13", "名称 道路养护\n起止 2024—2099"),
    .speaks("C14", "年度目标 建成平台 1 个，数据接口□□个。"), .silent("C14", "年度目标 建成平台 1 个，数据接口 12 个。"),
    .speaks("C16", "效益指标/社会效益指标 | 设备课堂使用率 | ≥120%"), .silent("C16", "效益指标/经济效益指标 | 投资回报率 | ≥120%"),
    .speaks("A08", "年度目标 开展三场专题讲座。\n产出指标/数量指标 | 培训人数 | 20人"),
    .silent("A08", "年度目标 推进三期工程，打造五星级服务，达到一级A标准。\n产出指标/数量指标 | 培训人数 | 20人"),
    .speaks("A08", "年度目标 灾后24小时内完成救助。\n产出指标/数量指标 | 救助人数 | 20人"),
    .speaks("A08", "年度目标 满意度达到95%。\n产出指标/质量指标 | 合格率 | 95%\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90%"),
    .silent("A08", "年度目标 满意度达到95%。\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥95%"),
    .speaks("A14", "名称 空气监测站运维\n年度目标 运维监测站 12 个。\n满意度指标/服务对象满意度指标 | 受训教师满意度 | ≥90%"),
    .silent("A14", "名称 空气监测站运维\n年度目标 运维监测站 12 个。\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90%"),
    .speaks("A14", "名称 家庭医生签约服务补助\n年度目标 签约居民 16 万人。\n满意度指标/服务对象满意度指标 | 参赛运动员满意度 | ≥90%"),
    .silent("A14", "名称 全民健身运动会\n年度目标 举办 3 场比赛。\n满意度指标/服务对象满意度指标 | 参赛运动员满意度 | ≥90%"),
    .speaks("A04", "起止 2021—2027\n产出指标/数量指标 | 森林防火巡护里程 | 5万公里 | period=5万公里"),
    .silent("A04", "起止 2021—2027\n产出指标/数量指标 | 日均巡查里程 | 35公里 | period=35公里"),
    .silent("A04", "起止 2021—2027\n产出指标/数量指标 | 运营公交线路数量 | 26条 | period=26条"),
    .speaks(
      "A12", "表 部门目标\n基本支出 700000\n项目支出 300000\n其他事业发展 0\n任务 运转 | 工资 | 700000 | 正常\n任务 巡查 | 每月 | 200000 | 无事故"
    ),
    .silent("A12", "表 部门目标\n基本支出 700000\n项目支出 300000\n任务 运转 | 工资 | 700000 | 正常\n任务 巡查 | 每月 | 200000 | 无事故"),
  ])
  func `a form is read as its reviewer reads it`(ruleCase: RuleCase) throws { try ruleCase.check() }

  /// A repair that the row has completed on 20 September, and when the account has it accepted.
  private static func accepted(on account: String) -> String {
    "表 自评\n实际完成 校舍维修完成，\(account)。\n"
      + "产出指标/时效指标 | 维修完工时间 | 2024年8月31日前 | weight=10 | actual=2024年9月20日 | score=8"
  }

  private static let bought = "产出指标/数量指标 | 购置保洁车 | ≥10辆 | weight=20"

  @Test(arguments: [
    // Words that give no reason do not become one by being many.
    RuleCase.speaks("E05", "表 自评\n\(bought) | actual=8辆 | score=16 | deviation=基本按计划完成年度目标"),
    .speaks("E05", "表 自评\n\(bought) | actual=8辆 | score=16 | deviation=不存在偏差"),
    .silent("E05", "表 自评\n\(bought) | actual=8辆 | score=16 | deviation=受汛期影响，两辆未按期交付"),
    .speaks("E05", "表 自评\n\(bought) | actual=未购置 | score=0"),
    .silent("E05", "表 自评\n产出指标/成本指标 | 成本控制 | 不超预算 | weight=9 | actual=未超预算 | score=9"),
    .speaks("E05", "表 自评\n效益指标/社会效益指标 | 就医环境 | 有效改善 | weight=9 | actual=部分改善 | score=7"),
    .speaks("E15", "表 自评\n\(bought) | actual=100% | score=20"),
    .silent("E15", "表 自评\n\(bought) | actual=11辆 | score=20"),
    .speaks("E06", "表 自评\n\(bought) | actual=10辆 | score=20 | note=还有两辆在招标中"),
    .silent("E06", "表 自评\n\(bought) | actual=10辆 | score=20 | note=尾款待验收后支付"),
    .silent("E06", "表 自评\n\(bought) | actual=8辆 | score=20 | note=还有两辆在招标中"),
    .speaks("E06", "表 自评\n实际完成 改造已完工，尚待消防部门验收。\n\(bought) | actual=10辆 | score=20"),
    .speaks("E06", "表 自评\n实际完成 主体已完工，目前尚未组织竣工验收。\n\(bought) | actual=10辆 | score=20"),
    .silent("E06", "表 自评\n实际完成 已全部交付，尚未发现验收问题。\n\(bought) | actual=10辆 | score=20"),
    .speaks("E08", "表 自评\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | actual=100% | note=未出现群众投诉现象"),
    .speaks("E08", "表 自评\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | actual=100% | note=群众反映良好"),
    .silent("E08", "表 自评\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | actual=100% | note=投诉处理率100%"),
    .speaks(
      "E09",
      "表 自评\n产出指标/时效指标 | 开工时间 | 3月底前 | actual=2024年6月10日\n产出指标/时效指标 | 竣工时间 | 11月底前 | actual=2024年5月30日"),
    .silent(
      "E09",
      "表 自评\n产出指标/时效指标 | 开工时间 | 3月底前 | actual=2024年3月10日\n产出指标/时效指标 | 竣工时间 | 11月底前 | actual=2024年5月30日"),
    .speaks("E09", accepted(on: "2024年9月5日通过竣工验收")), .silent("E09", accepted(on: "2024年9月25日通过竣工验收")),
    .silent("E09", accepted(on: "计划2024年9月5日竣工验收")), .silent("E09", accepted(on: "2024年9月5日签订合同")),
    .speaks("E12", "表 自评\n资金 年度资金总额 | 500000 | 720000 | 700000 | 97.22 | 10 | 9.72"),
    .speaks(
      "E11",
      """
      表 自评
      资金 年度资金总额 | 100000 | 100000 | 99000 | 99 | 10 | 9.9
      总分 100
      \(bought) | actual=10辆 | score=20
      效益指标/社会效益指标 | 受益率 | 90% | weight=70 | actual=90% | score=70
      """
    ),
  ])
  func `a year's account is read in its own words`(ruleCase: RuleCase) throws { try ruleCase.check() }

  private func result(_ form: String) -> ReviewResult {
    FormReview().run(ExampleForm.subject(form, rules: .national))
  }

  @Test func `the money that was not spent is told once`() throws {
    let form = """
      表 自评
      资金 年度资金总额 | 200000 | 200000 | 140000 | 70 | 10 | 7
      总分 97
      产出指标/数量指标 | 检修管网长度 | ≥9公里 | weight=60 | actual=9公里 | score=60
      效益指标/社会效益指标 | 供水保证率 | ≥95% | weight=30 | actual=96% | score=30
      """
    let findings = result(form).findings
    let lead = try #require(findings.first { $0.rule == "E04" })
    #expect(!lead.message.contains("没有支出"))
    #expect(findings.contains { $0.rule == "E12" && $0.message.contains("有 6 万元没有支出") })
    let explained = result(form.replacing("| 70 | 10 | 7", with: "| 70 | 10 | 7 | 招标节约")).findings
    #expect(explained.contains { $0.rule == "E04" && $0.message.contains("还有 6 万元没有支出") })
    #expect(!explained.contains { $0.rule == "E12" })
  }

  @Test func `a sign that is to be turned is not told as understood`() {
    let codes = result("产出指标/成本指标 | 每场成本 | 不低于8万元/场").findings.map(\.rule)
    #expect(codes.contains("M11") && !codes.contains("M20"))
  }

  private static let course = """
    产出指标/数量指标 | 培训人数 | 100人
    产出指标/成本指标 | 住宿费标准 | ≤300元/人
    产出指标/成本指标 | 伙食费标准 | ≤200元/人
    """

  @Test func `several prices for one quantity are added`() throws {
    let found = try #require(result("预算 40000\n\(Self.course)").findings.first { $0.rule == "A01" })
    #expect(found.severity == .warning)
    #expect(found.message.hasPrefix("如 2 项标准都按 100 人计，100 人 × 300 元/人 + 100 人 × 200 元/人 = 5 万元"))
    #expect(result("预算 40000\n\(Self.course)").sums.isEmpty)
    #expect(!result("预算 50000\n\(Self.course)").findings.contains { $0.rule == "A01" })
    // A cost may hold the fees.
    let whole = Self.course.replacing("住宿费标准", with: "人均培训成本")
    #expect(!result("预算 40000\n\(whole)").findings.contains { $0.rule == "A01" })
  }

  @Test func `people and a price that share nothing but the unit are no sound sum`() {
    let department = "表 部门目标\n基本支出 700000\n项目支出 300000\n产出指标/数量指标 | 保障特困人员人数 | 500人"
    #expect(result("\(department)\n产出指标/成本指标 | 安全培训人均成本 | ≤300元/人").sums.isEmpty)
    #expect(result("\(department)\n产出指标/成本指标 | 特困人员供养标准 | ≤300元/人").sums.count == 1)
    let project = "预算 900000\n产出指标/数量指标 | 聘请专家人数 | 5人"
    #expect(result("\(project)\n产出指标/成本指标 | 伙食补助标准 | ≤100元/人").sums.isEmpty)
    #expect(result("\(project)\n产出指标/成本指标 | 专家评审费标准 | ≤2000元/人").sums.count == 1)
  }

  @Test func `harm is no figure to copy into a goal`() throws {
    let form = "年度 2026\n年度目标 保障系统稳定运行，提供便捷的网上办公服务。\n产出指标/数量指标 | 运维系统数量 | ≥3套\n产出指标/数量指标 | 系统故障次数 | ≤5次"
    let goal = try #require(result(form).findings.first { $0.rule == "C09" })
    #expect(goal.message.contains("运维系统数量不少于 3 套") && !goal.message.contains("故障"))
  }

  @Test func `a short goal that can be checked is a hint`() throws {
    func severity(_ goal: String) throws -> Severity? {
      let found = result("年度 2026\n年度目标 \(goal)\n产出指标/数量指标 | 培训干部人数 | ≥300人\n产出指标/数量指标 | 讲座场次 | ≥12场")
      return try #require(found.findings.first { $0.rule == "C09" }).severity
    }
    #expect(try severity("培训干部300人。") == .info)
    #expect(try severity("培训干部。") == .warning)
  }

  @Test(arguments: [
    // A share under quantity, whatever it is a share of; 完成率 beside a count stays.
    RuleCase.speaks("M04", "产出指标/数量指标 | 巡检路灯 | 300盏\n产出指标/数量指标 | 台账电子化率 | 100%"),
    .silent("M04", "产出指标/数量指标 | 巡检路灯 | 300盏\n产出指标/数量指标 | 巡检任务完成率 | 100%"),
    // What may be measured by degrees, and what only ends like it.
    .speaks("M03", "效益指标/社会效益指标 | 居民办事便捷度 | 明显提升"), .silent("M03", "产出指标/质量指标 | 工作制度 | 完善"),
    .silent("M03", "产出指标/数量指标 | 新修步道长度 | ≥3公里"), .silent("M03", "效益指标/社会效益指标 | 影响程度 | 较大"),
    // 及时 has no number and no time.
    .speaks("M01", "产出指标/时效指标 | 物资发放 | 及时"), .speaks("M07", "产出指标/时效指标 | 物资发放 | 及时"),
    .speaks("M07", "产出指标/时效指标 | 服务站点覆盖率 | 100%"), .silent("M07", "产出指标/时效指标 | 资金到位率 | 100%"),
    .silent("M07", "产出指标/时效指标 | 工单按期处置率 | ≥95%"),
    // The end of the name says what is counted.
    .speaks("M12", "产出指标/质量指标 | 路灯抢修合格率 | ≤95%"), .silent("M12", "产出指标/质量指标 | 抢修返工率 | ≤2%"),
    .speaks("M16", "效益指标/生态效益指标 | 节约用电 | ≥95%"), .silent("M16", "效益指标/生态效益指标 | 节约用电 | ≥5%"),
    // Two explanations of one name are one indicator; a short name lets them count.
    .speaks(
      "C11",
      "产出指标/质量指标 | 结业合格率 | ≥95% | description=合格占比\n产出指标/质量指标 | 结业合格率 | ≥95% | description=占人数几成"),
    // The year's own column holds the year's own days.
    .speaks(
      "A13", "年度 2026\n起止 2025—2027\n产出指标/时效指标 | 完工时间 | 2027年1月底前 | period=2027年12月底前"),
    .silent("A13", "年度 2026\n起止 2025—2027\n产出指标/时效指标 | 完工时间 | 2027年1月底前"),
    // 条 counts roads, 期 counts courses.
    .speaks("A08", "年度目标 整修巷道 6 条，改善出行。\n产出指标/数量指标 | 安装路灯 | ≥40盏"),
    .speaks("A08", "年度目标 举办电工培训班 4 期，提高技能。\n产出指标/数量指标 | 安装路灯 | ≥40盏"),
    .silent("A08", "年度目标 分 2 期整修巷道，改善出行。\n产出指标/数量指标 | 安装路灯 | ≥40盏"),
    // A trade that earns is nobody whom the project is for.
    .silent("A14", "名称 乡村道路养护\n年度目标 养护乡村道路，方便村民出行。\n效益指标/经济效益指标 | 沿路文旅收入 | ≥300万元"),
    // Work in 亩 is part of the period; land that is sown may be another every year.
    .speaks("A03", "起止 2025—2027\n产出指标/数量指标 | 扎设草方格 | ≥900亩 | period=≥800亩"),
    .silent("A03", "起止 2025—2027\n产出指标/数量指标 | 油菜播种面积 | ≥900亩 | period=≥800亩"),
    // A price and the months it is paid for in one cell.
    .speaks("A01", "预算 200000\n产出指标/数量指标 | 聘用护林员 | 20人\n产出指标/成本指标 | 护林员报酬 | 2000元/人·月×10个月"),
    .silent("A01", "预算 400000\n产出指标/数量指标 | 聘用护林员 | 20人\n产出指标/成本指标 | 护林员报酬 | 2000元/人·月×10个月"),
    // Of several quantities a price is for the one that it names.
    .speaks(
      "A01",
      """
      预算 1000000
      产出指标/数量指标 | 花生投保面积 | 4万亩
      产出指标/数量指标 | 油菜投保面积 | 3万亩
      成本指标/经济成本指标 | 花生保费补贴标准 | 20元/亩
      成本指标/经济成本指标 | 油菜保费补贴标准 | 15元/亩
      """),
    // What is missed is harm, whatever it is that is missed; a time in words is a time.
    .speaks("M12", "产出指标/质量指标 | 漏巡率 | ≥2%"), .silent("M12", "产出指标/质量指标 | 漏巡率 | ≤2%"),
    .silent("M07", "产出指标/时效指标 | 检测结果公示 | 当日"), .silent("M01", "产出指标/时效指标 | 检测结果公示 | 当日"),
    .speaks("M13", "效益指标/社会效益指标 | 沿街悬挂横幅 | ≥60条"), .speaks("M09", "产出指标/成本指标 | 经费支用进度 | ≥95%"),
    .speaks("M24", "产出指标/成本指标 | 慈善善款 | ≥20万元"),
    .speaks("E08", "表 自评\n满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | actual=100% | note=全年没有村民提意见"),
    .speaks(
      "E06", "表 自评\n实际完成 桥面正在铺装，引道已完成。\n产出指标/数量指标 | 重建便桥 | 1座 | weight=20 | actual=1座 | score=20"),
    .speaks("A12", "表 部门目标\n基本支出 200000\n项目支出 100000\n其他事业发展 30000\n任务 巡查 | 每月 | 150000 | 无"),
    // Points are rounded to a tenth at most.
    .speaks("E11", "表 自评\n资金 年度资金总额 | 200000 | 200000 | 191000 | 95.5 | 10 | 10"),
  ])
  func `a name is read to its end and a cell by its column`(ruleCase: RuleCase) throws {
    try ruleCase.check()
  }
}
