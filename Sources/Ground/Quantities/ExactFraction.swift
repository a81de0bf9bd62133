// An exact fraction of two integers, for ratios and for conversions that no decimal can hold.

/// A reduced fraction with a positive denominator, such as 2000/3 (square metres of a 亩) or 1/18.
package struct ExactFraction: Sendable, Hashable, CustomStringConvertible {
  package let numerator: Int128
  package let denominator: Int128

  package static let one = ExactFraction(whole: 1)

  package init(whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Nil when the denominator is zero or a sign cannot be turned.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// `dividend ÷ divisor`, or nil for a zero divisor or too many digits.
  package init?(_ dividend: ExactDecimal, dividedBy divisor: ExactDecimal) {
    let low = min(dividend.exponent, divisor.exponent)
    guard let upper = dividend.aligned(to: low), let lower = divisor.aligned(to: low) else { return nil }
    self.init(upper, over: lower)
  }

  package init?(_ decimal: ExactDecimal) {
    self.init(decimal, dividedBy: .one)
  }

  /// The exact product in lowest terms; nil when it does not fit.
  package func multiplied(by other: ExactFraction) -> ExactFraction? {
    // Crosswise reduction first keeps the products small.
    guard let left = ExactFraction(numerator, over: other.denominator),
      let right = ExactFraction(other.numerator, over: denominator)
    else { return nil }
    let (upper, upperOverflow) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (lower, lowerOverflow) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return upperOverflow || lowerOverflow ? nil : ExactFraction(upper, over: lower)
  }

  /// The exact quotient in lowest terms; nil when it does not fit or `other` is zero.
  package func divided(by other: ExactFraction) -> ExactFraction? {
    guard let inverse = ExactFraction(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  /// -1, 0 or 1 as this is below, equal to or above `other`; nil when the products do not fit.
  package func compared(to other: ExactFraction) -> Int? {
    let (mine, overflow) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (others, otherOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
    if overflow || otherOverflow { return nil }
    return mine == others ? 0 : (mine < others ? -1 : 1)
  }

  /// The decimal of this fraction, rounded half up to `places`; nil when it does not fit.
  package func decimal(places: Int) -> ExactDecimal? {
    guard (0...18).contains(places) else { return nil }
    let power = Int128(ExactDecimal.powersOfTen[places])
    let (shifted, overflow) = numerator.multipliedReportingOverflow(by: power)
    if overflow { return nil }
    let (quotient, remainder) = shifted.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    let roundedUp = remainder >= denominator.magnitude - remainder ? quotient + 1 : quotient
    guard let magnitude = Int128(exactly: roundedUp) else { return nil }
    return ExactDecimal(significand: shifted < 0 ? -magnitude : magnitude, exponent: -places)
  }

  /// `1/18`, or `3` when the denominator is one.
  package var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 0 ? 1 : left
  }
}
