// Shows numbers in a section of a format: rounding, places for digits, grouping, percent, powers.

extension NumberFormat.Section {
  /// What people see of a number; a negative one gets a minus sign in front.
  func shownNumber(_ number: DecimalDigits) -> String {
    var number = number
    let sign = number.isNegative && !number.isZero ? "-" : ""
    number.isNegative = false
    if tokens.contains(.general) { return sign + shownGeneral(number) }
    let places = Places(tokens)
    number.shift(2 * places.percents - 3 * places.thousands)
    guard let exponent = places.exponent else {
      number.round(toDecimals: places.decimals)
      return sign + shown(number, tokens[...], places)
    }
    // `0.00E+00`: the digits before the point say in which steps the power goes.
    var power = number.isZero ? 0 : number.point - 1
    let step = max(1, places.integers)
    power = step == 1 ? power : power - ((power % step) + step) % step
    var mantissa = number
    mantissa.shift(-power)
    mantissa.round(toDecimals: places.decimals)
    if mantissa.point > step {
      power += step
      mantissa.shift(-step)
    }
    let front = shown(mantissa, tokens[..<exponent], places)
    return sign + front + shownPower(power, tokens[exponent...])
  }

  private func shownGeneral(_ number: DecimalDigits) -> String {
    tokens.reduce(into: "") { text, token in
      switch token {
      case .general: text += ChineseNumerals.number(number, numerals)
      case .literal(let letters): text += letters
      case .percent: text += "%"
      default: break
      }
    }
  }

  private func shownPower(_ power: Int, _ tokens: ArraySlice<NumberFormat.Token>) -> String {
    var text = "E" + (power < 0 ? "-" : tokens.first == .exponent(showsPlus: true) ? "+" : "")
    let width = tokens.filter { if case .digit = $0 { true } else { false } }.count
    let digits = String(abs(power))
    text += String(repeating: "0", count: max(0, width - digits.count)) + digits
    for case .literal(let letters) in tokens { text += letters }
    return text
  }

  /// Fills the places before and after the point.
  private func shown(
    _ number: DecimalDigits, _ tokens: ArraySlice<NumberFormat.Token>, _ places: Places
  ) -> String {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let front = integerPart(number.integerDigits, tokens[..<point], places)
    guard point < tokens.endIndex else { return front }
    let decimals = number.decimalDigits(places.decimals)
    var text = front
    var hasPoint = false
    var index = 0
    for token in tokens[(point + 1)...] {
      switch token {
      case .digit(let kind):
        let isBlank = kind != UInt8(ascii: "0") && index >= number.decimalCount
        if !isBlank || kind == UInt8(ascii: "?") {
          if !hasPoint { text += "." }
          hasPoint = true
          text += isBlank ? " " : ChineseNumerals.digit(decimals[index], numerals)
        }
        index += 1
      case .literal(let letters): text += letters
      case .percent: text += "%"
      default: break
      }
    }
    // `0.` shows the point although nothing follows.
    if places.decimals == 0 { text = front + "." + text.dropFirst(front.count) }
    return text
  }

  /// Digits fill the places from the right; those that are left over stand before the first place.
  private func integerPart(
    _ digits: [UInt8], _ tokens: ArraySlice<NumberFormat.Token>, _ places: Places
  ) -> String {
    var left = places.integers
    var pieces: [String] = []
    var written = 0
    func write(_ digit: UInt8) {
      if places.isGrouped, written > 0, written % 3 == 0 { pieces.append(",") }
      pieces.append(ChineseNumerals.digit(digit, numerals))
      written += 1
    }
    for token in tokens.reversed() {
      switch token {
      case .digit(let kind):
        left -= 1
        if written < digits.count {
          write(digits[digits.count - 1 - written])
        } else if kind == UInt8(ascii: "0") {
          write(0)
        } else if kind == UInt8(ascii: "?") {
          pieces.append(" ")
        }
        if left == 0 {
          while written < digits.count { write(digits[digits.count - 1 - written]) }
        }
      case .literal(let letters): pieces.append(letters)
      case .percent: pieces.append("%")
      default: break
      }
    }
    return pieces.reversed().joined()
  }

  /// What the places of a section say together.
  private struct Places {
    var integers = 0
    var decimals = 0
    var percents = 0
    /// Commas after the last place: each divides by a thousand.
    var thousands = 0
    var isGrouped = false
    var exponent: Int?

    init(_ tokens: [NumberFormat.Token]) {
      var hasPoint = false
      var commas = 0
      for (index, token) in tokens.enumerated() where exponent == nil {
        switch token {
        case .digit:
          if hasPoint { decimals += 1 } else { integers += 1 }
          if commas > 0, !hasPoint { isGrouped = true }
          commas = 0
        case .grouping: if integers + decimals > 0 { commas += 1 }
        case .point:
          thousands += commas
          commas = 0
          hasPoint = true
        case .percent: percents += 1
        case .exponent: exponent = index
        default: break
        }
      }
      thousands += commas
    }
  }
}
