// Exact decimals from plain text and back.

extension ExactDecimal: CustomStringConvertible {
  /// Reads plain ASCII digits with an optional sign and point, such as `-12.50`; nil for anything else.
  ///
  /// Thousands separators, full-width digits and Chinese numerals belong to the readers of their own
  /// languages.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package init?<Text: StringProtocol>(_ text: Text) {
    var digits: Int128 = 0
    var places = 0
    var seenPoint = false
    var seenDigit = false
    var isNegative = false
    var pendingZeros = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        if seenPoint { places += 1 }
        guard byte != UInt8(ascii: "0") else {
          pendingZeros += 1
          continue
        }
        guard let grown = Self.appending(byte - UInt8(ascii: "0"), after: pendingZeros, to: digits) else {
          return nil
        }
        digits = grown
        pendingZeros = 0
      default: return nil
      }
    }
    guard seenDigit else { return nil }
    self.init(significand: isNegative ? -digits : digits, exponent: digits == 0 ? 0 : pendingZeros - places)
  }

  /// `digits` with `zeros` zeros and one more digit behind it, or nil beyond the limit of digits.
  private static func appending(_ digit: UInt8, after zeros: Int, to digits: Int128) -> Int128? {
    if digits == 0 { return Int128(digit) }
    guard zeros + 1 < powersOfTen.count else { return nil }
    let (shifted, overflow) = digits.multipliedReportingOverflow(by: Int128(powersOfTen[zeros + 1]))
    if overflow { return nil }
    let (sum, overflowAgain) = shifted.addingReportingOverflow(Int128(digit))
    return overflowAgain ? nil : sum
  }

  /// The number in plain digits without exponent, the shortest way: `12000`, `0.97`, `-5`.
  package var description: String {
    var text = isNegative ? "-" : ""
    let magnitude = significand.magnitude
    let digits = UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)
    if exponent >= 0 {
      text += digits
      text += String(repeating: "0", count: Int(exponent))
    } else {
      let places = -Int(exponent)
      if digits.utf8.count <= places {
        text += "0."
        text += String(repeating: "0", count: places - digits.utf8.count)
        text += digits
      } else {
        text += digits.dropLast(places)
        text += "."
        text += digits.suffix(places)
      }
    }
    return text
  }
}
