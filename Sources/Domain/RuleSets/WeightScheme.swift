// How the hundred points of a self-evaluation are shared out.
package import Findings
package import Quantities

/// What points are given for.
package enum WeightPart: String, Sendable, CaseIterable {
  /// 预算执行率
  case execution
  /// The four branches of the trees.
  case cost, output, benefit, satisfaction
  /// Shared out freely by whoever fills the form.
  case free
}

/// A scheme such as 预算执行率 10, 产出 50, 效益 30, 满意度 10. The points add up to 100.
package struct WeightScheme: Sendable, Equatable {
  /// A part and its points.
  package struct Share: Sendable, Equatable {
    package let part: WeightPart
    package let points: ExactDecimal
  }

  /// In the order of the file.
  package let shares: [Share]

  /// The points of a part; nil where the scheme does not have it.
  package func points(of part: WeightPart) -> ExactDecimal? { shares.first { $0.part == part }?.points }
}

/// What a rule set does to a rule.
package enum RuleChange: Sendable, Equatable {
  case severity(Severity)
  case switchedOff
}
