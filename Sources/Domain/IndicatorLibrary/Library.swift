// The library: entries by kind, and the index over all their words, built once.

/// The indicator library (指标库).
///
/// Example: `Library.shipped.match(for: query, in: Library.shipped.surroundings(project: "教师培训"))`.
package struct Library: Sendable {
  /// In the order of the text.
  package let kinds: [LibraryKind]
  package let entries: [LibraryEntry]
  /// The place of each entry's kind in `kinds`.
  let kindPlaces: [Int]
  let index: WordIndex

  /// Reads a library from its plain text; the grammar stands at `LibraryReader`.
  ///
  /// - Throws: `LibraryFailure` with every problem of the text and its line.
  package init(text: String) throws(LibraryFailure) {
    let reader = try LibraryReader(text)
    self.init(kinds: reader.kinds, entries: reader.entries)
  }

  private init(kinds: [LibraryKind], entries: [LibraryEntry]) {
    self.kinds = kinds
    self.entries = entries
    kindPlaces = entries.map { entry in kinds.firstIndex { $0.title == entry.kind } ?? 0 }
    var index = WordIndex()
    for (place, kind) in kinds.enumerated() {
      for word in kind.words { index.insert(word, .kind(place)) }
    }
    for (place, entry) in entries.enumerated() {
      for word in [entry.name] + entry.triggers { index.insert(word, .trigger(place)) }
      for word in entry.restrictions { index.insert(word, .restriction(place)) }
      for word in entry.exclusions { index.insert(word, .exclusion(place)) }
    }
    self.index = index
  }

  /// The library that comes with the program; a text that cannot be read would leave it empty.
  package static let shipped = (try? Library(text: shippedText)) ?? Library(kinds: [], entries: [])

  /// Its text, as officers read it.
  package static let shippedText = String(decoding: PackageResources.indicators_txt, as: UTF8.self)
}
