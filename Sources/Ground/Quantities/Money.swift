// Money in whole 分, as budgets keep it.

/// An amount of yuan kept as whole 分 (1/100 yuan) in 64 bits: up to 92 quadrillion yuan, never rounded.
package struct Money: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The amount in 分.
  package let fen: Int64

  package static let zero = Money(fen: 0)

  package init(fen: Int64) {
    self.fen = fen
  }

  /// An amount of yuan; nil when it has a part below one 分 or does not fit. `10.5` → 1050 分.
  package init?(yuan: ExactDecimal) {
    guard let scaled = yuan.scaled(byPowerOfTen: 2), let fen = scaled.whole else { return nil }
    self.fen = Int64(fen)
  }

  /// The amount in 元, exact.
  package var yuan: ExactDecimal {
    ExactDecimal(significand: Int128(fen), exponent: -2) ?? .zero
  }

  /// The sum; nil when it does not fit.
  package func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// The difference, negative where the other is larger; nil when it does not fit.
  package func subtracting(_ other: Money) -> Money? {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: difference)
  }

  /// The amount for `count` pieces; nil when it does not fit.
  package func multiplied(by count: Int64) -> Money? {
    let (product, overflow) = fen.multipliedReportingOverflow(by: count)
    return overflow ? nil : Money(fen: product)
  }

  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// Yuan with two digits behind the point, as the record format writes money: `77541300.00`.
  package var description: String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    return (fen < 0 ? "-" : "") + String(yuan) + (rest < 10 ? ".0" : ".") + String(rest)
  }
}
