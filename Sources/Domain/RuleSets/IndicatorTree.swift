// The official trees of indicators, and which printed labels hang where.

/// A tree of indicators: which labels stand for which place.
package struct IndicatorTree: Sendable, Equatable {
  /// `tree-2015` or `tree-2021`.
  package let identifier: String
  private let branches: [String: IndicatorBranch]
  private let categories: [String: IndicatorCategory]

  package init(
    identifier: String, branches: [String: IndicatorBranch], categories: [String: IndicatorCategory]
  ) {
    self.identifier = identifier
    self.branches = branches
    self.categories = categories
  }

  /// The branch that a printed level 1 stands for: `产出指标（50分）` is output.
  package func branch(of label: String?) -> IndicatorBranch? {
    label.flatMap { branches[Self.folded($0)] }
  }

  /// The category that a printed level 2 stands for: `数量指标（必填硬性指标）` is quantity.
  package func category(of label: String?) -> IndicatorCategory? {
    label.flatMap { categories[Self.folded($0)] }
  }

  /// A label without white space, brackets, leading and trailing numbering, and the words 指标 and 项目.
  package static func folded(_ label: String) -> String {
    var kept = ""
    var depth = 0
    for scalar in label.unicodeScalars {
      switch scalar {
      case "（", "(", "【", "[": depth += 1
      case "）", ")", "】", "]": depth = max(0, depth - 1)
      case _ where depth > 0 || scalar.properties.isWhitespace: continue
      case "0"..."9", ".", "、", "：", ":", "★", "*", "％", "%", "-", "—": continue
      default: kept.unicodeScalars.append(scalar)
      }
    }
    for word in IndicatorTreeWords.dropped { kept = Self.removing(word, from: kept) }
    return kept
  }

  private static func removing(_ word: String, from text: String) -> String {
    guard text.count > word.count else { return text }
    if text.hasSuffix(word) { return String(text.dropLast(word.count)) }
    if text.hasPrefix(word) { return String(text.dropFirst(word.count)) }
    return text
  }
}
