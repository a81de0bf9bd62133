// Numbers and money as sentences print them.
import IndicatorValues
package import Quantities

/// Numbers and money as sentences print them.
package enum FigureText {
  /// Plain digits with a comma every three: `1,560`, `0.5`.
  package static func number(_ number: ExactDecimal) -> String {
    let text = number.description
    let start = text.utf8.first == UInt8(ascii: "-") ? 1 : 0
    let end = text.utf8.prefix { $0 != UInt8(ascii: ".") }.count
    guard end - start > 3 else { return text }
    var grouped: [UInt8] = []
    for (place, byte) in text.utf8.enumerated() {
      if place > start, place < end, (end - place) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
      grouped.append(byte)
    }
    return String(decoding: grouped, as: UTF8.self)
  }

  /// A fraction rounded half up, for percentages and points; nil where it has too many digits.
  static func number(_ fraction: ExactFraction, places: Int = 2) -> String? {
    fraction.decimal(places: places).map { number($0) }
  }

  /// `132.81 万元` where two decimals say it all, else `387,664.62 元`.
  package static func money(_ money: Money) -> String {
    let (tenThousand, hundred): (Int64, Int64) = (1_000_000, 10_000)
    if money.fen.magnitude >= UInt64(tenThousand), money.fen % hundred == 0,
      let amount = ExactDecimal(significand: Int128(money.fen / hundred), exponent: -2)
    {
      return number(amount) + " 万元"
    }
    guard money.fen % 100 != 0 else { return number(money.yuan) + " 元" }
    // 分 are printed with both digits, as in accounts.
    let text = money.description
    let whole = ExactDecimal(text.prefix { $0 != "." }) ?? .zero
    return number(whole) + text.drop { $0 != "." } + " 元"
  }

  /// A value in signs as a clerk would write it: `≥2亿元`, not `≥200000000元`.
  static func value(_ measure: Measure, of value: IndicatorValue) -> String {
    let printed = value.printed()
    guard measure.unit == .yuan, measure.upper == nil, measure.center == nil else { return printed }
    let plain = measure.number.description
    for (places, word) in [(8, "亿"), (4, "万")] {
      guard let scaled = measure.number.scaled(byPowerOfTen: -places), ExactDecimal.one <= scaled,
        scaled.rounded(toPlaces: 2) == scaled, let range = printed.firstRange(of: plain)
      else { continue }
      return printed[..<range.lowerBound] + scaled.description + word + printed[range.upperBound...]
    }
    return printed
  }

  /// Names in quotes, the first few of them: `“甲”“乙”等 5 项`.
  static func names(_ names: [String], most: Int = 3) -> String {
    let quoted = names.prefix(most).map { "“\($0)”" }.joined()
    return names.count > most ? "\(quoted)等 \(names.count) 项" : quoted
  }
}
