// The things that rules look for in names, goals and explanations.

/// What a word stands for; at most 256. The words are in `ConceptVocabulary`.
package enum Concept: Int, Sendable, CaseIterable {
  // Names of indicators, for every rule
  /// 率, 比例, 占比 at the end of a name
  case share
  /// 满意
  case satisfaction
  /// 覆盖
  case coverage
  /// 合格, 达标
  case passing
  /// 次数, 人数, 数量 … at the end of a name
  case count
  /// 平均, 人均, 每场
  case average
  /// 预算执行率, 资金使用率 …
  case budgetExecution
  /// 支付, 拨付, 发放
  case payment

  // Completeness
  /// 建设, 修缮, 采购 …: what needs a cost indicator
  case construction

  // Measurability
  /// 及时, 按时, 按期
  case onTime

  // Money
  /// 成本, 费用, 标准, 单价
  case cost

  // Self-evaluation
  /// 在建, 待验收, 尚未
  case unfinished
}
