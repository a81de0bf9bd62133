// Several values in one cell.

/// Values joined by a connective: `6名助理103157元/年` is 6 人 times 103157 元/年.
package struct Composite: Sendable, Equatable {
  /// How the values belong together.
  package enum Connective: String, Sendable, CaseIterable {
    /// All are promised.
    case and
    /// One of them is enough.
    case or
    /// A quantity and its unit cost, to be multiplied.
    case times
  }

  package var connective: Connective
  package var terms: [IndicatorValue]

  package init(connective: Connective, terms: [IndicatorValue]) {
    self.connective = connective
    self.terms = terms
  }

  /// By meaning: the terms' sources do not count.
  package static func == (left: Composite, right: Composite) -> Bool {
    left.connective == right.connective && left.terms.map(\.meaning) == right.terms.map(\.meaning)
  }
}
