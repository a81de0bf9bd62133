// A measured promise: a number, or a range, with unit and per-units.

package import Quantities

/// `≥30人次`, `10.5万/人`, `3-5个`, `100±5个`, `1:18`.
package struct Measure: Sendable, Equatable {
  /// Nil for a bare number.
  package var comparator: Comparator?
  /// The only number, the lower end of a range, or the width of `±`; after 万 and 亿.
  package var number: ExactDecimal
  /// The second number, where there is one.
  private var second: Second
  /// The plain unit; nil where neither the value nor its context prints one.
  package var unit: Unit?
  /// What the unit is counted over, in printed order: `元/人·月` has 人 and 月.
  package var per: [Unit]
  /// The words of the value that are no part of the measure: 覆盖率 in `覆盖率100%`.
  package var subject: String?
  /// True for 约, 左右, 余, also beside another comparator (`≥约50场`).
  package var isApproximate: Bool

  package init(
    comparator: Comparator? = nil, number: ExactDecimal, upper: ExactDecimal? = nil,
    center: ExactDecimal? = nil,
    ratioTo: ExactDecimal? = nil, unit: Unit? = nil, per: [Unit] = [], subject: String? = nil,
    isApproximate: Bool = false
  ) {
    self.comparator = comparator
    self.number = number
    second = Second(upper: upper, center: center, ratioTo: ratioTo)
    self.unit = unit
    self.per = per
    self.subject = subject
    self.isApproximate = isApproximate
  }

  /// A measure has at most one second number.
  private enum Second: Sendable, Equatable {
    case none
    case upper(ExactDecimal)
    case center(ExactDecimal)
    case ratioTo(ExactDecimal)

    init(upper: ExactDecimal?, center: ExactDecimal?, ratioTo: ExactDecimal?) {
      self =
        if let ratioTo { .ratioTo(ratioTo) } else if let center { .center(center) } else if let upper {
          .upper(upper)
        } else { .none }
    }
  }

  /// The upper end, only with `.between`.
  package var upper: ExactDecimal? {
    get { if case .upper(let upper) = second { upper } else { nil } }
    set { set(newValue.map { .upper($0) }, isPresent: upper != nil) }
  }

  /// What `±` is counted from, where it is printed: 100 in `100±5个`.
  package var center: ExactDecimal? {
    get { if case .center(let center) = second { center } else { nil } }
    set { set(newValue.map { .center($0) }, isPresent: center != nil) }
  }

  /// The second number of a ratio: 18 in `1:18`, 3 in 三分之二. The value is `number / ratioTo`.
  package var ratioTo: ExactDecimal? {
    get { if case .ratioTo(let ratioTo) = second { ratioTo } else { nil } }
    set { set(newValue.map { .ratioTo($0) }, isPresent: ratioTo != nil) }
  }

  private mutating func set(_ second: Second?, isPresent: Bool) {
    if let second { self.second = second } else if isPresent { self.second = .none }
  }

  /// The exact number as a fraction, ratios divided out; nil beyond 38 digits.
  package var fraction: ExactFraction? {
    guard let ratioTo else { return ExactFraction(number) }
    return ExactFraction(number, dividedBy: ratioTo)
  }

  /// Number and units for sums: `1560 户`, `200 元/户`.
  package var quantity: Quantity? {
    fraction.map { Quantity($0, CompoundUnit(over: unit.map { [$0] } ?? [], under: per)) }
  }
}
