// A number with its unit, and arithmetic in which a mismatch of dimensions is a value.

/// An exact number of a compound unit: 1560 户, 200 元/户.
package struct Quantity: Sendable, Equatable, CustomStringConvertible {
  package let number: ExactFraction
  package let unit: CompoundUnit

  package init(_ number: ExactFraction, _ unit: CompoundUnit) {
    self.number = number
    self.unit = unit
  }

  /// Nil when the number has too many digits for a fraction.
  package init?(_ number: ExactDecimal, over: [Unit] = [], under: [Unit] = []) {
    guard let fraction = ExactFraction(number) else { return nil }
    self.init(fraction, CompoundUnit(over: over, under: under))
  }

  /// What comes of an operation on quantities; nothing throws and nothing traps.
  package enum Outcome: Sendable, Equatable {
    case quantity(Quantity)
    /// The two cannot be added: 元 and 人.
    case unlike(CompoundUnit, CompoundUnit)
    /// The exact result has too many digits.
    case tooLarge
  }

  /// 1560 户 × 200 元/户 = 312000 元.
  package func multiplied(by other: Quantity) -> Outcome {
    guard let (unit, factor) = unit.multiplied(by: other.unit),
      let product = number.multiplied(by: other.number)?.multiplied(by: factor)
    else { return .tooLarge }
    return .quantity(Quantity(product, unit))
  }

  /// The sum in this quantity's unit.
  package func adding(_ other: Quantity) -> Outcome {
    let inverse = CompoundUnit(over: unit.under, under: unit.over)
    guard let (rest, factor) = other.unit.multiplied(by: inverse) else { return .tooLarge }
    guard rest.isPlain else { return .unlike(unit, other.unit) }
    guard let added = other.number.multiplied(by: factor), let sum = Self.sum(number, added) else {
      return .tooLarge
    }
    return .quantity(Quantity(sum, unit))
  }

  private static func sum(_ left: ExactFraction, _ right: ExactFraction) -> ExactFraction? {
    let (first, overflow1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (second, overflow2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    let (upper, overflow3) = first.addingReportingOverflow(second)
    let (lower, overflow4) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return overflow1 || overflow2 || overflow3 || overflow4 ? nil : ExactFraction(upper, over: lower)
  }

  package var description: String { "\(number) \(unit)" }
}
