// Invented records with any fields filled or blank, the same for the same seed.
import Model
import Quantities
import TableProbes

/// Makes records of all kinds out of invented words.
final class InventedRecords {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  func form(_ kind: FormKind) -> Form {
    switch kind {
    case .projectTarget: .projectTarget(projectTarget())
    case .departmentTarget: .departmentTarget(departmentTarget())
    case .projectMonitoring: .projectMonitoring(outcome(isMonitoring: true, isOfDepartment: false))
    case .projectSelfEvaluation: .projectSelfEvaluation(outcome(isMonitoring: false, isOfDepartment: false))
    case .departmentSelfEvaluation:
      .departmentSelfEvaluation(outcome(isMonitoring: false, isOfDepartment: true))
    }
  }

  // MARK: Small choices

  private func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private func perhaps<T>(_ value: @autoclosure () -> T, _ percent: Int = 75) -> T? {
    chance(percent) ? value() : nil
  }

  private func money() -> Money {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: Money(fen: 0)
    case 1: Money(fen: Int64.random(in: 1...99_999, using: &random))
    case 2: Money(fen: Int64.random(in: 1...9_999, using: &random) * 1_000_000)
    default: Money(fen: Int64.random(in: 1...99_999_999_999, using: &random))
    }
  }

  private static let places = ["云岭镇", "青石县", "临溪市", "白鹭区", "望江街道"]
  private static let offices = ["水利所", "文化站", "教育局", "农业农村局", "民政办公室", "残疾人联合会"]
  private static let works = [
    "河道清淤", "古树保护", "老人食堂补助", "2025年村道养护", "“小候鸟”夏令营", "图书下乡", "项目支出绩效管理", "基本支出", "AI助农", "防汛物资（二期）",
  ]
  private static let sentences = [
    "完成年度任务，群众得到实惠。", "1、清淤河道12公里；\n2、加固堤防3处。", "全年开展活动不少于20场，参加人员达到1000人次以上。",
    "（一）办好夏令营。\n（二）慰问困难家庭30户。", "目标1：保持古树成活率95%以上。\n目标2：建档立卡。", "2025年底前全部完工", "年度目标完成情况良好", "无",
    "按月发放补助，标准为每人每月300元",
  ]
  private static let names = [
    "清淤长度", "古树成活率（%）", "补助发放及时率", "活动场次", "群众满意度", "每场成本", "指标1：带动就业人数", "参加人数/场",
    "项目完成时间", "慰问困难家庭30户", "数量", "其他资金到位率", "生态环境改善情况", "★重点村覆盖数", "图书册数(万册)",
  ]
  private static let values = [
    "≥12公里", "100%", "≤300元/人", "2025年12月底前", "有效提升", "=95%", "30人次以上", "15场", "良好", "≥90", "3-5个", "长期", "0",
    "是",
  ]

  private func party() -> Party {
    let name = pick(Self.places) + pick(Self.offices)
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: Party(code: pick(["713001", "219", "042005", "A0131"]), name: name)
    case 1: Party()
    default: Party(name: name)
    }
  }

  private func project() -> Project {
    var project = Project()
    project.name = pick(Self.works) + "项目"
    project.code = perhaps(pick(["13020825P00002310001R", "51010025T000000123456"]), 40)
    project.category = perhaps(pick(["其他运转类", "特定目标类（部门职能类）", "其他事业发展性支出"]))
    project.tier = perhaps("二级项目")
    project.startYear = perhaps(pick([2022, 2024, 2025]))
    project.endYear = perhaps(pick([2025, 2026, 2099]))
    return project
  }

  private func year() -> Int? { perhaps(pick([2023, 2024, 2025, 2026])) }

  private func sentence() -> String { pick(Self.sentences) }

  // MARK: Indicators

  private static let branches: [(String, [String])] = [
    ("成本指标", ["经济成本指标", "社会成本指标", "生态环境成本指标"]),
    ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]),
    ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
    ("满意度指标", ["服务对象满意度指标"]),
  ]

  private func indicators(_ fill: (InventedRecords, inout Indicator) -> Void) -> [Indicator] {
    var indicators: [Indicator] = []
    for (level1, level2s) in Self.branches where chance(80) {
      for level2 in level2s where chance(60) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          var indicator = Indicator()
          indicator.level1 = level1
          indicator.level2 = level2
          indicator.name = pick(Self.names)
          fill(self, &indicator)
          indicators.append(indicator)
        }
      }
    }
    return indicators
  }

  private func value() -> String? { perhaps(pick(Self.values), 90) }

  // MARK: Kinds

  private func projectTarget() -> ProjectTarget {
    var form = ProjectTarget()
    form.title = perhaps(
      pick(["云岭镇财政项目支出绩效目标批复表", "项目绩效目标表", "2025年项目支出绩效目标申报表", "3.老人食堂补助绩效目标表"]), 90)
    form.fiscalYear = form.title?.hasPrefix("2025") == true ? 2025 : year()
    form.project = project()
    form.department = party()
    form.unit = party()
    form.budget.total = perhaps(money(), 90)
    form.budget.fiscal = perhaps(money(), 50)
    form.budget.other = perhaps(money(), 40)
    form.fundUse = perhaps(sentence(), 40)
    if chance(50) {
      form.spendingPlan = pick([[3, 6, 10, 12], [6, 9, 12], [12], [1, 2, 3, 4, 5, 6, 7]]).map {
        PlannedShare(month: $0, percent: perhaps(pick(["20", "60", "100", "12.5"])))
      }
    }
    form.goals = Goals(period: perhaps(sentence(), 60), annual: perhaps(sentence(), 90))
    form.approval = Approval(
      authority: perhaps(pick(["云岭镇财政分局", "青石县财政局（预算科）"]), 50), opinion: perhaps(sentence(), 50))
    form.indicators = indicators { records, indicator in
      indicator.annualValue = records.value()
      indicator.periodValue = records.perhaps(records.pick(Self.values), 50)
      if records.chance(20) {
        indicator.operator = records.pick(["≥", "≤", "=", "定性"])
        indicator.annualValue = records.pick(["95", "12", "300"])
        indicator.unit = records.pick(["%", "个", "元/人"])
      }
      indicator.description = records.perhaps("按实际完成数计算", 30)
      indicator.basis = records.perhaps("年初计划", 30)
      indicator.weight = records.perhaps("10", 30)
      indicator.direction = records.perhaps("正向指标", 20)
    }
    return form
  }

  private func departmentTarget() -> DepartmentTarget {
    var form = DepartmentTarget()
    form.title = perhaps(pick(["云岭镇部门整体预算绩效目标批复表", "部门整体绩效目标"]), 90)
    form.fiscalYear = year()
    form.department = party()
    form.staff = perhaps(pick([0, 4, 120]))
    form.subordinateUnits = perhaps(pick([0, 3]))
    form.budget.basic = perhaps(money())
    form.budget.project = perhaps(money())
    form.budget.fiscal = perhaps(money())
    form.budget.other = perhaps(money())
    form.budget.specialFunds = perhaps(money())
    form.budget.otherDevelopment = perhaps(money())
    form.budget.cityLevel = perhaps(money())
    form.budget.transfers = perhaps(money())
    form.goals = Goals(period: perhaps(sentence(), 30), annual: perhaps(sentence(), 90))
    for work in Self.works where chance(40) {
      form.tasks.append(
        DepartmentTask(
          name: work, content: sentence(), funds: perhaps(money()), expected: perhaps(sentence())))
    }
    for (number, work) in Self.works.prefix(3).enumerated() where chance(50) {
      form.subgoals.append(
        Subgoal(
          name: "（\(["一", "二", "三"][number])）\(work)", goal: sentence(), indicators: "完成率，任务完成情况大于等于95%。"))
    }
    if chance(50) { form.measures = ["（一）加强组织领导，落实责任。", "1、完善制度建设。健全管理办法。"] }
    form.approval = Approval(authority: perhaps("云岭镇财政分局", 50), opinion: perhaps(sentence(), 30))
    form.indicators = indicators { records, indicator in
      indicator.annualValue = records.value()
      indicator.periodValue = records.perhaps(records.pick(Self.values), 60)
      indicator.weight = records.perhaps("5", 20)
    }
    return form
  }

  private func outcome(isMonitoring: Bool, isOfDepartment: Bool) -> SelfEvaluation {
    var form = SelfEvaluation()
    let titles =
      isMonitoring ? ["项目支出绩效目标执行监控表"] : isOfDepartment ? ["部门整体支出绩效自评表"] : ["2025年度项目支出绩效自评表", "项目支出绩效自评表"]
    form.title = perhaps(pick(titles), 90)
    form.fiscalYear = form.title?.hasPrefix("2025") == true ? 2025 : year()
    if !isOfDepartment {
      form.project = project()
      form.unit = party()
    }
    form.department = party()
    if chance(85) {
      for source in ["年度资金总额", "当年财政拨款", "上年结转资金", "其他资金"] where chance(80) {
        var row = FundRow()
        row.source = source
        row.initial = perhaps(money())
        row.adjusted = perhaps(money(), isMonitoring ? 20 : 75)
        row.executed = perhaps(money())
        row.rate = perhaps(pick(["100.00", "47.5", "0"]))
        row.forecast = isMonitoring ? perhaps(money()) : nil
        row.weight = isMonitoring ? nil : perhaps("10", 40)
        row.score = isMonitoring ? nil : perhaps("8.62", 40)
        row.note = perhaps("按进度支付", 10)
        form.funds.append(row)
      }
    }
    form.expectedGoal = perhaps(sentence(), 90)
    form.actualGoal = perhaps(sentence(), isMonitoring ? 20 : 80)
    form.totalScore = isMonitoring ? nil : perhaps(pick(["96.5", "100", "88"]))
    form.grade = isMonitoring ? nil : perhaps(pick(["优", "良", "中", "差"]), 50)
    form.conclusion = perhaps(sentence(), 30)
    form.problems = perhaps(sentence(), 30)
    form.measures = perhaps(sentence(), 30)
    form.indicators = indicators { records, indicator in
      indicator.annualValue = records.value()
      indicator.actualValue = records.perhaps(records.pick(Self.values), 80)
      indicator.deviation = records.perhaps("招标推迟，已整改", 20)
      if isMonitoring {
        indicator.forecastValue = records.value()
        indicator.likelihood = records.perhaps(records.pick(["确定能", "有可能", "完全不可能"]))
        indicator.note = records.perhaps("七月补报", 20)
      } else {
        indicator.weight = records.perhaps(records.pick(["10", "12.5"]))
        indicator.score = records.perhaps(records.pick(["10", "7.25"]))
        indicator.description = records.perhaps("按台账统计", 20)
        indicator.basis = records.perhaps("行业标准", 20)
      }
    }
    return form
  }
}
