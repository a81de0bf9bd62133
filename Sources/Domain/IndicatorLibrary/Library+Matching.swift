// Finds the one entry that may stand in place of an indicator; none where nothing fits well.
import IndicatorValues
import Quantities
package import RuleSets

/// What an entry is looked for by.
package struct LibraryQuery: Sendable {
  /// 三级指标 as it stands, without marks of the layout.
  package var name: String
  /// Its place; nil where none is printed.
  package var category: IndicatorCategory?
  /// Its branch, which serves where the category is nil.
  package var branch: IndicatorBranch?
  /// The vague value as it stands.
  package var value: String
  /// True where the vague value says that things are to go down.
  package var wantsLess: Bool
  /// True where only a percentage will do.
  package var wantsShare: Bool

  package init(
    name: String, category: IndicatorCategory?, branch: IndicatorBranch? = nil, value: String = "",
    wantsLess: Bool = false, wantsShare: Bool = false
  ) {
    self.name = name
    self.category = category
    self.branch = branch
    self.value = value
    self.wantsLess = wantsLess
    self.wantsShare = wantsShare
  }
}

/// An entry that fits.
package struct LibraryMatch: Sendable, Equatable {
  package var entry: LibraryEntry
  /// True where the indicator's own name is sound and only the value has to be written.
  package var keepsName: Bool
}

/// What a project's name and goal tell of its kind, read once for all of its indicators.
package struct LibrarySurroundings: Sendable {
  /// How surely each kind is meant, and where its last word ends.
  var kinds: [Evidence]
  /// Entries whose restriction is met.
  var met: Set<Int>

  /// Evidence of a kind.
  struct Evidence: Sendable, Equatable {
    /// 0 none, 1 in the goal only, 2 in the indicator's name, 3 in the project's name.
    var level = 0
    /// In Chinese the head of a name comes last: of two kinds the later one is meant.
    var end = 0
  }
}

extension Library {
  /// Reads a project's name, and its goal where the name tells no kind.
  package func surroundings(project: String, goal: String = "") -> LibrarySurroundings {
    var surroundings = LibrarySurroundings(kinds: Array(repeating: .init(), count: kinds.count), met: [])
    note(WordIndex.letters(of: project), level: 3, in: &surroundings)
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
        case .trigger, .exclusion: continue
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
          if hit.end == letters.count, endsLikeShare(letters) { known.endsName = true }
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

  /// The unit cost that projects of the surest kind are held to; nil where no kind is told.
  package func unitCost(in surroundings: LibrarySurroundings) -> LibraryEntry? {
    var best: (kind: Int, evidence: LibrarySurroundings.Evidence)?
    for (kind, evidence) in surroundings.kinds.enumerated() where evidence.level > 0 {
      if let known = best?.evidence, (known.level, known.end) >= (evidence.level, evidence.end) { continue }
      best = (kind, evidence)
    }
    guard let best else { return nil }
    return entries.indices.first { place in
      kindPlaces[place] == best.kind && entries[place].fits(.cost) && !entries[place].value.per.isEmpty
        && (entries[place].restrictions.isEmpty || surroundings.met.contains(place))
    }.map { entries[$0] }
  }

  /// What was found of an entry in a name.
  private struct Found {
    var length = 0
    /// One of its words ends the name, and both end in 率, 度, 比例.
    var endsName = false
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
    let evidence = surroundings.kinds[kindPlaces[place]]
    let isNamed = entries[place].replaces.contains { $0 == query.value }
    return [found.length, evidence.level, evidence.end, isNamed ? 1 : 0, -place]
  }

  private func keepsName(_ name: String, _ entry: LibraryEntry, _ found: Found) -> Bool {
    guard name.unicodeScalars.count <= Self.plainNameMax,
      !name.unicodeScalars.contains(where: { Self.sentenceMarks.contains($0) })
    else { return false }
    return entry.mayKeepName || name.hasSuffix(entry.name) || found.endsName && entry.value.isShare
  }

  /// A name that is longer, or that has one of these, is a sentence or says two things.
  private static let plainNameMax = 15
  private static let sentenceMarks: Set<Unicode.Scalar> = ["，", "；", "。", "、", "并", "和", "及", "与"]

  private func endsLikeShare(_ letters: [UInt32]) -> Bool {
    let text = letters.suffix(2)
    return Self.shareEnds.contains { text.suffix($0.count).elementsEqual($0) }
  }

  private static let shareEnds = ["率", "度", "比例", "占比"].map { WordIndex.letters(of: $0) }
}

extension LibraryEntry {
  /// True for a share by which something goes down.
  fileprivate var reduces: Bool {
    name.unicodeScalars.contains { "降减缩".unicodeScalars.contains($0) }
  }
}

extension EntryValue {
  fileprivate var isZero: Bool { number?.isZero == true }
}
