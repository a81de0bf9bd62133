// Words that give no reason, and words with which an actual says that it was missed.

enum ReasonWords {
  /// Of these alone no reason is made; longer ones first where one begins another.
  static let idle: [[Unicode.Scalar]] = [
    "不存在", "不适用", "没有", "暂无", "未完成", "未达标", "未达到", "已完成", "已达到", "已达标", "基本", "全部", "全面", "完全", "部分",
    "完成", "达标", "达到", "达成", "实现", "偏差", "偏离", "原因", "正常", "良好", "较好", "很好", "合理", "范围", "以内", "较小", "不大",
    "微小",
    "变化", "情况", "实际", "计划", "目标", "年度", "年初", "全年", "指标值", "指标", "预期", "预定", "既定", "任务", "要求", "工作", "符合",
    "一致",
    "相符", "按照", "按时", "按期", "按", "根据", "依据", "如期", "顺利", "有序", "推进", "进度", "属于", "存在", "略有", "略低于", "略低",
    "低于", "小于",
    "未", "无", "否", "是", "有", "内", "在", "与", "和", "的", "了", "值", "率", "均", "已", "较", "N", "A", "n", "a", "0",
  ].map { $0.scalars }

  /// 未购置, 没有举办, 部分改善.
  static let missedBeginnings = ["未", "没有", "没能", "尚未", "暂未", "部分", "仅部分"]
  /// 未超预算, 没有发生: what is not there is what was wanted.
  static let wanted = ["未超", "没有超", "未发生", "没有发生", "未出现", "没有出现", "未突破", "未高于", "未低于", "未接到", "未收到", "未造成"]
  /// 延期, 推迟至明年.
  static let late = ["延期", "推迟", "延迟", "逾期", "超期", "滞后"]

  /// Clauses with one of these speak of money, not of the work.
  static let paid = ["支付", "尾款", "付款", "结算", "审计", "质保金", "资料"]

  /// What a piece of work still awaits, behind 预计, 拟于: 预计2026年3月完工.
  static let expected = ["预计", "拟于", "计划于", "将于", "预期"]
  static let ahead = ["完工", "竣工", "完成", "交付", "投用", "验收", "建成", "到货", "通车", "投入使用", "开工"]
}
