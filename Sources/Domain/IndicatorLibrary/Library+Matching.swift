// Finds the one entry that may stand in place of an indicator; none where nothing fits well.
import RuleSets

extension Library {
  /// The entry that may stand in place of an indicator; nil where nothing fits: no entry is better than a
  /// wrong one.
  ///
  /// An entry fits where it can stand under the same second level, one of its words is in the indicator's
  /// name, and project or indicator are of its kind. Of several that one wins which the end of the name says
  /// itself, then the one with the longest word, then the one of the surer kind, then the first.
  ///
  /// - Parameter surroundings: asked for only where an entry may fit.
  package func match(
    for query: LibraryQuery, in surroundings: () -> LibrarySurroundings
  ) -> LibraryMatch? {
    let letters = WordIndex.letters(of: query.name)
    let reading = read(letters, for: query)
    guard !reading.found.isEmpty else { return nil }
    let surroundings = surroundings()
    var best: (found: Found, rank: (Int, Int, Int, Int, Int, Int))?
    for found in reading.found where !reading.excluded.contains(found.place) {
      let traits = traits[found.place]
      if traits.isRestricted, !surroundings.met.contains(found.place), !reading.met.contains(found.place) {
        continue
      }
      let evidence = evidence(of: traits.kind, reading, surroundings)
      guard evidence.certainty > .none || traits.isGeneral else { continue }
      let rank = (
        found.saysItself ? 1 : 0, found.length, evidence.certainty.rawValue, evidence.end,
        entries[found.place].replaces.contains(query.value) ? 1 : 0, -found.place
      )
      if let best, best.rank >= rank { continue }
      best = (found, rank)
    }
    guard let found = best?.found else { return nil }
    return LibraryMatch(entry: entries[found.place], keepsName: keepsName(letters, found))
  }

  /// An entry that has a word in the name and can stand in the place.
  private struct Found {
    var place: Int
    /// The longest of its words.
    var length: Int
    /// One of its words ends the name and says what is measured: 合格率 for a share, 完成时间 for a deadline.
    var saysItself: Bool
  }

  /// What the words of an indicator's name lead to.
  private struct Reading {
    var found: [Found] = []
    var excluded: [Int] = []
    var met: [Int] = []
    var kinds: [(place: Int, end: Int)] = []
  }

  private func read(_ letters: [Unicode.Scalar], for query: LibraryQuery) -> Reading {
    var reading = Reading()
    index.forEachHit(in: letters) { hit in
      switch hit.use {
      case .kind(let place): reading.kinds.append((place, hit.end))
      case .restriction(let place): reading.met.append(place)
      case .exclusion(let place): reading.excluded.append(place)
      case .trigger(let place):
        let traits = traits[place]
        guard canStand(traits, query) else { return }
        let saysItself =
          hit.end == letters.count
          && (traits.isShare && NameEndWords.isShare(letters)
            || traits.isDeadline && NameEndWords.isTime(letters))
        guard let known = reading.found.firstIndex(where: { $0.place == place }) else {
          reading.found.append(Found(place: place, length: hit.length, saysItself: saysItself))
          return
        }
        reading.found[known].length = max(reading.found[known].length, hit.length)
        if saysItself { reading.found[known].saysItself = true }
      }
    }
    return reading
  }

  private func canStand(_ traits: EntryTraits, _ query: LibraryQuery) -> Bool {
    if let category = query.category {
      guard traits.fits(category) else { return false }
    } else {
      guard let branch = query.branch, traits.fits(under: branch) else { return false }
    }
    return (traits.isShare || !query.wantsShare) && (traits.wantsLess || !query.wantsLess)
  }

  /// What the project tells of a kind, or the indicator's own name.
  private func evidence(
    of kind: Int, _ reading: Reading, _ surroundings: LibrarySurroundings
  ) -> LibrarySurroundings.Evidence {
    let known = surroundings.kinds[kind]
    guard known.certainty < .inIndicator, let own = reading.kinds.last(where: { $0.place == kind }) else {
      return known
    }
    return .init(certainty: .inIndicator, end: own.end)
  }

  private func keepsName(_ name: [Unicode.Scalar], _ found: Found) -> Bool {
    guard name.count <= NameEndWords.plainNameMax, !name.contains(where: NameEndWords.isSentenceMark) else {
      return false
    }
    func ends(with word: [Unicode.Scalar]) -> Bool { name.suffix(word.count).elementsEqual(word) }
    let traits = traits[found.place]
    if found.saysItself && traits.isShare || ends(with: traits.name) { return true }
    guard entries[found.place].mayKeepName else { return false }
    // 人数 is no name for 人次.
    guard let noun = NameEndWords.countNouns.first(where: { ends(with: $0.noun) }) else { return true }
    return noun.units.contains(traits.unitText)
  }
}
