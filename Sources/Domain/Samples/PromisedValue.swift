// What a row of a sample promises, taken apart: sign, figure, unit.

/// `≥96.5%` or a deadline, enough of it to invent what came of it.
struct PromisedValue: Sendable {
  enum Sign: Sendable, Hashable { case atLeast, atMost, exact }

  let sign: Sign
  /// The figure in tenths; nil for a deadline.
  let tenths: Int?
  /// What stands behind the figure: `%`, `元/人`.
  let unit: String
  /// Year and month of a deadline.
  let deadline: (year: Int, month: Int)?

  /// Nil for a text without a figure.
  init?(_ text: String) {
    var rest = Substring(text)
    switch rest.first {
    case "≥": sign = .atLeast
    case "≤": sign = .atMost
    default: sign = .exact
    }
    if sign != .exact { rest.removeFirst() }
    let numbers = rest.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard let first = numbers.first, rest.first?.isNumber == true else { return nil }
    if numbers.count >= 2, rest.contains(SamplesWords.month) {
      deadline = (first, numbers[1])
      tenths = nil
      unit = ""
      return
    }
    deadline = nil
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let hasTenth = digits.contains(".")
    tenths = first * 10 + (hasTenth && numbers.count > 1 ? numbers[1] : 0)
    unit = String(rest.dropFirst(digits.count))
  }

  /// A figure in the unit: `96.5%`.
  func text(_ tenths: Int) -> String {
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    return (rest == 0 ? String(whole) : "\(whole).\(rest)") + unit
  }
}

enum SamplesWords {
  static let month: Character = "月"
  static let percent = "%"
}
