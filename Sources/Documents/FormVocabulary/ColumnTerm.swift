// The columns that indicator tables, fund tables and task tables can have.

/// What a column head says the cells below it are.
package enum ColumnTerm: Hashable {
  // The indicator table
  case level1, level2, name, content
  case value(Horizon)
  case nature, direction, unit, basis, description, weight
  case actual, forecast, score, deviation, likelihood, likelihoodChoice, note
  /// A column the record does not keep.
  case unkept
  // The funds table
  case initialBudget, budget, executed, rate, forecastSpending
  // The task table
  case taskName, taskContent, taskFunds, taskExpected

  /// Which promise a value column holds.
  package enum Horizon: Hashable {
    case period, annual, only
  }

  /// Columns that only an indicator table has: the anchors of its head.
  @inlinable
  package var isIndicatorAnchor: Bool {
    switch self {
    case .level1, .level2, .name: true
    default: false
    }
  }

  /// Columns that only a funds table has.
  @inlinable
  package var isFundAnchor: Bool {
    switch self {
    case .initialBudget, .budget, .executed, .rate, .forecastSpending: true
    default: false
    }
  }
}
