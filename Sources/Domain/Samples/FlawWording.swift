// The words of planted flaws, and what a reviewer says about them.

enum FlawWording {
  /// What the years add up to.
  static let eventUnits: Set<String> = ["人", "人次", "户", "件", "场", "期", "册", "卷", "份", "家"]
  static let vagueNames = ["群众生活质量", "公共服务水平", "干部工作能力", "社会文明程度"]
  static let vagueValues = ["有效提升", "明显改善", "稳步提高", "良好"]
  static let satisfied = ["满意", "基本满意", "较满意"]
  static let counts = ["≥1个", "是", "≥3次"]
  static let shareEnd: Character = "率"
  static let shareNames = ["任务验收合格率", "服务考核达标率"]
  static let countNames = ["平均每场次参与人数", "持证工作人员人数"]
  static let timelessName = "工作完成情况"
  static let timely = "及时"
  static let executionRate = "预算执行率"
  static let incomeNames = ["社会资助/捐赠款项", "争取社会捐赠金额"]

  static func numberlessGoal(_ name: String) -> String {
    "扎实做好\(name)各项工作，不断提高质量和水平，营造良好氛围，取得明显成效。"
  }

  static let adjustmentObjection = "请在年度目标里写明调减了哪些内容。"

  /// What a reviewer writes beside a cell.
  static func objection(_ flaw: PlantedFlaw) -> String {
    switch flaw {
    case .unfinished: "还没有填完，请补齐。"
    case .copiedFromLastYear: "钱多了，目标和指标值与去年一样。请按今年的预算改写。"
    case .missingValue: "有名称，还没有值。请补上能核对的数。"
    case .numberlessGoal: "年度目标没有写今年做多少。请把指标表里的数写进来。"
    case .copiedGoal: "年度目标与周期目标一字不差，看不出今年做什么。"
    case .wrongWeights: "各项分值相加不是 90 分，请重新分配。"
    case .reversedYears: "到期年度早于起始年度，请核对。"
    case .leftoverMarkup: "文字里留有网页代码，请删去。"
    case .bareNumber: "只写了数，没有单位，请补上“%”。"
    case .vagueValue: "只有方向，没有尺度，年底没法打分。请换成数得出来的指标。"
    case .wordySatisfaction: "满意度请写百分比，例如“≥90%”。"
    case .countedShare: "名称是比例，指标值不是百分比。请改名称或改值。"
    case .shareAmongQuantities: "比例请放在质量指标，数量指标写做多少。"
    case .countAmongQualities: "人数是数量，请放到数量指标，质量指标写达到什么标准。"
    case .timelessTimeliness: "写到哪天完成。“及时”年底无从对照。"
    case .executionAsCost: "预算执行率自评时另有 10 分，请换成单位成本。"
    case .rewardedSpending: "成本是上限，请把“≥”改为“≤”。"
    case .incomeAsCost: "筹来的钱不是成本，请移到效益；成本写支出上限。"
    case .unaffordable: "数量乘单价远超本年预算，请核对数量或预算。"
    case .yearBeyondPeriod: "一年的数比整个周期还多，请核对。"
    case .lowBar: "满意度目标偏低，请提高到 90% 左右，或说明理由。"
    case .fallingPlan: "支出计划是累计数，九月不应低于六月。"
    case .foreignYear: "完成时间不在本预算年度，请核对。"
    case .unbalancedBudget: "基本支出加项目支出不等于财政拨款加其他资金，请核对。"
    case .fullMarks: "各项都是满分，请逐项对照佐证核分。"
    case .unexplainedExcess: "超过目标三成以上，请说明原因。"
    case .unexplainedMiss: "没有达到目标，请写明原因和改进措施。"
    case .wrongTotal: "各项得分相加与总分不符，请核对。"
    case .unexplainedSavings: "执行率低于 90%，请说明结余原因。"
    case .unfoundedCertainty: "进度落后较多，“确定能”依据不足，请写明追赶措施。"
    }
  }
}
