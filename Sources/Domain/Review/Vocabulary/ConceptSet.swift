// A small set of concepts, as bits.

/// The concepts that a text speaks of.
package struct ConceptSet: Sendable, Equatable {
  private var bits = SIMD4<UInt64>()

  package init() {}

  package init(_ concepts: Concept...) {
    for concept in concepts { insert(concept) }
  }

  /// Adds one concept.
  package mutating func insert(_ concept: Concept) {
    bits[concept.rawValue >> 6] |= 1 << UInt64(concept.rawValue & 63)
  }

  /// True for a concept of the set.
  package func contains(_ concept: Concept) -> Bool {
    bits[concept.rawValue >> 6] >> UInt64(concept.rawValue & 63) & 1 == 1
  }

  /// True where at least one concept is in both.
  package func meets(_ other: ConceptSet) -> Bool { bits & other.bits != SIMD4() }

  /// The concepts of both.
  package func intersection(_ other: ConceptSet) -> ConceptSet {
    var both = self
    both.bits &= other.bits
    return both
  }

  /// Adds all concepts of another set.
  package mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }

  /// True where there is none.
  package var isEmpty: Bool { bits == SIMD4() }
}
