// Ruling lines put in order: pieces joined, doubled lines made one, figures that hang together told apart.

/// The lines of a page, joined.
struct RulingLines {
  /// Lines nearer than this, in points, are one.
  static let tolerance = 3.5
  /// Lines that end this near each other meet.
  private static let reach = 4.5
  /// Shorter lines are ornaments, unless they go on.
  private static let lengthMin = 5.0

  private(set) var horizontal: [Rule]
  private(set) var vertical: [Rule]

  init(horizontal: [Rule], vertical: [Rule]) {
    self.horizontal = Self.joined(horizontal)
    self.vertical = Self.joined(vertical)
  }

  /// Lines at nearly the same position become one position; pieces that touch become one line.
  private static func joined(_ rules: [Rule]) -> [Rule] {
    var result: [Rule] = []
    var group: [Rule] = []
    func flush() {
      guard !group.isEmpty else { return }
      let total = group.reduce(0) { $0 + $1.length }
      let position = group.reduce(0) { $0 + $1.position * $1.length } / max(total, 0.001)
      group.sort { $0.from < $1.from }
      // Dashes are far apart for their length.
      let isDashed = group.count > 12 && total / Double(group.count) < 8
      let gap = isDashed ? 8.0 : Self.tolerance
      var open = group[0]
      for rule in group.dropFirst() {
        if rule.from <= open.to + gap {
          open.to = max(open.to, rule.to)
        } else {
          if open.length >= lengthMin {
            result.append(Rule(position: position, from: open.from, to: open.to))
          }
          open = rule
        }
      }
      if open.length >= lengthMin { result.append(Rule(position: position, from: open.from, to: open.to)) }
      group = []
    }
    var start = 0.0
    for rule in rules.sorted(by: { $0.position < $1.position }) {
      if let last = group.last, rule.position - last.position > 1.8 || rule.position - start > tolerance {
        flush()
      }
      if group.isEmpty { start = rule.position }
      group.append(rule)
    }
    flush()
    return result
  }

  /// The figures of lines that meet: each with lines both ways.
  func figures() -> [(horizontal: [Rule], vertical: [Rule])] {
    var sets = DisjointSets(count: horizontal.count + vertical.count)
    for (index, upright) in vertical.enumerated() {
      for (other, level) in horizontal.enumerated()
      where level.position >= upright.from - Self.reach && level.position <= upright.to + Self.reach
        && upright.position >= level.from - Self.reach && upright.position <= level.to + Self.reach
      {
        sets.join(horizontal.count + index, other)
      }
    }
    var figures: [Int: (horizontal: [Rule], vertical: [Rule])] = [:]
    for (index, rule) in horizontal.enumerated() {
      figures[sets.root(index), default: ([], [])].horizontal.append(rule)
    }
    for (index, rule) in vertical.enumerated() {
      figures[sets.root(horizontal.count + index), default: ([], [])].vertical.append(rule)
    }
    return figures.sorted { $0.key < $1.key }.map(\.value)
  }
}
