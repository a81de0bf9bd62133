// Whether anybody has filled a form in: a blank template is not reviewed.
import Model

extension ReviewSubject {
  /// True for a template that nobody has filled in: no name, no goal, no money, no value.
  package var isBlank: Bool {
    guard name.isEmpty, annualGoal?.isEmpty ?? true, periodGoal?.isEmpty ?? true, budget == nil else {
      return false
    }
    return rows.allSatisfy { row in
      [Indicator.Field.annualValue, .periodValue, .actualValue, .score].allSatisfy {
        row.indicator[$0] == nil
      }
    }
  }

  /// True where a self-evaluation or monitoring form tells anything that became of the promise.
  package var tellsOutcome: Bool {
    guard let outcome else { return false }
    return outcome.totalScore != nil || outcome.actualGoal != nil
      || outcome.funds.contains { $0.executed != nil }
      || rows.contains { $0.indicator.actualValue != nil || $0.indicator.score != nil }
  }

  /// The year that the form is printed for.
  package var printedYear: Int? {
    projectTarget?.fiscalYear ?? departmentTarget?.fiscalYear ?? outcome?.fiscalYear
  }
}
