// One indicator as rules read it: its place in the tree, its name, its typed values.
package import IndicatorValues
package import Model
package import RuleSets

/// One row of the indicator table, prepared once for all rules.
package struct ReviewRow: Sendable {
  /// Index in `form.indicators`.
  package let index: Int
  package let indicator: Indicator
  /// Its place in the canonical tree; nil where the form prints none or one that no tree knows.
  package let branch: IndicatorBranch?
  package let category: IndicatorCategory?
  /// The name without slots, prefixes and marks.
  package let name: ReviewText
  /// Typed values, read with name, level 2, operator and unit as context; nil where the cell is blank.
  package let annual: ParsedValue?
  package let period: ParsedValue?
  package let actual: ParsedValue?

  /// The promise of the row: the annual value, else the period's.
  package var target: ParsedValue? { annual ?? period }
  /// The field that holds `target`; the annual cell where both are blank.
  package var targetField: Indicator.Field { annual == nil && period != nil ? .periodValue : .annualValue }
  /// The target as a measure, if it is one.
  package var measure: Measure? {
    if case .measure(let measure) = target?.value.meaning { return measure }
    return nil
  }

  /// The path of the row: `indicators/3`.
  package var path: String { "indicators/\(index)" }
  /// The path of one of its cells: `indicators/3/annualValue`.
  package func path(_ field: Indicator.Field) -> String { "indicators/\(index)/\(field.rawValue)" }
}
