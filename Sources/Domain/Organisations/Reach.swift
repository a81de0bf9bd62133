// How far a part reaches from the place at which it is held.

/// The positions at which a right counts.
package enum Reach: String, Sendable, CaseIterable {
  /// The very place.
  case own
  /// The place and everything below it.
  case subtree
  /// Every place.
  case everywhere

  /// True when something at that position is within reach.
  package func covers(_ position: Position) -> Bool {
    switch (self, position) {
    case (.own, .own), (.subtree, .own), (.subtree, .subordinate), (.everywhere, _): true
    case (.own, .subordinate), (.own, .elsewhere), (.subtree, .elsewhere): false
    }
  }
}
