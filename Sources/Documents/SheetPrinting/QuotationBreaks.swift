// Where lines may end at quotation marks in Chinese.
import CPango

/// “ and ” serve many languages, in some of them the other way round, so the general rules of line breaking
/// (Unicode annex 14, LB19) let no line end on either side of them. In Chinese “ opens and ” closes, as
/// brackets do (GB/T 15834), and a line that could not end there would end characters too early.
enum QuotationBreaks {
  /// - Parameter layout: with the text, and no width yet: its lines are made anew when it gets one.
  static func allow(in layout: OpaquePointer, _ text: String) {
    guard text.utf8.contains(where: { $0 == 0xE2 }), text.unicodeScalars.contains(where: isQuotation) else {
      return
    }
    let scalars = Array(text.unicodeScalars)
    var count: Int32 = 0
    guard let places = pango_layout_get_log_attrs_readonly(layout, &count), Int(count) == scalars.count + 1
    else { return }
    for index in scalars.indices.dropFirst() where mayEnd(scalars[index - 1], scalars[index]) {
      plumbline_allow_break(places, Int32(index))
    }
  }

  /// Whether a line may end between two characters, one of them a quotation mark.
  static func mayEnd(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if isOpening(right) { return isChinese(left) && !isOpeningBracket(left) || isClosing(left) }
    if isClosing(left) { return isChinese(right) && !isClosingSign(right) }
    return false
  }

  private static func isQuotation(_ scalar: Unicode.Scalar) -> Bool { isOpening(scalar) || isClosing(scalar) }
  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "“" || scalar == "‘" }
  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == "”" || scalar == "’" }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x30FF, 0x3200...0x9FFF, 0xFF01...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func isOpeningBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  /// Brackets, and signs that end a clause or follow a number.
  private static func isClosingSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "、", "；", "：", "？", "！", "％", "．", "々", "〻", "ー": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: return true
    default: return false
    }
  }
}
