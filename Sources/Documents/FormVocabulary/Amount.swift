// Reads printed amounts and plain numbers exactly, such as 8,827,620.53, 854万元（…） and 100.00%.
package import Quantities

/// Numbers as forms print them, exactly; no binary floating point.
package enum Amount {
  /// A decimal number found in a text: its digits and what follows them.
  struct Found {
    var isNegative = false
    var digits: [UInt8] = []
    var fractionDigits = 0
    /// As printed without separators: `8827620.53`.
    var text: String
    /// The rest of the folded text behind the number.
    var tail: Substring

    /// Moves the point as a printed exponent says; false where the number has more digits than are read.
    mutating func takeExponent(at index: inout String.Index, in folded: String) -> Bool {
      guard let (power, length) = Amount.exponent(folded[index...]) else { return true }
      index = folded.index(index, offsetBy: length)
      fractionDigits -= power
      let zeros = max(0, -fractionDigits)
      guard digits.count + zeros <= Amount.digitsMax, fractionDigits <= Amount.digitsMax else { return false }
      digits += [UInt8](repeating: 0, count: zeros)
      fractionDigits += zeros
      text = Amount.printed(digits, fractionDigits)
      return true
    }
  }

  /// The most digits that are read; longer ones are no amounts.
  static let digitsMax = 24

  /// Finds the first number of a folded text, thousands separators skipped.
  static func firstNumber(in folded: String) -> Found? {
    let start = folded.firstIndex { $0.isASCII && $0.isNumber }
    guard let start else { return nil }
    var found = Found(text: "", tail: "")
    if start > folded.startIndex, "-−－".contains(folded[folded.index(before: start)]) {
      found.isNegative = true
    }
    var index = start
    var hasPoint = false
    while index < folded.endIndex {
      let character = folded[index]
      if character.isASCII, character.isNumber, let value = character.wholeNumberValue {
        found.digits.append(UInt8(value))
        if hasPoint { found.fractionDigits += 1 }
        found.text.append(character)
      } else if character == ",", !hasPoint, isGroup(folded[folded.index(after: index)...]) {
        // a thousands separator
      } else if character == ".", !hasPoint, folded[folded.index(after: index)...].first?.isNumber == true {
        hasPoint = true
        found.text.append(".")
      } else {
        break
      }
      index = folded.index(after: index)
    }
    guard found.takeExponent(at: &index, in: folded), found.digits.count <= digitsMax,
      index == folded.endIndex || folded[index] != "\u{FFFD}"
    else { return nil }
    if found.isNegative { found.text = "-" + found.text }
    found.tail = folded[index...]
    return found
  }

  /// The number that a folded text is, with signs, words and units around it; nil where the text only
  /// mentions one (详见附件2), has signs within it (1O0, 98,3), is a span (118-120) or no number at all
  /// (=SUM(D5:D7), #DIV/0!). Years and 100分制 in front are passed over.
  static func plainNumber(in folded: String) -> Found? {
    var rest = folded
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let found = firstNumber(in: rest)
    {
      guard leads(rest[..<start]) else { return nil }
      let isYear = found.fractionDigits == 0 && LabelText.leadingYear(String(rest[start...])) != nil
      guard isYear && found.tail.begins("年") || found.tail.begins("分制") else {
        return ends(found.tail) ? found : nil
      }
      rest = String(found.tail.dropFirst(isYear ? 1 : 2))
    }
    return nil
  }

  /// True for what may stand in front of an amount: 约, ¥, 合计; no reference, no formula, no letter.
  private static func leads(_ head: Substring) -> Bool {
    guard !["附", "见", "第", "=", "#"].contains(where: head.holds), let last = head.last else {
      return head.isEmpty
    }
    return !(last.isASCII && last.isLetter) || ["RMB", "CNY"].contains(where: head.uppercased().ends)
  }

  /// True for what may stand behind an amount: units, brackets, a sentence; no letter, no further figures.
  private static func ends(_ tail: Substring) -> Bool {
    guard let first = tail.first else { return true }
    if first.isASCII, first.isLetter { return ["RMB", "CNY"].contains(where: tail.uppercased().begins) }
    if "月日".contains(first) { return false }
    let next = tail.dropFirst().first
    if "-~－−—–至".contains(first) { return !(next?.isNumber ?? false) }
    return !(".,。，".contains(first) && next.map { $0.isASCII && ($0.isNumber || $0.isLetter) } ?? false)
  }

  /// Digits with a point: 1200000, 0.00012.
  private static func printed(_ digits: [UInt8], _ fractionDigits: Int) -> String {
    let padded = [UInt8](repeating: 0, count: max(0, fractionDigits + 1 - digits.count)) + digits
    let signs = padded.map { String($0) }
    let whole = signs.dropLast(fractionDigits).joined()
    return fractionDigits == 0 ? whole : "\(whole).\(signs.suffix(fractionDigits).joined())"
  }

  /// 1.2E+06 and 1.9×10^5 as spreadsheets and people write them; 5e is no exponent.
  private static func exponent(_ rest: Substring) -> (power: Int, length: Int)? {
    let marks = ["e", "E", "×10^", "*10^", "x10^", "X10^"]
    guard let mark = marks.first(where: { rest.begins($0) }) else { return nil }
    var digits = rest.dropFirst(mark.count)
    let sign = digits.first
    if sign == "+" || sign == "-" { digits = digits.dropFirst() }
    let printed = digits.prefix(5).prefix { $0.isASCII && $0.isNumber }
    guard let power = Int(printed) else { return nil }
    let length = mark.count + (sign == "+" || sign == "-" ? 1 : 0) + printed.count
    return (sign == "-" ? -power : power, length)
  }

  private static func isGroup(_ rest: Substring) -> Bool {
    rest.prefix(3).count == 3 && rest.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The unit directly behind the first number of a text: 12.5万元 → 万元.
  package static func scale(in text: String) -> MoneyScale? {
    guard let found = firstNumber(in: LabelText.folded(text)) else { return nil }
    return units.first { found.tail.begins($0.0) }?.1
  }

  private static let units: [(String, MoneyScale)] = [
    ("亿元", .hundredMillionYuan), ("亿", .hundredMillionYuan), ("万元", .tenThousandYuan),
    ("万", .tenThousandYuan), ("千元", .thousandYuan), ("百元", .hundredYuan), ("元", .yuan),
  ]

  /// Reads money; a unit behind the number wins over the given scale.
  ///
  /// `854万元（高标准农田建设400万元，…）` → 8540000.00. The leading amount counts.
  package static func money(_ text: String, scale: MoneyScale?) -> Money? {
    let folded = LabelText.folded(text)
    // In brackets an amount is negative to some and a remark to others.
    guard !CleanText.isDash(text), folded.first != "(" || folded.last != ")",
      let found = plainNumber(in: folded)
    else { return nil }
    var scale = scale ?? .yuan
    if let printed = units.first(where: { found.tail.begins($0.0) }) { scale = printed.1 }
    var significand: Int64 = 0
    for digit in found.digits {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = product.addingReportingOverflow(Int64(digit))
      if overflow || overflowed { return nil }
      significand = sum
    }
    var power: Int64 = 1
    for _ in 0..<found.fractionDigits {
      let (product, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      power = product
    }
    let divisor = UInt64(power)
    let (high, low) = UInt64(significand).multipliedFullWidth(by: UInt64(scale.fen))
    guard high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth((high, low))
    guard quotient < UInt64(Int64.max) else { return nil }
    let rounded = Int64(remainder >= divisor - remainder ? quotient + 1 : quotient)
    return Money(fen: found.isNegative ? -rounded : rounded)
  }

  /// True where a text has figures and is no number that can be read: 4�000, 1e999, 详见附件2, 118-120.
  package static func isBroken(_ text: String) -> Bool {
    let folded = LabelText.folded(text)
    return folded.contains { $0.isASCII && $0.isNumber } && plainNumber(in: folded) == nil
      || folded.first == "(" && folded.last == ")" && firstNumber(in: folded) != nil
  }

  /// True where a text is an amount, a number or blank: what a money cell may hold.
  package static func looksNumeric(_ text: String) -> Bool {
    let folded = LabelText.folded(text)
    guard let first = folded.first else { return true }
    if CleanText.isDash(text) || folded == "/" || folded == "无" { return true }
    if first.isASCII && first.isNumber {
      if isEnumerated(folded) { return false }
      return LabelText.leadingYear(folded) == nil || !folded.holds("年")
    }
    return "-+¥￥".contains(first) && firstNumber(in: folded) != nil && folded.count < 24
  }

  /// True for prose that begins with its number: 1、清淤河道, 2.加固堤防, 3）验收.
  private static func isEnumerated(_ folded: String) -> Bool {
    let rest = folded.drop { $0.isASCII && $0.isNumber }
    guard let mark = rest.first, "、.)．".contains(mark), let next = rest.dropFirst().first else {
      return false
    }
    return !next.isNumber
  }

  /// A plain decimal without sign of percent: `100.00%` → `100.00`, `10分` → `10`, `—` → nil.
  package static func decimal(_ text: String) -> String? {
    guard !CleanText.isDash(text), let found = plainNumber(in: LabelText.folded(text)) else { return nil }
    return found.text
  }

  /// A count: `4` → 4, `4人` → 4.
  package static func count(_ text: String) -> Int? {
    guard let found = plainNumber(in: LabelText.folded(text)), found.fractionDigits == 0, !found.isNegative
    else {
      return nil
    }
    return Int(found.text)
  }

  /// Every year printed in a text, in order: `2022年3月-2023年11月` → [2022, 2023].
  package static func years(in text: String) -> [Int] {
    var years: [Int] = []
    var digits: [Character] = []
    for character in LabelText.folded(text) + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if digits.count == 4 || digits.count == 6 || digits.count == 8,
          let year = Int(String(digits.prefix(4))),
          (1990...2099).contains(year)
        {
          years.append(year)
        }
        digits = []
      }
    }
    return years
  }
}
