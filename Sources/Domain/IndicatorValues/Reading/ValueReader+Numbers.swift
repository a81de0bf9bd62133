// Arabic numbers: digits, thousands separators, points, exponents.

import Quantities

/// A number that was read, before scale and unit.
struct ScannedNumber {
  var value: ExactDecimal
  var start: Int
  var end: Int
  /// Digits as printed, for telling a year from a count.
  var digitCount: Int
  var isChinese = false
  /// More digits than an exact decimal holds; the value is then zero and must not be used.
  var isTooLong = false
}

extension ValueReader {
  /// number = digits { "," digit digit digit } [ "." digits ] [ "E" [ sign ] digits ]
  ///
  /// Groups of three may also stand apart by a space. Reads any length; what an exact decimal cannot hold is
  /// marked.
  func arabicNumber(at start: Int) -> ScannedNumber? {
    guard ScalarClass.isDigit(self[start]) || self[start] == 0x2E && ScalarClass.isDigit(self[start + 1])
    else {
      return nil
    }
    var digits = DigitRun()
    var place = start
    while true {
      let scalar = self[place]
      if ScalarClass.isDigit(scalar) {
        if place > start, cells[place].spaceBefore, !digits.hasPoint,
          !isThousandsGroup(at: place, after: digits)
        {
          break
        }
        if place > start, cells[place].spaceBefore, digits.hasPoint { break }
        digits.append(UInt8(truncatingIfNeeded: scalar &- 0x30))
        place += 1
      } else if scalar == 0x2E, !digits.hasPoint, ScalarClass.isDigit(self[place + 1]),
        !cells[place + 1].spaceBefore
      {
        digits.hasPoint = true
        place += 1
      } else if scalar == 0x2C, !digits.hasPoint, isThousandsGroup(at: place + 1, after: digits) {
        digits.groupCount += 1
        digits.sinceGroup = 0
        place += 1
      } else {
        break
      }
    }
    // 12.5.3 is a version, not a number.
    if digits.hasPoint, self[place] == 0x2E, ScalarClass.isDigit(self[place + 1]) { return nil }
    var power = 0
    if let exponent = exponent(at: place) {
      power = exponent.power
      place = exponent.end
    }
    let value = digits.value(timesPowerOfTen: power)
    return ScannedNumber(
      value: value ?? .zero, start: start, end: place, digitCount: digits.count, isTooLong: value == nil)
  }

  /// Exactly three digits, behind a group of one to three.
  private func isThousandsGroup(at place: Int, after digits: DigitRun) -> Bool {
    guard digits.groupCount > 0 ? digits.sinceGroup == 3 : digits.count <= 3 && digits.count > 0 else {
      return false
    }
    for offset in 0..<3 where !ScalarClass.isDigit(self[place + offset]) { return false }
    for offset in 1..<3 where cells[place + offset].spaceBefore { return false }
    return !ScalarClass.isDigit(self[place + 3]) || cells[place + 3].spaceBefore
  }

  /// "×10⁴" and "×10^4".
  private func powerOfTen(at place: Int) -> (power: Int, end: Int)? {
    guard self[place] == 0xD7 || self[place] == 0x2A || self[place] | 0x20 == 0x78, self[place + 1] == 0x31,
      self[place + 2] == 0x30
    else { return nil }
    let isMarked = self[place + 3] == 0x5E
    let first = isMarked ? place + 4 : place + 3
    var power = 0
    var at = first
    while at - first < 2, let digit = isMarked ? digit(self[at]) : raisedDigit(self[at]) {
      power = power * 10 + digit
      at += 1
    }
    return at > first ? (power, at) : nil
  }

  private func digit(_ scalar: UInt32) -> Int? {
    ScalarClass.isDigit(scalar) ? Int(scalar &- 0x30) : nil
  }

  private func raisedDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0xB9: 1
    case 0xB2, 0xB3: Int(scalar - 0xB0)
    case 0x2070, 0x2074...0x2079: Int(scalar - 0x2070)
    default: nil
    }
  }

  /// "E+05", as a spreadsheet prints large numbers, or a power of ten.
  private func exponent(at place: Int) -> (power: Int, end: Int)? {
    if let found = powerOfTen(at: place) { return found }
    guard self[place] | 0x20 == 0x65, self[place] < 0x80 else { return nil }
    var at = place + 1
    let isNegative = self[at] == 0x2D
    if isNegative || self[at] == 0x2B { at += 1 }
    var power = 0
    let first = at
    while ScalarClass.isDigit(self[at]), at - first < 3 {
      power = power * 10 + Int(self[at] &- 0x30)
      at += 1
    }
    guard at > first, !ScalarClass.isDigit(self[at]), !ScalarClass.isLatin(self[at]) else { return nil }
    return (isNegative ? -power : power, at)
  }

  /// A whole number of one to four digits, for dates.
  func shortNumber(at start: Int) -> (value: Int, digits: Int, end: Int)? {
    var place = start
    var value = 0
    while ScalarClass.isDigit(self[place]), place - start < 5 {
      if place > start, cells[place].spaceBefore { break }
      value = value * 10 + Int(self[place] &- 0x30)
      place += 1
    }
    guard place > start, place - start < 5 else { return nil }
    return (value, place - start, place)
  }
}

/// Digits on their way to an exact decimal; trailing zeros are counted, not multiplied in.
struct DigitRun {
  private var significand: UInt64 = 0
  /// Holds the digits once they outgrow 64 bits.
  private var wide: Int128 = 0
  private var pendingZeros = 0
  private var places = 0
  private var isTooLong = false
  private(set) var count = 0
  var hasPoint = false
  var groupCount = 0
  var sinceGroup = 0

  mutating func append(_ digit: UInt8) {
    count += 1
    sinceGroup += 1
    if hasPoint { places += 1 }
    if digit == 0 {
      pendingZeros += 1
      return
    }
    if significand == 0, wide == 0 { pendingZeros = 0 }
    var zeros = pendingZeros + 1
    pendingZeros = 0
    if wide == 0, zeros < 4, significand < 1_000_000_000_000_000 {
      while zeros > 1 {
        significand *= 10
        zeros -= 1
      }
      significand = significand * 10 + UInt64(digit)
      return
    }
    if wide == 0 { wide = Int128(significand) }
    widen(zeros: zeros, digit: digit)
  }

  private mutating func widen(zeros: Int, digit: UInt8) {
    guard zeros <= ExactDecimal.digitsMax else {
      isTooLong = true
      return
    }
    for _ in 0..<zeros {
      let (product, overflow) = wide.multipliedReportingOverflow(by: 10)
      if overflow {
        isTooLong = true
        return
      }
      wide = product
    }
    let (sum, overflow) = wide.addingReportingOverflow(Int128(digit))
    if overflow { isTooLong = true } else { wide = sum }
  }

  func value(timesPowerOfTen power: Int) -> ExactDecimal? {
    if isTooLong { return nil }
    let digits = wide == 0 ? Int128(significand) : wide
    if digits == 0 { return .zero }
    let exponent = pendingZeros - places + power
    guard wide != 0 || abs(exponent) > ExactDecimal.exponentMax else {
      return ExactDecimal(alreadyCanonical: digits, exponent: exponent)
    }
    return ExactDecimal(significand: digits, exponent: exponent)
  }
}
