// A cell's number as decimal digits: what the file says, without the noise of binary fractions.

/// A decimal number: sign, digits, and where the point stands (0.d₁d₂d₃… × 10^point).
///
/// Spreadsheets keep 15 significant digits; what a file has beyond is noise of its binary fractions
/// (0.30000000000000004) and is rounded away.
struct DecimalDigits: Equatable {
  var isNegative = false
  /// 0…9 each, without zeros at either end; empty for zero.
  private(set) var digits: [UInt8] = []
  private(set) var point = 0

  private static let significantMax = 15
  /// Powers of ten beyond which a number is text to us; spreadsheets end at 308.
  private static let exponentMax = 400

  /// Reads `-12.5`, `1E+05`, `.5`; nil for anything else.
  init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { Self.parse($0) }
    guard let parsed else { return nil }
    self = parsed
  }

  private init() {}

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalDigits? {
    var number = DecimalDigits()
    var index = 0
    var digitCount = 0
    var hasPoint = false
    if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B {
      number.isNegative = bytes[index] == 0x2D
      index += 1
    }
    while index < bytes.count {
      if bytes[index] == 0x2E, !hasPoint {
        hasPoint = true
      } else if bytes[index] >= 0x30, bytes[index] <= 0x39 {
        digitCount += 1
        guard digitCount <= 1_000 else { return nil }
        let isLeadingZero = number.digits.isEmpty && bytes[index] == 0x30
        if !isLeadingZero { number.digits.append(bytes[index] - 0x30) }
        if !hasPoint, !isLeadingZero { number.point += 1 }
        if hasPoint, isLeadingZero { number.point -= 1 }
      } else {
        break
      }
      index += 1
    }
    guard digitCount > 0, let exponent = Self.exponent(bytes, from: index) else { return nil }
    number.point += exponent
    guard abs(number.point) <= exponentMax else { return nil }
    number.tidy()
    number.round(toSignificant: significantMax)
    return number
  }

  /// 0 at the end of the text, else the power after `E`; nil for anything else.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return 0 }
    guard bytes[start] | 0x20 == 0x65 else { return nil }
    var index = start + 1
    let isNegative = index < bytes.count && bytes[index] == 0x2D
    if index < bytes.count, isNegative || bytes[index] == 0x2B { index += 1 }
    guard index < bytes.count else { return nil }
    var power = 0
    while index < bytes.count {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39, power < 100_000 else { return nil }
      power = power * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return isNegative ? -power : power
  }

  var isZero: Bool { digits.isEmpty }

  /// Moves the point: × 10^places.
  mutating func shift(_ places: Int) {
    if !isZero { point += places }
  }

  /// Rounds to so many decimals, half away from zero.
  mutating func round(toDecimals decimals: Int) {
    round(toSignificant: point + decimals)
  }

  private mutating func round(toSignificant count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return tidy()
    }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if isUp {
      var index = count
      while index > 0, digits[index - 1] == 9 {
        index -= 1
        digits[index] = 0
      }
      if index > 0 {
        digits[index - 1] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    tidy()
  }

  private mutating func tidy() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// The digits before the point, without leading zeros; empty for 0.5.
  var integerDigits: [UInt8] {
    guard point > 0 else { return [] }
    return (0..<point).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// So many digits after the point.
  func decimalDigits(_ count: Int) -> [UInt8] {
    (0..<max(0, count)).map { offset in
      let index = point + offset
      return index >= 0 && index < digits.count ? digits[index] : 0
    }
  }

  /// How many digits stand after the point.
  var decimalCount: Int { max(0, digits.count - point) }

  /// The number as a plain decimal; with a power of ten only where that would need more than 25 digits.
  var general: String {
    guard !isZero else { return "0" }
    var text = isNegative ? "-" : ""
    if point > 25 || point < -20 {
      text.append(contentsOf: String(digits[0]))
      if digits.count > 1 { text += "." + Self.text(digits[1...]) }
      let power = point - 1
      return text + (power < 0 ? "E-" : "E+") + (abs(power) < 10 ? "0" : "") + String(abs(power))
    }
    let integer = integerDigits
    text += integer.isEmpty ? "0" : Self.text(integer[...])
    if decimalCount > 0 { text += "." + Self.text(decimalDigits(decimalCount)[...]) }
    return text
  }

  static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }

  /// Compares by value.
  static func < (left: DecimalDigits, right: DecimalDigits) -> Bool {
    let (leftSign, rightSign) = (left.sign, right.sign)
    guard leftSign == rightSign else { return leftSign < rightSign }
    let isLess =
      left.point != right.point
      ? left.point < right.point : left.digits.lexicographicallyPrecedes(right.digits)
    return leftSign < 0 ? left != right && !isLess : isLess
  }

  private var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }
}
