// One indicator as rules read it: its place in the tree, its name, its typed values.
package import IndicatorValues
package import Model
package import Quantities
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
  package let forecast: ParsedValue?
  /// The name for sentences and copied text: without bracketed units and slots at its end.
  package let short: ReviewText
  package var shortName: String { short.text }
  /// True where the name is made of words: `88`, `0`, `/` and `无` name nothing.
  package let isNamed: Bool
  /// The path of the row: `indicators/3`.
  package var path: String { "indicators/\(index)" }

  /// The promise of the row: the annual value, else the period's.
  package let target: ParsedValue?
  /// The field that holds `target`; the annual cell where both are blank.
  package let targetField: Indicator.Field
  /// The target as a measure, if it is one.
  package let measure: Measure?
  /// What the measure's unit measures; nil for bare numbers and for what is no measure.
  package let dimension: Dimension?
  /// True where the target is filled in: no blank, no dash, no slot.
  package let hasPromise: Bool
  /// True for a number of people, events, households or things, no share and no time.
  package let promisesCount: Bool
  /// True for a percentage, a permille or a ratio.
  package var promisesShare: Bool { dimension == .share }

  /// The path of one of its cells: `indicators/3/annualValue`.
  package func path(_ field: Indicator.Field) -> String {
    index < Self.paths.count
      ? Self.paths[index][field.ordinal] : "indicators/\(index)/\(field.rawValue)"
  }

  /// Findings name dozens of cells, most of them in the first rows.
  private static let paths = (0..<64).map { index in
    Indicator.Field.allCases.map { "indicators/\(index)/\($0.rawValue)" }
  }

  init(index: Int, indicator: Indicator, place: IndicatorPlaces.Place, fiscalYear: FiscalYear?) {
    self.index = index
    branch = place.branch
    category = place.category
    let name = LayoutMarks.removed(from: ReviewText(indicator.name ?? ""))
    self.name = name
    short = Self.shortName(of: name).map { ReviewText($0) } ?? name
    isNamed = Self.isNamed(name)
    let context = ValueContext(
      name: indicator.name, level2: indicator.level2, columnOperator: indicator.operator,
      columnUnit: indicator.unit, fiscalYear: fiscalYear)
    let annual = indicator.annualValue.map { IndicatorValue.parse($0, context: context) }
    // Projects of one year print one value in both columns.
    let isOneValue = indicator.annualValue.map { indicator.periodValue?.isSame(as: $0) ?? false } ?? false
    let period =
      isOneValue ? annual : indicator.periodValue.map { IndicatorValue.parse($0, context: context) }
    self.annual = annual
    self.period = period
    actual = indicator.actualValue.map { IndicatorValue.parse($0, context: context) }
    forecast = indicator.forecastValue.map { IndicatorValue.parse($0, context: context) }
    let target = annual ?? period
    self.target = target
    targetField = annual == nil && period != nil ? .periodValue : .annualValue
    measure = if case .measure(let measure)? = target?.value.meaning { measure } else { nil }
    dimension = measure?.unit?.dimension
    hasPromise = Self.isPromise(target?.value)
    promisesCount = Self.isCount(measure, dimension, name)
    self.indicator = indicator
  }
}
