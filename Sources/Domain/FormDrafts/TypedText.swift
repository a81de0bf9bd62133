// Reads what was typed as the kind of its field; what cannot be read is kept as typed.
import Quantities

/// A typed text, cleaned of what no form holds.
struct TypedText {
  let text: String

  /// Line ends become `\n`, signs that cannot be seen go, white space at both ends too.
  init(_ typed: String) {
    var kept = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: kept.append("\n")
      case 0x0A: if !wasReturn { kept.append("\n") }
      case 0x09: kept.append("\t")
      case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: break
      case let value where value & 0xFFFE == 0xFFFE: break
      default: kept.append(scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    var rest = Substring(String(kept)).unicodeScalars
    while let first = rest.first, Self.isBlank(first) { rest.removeFirst() }
    while let last = rest.last, Self.isBlank(last) { rest.removeLast() }
    text = String(Substring(rest))
  }

  /// The text without control signs; the same text where it has none.
  static func withoutControls(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// The value for a field of a kind; nil for blank. What cannot be read is the text itself.
  func value(as kind: FieldKind, scale: MoneyScale) -> DraftValue? {
    if text.isEmpty { return nil }
    switch kind {
    case .text: return .text(text)
    case .whole: return whole.map { .number(String($0)) } ?? .text(text)
    case .money: return .text(money(scale)?.description ?? text)
    case .decimal: return .text(decimal?.description ?? text)
    }
  }

  /// `２０２６`, `2026年`, `1,200人`.
  private var whole: Int? {
    var sign = folded[...]
    for word in TypedVocabulary.wholeEnds where sign.utf8.count > word.utf8.count && sign.hasSuffix(word) {
      sign = sign.dropLast(word.count)
      break
    }
    return Self.number(sign).flatMap(\.whole)
  }

  /// `341250`, `34.125万元`, `￥1,200.5`; a bare number in the unit of the sheet.
  private func money(_ scale: MoneyScale) -> Money? {
    var rest = folded[...]
    if let mark = rest.first, TypedVocabulary.moneyMarks.contains(mark) { rest = rest.dropFirst() }
    var power = scale == .tenThousandYuan ? 4 : 0
    for (word, named) in TypedVocabulary.moneyUnits where rest.hasSuffix(word) {
      rest = rest.dropLast(word.count)
      power = named
      break
    }
    return Self.number(rest)?.scaled(byPowerOfTen: power).flatMap { Money(yuan: $0) }
  }

  /// `30`, `30%`, `10分`.
  private var decimal: ExactDecimal? {
    var rest = folded[...]
    if let last = rest.last, TypedVocabulary.decimalEnds.contains(last) { rest = rest.dropLast() }
    return Self.number(rest)
  }

  /// Without white space, full-width signs as narrow ones.
  private var folded: String {
    guard text.utf8.count <= DraftLimits.numberCharactersMax * 4 else { return "" }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !Self.isBlank(scalar) {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars)
  }

  /// Digits with one point at most, a sign before them, commas between groups of three.
  private static func number(_ text: Substring) -> ExactDecimal? {
    var kept: [UInt8] = []
    let bytes = Array(text.utf8)
    var sincePoint: Int?
    var sinceComma: Int?
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x2D where place == 0: kept.append(byte)
      case 0x30...0x39:
        kept.append(byte)
        if let count = sincePoint { sincePoint = count + 1 }
        if let count = sinceComma { sinceComma = count + 1 }
      case 0x2E where sincePoint == nil:
        guard sinceComma ?? 3 == 3 else { return nil }
        sinceComma = nil
        sincePoint = 0
        kept.append(byte)
      case 0x2C where sincePoint == nil:
        let lead = kept.count { $0 != 0x2D }
        guard sinceComma == nil ? (1...3).contains(lead) : sinceComma == 3 else { return nil }
        sinceComma = 0
      default: return nil
      }
    }
    guard sincePoint ?? 1 > 0, sinceComma ?? 3 == 3, kept.contains(where: { $0 != 0x2D && $0 != 0x2E }) else {
      return nil
    }
    return ExactDecimal(String(decoding: kept, as: UTF8.self))
  }
}
