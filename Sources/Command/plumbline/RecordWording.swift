// The Chinese labels of a record's fields, as the official forms have them.
import Model

/// Labels and small phrases of records.
enum RecordWording {
  static let fiscalYear = "年度"
  static let projectName = "项目名称"
  static let category = "项目类型"
  static let tier = "项目等级"
  static let years = "起止年度"
  static let department = "主管部门"
  static let unit = "用款单位"
  static let budgetTotal = "预算金额"
  static let budgetFiscal = "其中：财政资金"
  static let budgetOther = "其他资金"
  static let budgetBasic = "基本支出"
  static let budgetProject = "项目支出"
  static let specialFunds = "财政专项资金"
  static let otherDevelopment = "其他事业发展性支出"
  static let cityLevel = "市本级使用资金"
  static let transfers = "对下转移支付"
  static let fundUse = "资金用途"
  static let spendingPlan = "支出计划"
  static let periodGoal = "实施周期目标"
  static let annualGoal = "年度目标"
  static let expectedGoal = "预期目标"
  static let actualGoal = "实际完成情况"
  static let authority = "批复单位"
  static let opinion = "批复意见"
  static let staff = "财政供养人员数"
  static let subordinateUnits = "下属单位数"
  static let totalScore = "总分"
  static let grade = "等级"
  static let conclusion = "自评结论"
  static let problems = "存在问题"
  static let measures = "改进措施"

  static func measure(_ number: Int) -> String { "保障措施\(number)" }
  static func subgoal(_ number: Int) -> String { "分项目标\(number)" }
  static func yuan(_ amount: String) -> String { "\(amount) 元" }
  static func list(_ items: [String]) -> String { items.joined(separator: "，") }

  static func share(month: Int, percent: String?) -> String {
    "\(month)月" + (percent.map { " \($0)%" } ?? " —")
  }

  static func kind(_ kind: FormKind) -> String {
    switch kind {
    case .projectTarget: "项目绩效目标"
    case .departmentTarget: "部门整体绩效目标"
    case .projectMonitoring: "项目绩效运行监控"
    case .projectSelfEvaluation: "项目绩效自评"
    case .departmentSelfEvaluation: "部门整体绩效自评"
    }
  }

  static func field(_ field: Indicator.Field) -> String {
    switch field {
    case .level1: "一级指标"
    case .level2: "二级指标"
    case .name: "三级指标"
    case .description: "指标描述"
    case .periodValue: "周期值"
    case .annualValue: "年度值"
    case .operator: "符号"
    case .unit: "单位"
    case .direction: "方向"
    case .basis: "确定依据"
    case .weight: "分值"
    case .actualValue: "实际值"
    case .forecastValue: "预计值"
    case .score: "得分"
    case .deviation: "偏差原因"
    case .likelihood: "可能性"
    case .note: "备注"
    }
  }

  static let taskHead = ["重点任务", "内容", "金额（元）", "预期"]
  static let fundHead = ["资金", "年初预算", "全年预算", "执行数", "执行率", "分值", "得分", "预计执行", "备注"]
  static let confidence = "把握"
}
