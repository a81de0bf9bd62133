// The places of an indicator in the official trees, whatever a form prints for them.

/// The branch under which an indicator stands (一级指标), by meaning.
package enum IndicatorBranch: String, Sendable, CaseIterable {
  /// 成本指标 as a branch of its own (`tree-2021`).
  case cost
  /// 产出指标
  case output
  /// 效益指标
  case benefit
  /// 满意度指标
  case satisfaction
}

/// The twig on which an indicator hangs (二级指标), by meaning; both official trees share these.
package enum IndicatorCategory: String, Sendable, CaseIterable {
  case quantity, quality, timeliness
  /// 成本 without a kind, as in `tree-2015`.
  case cost
  /// 经济成本、社会成本、生态环境成本 of `tree-2021`.
  case economicCost, socialCost, ecologicalCost
  case economicBenefit, socialBenefit, ecologicalBenefit
  /// 可持续影响, only in `tree-2015`.
  case sustainability
  /// 服务对象满意度
  case satisfaction
  /// 效益 without a kind.
  case benefit

  /// True for the four kinds of cost.
  package var isCost: Bool {
    switch self {
    case .cost, .economicCost, .socialCost, .ecologicalCost: true
    default: false
    }
  }

  /// True for the kinds of benefit, satisfaction not among them.
  package var isBenefit: Bool {
    switch self {
    case .economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainability, .benefit: true
    default: false
    }
  }

  /// True for quantity, quality and timeliness.
  package var isOutput: Bool { self == .quantity || self == .quality || self == .timeliness }
}
