// What is worked out once a form, by whichever rule asks first.
import IndicatorLibrary

/// Answers that several rules want; nil until one has asked. Two threads that ask at once find the same.
struct Lookups {
  var goalSentence: GoalSentence??
  var costProducts: [CostProduct]?
  var surroundings: LibrarySurroundings?
  var unitCostAdvice: UnitCostAdvice?
  var repeatsPeriodGoal: Bool?
}
