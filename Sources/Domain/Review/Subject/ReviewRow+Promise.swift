// Whether a row promises anything, and under which branch of the tree it stands.
import IndicatorValues
import Model
import Quantities
package import RuleSets

extension ReviewRow {
  static func isPromise(_ value: IndicatorValue?) -> Bool {
    switch value?.meaning {
    case nil, .empty, .placeholder: false
    default: true
    }
  }

  static func isCount(_ measure: Measure?, _ dimension: Dimension?, _ name: ReviewText) -> Bool {
    guard let measure, measure.per.isEmpty else { return false }
    switch dimension {
    case .people, .personTimes, .households, .events, .things, .unknown: return true
    case nil: return name.ends(in: .count)
    default: return false
    }
  }

  static func isNamed(_ name: ReviewText) -> Bool {
    let hasWords = name.scalars.contains {
      $0.isIdeograph || ($0.isASCII ? $0.isLetter : $0.properties.isAlphabetic)
    }
    return hasWords && (name.scalars.count > 3 || !Self.emptyNames.contains(name.text))
  }

  private static let endMarks = ScalarSet("：:；;，,。")

  private static let emptyNames: Set<String> = ["无", "不适用", "不涉及", "略", "其他"]

  /// The branch by level 1, or by what hangs under level 2 where level 1 is blank or unknown.
  package func branch(in tree: @autoclosure () -> IndicatorTree) -> IndicatorBranch? {
    if let branch { return branch }
    if let below = tree().branch(of: indicator.level2) { return below }
    guard let category else { return nil }
    if category.isOutput { return .output }
    if category.isCost { return .cost }
    return category == .satisfaction ? .satisfaction : .benefit
  }

  /// True for a satisfaction indicator, by its place or by its name.
  package var isSatisfaction: Bool { category == .satisfaction || name.speaks(of: .satisfaction) }

  /// Without bracketed units and slots at its end; nil where that is the whole name.
  static func shortName(of name: ReviewText) -> String? {
    guard let last = name.scalars.last, last == "）" || last == ")" || endMarks.contains(last) else {
      return nil
    }
    var scalars = Substring(name.text).unicodeScalars
    while let last = scalars.last, last == "）" || last == ")",
      let open = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }), open != scalars.startIndex
    {
      scalars = scalars[..<open]
    }
    while let last = scalars.last, endMarks.contains(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }
}

extension Unicode.Scalar {
  /// True for white space, told without a table: texts of forms have few kinds of it.
  var isBlank: Bool {
    // All that forms are mostly made of lies behind the last blank.
    if value > 0x3000 { return false }
    return switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x3000, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x85, 0x1680: true
    default: false
    }
  }

  /// True for a Chinese character.
  var isIdeograph: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0x20000...0x3FFFD).contains(value)
  }

  /// True for an ASCII letter.
  var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  /// True for an ASCII digit.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
