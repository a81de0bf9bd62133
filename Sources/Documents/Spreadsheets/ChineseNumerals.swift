// Chinese numerals, for formats such as [DBNum1] and [DBNum2].

enum ChineseNumerals {
  /// None: 12; plain: 十二; formal: 壹拾贰; wide: １２.
  enum Style { case none, plain, formal, wide }

  private static let plainDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let formalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let wideDigits = ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]
  private static let asciiDigits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
  private static let groups = ["", "万", "亿", "兆"]

  /// One digit, 0…9.
  static func digit(_ digit: UInt8, _ style: Style) -> String {
    digits(of: style)[Int(min(digit, 9))]
  }

  /// A number digit by digit, as years are written: 二〇二四.
  static func digits(_ number: Int, _ style: Style) -> String {
    String(number).utf8.map { digit($0 &- 0x30, style) }.joined()
  }

  /// A number as it is said: 一百二十三; of more than 16 digits digit by digit.
  static func number(_ number: DecimalDigits, _ style: Style) -> String {
    guard style != .none else { return number.general }
    let integer = number.integerDigits
    var text = said(integer, style)
    if number.decimalCount > 0 {
      text += "." + number.decimalDigits(number.decimalCount).map { digit($0, style) }.joined()
    }
    return text
  }

  /// A whole number as it is said.
  static func whole(_ number: Int, _ style: Style) -> String {
    said(String(max(0, number)).utf8.map { $0 &- 0x30 }, style)
  }

  private static func said(_ digits: [UInt8], _ style: Style) -> String {
    guard style == .plain || style == .formal, digits.count <= 16 else {
      return digits.isEmpty ? digit(0, style) : digits.map { digit($0, style) }.joined()
    }
    let units = style == .plain ? ["", "十", "百", "千"] : ["", "拾", "佰", "仟"]
    var text = ""
    var needsZero = false
    var groupHasDigits = false
    for (index, value) in digits.enumerated() {
      let place = digits.count - 1 - index
      if value == 0 {
        needsZero = !text.isEmpty
      } else {
        if needsZero { text += Self.digit(0, style) }
        needsZero = false
        // 10…19 are said 十…十九.
        let isBareTen = style == .plain && text.isEmpty && value == 1 && place % 4 == 1
        text += (isBareTen ? "" : Self.digit(value, style)) + units[place % 4]
        groupHasDigits = true
      }
      if place % 4 == 0 {
        if groupHasDigits { text += groups[place / 4] }
        groupHasDigits = false
      }
    }
    return text.isEmpty ? digit(0, style) : text
  }

  private static func digits(of style: Style) -> [String] {
    switch style {
    case .none: asciiDigits
    case .plain: plainDigits
    case .formal: formalDigits
    case .wide: wideDigits
    }
  }
}
