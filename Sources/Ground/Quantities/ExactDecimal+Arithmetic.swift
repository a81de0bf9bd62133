// Order and arithmetic of exact decimals; what would not fit is nil.

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    if left.isNegative { return right.magnitudeIsLess(than: left) }
    return left.magnitudeIsLess(than: right)
  }

  /// Compares without ever overflowing: first by the place of the leading digit, then by aligned digits.
  private func magnitudeIsLess(than other: ExactDecimal) -> Bool {
    if exponent == other.exponent { return significand.magnitude < other.significand.magnitude }
    if isZero || other.isZero { return isZero && !other.isZero }
    let place = digitCount + Int(exponent)
    let otherPlace = other.digitCount + Int(other.exponent)
    if place != otherPlace { return place < otherPlace }
    let shift = Int(exponent) - Int(other.exponent)
    let mine = significand.magnitude * Self.powersOfTen[max(0, shift)]
    let others = other.significand.magnitude * Self.powersOfTen[max(0, -shift)]
    return mine < others
  }

  private var digitCount: Int {
    let (magnitude, powersOfTen) = (significand.magnitude, Self.powersOfTen)
    var count = 1
    while count < Self.digitsMax, magnitude >= powersOfTen[count] { count += 1 }
    return count
  }
}

extension ExactDecimal {
  /// The number times 10^power: how 万 and 亿 are applied.
  package func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
    if isZero { return self }
    let moved = Int(exponent) + power
    guard abs(moved) <= Self.exponentMax else { return nil }
    return ExactDecimal(alreadyCanonical: significand, exponent: moved)
  }

  /// The same number with the other sign.
  package var negated: ExactDecimal {
    ExactDecimal(alreadyCanonical: -significand, exponent: Int(exponent))
  }

  /// The exact sum; nil when it has more digits than fit.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if isZero { return other }
    if other.isZero { return self }
    let low = min(exponent, other.exponent)
    guard let mine = aligned(to: low), let others = other.aligned(to: low) else { return nil }
    let (sum, overflow) = mine.addingReportingOverflow(others)
    return overflow ? nil : ExactDecimal(significand: sum, exponent: Int(low))
  }

  /// The exact difference; nil when it has more digits than fit.
  package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    adding(other.negated)
  }

  /// The exact product; nil when it has more digits than fit.
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : ExactDecimal(significand: product, exponent: Int(exponent) + Int(other.exponent))
  }

  /// Rounded half up (away from zero) to `places` behind the point, as scores and money are.
  package func rounded(toPlaces places: Int) -> ExactDecimal? {
    let excess = -Int(exponent) - places
    guard excess > 0 else { return self }
    guard excess <= Self.digitsMax else { return .zero }
    let divisor = Self.powersOfTen[excess]
    let (quotient, remainder) = significand.magnitude.quotientAndRemainder(dividingBy: divisor)
    let roundedUp = remainder >= divisor - remainder ? quotient + 1 : quotient
    return ExactDecimal(significand: Int128(roundedUp) * (isNegative ? -1 : 1), exponent: -places)
  }

  /// The significand written for a lower exponent, or nil when it would not fit.
  func aligned(to low: Int16) -> Int128? {
    let shift = Int(exponent) - Int(low)
    guard shift <= Self.digitsMax else { return nil }
    let (aligned, overflow) = significand.multipliedReportingOverflow(by: Int128(Self.powersOfTen[shift]))
    return overflow ? nil : aligned
  }
}
