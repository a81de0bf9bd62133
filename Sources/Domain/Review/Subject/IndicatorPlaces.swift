// The places of a form's rows in the tree; neighbours mostly share theirs.
import Model
import RuleSets

/// Looks up the printed levels, each pair once for as long as it repeats.
struct IndicatorPlaces {
  struct Place {
    var branch: IndicatorBranch?
    var category: IndicatorCategory?
  }

  private let indicators: [Indicator]
  private let tree: IndicatorTree
  /// Of the row before: the branch of its level 1 alone, and its place.
  private var printed: IndicatorBranch?
  private var last = Place()

  init(of indicators: [Indicator], in tree: IndicatorTree) {
    self.indicators = indicators
    self.tree = tree
  }

  /// The place of a row; to be asked for one row after the other.
  mutating func place(at index: Int) -> Place {
    let level2 = indicators[index].level2
    let isUnderSame = index > 0 && Self.isSame(indicators[index - 1].level1, indicators[index].level1)
    if isUnderSame, Self.isSame(indicators[index - 1].level2, level2) { return last }
    let category = tree.category(of: level2)
    if !isUnderSame { printed = tree.branch(of: indicators[index].level1) }
    let branch = printed ?? (category == .satisfaction ? .satisfaction : nil)
    last = Place(branch: branch, category: category ?? Self.category(of: branch, hasLevel2: level2 != nil))
    return last
  }

  private static func isSame(_ label: String?, _ other: String?) -> Bool {
    guard let label, let other else { return label == nil && other == nil }
    return label.isSame(as: other)
  }

  /// Where the form prints one level only, the branch says the place as far as it can.
  private static func category(of branch: IndicatorBranch?, hasLevel2: Bool) -> IndicatorCategory? {
    guard !hasLevel2 else { return nil }
    switch branch {
    case .cost: return .cost
    case .benefit: return .benefit
    case .satisfaction: return .satisfaction
    case .output, nil: return nil
    }
  }
}
