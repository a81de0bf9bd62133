// The numbers that a rule set may change; their values stand in the rule-set files.

/// A parameter of the review, the scoring or the monitoring. Raw values are the keys in JSON; the rule-set
/// files use the Chinese label and take the raw value too.
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
  /// 1 where a form may be submitted with findings that will be returned, 0 where it may not.
  case takesErrors = "takes-errors"

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
  /// How far a target may lie below what was reached last year (A06): so many percentage points of a share,
  /// so many percent of anything else.
  case lastActualTolerance = "last-actual-tolerance"
  /// How far in percent a unit cost may lie beyond what most comparable projects pay (A10): of any prices the
  /// lowest and the highest lie a little beyond the others.
  case peerTolerance = "peer-tolerance"
  /// From how many yuan a project needs a pre-assessment (A15); 0 asks for none.
  case assessmentThreshold = "assessment-threshold"
  /// The most points of a hundred that one indicator should hold (A17).
  case weightShareMax = "weight-share-max"

  // Review sheet
  /// The least points in percent of the grades 优, 良, 中 of the review sheet; below stands 差.
  case sheetExcellentMin = "sheet-excellent-min"
  case sheetGoodMin = "sheet-good-min"
  case sheetMediumMin = "sheet-medium-min"

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
  /// 1 where an overrun earns w·t/a, 0 where it earns w·(1 − (a − t)/t) (E07).
  case overrunByRatio = "overrun-by-ratio"
  /// Where the bands of targets in words begin, in percent of the weight: 达成 and 部分达成 (E10).
  case bandReachedMin = "band-reached-min"
  case bandPartlyMin = "band-partly-min"
  /// The least totals of the grades 优, 良, 中; below stands 差.
  case gradeExcellentMin = "grade-excellent-min"
  case gradeGoodMin = "grade-good-min"
  case gradeMediumMin = "grade-medium-min"

  // Monitoring
  /// The months that a monitoring form covers where it does not say (E13).
  case monitoringMonths = "monitoring-months"
  /// The lights, in percent of what the months passed should have brought: red, yellow below, blue above.
  case monitoringRed = "monitoring-red"
  case monitoringYellow = "monitoring-yellow"
  case monitoringBlue = "monitoring-blue"
  /// The least execution in percent by the end of a month (E13); 0 where the set asks for none.
  case executionByApril = "execution-by-april"
  case executionByJune = "execution-by-june"
  case executionByAugust = "execution-by-august"
  case executionByOctober = "execution-by-october"
}
