// Numbers and money as sentences print them.
import Quantities

enum FigureText {
  /// Plain digits with a comma every three: `1,560`, `0.5`.
  static func number(_ number: ExactDecimal) -> String {
    let text = number.description
    let sign = text.first == "-" ? "-" : ""
    let digits = text.drop { $0 == "-" }
    let whole = digits.prefix { $0 != "." }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + digits.dropFirst(whole.count)
  }

  /// A fraction rounded half up, for percentages and points; nil where it has too many digits.
  static func number(_ fraction: ExactFraction, places: Int = 2) -> String? {
    fraction.decimal(places: places).map { number($0) }
  }

  /// `132.81 万元` where two decimals say it all, else `387,664.62 元`.
  static func money(_ money: Money) -> String {
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

  /// Names in quotes, the first few of them: `“甲”“乙”等 5 项`.
  static func names(_ names: [String], most: Int = 3) -> String {
    let quoted = names.prefix(most).map { "“\($0)”" }.joined()
    return names.count > most ? "\(quoted)等 \(names.count) 项" : quoted
  }
}
