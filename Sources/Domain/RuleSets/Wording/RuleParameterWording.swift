// What each parameter is called in the rule-set files, what it means, its shape, and which rules read it.

/// What a number of a rule set may be.
package enum ParameterShape: Sendable, Equatable {
  /// 个、项、字、年: whole, 0…10000.
  case count
  /// 分: 0…100.
  case points
  /// 1…12.
  case month
  /// 0…1000.
  case percent
  /// Whole yuan, 0…10¹².
  case yuan
  /// 1 yes, 0 no.
  case flag

  /// The bounds, both included.
  var bounds: ClosedRange<Int> {
    switch self {
    case .count: 0...10_000
    case .points: 0...100
    case .month: 1...12
    case .percent: 0...1000
    case .yuan: 0...1_000_000_000_000
    case .flag: 0...1
    }
  }

  /// False where fractions make no sense.
  var allowsFractions: Bool { self == .points || self == .percent }
}

/// A parameter described for people.
package struct ParameterDescription: Sendable, Equatable {
  /// The key in the files: 指标最少项数.
  package let label: String
  /// What is counted: 项, %, 分; blank for yes and no.
  package let unit: String
  package let shape: ParameterShape
  /// Codes of the rules that read it; empty where scoring or monitoring does.
  package let rules: [String]
  /// One sentence.
  package let meaning: String

  init(_ label: String, _ unit: String, _ shape: ParameterShape, _ rules: [String], _ meaning: String) {
    self.label = label
    self.unit = unit
    self.shape = shape
    self.rules = rules
    self.meaning = meaning
  }
}

extension RuleParameter {
  /// Label, unit, shape, rules and meaning.
  package var description: ParameterDescription {
    Self.descriptions[self] ?? ParameterDescription(rawValue, "", .percent, [], rawValue)
  }

  /// The parameter of a label or raw value.
  package init?(key: String) {
    if let named = RuleParameter(rawValue: key) {
      self = named
    } else if let labelled = Self.byLabel[key] {
      self = labelled
    } else {
      return nil
    }
  }

  private static let byLabel = Dictionary(
    allCases.map { ($0.description.label, $0) }, uniquingKeysWith: { first, _ in first })

  private static let descriptions = completeness.merging(money) { first, _ in first }
    .merging(reviewSheet) { first, _ in first }.merging(selfEvaluation) { first, _ in first }.merging(
      monitoring
    ) { first, _ in first }

  private static let completeness: [RuleParameter: ParameterDescription] = [
    .indicatorsMin: .init("指标最少项数", "项", .count, ["C08"], "一张表的指标少于此数时提醒。"),
    .indicatorsMax: .init("指标最多项数", "项", .count, ["C08"], "一张表的指标多于此数时提醒。"),
    .indicatorsPerCategoryMax: .init("同一二级指标最多项数", "项", .count, ["C08"], "同一二级指标下多于此数时提醒。"),
    .goalCharactersMin: .init("年度目标最少字数", "字", .count, ["C09", "C10"], "年度目标少于此字数时提醒。"),
    .periodYearsMax: .init("实施周期最长年数", "年", .count, ["C13"], "实施周期长于此数、又不是长期项目时提示。"),
    .weightSum: .init("指标分值合计", "分", .points, ["C12"], "各项指标分值之和，不含预算执行率的分值。"),
    .asksCategory: .init("必填项目类型", "", .flag, ["C01"], "表样有“项目类型”一格、必须填写时为 1。"),
    .asksUnit: .init("必填用款单位", "", .flag, ["C01"], "表样有“用款单位”一格、必须填写时为 1。"),
    .asksYears: .init("必填起止年度", "", .flag, ["C01"], "表样有“起始年度、到期年度”、必须填写时为 1。"),
    .asksPeriodGoal: .init("必填实施周期目标", "", .flag, ["C01"], "表样有“实施周期目标”、跨年项目必须填写时为 1。"),
    .takesErrors: .init("带应退回项可以提交", "", .flag, [], "表里还有应退回的问题时，允许提交为 1，不允许为 0。"),
  ]

  private static let money: [RuleParameter: ParameterDescription] = [
    .lowPassing: .init("合格率偏低线", "%", .percent, ["A07"], "合格率、达标率的指标值低于此数时提醒。"),
    .lowSatisfaction: .init("满意度偏低线", "%", .percent, ["A07"], "满意度的指标值低于此数时提醒。"),
    .lowCoverage: .init("覆盖率偏低线", "%", .percent, ["A07"], "覆盖率的指标值低于此数时提醒。"),
    .lowCertified: .init("持证率偏低线", "%", .percent, ["A07"], "持证率的指标值低于此数时提醒。"),
    .halfYearShareMin: .init("六月底支出计划下限", "%", .percent, ["A11"], "支出计划到六月底低于此数时提示。"),
    .lastYearChangeMax: .init("预算变动改文字线", "%", .percent, ["A05"], "预算比上年变动超过此数时，目标和指标应随之修改。"),
    .lastActualTolerance: .init(
      "低于上年容许幅度", "%", .percent, ["A06"], "指标值低于上年完成值超过此数时提醒：比率按百分点计，其他按百分比计。"),
    .peerTolerance: .init(
      "同类单价容许幅度", "%", .percent, ["A10"], "单位成本超出同类常见区间的上下限此数时提醒。"),
    .assessmentThreshold: .init("事前评估起点金额", "元", .yuan, ["A15"], "预算达到此数的项目应有事前评估结论；0 为不要求。"),
    .weightShareMax: .init("单项指标最高分值", "分", .points, ["A17"], "一项指标的分值超过此数时提醒，按百分制计。"),
  ]

  private static let reviewSheet: [RuleParameter: ParameterDescription] = [
    .sheetExcellentMin: .init("审核表优等下限", "%", .percent, [], "审核表得分不低于满分的此数为优。"),
    .sheetGoodMin: .init("审核表良等下限", "%", .percent, [], "审核表得分不低于满分的此数为良。"),
    .sheetMediumMin: .init("审核表中等下限", "%", .percent, [], "审核表得分不低于满分的此数为中，以下为差。"),
  ]

  private static let selfEvaluation: [RuleParameter: ParameterDescription] = [
    .overFulfilmentMax: .init("超额完成说明线", "%", .percent, ["E02"], "实际值达到指标值的这个比例时应说明。"),
    .executionTooLow: .init("执行率过低线", "%", .percent, ["E03"], "执行率低于此数而数量超额完成时退回核对。"),
    .scoreLeadMax: .init("得分领先执行率上限", "%", .percent, ["E04"], "得分率高出执行率超过此数时提醒。"),
    .executionMin: .init("执行率说明线", "%", .percent, ["E12"], "全年执行率低于此数时应说明原因。"),
    .executionYellow: .init("结余较多线", "%", .percent, ["E04"], "全年执行率低于此数时提示结余较多。"),
    .budgetChangeNoted: .init("预算调整说明线", "%", .percent, ["E12"], "预算调整幅度达到此数时应说明。"),
    .budgetChangeMax: .init("预算调整改目标线", "%", .percent, ["E12", "E17"], "预算调整幅度超过此数时，目标应随之调整。"),
    .surveySampleMin: .init("问卷最少份数", "份", .count, ["E08"], "满意度调查的问卷少于此数时提醒。"),
    .overrunByRatio: .init(
      "超支按比例得分", "", .flag, ["E07"], "为 1 时超支得分＝分值×指标值÷实际值；为 0 时＝分值×（1－超出部分÷指标值）。"),
    .bandReachedMin: .init("达成档下限", "%", .percent, ["E10"], "定性指标“达成”一档从分值的这个比例起。"),
    .bandPartlyMin: .init("部分达成档下限", "%", .percent, ["E10"], "定性指标“部分达成”一档从分值的这个比例起。"),
    .gradeExcellentMin: .init("优等下限", "分", .points, [], "总分不低于此数为优。"),
    .gradeGoodMin: .init("良等下限", "分", .points, [], "总分不低于此数为良。"),
    .gradeMediumMin: .init("中等下限", "分", .points, [], "总分不低于此数为中，以下为差。"),
  ]

  private static let monitoring: [RuleParameter: ParameterDescription] = [
    .monitoringMonths: .init("监控截止月份", "月", .month, ["E13"], "监控表没有写明时，按一月到这个月计。"),
    .monitoringRed: .init("红灯线", "%", .percent, ["E13"], "进度低于应有进度的这个比例时为红灯。"),
    .monitoringYellow: .init("黄灯线", "%", .percent, [], "进度低于应有进度的这个比例时为黄灯。"),
    .monitoringBlue: .init("蓝灯线", "%", .percent, [], "进度高于应有进度的这个比例时为蓝灯，目标可能偏低。"),
    .executionByApril: .init("四月底执行率下限", "%", .percent, ["E13"], "到四月底执行率低于此数为红灯；0 为不要求。"),
    .executionByJune: .init("六月底执行率下限", "%", .percent, ["E13"], "到六月底执行率低于此数为红灯；0 为不要求。"),
    .executionByAugust: .init("八月底执行率下限", "%", .percent, ["E13"], "到八月底执行率低于此数为红灯；0 为不要求。"),
    .executionByOctober: .init("十月底执行率下限", "%", .percent, ["E13"], "到十月底执行率低于此数为红灯；0 为不要求。"),
  ]

  /// Pairs of which the first must not be larger than the second.
  static let ordered: [(small: RuleParameter, large: RuleParameter)] = [
    (.indicatorsMin, .indicatorsMax), (.executionTooLow, .executionYellow), (.executionYellow, .executionMin),
    (.budgetChangeNoted, .budgetChangeMax), (.bandPartlyMin, .bandReachedMin),
    (.sheetMediumMin, .sheetGoodMin), (.sheetGoodMin, .sheetExcellentMin),
    (.gradeMediumMin, .gradeGoodMin), (.gradeGoodMin, .gradeExcellentMin),
    (.monitoringRed, .monitoringYellow), (.monitoringYellow, .monitoringBlue),
    (.executionByApril, .executionByJune), (.executionByJune, .executionByAugust),
    (.executionByAugust, .executionByOctober),
  ]
}
