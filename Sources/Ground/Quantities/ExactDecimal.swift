// A decimal number kept exactly: an integer significand and a power of ten.

/// An exact decimal of up to 38 significant digits.
///
/// The value is `significand × 10^exponent`. It is canonical: the significand has no trailing zero (zero
/// itself has exponent 0), so that `1.50` and `1.5` are one value with one hash. What does not fit is
/// refused (`nil`), never rounded and never trapped. No binary floating point is used anywhere.
///
/// Example: 1.2万 is `ExactDecimal(significand: 12, exponent: 3)`, written `12000`.
package struct ExactDecimal: Sendable, Hashable {
  /// The significand in two words: an Int128 itself would align, and so blow up, every value that holds a
  /// number.
  private let high: Int64
  private let low: UInt64
  /// The power of ten.
  package let exponent: Int16

  /// The most digits a significand may have.
  package static let digitsMax = 38
  /// The largest power of ten, either way: keeps every printed number short.
  package static let exponentMax = 120

  /// All digits as one integer, without trailing zeros.
  package var significand: Int128 { Int128(high) << 64 | Int128(low) }

  package static let zero = ExactDecimal(0)
  package static let one = ExactDecimal(1)
  package static let hundred = ExactDecimal(100)

  /// A whole number.
  package init(_ whole: Int) {
    self.init(canonical: Int128(whole), 0)
  }

  /// The number `significand × 10^exponent`, or nil when it has too many digits or too large an exponent.
  package init?(significand: Int128, exponent: Int) {
    guard abs(exponent) <= Self.exponentMax + Self.digitsMax else { return nil }
    self.init(canonical: significand, exponent)
    let digits = self.significand.magnitude
    if digits >= Self.significandBound || abs(Int(self.exponent)) > Self.exponentMax { return nil }
  }

  /// For callers that have kept the trailing zeros out themselves, such as the number scanner.
  ///
  /// - Precondition: `significand` is no multiple of ten (or zero, with exponent 0), both within the limits.
  package init(alreadyCanonical significand: Int128, exponent: Int) {
    high = Int64(truncatingIfNeeded: significand >> 64)
    low = UInt64(truncatingIfNeeded: significand)
    self.exponent = Int16(truncatingIfNeeded: exponent)
  }

  private init(canonical significand: Int128, _ exponent: Int) {
    guard significand != 0 else {
      self.init(alreadyCanonical: 0, exponent: 0)
      return
    }
    var power = exponent
    // Nearly all numbers fit in one word, which divides many times as fast as two.
    if let word = Int64(exactly: significand) {
      self.init(alreadyCanonical: Int128(Self.withoutZeros(word, &power)), exponent: power)
    } else {
      self.init(alreadyCanonical: Self.withoutZeros(significand, &power), exponent: power)
    }
  }

  /// A number that is not zero without the zeros at its end, which are counted into the power of ten.
  private static func withoutZeros<Word: FixedWidthInteger>(_ number: Word, _ power: inout Int) -> Word {
    var digits = number
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    return digits
  }

  /// 10^38: the first magnitude that does not fit.
  private static let significandBound: UInt128 = powersOfTen[38]

  /// 10^0 … 10^38.
  static let powersOfTen: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  package var isZero: Bool { high == 0 && low == 0 }
  package var isNegative: Bool { high < 0 }
  /// True when nothing stands behind the decimal point.
  package var isWhole: Bool { exponent >= 0 }

  /// The number as an `Int`, where it is whole and fits.
  package var whole: Int? {
    if exponent == 0 { return Int(exactly: significand) }
    guard exponent >= 0, exponent <= 18 else { return nil }
    let (product, overflow) = significand.multipliedReportingOverflow(
      by: Int128(Self.powersOfTen[Int(exponent)]))
    return overflow ? nil : Int(exactly: product)
  }
}
