// The catalogue: every rule, in the order of its code.

/// All rules of the review.
package enum RuleCatalogue {
  package static let all: [Rule] = completeness + measurability + money + selfEvaluation

  /// The rule of a code.
  package static func rule(_ code: String) -> Rule? { all.first { $0.code == code } }
}
