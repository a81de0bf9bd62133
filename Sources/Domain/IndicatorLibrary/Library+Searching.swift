// Searches the library for people: words anywhere in an entry.

extension Library {
  /// The entries in which every word stands, those with the words in name or kind first; all of them without
  /// any word.
  package func entries(holding words: [String]) -> [LibraryEntry] {
    let found = entries.compactMap { entry -> (entry: LibraryEntry, inHead: Int)? in
      var inHead = 0
      for word in words {
        if entry.name.contains(word) || entry.kind.contains(word) {
          inHead += 1
        } else if !entry.searchedTexts.contains(where: { $0.contains(word) }) {
          return nil
        }
      }
      return (entry, inHead)
    }
    return found.enumerated().sorted { left, right in
      (right.element.inHead, left.offset) < (left.element.inHead, right.offset)
    }.map(\.element.entry)
  }
}

extension LibraryEntry {
  fileprivate var searchedTexts: [String] {
    places.map { PlaceLabels.label(of: $0) } + [value.text, method] + triggers + replaces + restrictions
  }
}
