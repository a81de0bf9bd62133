// The flaws that are planted into samples on purpose, each named by the rule that must find it.

/// A flaw as real forms have it; the raw value is the code of the rule that finds it.
package enum PlantedFlaw: String, Sendable, CaseIterable {
  // Targets of projects.
  /// A draft that is only half filled in: no goal of the year yet, and rows without values.
  case unfinished = "C01"
  /// An indicator has a name and no value.
  case missingValue = "C06"
  /// The goal of the year has no number.
  case numberlessGoal = "C09"
  /// The goal of the year is the goal of the period.
  case copiedGoal = "C10"
  /// The points do not add up.
  case wrongWeights = "C12"
  /// The project ends before it begins.
  case reversedYears = "C13"
  /// Marks of a web page stand in the goal.
  case leftoverMarkup = "C14"
  /// A share without its percent sign.
  case bareNumber = "C15"
  /// 有效提升 in the place of a figure.
  case vagueValue = "M01"
  /// A satisfaction in words.
  case wordySatisfaction = "M02"
  /// A share that is promised as a count.
  case countedShare = "M03"
  /// A share among the quantities.
  case shareAmongQuantities = "M04"
  /// A count among the qualities.
  case countAmongQualities = "M05"
  /// 及时 in the place of a date.
  case timelessTimeliness = "M07"
  /// The execution of the budget as a cost.
  case executionAsCost = "M09"
  /// A cost of at least so much.
  case rewardedSpending = "M11"
  /// Money that comes in as a cost.
  case incomeAsCost = "M24"
  /// Last year's goal and values for more money; only last year's form shows it.
  case copiedFromLastYear = "A05"
  /// Quantity times price is several times the budget.
  case unaffordable = "A01"
  /// More in a year than in the whole period.
  case yearBeyondPeriod = "A03"
  /// A satisfaction that is hardly worth promising.
  case lowBar = "A07"
  /// The spending plan falls.
  case fallingPlan = "A11"
  /// A deadline of another year.
  case foreignYear = "A13"
  // Targets of departments.
  /// The parts of the budget do not add up.
  case unbalancedBudget = "A12"
  // Self-evaluations and monitoring.
  /// Full marks everywhere.
  case fullMarks = "E01"
  /// Far over the target and no word about it.
  case unexplainedExcess = "E02"
  /// A missed target without a reason.
  case unexplainedMiss = "E05"
  /// The points add up to another total.
  case wrongTotal = "E11"
  /// Money left over and no word about it.
  case unexplainedSavings = "E12"
  /// Certain, beside a red light.
  case unfoundedCertainty = "E13"

  /// Flaws of project targets, those several times that are seen most often or find a place most rarely.
  static let ofTargets: [PlantedFlaw] = [
    .unaffordable, .unaffordable, .yearBeyondPeriod, .yearBeyondPeriod, .yearBeyondPeriod, .vagueValue,
    .vagueValue, .copiedGoal,
    .missingValue, .numberlessGoal, .copiedGoal, .wrongWeights, .reversedYears, .leftoverMarkup, .bareNumber,
    .vagueValue, .wordySatisfaction, .countedShare, .shareAmongQuantities, .countAmongQualities,
    .timelessTimeliness, .executionAsCost, .rewardedSpending, .incomeAsCost, .unaffordable, .yearBeyondPeriod,
    .lowBar, .fallingPlan, .foreignYear,
  ]
  /// Flaws of self-evaluations.
  static let ofOutcomes: [PlantedFlaw] = [
    .fullMarks, .unexplainedExcess, .unexplainedMiss, .wrongTotal, .unexplainedSavings,
  ]
}
