// What a project tells of its kind, for all of its indicators.

/// What a project's name and goal tell of its kind, read once for all of its indicators.
package struct LibrarySurroundings: Sendable {
  /// How surely each kind is meant, and where its last word ends.
  var kinds: [Evidence]
  /// Entries whose restriction is met, and those that the project's name keeps away as a unit cost.
  var met: Set<Int>
  var barred: Set<Int>

  /// Evidence of a kind.
  struct Evidence: Sendable, Equatable {
    /// 0 none, 1 in the goal only, 2 in the indicator's name, 3 in the project's name.
    var level = 0
    /// The level of a kind that the project's name tells.
    static let named = 3
    /// In Chinese the head of a name comes last: of two kinds the later one is meant.
    var end = 0
  }
}
