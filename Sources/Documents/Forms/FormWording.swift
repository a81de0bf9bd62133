// What the official layouts print beside the records: labels, heads, lines.
import Review
import RuleSets

/// Everything that a layout prints beside the record's own texts.
enum FormWords {
  static let draft = "草稿"
  static let approvalMark = "批复"
  static let applicationMark = "申报"
  static let scoresMark = "评价"
  static let qualitative = "定性"
  static let hundred = "100"
  static let percentSign = "%"
  static let yuan = "元"
  static let tenThousandYuan = "万元"
  static let monthEnd = "月底"
  static let indent = "　　"

  // MARK: Heads of forms

  static let projectName = "项目名称"
  static let projectCode = "项目编码"
  static let category = "项目类型"
  static let tier = "项目等级"
  static let department = "主管部门"
  static let departmentAndCode = "主管部门及代码"
  static let departmentName = "部门名称"
  static let spendingUnit = "用款单位"
  static let actingUnit = "实施单位"
  static let unitName = "单位名称"
  static let span = "实施周期"
  static let startYear = "起始年度"
  static let endYear = "到期年度"
  static let projectProperty = "项目属性"
  static let propertyChoices = "□新增项目　□延续项目"
  static let projectTerm = "项目期"
  static let basics = "基本信息"
  static let staff = "财政供养人员数"
  static let subordinateUnits = "下属二级单位数"

  static func yearLine(_ year: String) -> String { "（\(year)年度）" }
  static func span(_ start: Int, _ end: Int) -> String { "\(start)年—\(end)年" }
  static func bracketed(_ code: String, behind name: String) -> String { "\(name)（\(code)）" }
  static func unitLine(_ unit: String) -> String { "预算单位：\(unit)" }
  static func fundUseLine(_ use: String) -> String { "资金用途：\(use)" }
  static func departmentLine(_ department: String) -> String { "部门名称：\(department)" }
  static func authorityLine(_ authority: String) -> String { "批复单位：\(authority)" }

  /// 2024年预算金额, 2024年度目标: the year stands before the label, once.
  static func ofYear(_ year: String?, _ label: String) -> String {
    guard let year else { return label }
    return label.hasPrefix("年") ? year + label : "\(year)年\(label)"
  }

  // MARK: Money

  static let budgetAmount = "预算金额"
  static let budgetAmountInYuan = "预算金额(元)"
  static let budgetNumber = "预算数"
  static let scaleAndUse = "预算规模及资金用途"
  static let ofWhichFiscal = "其中：财政资金"
  static let ofWhichFiscalIncome = "其中：财政拨款"
  static let otherFunds = "其他资金"
  static let unitIsTenThousand = "单位：万元"
  static let moneyUnitIsYuan = "金额单位：元"
  static let projectFundsInTenThousand = "项目资金（万元）"
  static let departmentFundsInTenThousand = "部门预算执行情况（万元）"
  static let midTermTotal = "中期资金总额："
  static let annualTotal = "年度资金总额："
  static let spendingPlan = "资金支出计划（%）"
  static let budgetOverview = "预算整体情况"
  static let departmentSpending = "部门预算支出"
  static let budgetInTenThousand = "预算金额（万元）"
  static let incomeSource = "收入来源"
  static let basicSpending = "基本支出"
  static let fiscalIncome = "财政拨款"
  static let projectSpending = "项目支出"
  static let developmentSpending = "事业发展性支出"
  static let byLevel = "按预算级次划分"
  static let specialFunds = "财政专项资金"
  static let cityLevel = "市本级使用资金"
  static let otherDevelopment = "其他事业发展性支出"
  static let transfers = "拟用于对下转移支付资金"
  static let initialBudget = "年初预算数"
  static let wholeYearBudget = "全年预算数"
  static let executed = "全年执行数"
  static let executedAmount = "执行数"
  static let rate = "执行率"
  static let forecastSpending = "全年预计执行数"

  static func endOfMonth(_ month: Int) -> String { "\(month)月底" }
  static func ofWhich(_ source: String) -> String { "其中：\(source)" }
  /// 1—7月执行数; the label alone where the months are not known.
  static func inMonths(_ months: Int?, _ label: String) -> String {
    months.map { $0 > 1 ? "1—\($0)月\(label)" : "\($0)月\(label)" } ?? label
  }

  // MARK: Goals and tasks

  static let overallGoals = "总体绩效目标"
  static let overallGoal = "总体目标"
  static let periodGoal = "实施周期总目标"
  static let midTermGoal = "中期目标"
  static let midTermGoals = "中期绩效目标"
  static let annualGoal = "年度目标"
  static let annualGoals = "年度绩效目标"
  static let goal = "绩效目标"
  static let annualOverallGoal = "年度总体目标"
  static let expectedGoal = "预期目标"
  static let actualGoal = "实际完成情况"
  static let tasks = "年度重点工作任务"
  static let taskName = "名称"
  static let taskContent = "主要实施内容"
  static let taskFundsInYuan = "拟投入的资金（元）"
  static let taskExpected = "期望达到的目标（概述）"
  static let furtherTasks = "其他需完成的任务（可选填）"
  static let subgoals = "分项绩效目标"
  static let safeguards = "工作保障措施"

  static func goalLine(_ goal: String) -> String { "绩效目标：\(goal)" }
  static func indicatorLine(_ indicators: String) -> String { "绩效指标：\(indicators)" }
  /// 一、总体绩效目标
  static func part(_ number: Int, _ name: String) -> String {
    let numerals = ["一", "二", "三", "四", "五"]
    return numerals[min(max(number, 1), numerals.count) - 1] + "、" + name
  }

  // MARK: Indicators

  static let indicators = "绩效指标"
  static let level1 = "一级指标"
  static let level2 = "二级指标"
  static let level3 = "三级指标"
  static let periodValue = "实施周期指标值"
  static let thisYearValue = "当年度指标值"
  static let annualValue = "年度指标值"
  static let onlyValue = "指标值"
  static let descriptionHead = "绩效指标描述"
  static let basis = "指标值确定依据"
  static let nature = "指标性质"
  static let measureUnit = "度量单位"
  static let weight = "权重"
  static let direction = "指标方向性"
  static let actualValue = "实际完成值"
  static let points = "分值"
  static let score = "得分"
  static let deviation = "偏差原因分析及改进措施"
  static let deviationCause = "偏差原因分析"
  static let progress = "执行情况"
  static let forecast = "全年预计完成情况"
  static let likelihood = "完成目标可能性"
  static let note = "备注"
  static let explanation = "指标解释"
  static let standard = "绩效标准"
  static let scoreReason = "扣分原因"

  /// The places of the tree as the form of 2026 prints them: 经济效益, 服务对象满意度.
  static func shortPlace(_ node: IndicatorTreeNode) -> String {
    switch node.category {
    case .economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainability, .satisfaction:
      node.name.hasSuffix("指标") ? String(node.name.dropLast(2)) : node.name
    default: node.name
    }
  }

  // MARK: Feet

  static let opinion = "批复意见"
  static let totalScore = "总分"
  static let conclusion = "自评结论"
  static let problems = "存在问题"
  static let measures = "改进措施"
}

// MARK: The review sheet

extension FormWords {
  static let reviewPart = "审核内容"
  static let reviewPoint = "审核要点"
  static let reviewQuestion = "审核说明"
  static let reviewGrade = "评定等级"
  static let total = "合计"
  static let reviewOpinion = "审核意见"
  static let reviewer = "审核人："
  static let reviewDay = "审核日期：　　　　年　　月　　日"

  /// What a point asks of the form.
  static func question(_ point: ReviewSheet.Point) -> String {
    switch point {
    case .complete: "表中各栏是否填写齐全，格式和内容是否符合填报要求"
    case .clear: "目标和指标值是否写得具体，完成与否能否说得清楚"
    case .relevant: "目标是否出自部门职责和本年工作，与资金用途是否一致"
    case .sound: "指标是否抓住产出和效果的关键，指标名称、指标值与类别是否相称"
    case .reasonable: "预期的产出和效果是否合乎实际，年度与实施周期是否衔接"
    case .funded: "目标与预算金额是否相称，单价、数量与金额是否勾稽"
    case .achievable: "实施期内能否按计划完成，时间安排是否可行"
    case .prepared: "人员、制度和前期条件是否具备，保障措施是否落实"
    }
  }
}
