// Follows the chain from the first entry to the last and tells each place where it is not what was written.

/// Checks entries in the order of their numbers.
///
/// An entry is judged by itself (its hash over its fields) and by its neighbour (its `previous`). So a
/// changed field is told of the entry where it stands, however many follow, and nothing else is suspected.
package struct LedgerVerifier: ~Copyable {
  private var encoder = LedgerEncoder()
  private var last = LedgerHead.empty
  /// What the next entry's `previous` must be. Nil behind an entry that is told already: whether the next one
  /// continues it cannot be judged, and it is not to be suspected.
  private var continuation: ContentHash? = .zero
  private var suspects: [LedgerEntry] = []
  private var expectedHeads: [Int64: Set<ContentHash>] = [:]

  /// What was found so far.
  package private(set) var faults: [LedgerFault] = []
  /// How many entries were read.
  package private(set) var count: Int64 = 0

  /// Faults beyond so many are not collected: the ledger is lost then, and the first places are enough.
  package static let faultsMax = 1_000

  /// - Parameter heads: heads that were printed or posted; each must be found on the way.
  package init(expecting heads: [LedgerHead] = []) {
    for head in heads where head != .empty { expectedHeads[head.sequence, default: []].insert(head.hash) }
  }

  /// True once there is no use in going on.
  package var isFull: Bool { faults.count >= Self.faultsMax }

  /// Takes the next entry.
  package mutating func take(_ entry: LedgerEntry) {
    count += 1
    if entry.sequence <= last.sequence {
      faults.append(.repeated(sequence: entry.sequence))
      return
    }
    let isNext = entry.sequence == last.sequence &+ 1
    if !isNext { faults.append(.missing(first: last.sequence &+ 1, last: entry.sequence - 1)) }
    let hash = encoder.hash(sequence: entry.sequence, note: entry.note, previous: entry.previous)
    let isSound = hash == entry.hash
    if !isSound {
      if suspects.count < Self.faultsMax { suspects.append(entry) }
      faults.append(.altered(sequence: entry.sequence))
    } else if isNext, let continuation, continuation != entry.previous {
      faults.append(.exchanged(sequence: entry.sequence))
    }
    let ways = isSound ? [hash] : [entry.hash, hash]
    continuation = isSound ? hash : nil
    last = LedgerHead(sequence: entry.sequence, hash: isSound ? hash : entry.hash)
    for wanted in expectedHeads.removeValue(forKey: entry.sequence) ?? [] where !ways.contains(wanted) {
      faults.append(.unknownHead(LedgerHead(sequence: entry.sequence, hash: wanted)))
    }
  }

  /// Takes a row that is no entry any more.
  package mutating func takeUnreadable(sequence: Int64) {
    count += 1
    if sequence > last.sequence &+ 1, sequence > 0 {
      faults.append(.missing(first: last.sequence &+ 1, last: sequence - 1))
    }
    faults.append(.unreadable(sequence: sequence))
    last = LedgerHead(sequence: sequence, hash: last.hash)
    continuation = nil
  }

  /// Ends the check.
  ///
  /// - Parameter stored: the head that the store keeps beside the entries; nil where it keeps none.
  /// - Returns: the head that was found.
  package mutating func finish(stored: LedgerHead?) -> LedgerHead {
    for (sequence, hashes) in expectedHeads.sorted(by: { $0.key < $1.key }) {
      faults += hashes.map { .unknownHead(LedgerHead(sequence: sequence, hash: $0)) }
    }
    expectedHeads = [:]
    let isOther = continuation.map { hash in stored.map { $0.hash != hash } ?? false } ?? false
    if let stored, stored.sequence != last.sequence || isOther {
      if stored.sequence > last.sequence {
        faults.append(.missing(first: last.sequence &+ 1, last: stored.sequence))
      } else {
        faults.append(.otherHead(stored: stored, found: last))
      }
    }
    tellMoved()
    return last
  }

  /// An altered entry whose hash is right for another number was moved from there.
  private mutating func tellMoved() {
    for entry in suspects {
      guard let origin = origin(of: entry), origin != entry.sequence,
        let position = faults.firstIndex(of: .altered(sequence: entry.sequence))
      else { continue }
      faults[position] = .moved(from: origin, to: entry.sequence)
    }
  }

  /// The number with which the entry is sound, looked for where it would be: among the altered ones and the
  /// gaps.
  private mutating func origin(of entry: LedgerEntry) -> Int64? {
    var candidates = suspects.map(\.sequence)
    for fault in faults {
      if case .missing(let first, let last) = fault {
        candidates += (first...(last - first > 100 ? first + 100 : last)).map { $0 }
      }
    }
    for sequence in candidates.prefix(2 * Self.faultsMax)
    where encoder.hash(sequence: sequence, note: entry.note, previous: entry.previous) == entry.hash {
      return sequence
    }
    return nil
  }
}
