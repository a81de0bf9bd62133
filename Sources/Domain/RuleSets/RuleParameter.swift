// The numbers and words that a rule set may change, each with the default of the national set.
package import Quantities

/// A parameter of the review. Raw values are the keys of the rule-set files.
package enum RuleParameter: String, Sendable, CaseIterable {
  // Completeness
  /// Fewest and most indicators of a form, and most under one level 2 (C08).
  case indicatorsMin = "indicators-min"
  case indicatorsMax = "indicators-max"
  case indicatorsPerCategoryMax = "indicators-per-category-max"
  /// Fewest characters of an annual goal (C09).
  case goalCharactersMin = "goal-characters-min"
  /// Longest period in years that is no open-ended one (C13).
  case periodYearsMax = "period-years-max"
  /// What the weights of a form must add up to (C12), without the points of budget execution.
  case weightSum = "weight-sum"

  /// The national default.
  package var standard: ExactDecimal {
    switch self {
    case .indicatorsMin: ExactDecimal(4)
    case .indicatorsMax: ExactDecimal(20)
    case .indicatorsPerCategoryMax: ExactDecimal(5)
    case .goalCharactersMin: ExactDecimal(20)
    case .periodYearsMax: ExactDecimal(5)
    case .weightSum: ExactDecimal(90)
    }
  }
}
