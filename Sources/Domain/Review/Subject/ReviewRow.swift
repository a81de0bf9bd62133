// One indicator as rules read it: its place in the tree, its name, its typed values.
package import IndicatorValues
package import Model
import Quantities
package import RuleSets

/// One row of the indicator table, prepared once for all rules; a class, because eighty rules pass it around.
package final class ReviewRow: Sendable {
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
  /// The name for sentences and copied text: without bracketed units and slots at its end.
  package let shortName: String
  /// True where the name is made of words: `88`, `0`, `/` and `无` name nothing.
  package let isNamed: Bool
  /// The path of the row: `indicators/3`.
  package let path: String

  /// The promise of the row: the annual value, else the period's.
  package var target: ParsedValue? { annual ?? period }
  /// The field that holds `target`; the annual cell where both are blank.
  package var targetField: Indicator.Field { annual == nil && period != nil ? .periodValue : .annualValue }
  /// The target as a measure, if it is one.
  package var measure: Measure? {
    if case .measure(let measure) = target?.value.meaning { return measure }
    return nil
  }

  /// The path of one of its cells: `indicators/3/annualValue`.
  package func path(_ field: Indicator.Field) -> String { "\(path)/\(field.rawValue)" }

  init(index: Int, indicator: Indicator, tree: IndicatorTree, fiscalYear: FiscalYear?) {
    self.index = index
    self.indicator = indicator
    path = "indicators/\(index)"
    let ownCategory = tree.category(of: indicator.level2)
    let branch =
      tree.branch(of: indicator.level1) ?? ownCategory.flatMap { $0 == .satisfaction ? .satisfaction : nil }
    self.branch = branch
    category = ownCategory ?? Self.category(ofBranch: branch, hasLevel2: indicator.level2 != nil)
    let name = ReviewText(LayoutMarks.removed(from: indicator.name ?? ""))
    self.name = name
    shortName = Self.shortName(of: name.text)
    isNamed = Self.isNamed(name.text)
    let context = ValueContext(
      name: indicator.name, level2: indicator.level2, columnOperator: indicator.operator,
      columnUnit: indicator.unit, fiscalYear: fiscalYear)
    annual = indicator.annualValue.map { IndicatorValue.parse($0, context: context) }
    period = indicator.periodValue.map { IndicatorValue.parse($0, context: context) }
    actual = indicator.actualValue.map { IndicatorValue.parse($0, context: context) }
  }

  /// Where the form prints one level only, the branch says the place as far as it can.
  private static func category(ofBranch branch: IndicatorBranch?, hasLevel2: Bool) -> IndicatorCategory? {
    guard !hasLevel2 else { return nil }
    switch branch {
    case .cost: return .cost
    case .benefit: return .benefit
    case .satisfaction: return .satisfaction
    case .output, nil: return nil
    }
  }
}
