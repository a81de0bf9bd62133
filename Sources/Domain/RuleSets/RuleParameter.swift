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
  /// Cells that a layout has and that must not be blank (C01): 1 asks for them, 0 does not.
  case asksCategory = "asks-category"
  case asksUnit = "asks-unit"
  case asksYears = "asks-years"
  case asksPeriodGoal = "asks-period-goal"

  // Self-evaluation
  /// From how much over its target, in percent, an actual has to be explained (E02).
  case overFulfilmentMax = "over-fulfilment-max"
  /// The execution in percent under which over-fulfilled quantities cannot be (E03).
  case executionTooLow = "execution-too-low"
  /// How many points of a hundred the score may exceed the execution (E04).
  case scoreLeadMax = "score-lead-max"
  /// The execution in percent under which a note is asked for (E12), and under which much is unspent (E04).
  case executionMin = "execution-min"
  case executionYellow = "execution-yellow"
  /// The change of a budget in percent that asks for a note (E12), and for other targets (E17).
  case budgetChangeNoted = "budget-change-noted"
  case budgetChangeMax = "budget-change-max"
  /// How many questionnaires a satisfaction needs at least (E08).
  case surveySampleMin = "survey-sample-min"
  /// The months that a monitoring form covers where it does not say (E13), and its red light in percent.
  case monitoringMonths = "monitoring-months"
  case monitoringRed = "monitoring-red"

  // Money
  /// Bars in percent below which a target is low (A07).
  case lowPassing = "low-passing"
  case lowSatisfaction = "low-satisfaction"
  case lowCoverage = "low-coverage"
  case lowCertified = "low-certified"
  /// Least share in percent to be spent by June (A11).
  case halfYearShareMin = "half-year-share-min"
  /// From which change of the budget in percent last year's text has to change too (A05).
  case lastYearChangeMax = "last-year-change-max"
  /// From how many yuan a project needs a pre-assessment (A15); 0 asks for none.
  case assessmentThreshold = "assessment-threshold"
  /// The most points of a hundred that one indicator should hold (A17).
  case weightShareMax = "weight-share-max"

  /// The national default.
  package var standard: ExactDecimal {
    switch self {
    case .lowPassing: ExactDecimal(90)
    case .lowSatisfaction, .lowCoverage, .lowCertified: ExactDecimal(80)
    case .halfYearShareMin: ExactDecimal(30)
    case .lastYearChangeMax: ExactDecimal(10)
    case .assessmentThreshold: ExactDecimal(5_000_000)
    case .weightShareMax: ExactDecimal(60)
    case .indicatorsMin: ExactDecimal(4)
    case .indicatorsMax: ExactDecimal(20)
    case .indicatorsPerCategoryMax: ExactDecimal(5)
    case .goalCharactersMin: ExactDecimal(20)
    case .periodYearsMax: ExactDecimal(5)
    case .weightSum: ExactDecimal(90)
    case .asksCategory, .asksUnit, .asksYears, .asksPeriodGoal: .zero
    case .overFulfilmentMax: ExactDecimal(130)
    case .executionTooLow: ExactDecimal(5)
    case .scoreLeadMax: ExactDecimal(5)
    case .executionMin: ExactDecimal(90)
    case .executionYellow: ExactDecimal(80)
    case .budgetChangeNoted: ExactDecimal(10)
    case .budgetChangeMax: ExactDecimal(20)
    case .surveySampleMin: ExactDecimal(30)
    case .monitoringMonths: ExactDecimal(7)
    case .monitoringRed: ExactDecimal(60)
    }
  }
}
