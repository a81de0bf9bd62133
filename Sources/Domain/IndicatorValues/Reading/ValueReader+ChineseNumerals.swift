// Chinese numerals: 十五, 三点五, 一百二十, 二〇二三, 壹拾.

import Quantities

/// The characters of Chinese numerals.
enum ChineseNumeral {
  /// 0…9 for a digit character.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x96F6, 0x3007: 0  // 零 〇
    case 0x4E00, 0x58F9: 1  // 一 壹
    case 0x4E8C, 0x4E24, 0x8D30, 0x4FE9: 2  // 二 两 贰 俩
    case 0x4E09, 0x53C1: 3  // 三 叁
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646: 6  // 六 陆
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  /// The power of ten of 十 百 千 万 亿.
  static func power(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341, 0x62FE: 1  // 十 拾
    case 0x767E, 0x4F70: 2  // 百 佰
    case 0x5343, 0x4EDF: 3  // 千 仟
    case 0x4E07: 4  // 万
    case 0x4EBF: 8  // 亿
    default: nil
    }
  }

  static let point: UInt32 = 0x70B9  // 点
}

extension ValueReader {
  /// chineseNumber = digits | [ digit ] "十" [ digit ] | digit ( "百" | "千" | "万" | "亿" ) …, with 点 for the
  /// point
  ///
  /// 百, 千, 万 and 亿 alone are no number (百姓, 千方百计); 十 is.
  func chineseNumber(at start: Int) -> ScannedNumber? {
    let first = self[start]
    guard ChineseNumeral.digit(first) != nil || first == 0x5341 || first == 0x62FE else { return nil }
    var run = ChineseRun()
    var place = start
    while place < count, place - start < 20, !(place > start && cells[place].spaceBefore) {
      let scalar = self[place]
      if let digit = ChineseNumeral.digit(scalar) {
        run.append(digit: digit)
      } else if let power = ChineseNumeral.power(scalar), !startsUnit(at: place) {
        run.append(power: power)
      } else {
        break
      }
      place += 1
    }
    var value = ExactDecimal(run.total)
    var end = place
    if self[place] == ChineseNumeral.point, let decimals = decimals(at: place + 1),
      !run.hasPower || run.total < 100
    {
      let fraction = ExactDecimal(significand: Int128(decimals.value), exponent: -decimals.places)
      value = fraction.flatMap { value.adding($0) } ?? value
      end = decimals.end
    }
    return ScannedNumber(
      value: value, start: start, end: end, digitCount: place - start, isChinese: true)
  }

  private func decimals(at start: Int) -> (value: Int, places: Int, end: Int)? {
    var place = start
    var value = 0
    while let digit = ChineseNumeral.digit(self[place]), place - start < 6 {
      value = value * 10 + digit
      place += 1
    }
    return place > start ? (value, place - start, place) : nil
  }

  /// 千米, 百分点, 万像素: the character belongs to the unit, not to the number.
  func startsUnit(at place: Int) -> Bool {
    guard let unit = word(.unit, at: place) else { return false }
    return unit.end - place >= 2
  }
}

/// Chinese digits and powers on their way to a number of at most 17 digits.
struct ChineseRun {
  private var wholes = 0
  private var section = 0
  private var pending: Int?
  private var sequence = 0
  private var lastPower = 0
  private var sawZero = false
  private(set) var hasPower = false

  mutating func append(digit: Int) {
    if digit == 0 { sawZero = true }
    if !hasPower, sequence < 100_000_000_000_000_000 { sequence = sequence * 10 + digit }
    pending = digit
  }

  mutating func append(power: Int) {
    hasPower = true
    let digit = pending ?? (power == 1 ? 1 : 0)
    pending = nil
    sawZero = false
    lastPower = power
    if power < 4 {
      section += digit * Self.powers[power]
      return
    }
    section += digit
    let (product, overflow) = (wholes + section).multipliedReportingOverflow(by: Self.powers[power])
    if overflow || product > 100_000_000_000_000_000 { return }
    // 三亿五千万: 万 multiplies only what stands behind 亿.
    if power == 4, wholes >= 100_000_000 { wholes += section * Self.powers[4] } else { wholes = product }
    section = 0
  }

  var total: Int {
    guard hasPower else { return sequence }
    guard let pending else { return wholes + section }
    // 三万五, 一百二: the digit counts in tenths of the last power.
    let isShort = lastPower > 1 && !sawZero
    return wholes + section + (isShort ? pending * Self.powers[lastPower - 1] : pending)
  }

  private static let powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
}
