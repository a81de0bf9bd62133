// The words of each concept, in the spellings of published forms.

enum ConceptVocabulary {
  static let lexicon = Lexicon(words)

  /// Every concept with its words; a word may stand for several.
  static let words: [(Concept, [String])] = [
    // Names of indicators, for every rule
    (.share, ["率", "率（%）", "率(%)", "比例", "比率", "占比", "比重", "百分比"]),
    (.satisfaction, ["满意"]),
    (.coverage, ["覆盖"]),
    (.passing, ["合格", "达标"]),
    (.count, ["数", "数量", "场次", "人次", "批次", "次数", "人数", "户数", "个数"]),
    (.average, ["平均", "人均", "户均", "每场", "每人", "每户", "单次", "单位"]),
    (
      .budgetExecution,
      [
        "预算执行率", "预算执行比率", "预算执行进度", "资金执行率", "资金使用率", "资金支出率", "支出进度", "支出执行率", "经费执行率",
        "经费使用率",
      ]
    ),
    (.payment, ["支付", "拨付", "发放", "支出"]),
    // Completeness
    (.construction, ["建设", "修缮", "改造", "维修", "采购", "购置", "工程", "新建", "扩建"]),
    // Measurability
    (.onTime, ["及时", "按时", "准时", "按期", "如期"]),
    // Money
    (.cost, ["成本", "费用", "标准", "单价", "经费", "补助", "补贴", "金额"]),
    // Self-evaluation
    (.unfinished, ["在建", "待验收", "尚未", "未完工"]),
  ]
}
