// A small set of concepts, as bits.

/// The concepts that a text speaks of.
package struct ConceptSet: Sendable, Equatable {
  // Two words: one of 128 bits would want its own alignment of every object that holds it.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init() {}

  package init(_ concepts: Concept...) {
    for concept in concepts { insert(concept) }
  }

  /// Adds one concept.
  package mutating func insert(_ concept: Concept) {
    let bit: UInt64 = 1 << UInt64(concept.rawValue & 63)
    if concept.rawValue < 64 { low |= bit } else { high |= bit }
  }

  /// True for a concept of the set.
  package func contains(_ concept: Concept) -> Bool {
    (concept.rawValue < 64 ? low : high) >> UInt64(concept.rawValue & 63) & 1 == 1
  }

  /// True where at least one concept is in both.
  package func meets(_ other: ConceptSet) -> Bool { low & other.low | high & other.high != 0 }

  /// The concepts of both.
  package func intersection(_ other: ConceptSet) -> ConceptSet {
    var both = self
    both.low &= other.low
    both.high &= other.high
    return both
  }

  /// Adds all concepts of another set.
  package mutating func formUnion(_ other: ConceptSet) {
    low |= other.low
    high |= other.high
  }

  /// True where there is none.
  package var isEmpty: Bool { low | high == 0 }
}
