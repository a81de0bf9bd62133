// The meanings that are words: grades, qualitative statements, slots that nobody filled in.

package import Quantities

/// A step of a scale: `优`, `不合格`, `Ⅲ类`, `A级`, `达成预期指标`; with `≥` for `良好以上`.
package struct Grade: Sendable, Equatable {
  package var comparator: Comparator?
  /// The step as printed; nil where the whole scale is printed and nothing chosen.
  package var choice: String?
  /// The steps of a printed scale, best first as printed: 优, 良, 中, 差.
  package var scale: [String]

  package init(comparator: Comparator? = nil, choice: String?, scale: [String] = []) {
    self.comparator = comparator
    self.choice = choice
    self.scale = scale
  }
}

/// A statement in words, with a direction where a word has one.
package struct Qualitative: Sendable, Equatable {
  /// Where the words want things to go.
  package enum Direction: String, Sendable, CaseIterable {
    /// 提升, 增加, 改善, 不低于上年.
    case up
    /// 下降, 减少, 不超预算, 无重大安全事故.
    case down
  }

  package var text: String
  package var direction: Direction?

  package init(text: String, direction: Direction? = nil) {
    self.text = text
    self.direction = direction
  }
}

/// A slot that nobody filled in, with the comparator and unit that are printed around it.
package struct Placeholder: Sendable, Equatable {
  package var text: String
  package var comparator: Comparator?
  package var unit: Unit?
  package var per: [Unit]

  package init(text: String, comparator: Comparator? = nil, unit: Unit? = nil, per: [Unit] = []) {
    self.text = text
    self.comparator = comparator
    self.unit = unit
    self.per = per
  }
}
