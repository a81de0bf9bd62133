// The Chinese words that samples use beside their patterns: heads of forms, opinions, reasons.

enum SamplesWording {
  static let targetTitle = "项目支出绩效目标申报表"
  static let departmentTitle = "部门整体支出绩效目标申报表"
  static let selfEvaluationTitle = "项目支出绩效自评表"
  static let monitoringTitle = "项目支出绩效运行监控表（1—7月）"
  static let tier = "二级项目"
  static let fundsTotal = "年度资金总额"
  static let fundsFiscal = "当年财政拨款"
  static let fundsCarried = "上年结转资金"
  static let fundsOther = "其他资金"
  static let certain = "确定能"
  static let noReason = "无"
  static let possible = "有可能"
  static let basicTask = "基本支出"
  static let basicTaskContent = "在职人员工资福利和日常公用支出。"
  static let basicTaskExpected = "工资按时发放，机关正常运转。"
  static let otherTask = "其他项目"
  static let otherTaskExpected = "各项工作按计划完成。"

  /// First and second level on the forms of a year.
  static func levels(of category: SampleCategory, in year: Int) -> (first: String, second: String) {
    switch category {
    case .quantity: ("产出指标", "数量指标")
    case .quality: ("产出指标", "质量指标")
    case .timeliness: ("产出指标", "时效指标")
    case .cost: SampleCategory.hasCostLevel(in: year) ? ("成本指标", "经济成本指标") : ("产出指标", "成本指标")
    case .economic: ("效益指标", "经济效益指标")
    case .social: ("效益指标", "社会效益指标")
    case .ecological: ("效益指标", "生态效益指标")
    case .satisfaction: ("满意度指标", "服务对象满意度指标")
    }
  }

  /// Why a target was missed, by what it measures.
  static func reasons(of category: SampleCategory) -> [String] {
    switch category {
    case .quantity:
      [
        "汛期道路中断，部分任务顺延，已排入下年一季度。", "合同六月才签订，实施时间缩短，下年提前到一季度采购。",
        "申报人数少于预期，下年先摸底再定任务数。", "一名承办人员离职，空岗两个月，已补充人手。",
      ]
    case .quality: ["抽查发现个别环节不规范，已逐项整改，下年增加中期检查。", "部分点位基础较差，已列入下年重点帮扶。"]
    case .timeliness: ["招标流标一次，重新采购耽误了时间，下年提前一个月启动。", "连续阴雨影响施工，已优化工序。"]
    case .cost: ["材料价格上涨，下年按市场询价重新核定标准。"]
    case .economic: ["市场需求回落，下年适当调低预期并拓宽销路。"]
    case .social: ["宣传覆盖偏远村组不够，下年增加入户次数。", "部分对象外出务工，没有参加，下年错开农忙时间。"]
    case .ecological: ["旱季来水偏少，下年加密监测并提前补水。"]
    case .satisfaction: ["受访者反映通知偏晚，下年提前两周告知并预留咨询电话。", "意见集中在反馈不及时，已建立三天回复制度。"]
    }
  }

  /// Why money was left over.
  static let savings = ["招标节约，结余资金已交回国库。", "部分尾款按合同在质保期满后支付，结余已按规定结转。"]

  static let approvalOpinions = [
    "原则同意。请按批复的绩效目标组织实施，按季度收集完成情况，年底开展自评。", "同意。指标清晰、可核对，请保留好验收单、台账等佐证资料。",
    "同意。数量与单价相符，请严格控制成本，七月底前报送运行监控情况。", "原则同意。请加快采购和实施进度，避免年底集中支出。",
  ]
  static let outcomeOpinions = ["已审核，同意自评结论。请落实改进措施，结果作为下年预算安排的参考。", "已审核。偏差原因说明清楚，请在下年目标中体现。"]
  static let monitoringOpinions = ["已审核。进度正常，请按计划继续推进。", "已审核。支出偏慢的，请在十月底前加快。"]
  static let forwardingNotes = ["已与预算核对一致，报财政审核。", "目标与部门年度任务一致，同意转报。", "已核对数量、单价和预算。"]
  static let adjustmentReasons = ["年中压减一般性支出，相应调减任务数。", "上级任务调整，实施范围相应变化。"]
  static let abandonmentReasons = ["上级明确任务不变，仍按原批复执行。"]
  static let lapseReasons = ["项目未列入年度预算，不再申报。", "与其他项目合并，本表作废。"]
  static let reopeningReasons = ["批复后发现预算口径有误，收回重新审核。"]
  static let revivalReasons = ["预算追加安排，恢复申报。"]
  static let withholdingReasons = ["涉及服务对象个人情况，按规定不予公开。", "涉及安全保卫事项，按规定不予公开。"]
  static let conclusions = ["总体完成年度绩效目标。", "年度目标基本实现，个别指标有偏差，原因已说明。"]
  static let plainConclusion = "总体完成年度绩效目标。"
  static let problems = ["部分资料收集不够及时。", "项目前期准备偏晚，上半年支出进度偏慢。"]
  static let measures = ["按月登记台账，季度核对一次。", "下年一季度完成采购，按进度支付。"]

  /// What was done, from the first rows.
  static func actualGoal(_ year: Int, _ parts: [String]) -> String {
    "\(year)年按年度目标组织实施，" + parts.joined(separator: "，") + "。"
  }

  static func departmentGoal(_ year: Int, duties: String, promise: String) -> String {
    "\(year)年，\(duties)。\(promise)"
  }

  static func approvalNumber(_ year: Int, _ number: Int) -> String { "云财绩〔\(year)〕\(number)号" }
}
