// The places of a form's rows in the tree; neighbours mostly share theirs.
import RuleSets

/// Looks up the printed levels, each pair once for as long as it repeats.
struct IndicatorPlaces {
  struct Place {
    var branch: IndicatorBranch?
    var category: IndicatorCategory?
  }

  private let tree: IndicatorTree
  /// The row before: its labels, the branch of its first one alone, its place.
  private var last: (level1: String?, level2: String?, printed: IndicatorBranch?, place: Place)?

  init(_ tree: IndicatorTree) {
    self.tree = tree
  }

  mutating func place(level1: String?, level2: String?) -> Place {
    if let last, Self.isSame(last.level2, level2), Self.isSame(last.level1, level1) { return last.place }
    let category = tree.category(of: level2)
    let printed = last.flatMap { Self.isSame($0.level1, level1) ? .some($0.printed) : nil }
    let level1Branch = printed ?? tree.branch(of: level1)
    let branch = level1Branch ?? category.flatMap { $0 == .satisfaction ? .satisfaction : nil }
    let place = Place(
      branch: branch, category: category ?? Self.category(of: branch, hasLevel2: level2 != nil))
    last = (level1, level2, level1Branch, place)
    return place
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
