// What the recognizer spells in its own way, put as forms print it.

enum RecognizedTextWords {
  /// The text with full-width marks beside Chinese, without the blanks that the recognizer puts between
  /// characters, and without dirt at its ends.
  static func spelled(_ text: String) -> String {
    var scalars = joined(text.unicodeScalars.map { widths[$0] ?? $0 })
    trim(&scalars)
    scalars = signs(scalars)
    closeBrackets(&scalars)
    for index in scalars.indices {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isBesideChinese = (before?.isChinese ?? false) || (after?.isChinese ?? false)
      switch scalars[index] {
      case ",", ":", ";", "?", "!":
        let isInNumber = (before?.isFigure ?? false) && (after?.isFigure ?? false)
        if isBesideChinese, !isInNumber { scalars[index] = fullWidth[scalars[index]] ?? scalars[index] }
      case "一":
        // A dash between years or days is drawn like the number one.
        if let before, let after, after.isFigure, before.isFigure || "年月日".unicodeScalars.contains(before) {
          scalars[index] = "—"
        }
      default: break
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Brackets are full-width where Chinese stands beside or between them; a pair is of one kind.
  private static func closeBrackets(_ scalars: inout [Unicode.Scalar]) {
    var opened: [Int] = []
    func isFull(_ place: Int) -> Bool {
      // A bracket that was wrapped alone follows Chinese.
      scalars.count == 1 || (place > 0 && scalars[place - 1].isChinese)
        || (place + 1 < scalars.count && scalars[place + 1].isChinese)
    }
    for index in scalars.indices {
      if scalars[index] == "(" { opened.append(index) }
      guard scalars[index] == ")" else { continue }
      let start = opened.popLast()
      guard isFull(index) || start.map(isFull) ?? false else { continue }
      scalars[index] = "）"
      if let start { scalars[start] = "（" }
    }
    for index in opened where isFull(index) { scalars[index] = "（" }
  }

  /// The colon between two texts: full-width but between figures or letters.
  static func colon(after text: String, before next: String) -> String {
    guard let before = text.unicodeScalars.last else { return "：" }
    let isNarrow = before.isASCII && (next.unicodeScalars.first?.isASCII ?? false)
    return isNarrow ? ":" : "："
  }

  private static let widths: [Unicode.Scalar: Unicode.Scalar] = [
    "（": "(", "）": ")", "，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "％": "%", "＝": "=", "＞": ">",
    "＜": "<", "\u{3000}": " ",
  ]

  private static let fullWidth: [Unicode.Scalar: Unicode.Scalar] = [
    ",": "，", ":": "：", ";": "；", "?": "？", "!": "！",
  ]

  /// Without line ends, and with blanks between words of letters only.
  private static func joined(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var isAfterBlank = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        isAfterBlank = true
        continue
      }
      if isAfterBlank, scalar.isLetter, result.last?.isLetter ?? false { result.append(" ") }
      isAfterBlank = false
      result.append(scalar)
    }
    return result
  }

  /// Specks at the ends are read as small marks.
  private static func trim(_ scalars: inout [Unicode.Scalar]) {
    let dirt = "‘'`|_~¦".unicodeScalars
    while let first = scalars.first, dirt.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, "|`¦".unicodeScalars.contains(last) { scalars.removeLast() }
    // The full stop is a ring.
    var end = scalars
    while let last = end.last, "oO0".unicodeScalars.contains(last) { end.removeLast() }
    if end.count < scalars.count, end.last?.isIdeograph ?? false { scalars = end + ["。"] }
  }

  /// `>=` and `<=` are one sign.
  private static func signs(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar == "=", let last = result.last, last == ">" || last == "<" {
        result[result.count - 1] = last == ">" ? "≥" : "≤"
      } else {
        result.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// An ideograph or a mark of Chinese type.
  fileprivate var isChinese: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0x3001...0x301F).contains(value) || [0xFF0C, 0xFF1A, 0xFF1B, 0x201C, 0x201D].contains(value)
  }

  fileprivate var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
  fileprivate var isFigure: Bool { (0x30...0x39).contains(value) }
  fileprivate var isLetter: Bool { isASCII && properties.isAlphabetic }
}
