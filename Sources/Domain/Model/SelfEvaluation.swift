// 绩效自评表 and 绩效运行监控表: what became of the promise.
package import Quantities

/// A self-evaluation or monitoring form. Department forms leave project and unit empty.
package struct SelfEvaluation: Sendable, Equatable {
  package var title: String?
  package var fiscalYear: Int?
  package var project = Project()
  package var department = Party()
  package var unit = Party()
  package var funds: [FundRow] = []
  /// 预期目标 and 实际完成情况
  package var expectedGoal: String?
  package var actualGoal: String?
  package var totalScore: String?
  /// 优、良、中、差
  package var grade: String?
  package var conclusion: String?
  package var problems: String?
  package var measures: String?
  package var indicators: [Indicator] = []

  package init() {}
}

/// One source of money in the funds table of a self-evaluation or monitoring form.
package struct FundRow: Sendable, Equatable {
  /// The row's label without 其中：, colon and bracketed unit.
  package var source: String?
  /// 年初预算数
  package var initial: Money?
  /// 全年预算数
  package var adjusted: Money?
  /// 执行数
  package var executed: Money?
  /// 执行率 in percent, a decimal without the sign
  package var rate: String?
  /// 分值 and 得分, decimals
  package var weight: String?
  package var score: String?
  /// 全年预计执行数
  package var forecast: Money?
  /// 原因
  package var note: String?

  package init() {}
}
