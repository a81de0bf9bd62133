// Plants flaws into self-evaluations, monitoring forms and target forms of departments.
import Model
import Quantities

extension PlantedFlaw {
  /// Plants the flaw; false, and nothing changed, where the form has no place for it.
  func plant(in outcome: inout SelfEvaluation, _ writer: inout OutcomeWriter) -> Bool {
    switch self {
    case .fullMarks: plantFullMarks(&outcome, &writer)
    case .unexplainedExcess: plantExcess(&outcome)
    case .unexplainedMiss: plantMiss(&outcome)
    case .wrongTotal: plantWrongTotal(&outcome)
    case .unexplainedSavings: plantSavings(&outcome, &writer)
    case .unfoundedCertainty: plantCertainty(&outcome)
    default: false
    }
  }

  private func plantFullMarks(_ outcome: inout SelfEvaluation, _ writer: inout OutcomeWriter) -> Bool {
    guard let total = outcome.funds.first?.adjusted else { return false }
    let execution = writer.execution(of: total, rate: 10_000...10_000)
    outcome.funds = writer.funds(total: total, execution: execution)
    for (row, points) in WeightSpread.points(of: writer.target.categories, in: writer.year).enumerated() {
      outcome.indicators[row] = writer.meeting(row, of: points).indicator
    }
    outcome.totalScore = "100"
    outcome.grade = OutcomeWriter.grade(10_000)
    return true
  }

  private func plantExcess(_ outcome: inout SelfEvaluation) -> Bool {
    let row = outcome.indicators.indices.first { row in
      let indicator = outcome.indicators[row]
      guard let value = indicator.annualValue.flatMap({ PromisedValue($0) }) else { return false }
      return value.sign == .atLeast && !value.unit.hasPrefix(SamplesWords.percent)
        && (value.tenths ?? 0) >= 200 && indicator.deviation == nil
    }
    guard let row, let value = outcome.indicators[row].annualValue.flatMap({ PromisedValue($0) }),
      let tenths = value.tenths
    else { return false }
    outcome.indicators[row].actualValue = value.text(tenths / 10 * 17 / 10 * 10)
    return true
  }

  private func plantMiss(_ outcome: inout SelfEvaluation) -> Bool {
    guard let row = outcome.indicators.firstIndex(where: { $0.deviation != nil }) else { return false }
    outcome.indicators[row].deviation = SamplesWording.noReason
    return true
  }

  private func plantWrongTotal(_ outcome: inout SelfEvaluation) -> Bool {
    guard let printed = outcome.totalScore.flatMap({ ExactDecimal($0) }),
      let points = printed.scaled(byPowerOfTen: 2)?.whole
    else { return false }
    outcome.totalScore = WeightSpread.text(points - 150)
    return true
  }

  private func plantSavings(_ outcome: inout SelfEvaluation, _ writer: inout OutcomeWriter) -> Bool {
    // A reason of any row may be one for the money too.
    guard outcome.indicators.allSatisfy({ $0.deviation == nil }),
      let total = outcome.funds.first?.adjusted, let old = outcome.funds.first?.score,
      let before = ExactDecimal(old)?.scaled(byPowerOfTen: 2)?.whole,
      let sum = outcome.totalScore.flatMap({ ExactDecimal($0) })?.scaled(byPowerOfTen: 2)?.whole
    else { return false }
    let execution = writer.execution(of: total, rate: 6400...8600)
    outcome.funds = writer.funds(total: total, execution: execution)
    let points = sum - before + execution.points
    outcome.totalScore = WeightSpread.text(points)
    outcome.grade = OutcomeWriter.grade(points)
    outcome.problems = nil
    outcome.measures = nil
    outcome.conclusion = SamplesWording.plainConclusion
    return true
  }

  /// A quantity hardly begun in July, and certain all the same.
  private func plantCertainty(_ outcome: inout SelfEvaluation) -> Bool {
    let row = outcome.indicators.indices.first { row in
      guard let value = outcome.indicators[row].annualValue.flatMap({ PromisedValue($0) }) else {
        return false
      }
      return value.sign == .atLeast && !value.unit.hasPrefix(SamplesWords.percent)
        && (value.tenths ?? 0) >= 200
        && outcome.indicators[row].level2 == SamplesWording.levels(of: .quantity, in: 0).second
    }
    guard let row, let value = outcome.indicators[row].annualValue.flatMap({ PromisedValue($0) }),
      let tenths = value.tenths
    else { return false }
    outcome.indicators[row].actualValue = value.text(tenths / 10 * 12 / 100 * 10)
    return true
  }

  /// Plants the flaw of a department's form.
  func plant(in target: inout DepartmentTarget) -> Bool {
    guard self == .unbalancedBudget, let fiscal = target.budget.fiscal else { return false }
    target.budget.fiscal = Money(fen: fiscal.fen - 5_000_000)
    return true
  }
}
