// What a project tells of its kind, for all of its indicators.

/// What a project's name and goal tell of its kind, read once for all of its indicators.
package struct LibrarySurroundings: Sendable {
  /// How surely each kind is meant, and where its last word ends.
  var kinds: [Evidence]
  /// Entries whose restriction is met, and those that the project's name keeps away as a unit cost.
  var met: [Int] = []
  var barred: [Int] = []

  /// How surely a kind is meant, the surest last.
  enum Certainty: Int, Comparable {
    case none, inGoal, inIndicator, inProject

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Evidence of a kind.
  struct Evidence: Sendable, Equatable {
    var certainty = Certainty.none
    /// In Chinese the head of a name comes last: of two kinds the later one is meant.
    var end = 0
  }
}

extension Library {
  /// Reads a project's name, and its goal where the name tells no kind.
  package func surroundings(project: String, goal: String = "") -> LibrarySurroundings {
    surroundings(project: WordIndex.letters(of: project), goal: WordIndex.letters(of: goal))
  }

  /// The same for texts that are taken apart already.
  package func surroundings(project: [Unicode.Scalar], goal: [Unicode.Scalar]) -> LibrarySurroundings {
    var surroundings = LibrarySurroundings(kinds: Array(repeating: .init(), count: kinds.count))
    note(project, as: .inProject, in: &surroundings)
    let isTold = surroundings.kinds.contains { $0.certainty > .none }
    note(goal, as: isTold ? .none : .inGoal, in: &surroundings)
    return surroundings
  }

  private func note(
    _ text: [Unicode.Scalar], as certainty: LibrarySurroundings.Certainty,
    in surroundings: inout LibrarySurroundings
  ) {
    projectIndex.forEachHit(in: text) { hit in
      switch hit.use {
      case .kind(let place):
        guard certainty > .none else { return }
        surroundings.kinds[place] = .init(certainty: certainty, end: hit.end)
      case .restriction(let place): surroundings.met.append(place)
      case .exclusion(let place): if certainty == .inProject { surroundings.barred.append(place) }
      case .trigger: break
      }
    }
  }

  /// The unit cost that projects of a kind are held to, the kind told by the project's name; else nil.
  package func unitCost(in surroundings: LibrarySurroundings) -> LibraryEntry? {
    var best: (kind: Int, end: Int)?
    for (kind, evidence) in surroundings.kinds.enumerated() where evidence.certainty == .inProject {
      if let best, best.end >= evidence.end { continue }
      best = (kind, evidence.end)
    }
    guard let best else { return nil }
    return unitCosts.first { place in
      traits[place].kind == best.kind && !surroundings.barred.contains(place)
        && (!traits[place].isRestricted || surroundings.met.contains(place))
    }.map { entries[$0] }
  }
}
