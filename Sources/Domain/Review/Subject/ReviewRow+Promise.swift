// Whether a row promises anything, and under which branch of the tree it stands.
import IndicatorValues
import Model
import Quantities
package import RuleSets

extension ReviewRow {
  /// True where the target is filled in: no blank, no dash, no slot.
  package var hasPromise: Bool {
    switch target?.value.kind {
    case nil, .empty, .placeholder: false
    default: true
    }
  }

  /// True where the name is made of words: `88`, `0`, `/` and `无` name nothing.
  package var isNamed: Bool {
    guard !Self.emptyNames.contains(name.text) else { return false }
    return name.text.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.isASCII || $0.isLetter }
  }

  private static let emptyNames: Set<String> = ["无", "不适用", "不涉及", "略", "其他"]

  /// The branch by level 1, or by what hangs under level 2 where level 1 is blank or unknown.
  package func branch(in tree: IndicatorTree) -> IndicatorBranch? {
    if let branch { return branch }
    if let below = tree.branch(of: indicator.level2) { return below }
    guard let category else { return nil }
    if category.isOutput { return .output }
    if category.isCost { return .cost }
    return category == .satisfaction ? .satisfaction : .benefit
  }

  /// True for a satisfaction indicator, by its place or by its name.
  package var isSatisfaction: Bool { category == .satisfaction || name.speaks(of: .satisfaction) }

  /// The name for sentences and copied text: without bracketed units and slots at its end.
  package var shortName: String {
    var text = Substring(name.text)
    while let last = text.last, last == "）" || last == ")",
      let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }), open != text.startIndex
    {
      text = text[..<open]
    }
    while let last = text.last, "：:；;，,。".contains(last) { text.removeLast() }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// True for an ASCII letter.
  var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  /// True for an ASCII digit.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
