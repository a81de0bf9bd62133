// Finds the one entry that may stand in place of an indicator; none where nothing fits well.
import IndicatorValues
import Quantities
import RuleSets

extension Library {
  /// Reads a project's name, and its goal where the name tells no kind.
  package func surroundings(project: String, goal: String = "") -> LibrarySurroundings {
    var surroundings = LibrarySurroundings(
      kinds: Array(repeating: .init(), count: kinds.count), met: [], barred: [])
    note(WordIndex.letters(of: project), level: LibrarySurroundings.Evidence.named, in: &surroundings)
    let isTold = surroundings.kinds.contains { $0.level > 0 }
    note(WordIndex.letters(of: goal), level: isTold ? 0 : 1, in: &surroundings)
    return surroundings
  }

  private func note(_ letters: [UInt32], level: Int, in surroundings: inout LibrarySurroundings) {
    index.forEachHit(in: letters) { hit in
      for use in hit.uses {
        switch use {
        case .kind(let place):
          guard level > 0, level >= surroundings.kinds[place].level else { continue }
          surroundings.kinds[place] = .init(level: level, end: hit.end)
        case .restriction(let place): surroundings.met.insert(place)
        case .exclusion(let place):
          if level == LibrarySurroundings.Evidence.named { surroundings.barred.insert(place) }
        case .trigger: continue
        }
      }
    }
  }

  /// The entry that may stand in place of an indicator; nil where nothing fits: no entry is better than a
  /// wrong one.
  ///
  /// An entry fits where it can stand under the same second level, one of its words is in the indicator's
  /// name, and project or indicator are of its kind. Of several the one with the longest word wins, then
  /// the one of the surer kind, then the first.
  package func match(for query: LibraryQuery, in surroundings: LibrarySurroundings) -> LibraryMatch? {
    let letters = WordIndex.letters(of: query.name)
    var surroundings = surroundings
    note(letters, level: 2, in: &surroundings)
    var found: [Int: Found] = [:]
    var excluded: Set<Int> = []
    index.forEachHit(in: letters) { hit in
      for use in hit.uses {
        switch use {
        case .trigger(let place):
          var known = found[place] ?? Found()
          known.length = max(known.length, hit.length)
          if hit.end == letters.count {
            known.endsName = known.endsName || NameEndWords.isShare(letters)
            known.endsTime = known.endsTime || NameEndWords.isTime(letters)
          }
          found[place] = known
        case .exclusion(let place): excluded.insert(place)
        case .kind, .restriction: continue
        }
      }
    }
    var best: (place: Int, rank: [Int])?
    for (place, known) in found where !excluded.contains(place) && fits(place, query, surroundings) {
      let rank = rank(of: place, known, query, surroundings)
      guard let other = best else {
        best = (place, rank)
        continue
      }
      if other.rank.lexicographicallyPrecedes(rank) { best = (place, rank) }
    }
    guard let best, let known = found[best.place] else { return nil }
    let entry = entries[best.place]
    return LibraryMatch(entry: entry, keepsName: keepsName(query.name, entry, known))
  }

  /// The unit cost that projects of a kind are held to, the kind told by the project's name; else nil.
  package func unitCost(in surroundings: LibrarySurroundings) -> LibraryEntry? {
    var best: (kind: Int, evidence: LibrarySurroundings.Evidence)?
    for (kind, evidence) in surroundings.kinds.enumerated()
    where evidence.level == LibrarySurroundings.Evidence.named {
      if let known = best?.evidence, known.end >= evidence.end { continue }
      best = (kind, evidence)
    }
    guard let best else { return nil }
    return entries.indices.first { place in
      kindPlaces[place] == best.kind && entries[place].fits(.cost) && !entries[place].value.per.isEmpty
        && !surroundings.barred.contains(place)
        && (entries[place].restrictions.isEmpty || surroundings.met.contains(place))
    }.map { entries[$0] }
  }

  /// What was found of an entry in a name.
  private struct Found {
    var length = 0
    /// One of its words ends the name, and both end in 率, 度, 比例.
    var endsName = false
    /// The same with 时间, 时限.
    var endsTime = false
  }

  private func fits(_ place: Int, _ query: LibraryQuery, _ surroundings: LibrarySurroundings) -> Bool {
    let entry = entries[place]
    if let category = query.category {
      guard entry.fits(category) else { return false }
    } else {
      guard let branch = query.branch, entry.fits(under: branch) else { return false }
    }
    if query.wantsShare, !entry.value.isShare { return false }
    if query.wantsLess, entry.value.comparator?.isUpperBound != true, !entry.value.isZero, !entry.reduces {
      return false
    }
    if !entry.restrictions.isEmpty, !surroundings.met.contains(place) { return false }
    let kind = kindPlaces[place]
    return kinds[kind].isGeneral || surroundings.kinds[kind].level > 0
  }

  private func rank(
    of place: Int, _ found: Found, _ query: LibraryQuery, _ surroundings: LibrarySurroundings
  ) -> [Int] {
    let entry = entries[place]
    let evidence = surroundings.kinds[kindPlaces[place]]
    // A name that ends in 合格率 or 完成时间 says itself what is to be measured.
    let saysItself = found.endsName && entry.value.isShare || found.endsTime && entry.value.isDeadline
    return [
      saysItself ? 1 : 0, found.length, evidence.level, evidence.end,
      entry.replaces.contains(query.value) ? 1 : 0, -place,
    ]
  }

  private func keepsName(_ name: String, _ entry: LibraryEntry, _ found: Found) -> Bool {
    guard name.unicodeScalars.count <= NameEndWords.plainNameMax,
      !name.unicodeScalars.contains(where: { NameEndWords.sentenceMarks.contains($0) })
    else { return false }
    if name.hasSuffix(entry.name) || found.endsName && entry.value.isShare { return true }
    guard entry.mayKeepName else { return false }
    // 人数 is no name for 人次.
    guard let noun = NameEndWords.countNouns.first(where: { name.hasSuffix($0.noun) }) else { return true }
    return noun.units.contains(entry.value.unitText)
  }
}

extension LibraryEntry {
  /// True for a share by which something goes down.
  fileprivate var reduces: Bool {
    name.unicodeScalars.contains { "降减缩缓".unicodeScalars.contains($0) }
  }
}

extension EntryValue {
  fileprivate var isZero: Bool { number?.isZero == true }
}
