// Which row of a later list is which row of an earlier one.

/// Rows of two lists in pairs.
struct RowPairing {
  struct Pair: Equatable {
    /// The index in the earlier list; nil for a row that was added.
    var before: Int?
    /// The index in the later list; nil for a row that was removed.
    var after: Int?
    /// True where rows that stayed in order were overtaken.
    var isMoved = false
  }

  /// In the order of the later list; a removed row stands behind the row before it.
  private(set) var pairs: [Pair] = []

  private let old: [ListedFields.Row]
  private let new: [ListedFields.Row]
  /// For each later row its earlier one.
  private var partner: [Int?]
  private var isMoved: [Bool]
  private var isTaken: [Bool]

  /// Longer lists are paired in their order.
  private static let productMax = 250_000

  init(_ old: [ListedFields.Row], _ new: [ListedFields.Row]) {
    self.old = old
    self.new = new
    partner = Array(repeating: nil, count: new.count)
    isMoved = Array(repeating: false, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
    if old.count * new.count <= Self.productMax {
      pairInOrder()
      pairMoved()
    }
    pairGaps()
    list()
  }

  /// The longest common row of names.
  private mutating func pairInOrder() {
    let names = (old.map(\.name), new.map(\.name))
    var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i][j] =
          names.0[i] != nil && names.0[i] == names.1[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if names.0[i] != nil, names.0[i] == names.1[j] {
        take(i, for: j)
        i += 1
        j += 1
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  private mutating func take(_ before: Int, for after: Int) {
    partner[after] = before
    isTaken[before] = true
  }

  /// Rows whose name stands elsewhere now.
  private mutating func pairMoved() {
    for j in new.indices where partner[j] == nil {
      guard let name = new[j].name, let i = old.indices.first(where: { !isTaken[$0] && old[$0].name == name })
      else { continue }
      take(i, for: j)
      isMoved[j] = true
    }
  }

  /// What is left between two rows that stayed in order: of one group first, then in order.
  private mutating func pairGaps() {
    var start = (old: 0, new: 0)
    for j in new.indices where partner[j] != nil && !isMoved[j] {
      guard let i = partner[j] else { continue }
      pairGap(start.old..<max(start.old, i), start.new..<j)
      start = (i + 1, j + 1)
    }
    pairGap(start.old..<max(start.old, old.count), start.new..<new.count)
  }

  private mutating func pairGap(_ earlier: Range<Int>, _ later: Range<Int>) {
    for isGrouped in [true, false] {
      for j in later where partner[j] == nil {
        let found = earlier.first { i in
          !isTaken[i]
            && (isGrouped ? old[i].group == new[j].group : old[i].group == nil || new[j].group == nil)
        }
        if let found { take(found, for: j) }
      }
    }
  }

  private mutating func list() {
    var removed = old.indices.filter { !isTaken[$0] }
    for j in new.indices {
      if let i = partner[j], !isMoved[j] {
        while let first = removed.first, first < i {
          pairs.append(Pair(before: removed.removeFirst(), after: nil))
        }
      }
      pairs.append(Pair(before: partner[j], after: j, isMoved: isMoved[j]))
    }
    pairs += removed.map { Pair(before: $0, after: nil) }
  }
}
