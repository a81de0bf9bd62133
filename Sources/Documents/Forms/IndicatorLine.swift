// The rows of an indicator table in order: the record's indicators, and the tree's places that have none.
import Model
import RuleSets

/// One row: an indicator, or an empty place of the tree.
struct IndicatorLine: Equatable {
  var level1: String?
  var level2: String?
  /// The indicator's number in the record; nil for an empty place.
  var index: Int?

  /// The record's indicators in their order, with the tree's empty places among them.
  ///
  /// Empty places are added only to branches whose indicators all have a level 2; where the record has no
  /// levels at all, none are.
  ///
  /// - Parameters:
  ///   - tree: nil adds no places.
  ///   - label: what an empty place prints.
  static func lines(
    of indicators: [Indicator], tree: IndicatorTree?, label: (IndicatorTreeNode) -> String
  ) -> [IndicatorLine] {
    let own = indicators.enumerated().map {
      IndicatorLine(level1: $0.element.level1, level2: $0.element.level2, index: $0.offset)
    }
    guard let tree, own.isEmpty || own.contains(where: { tree.branch(of: $0.level1) != nil }) else {
      return own
    }
    var runs = Self.runs(own)
    let branches = tree.nodes.filter { $0.category == nil }
    for (number, branch) in branches.enumerated() {
      let places = tree.nodes.filter {
        $0.branch == branch.branch && $0.category != nil && $0.category != .benefit
      }
      if let run = runs.firstIndex(where: { tree.branch(of: $0[0].level1) == branch.branch }) {
        let all = runs.filter { tree.branch(of: $0[0].level1) == branch.branch }.joined()
        guard all.allSatisfy({ $0.level2 != nil }) else { continue }
        let present = Set(all.compactMap { tree.category(of: $0.level2) })
        fill(&runs[run], tree: tree, places: places, present: present, label: label)
      } else {
        let later = Set(branches[(number + 1)...].map(\.branch))
        let place = runs.firstIndex { tree.branch(of: $0[0].level1).map(later.contains) ?? false }
        let empty = places.map { IndicatorLine(level1: label(branch), level2: label($0)) }
        if !empty.isEmpty { runs.insert(empty, at: place ?? runs.count) }
      }
    }
    return runs.flatMap { $0 }
  }

  /// Neighbours under the same level 1.
  static func runs(_ lines: [IndicatorLine]) -> [[IndicatorLine]] {
    var runs: [[IndicatorLine]] = []
    for line in lines {
      if let last = runs.last?.last, last.level1 == line.level1 {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
    return runs
  }

  private static func fill(
    _ run: inout [IndicatorLine], tree: IndicatorTree, places: [IndicatorTreeNode],
    present: Set<IndicatorCategory>, label: (IndicatorTreeNode) -> String
  ) {
    let order = Dictionary(
      places.enumerated().compactMap { entry in entry.element.category.map { ($0, entry.offset) } }
    ) { first, _ in first }
    for (number, place) in places.enumerated() {
      guard let category = place.category, !present.contains(category) else { continue }
      let line = IndicatorLine(level1: run[0].level1, level2: label(place))
      let next = run.firstIndex { line in
        tree.category(of: line.level2).flatMap { order[$0] }.map { $0 > number } ?? false
      }
      run.insert(line, at: next ?? run.count)
    }
  }
}
