// The library: entries by kind, and the indexes over all their words, built once.
import RuleSets

/// The indicator library (指标库); a class, because every form's rows ask the one that is shipped.
///
/// Example: `library.match(for: query) { library.surroundings(project: "教师培训") }`.
package final class Library: Sendable {
  /// In the order of the text.
  package let kinds: [LibraryKind]
  package let entries: [LibraryEntry]
  /// What lookups ask of each entry, found out once.
  let traits: [EntryTraits]
  /// Every word, for the names of indicators.
  let index: WordIndex
  /// The words that are no triggers, a seventh of all: what a project's name and goal are read for.
  let projectIndex: WordIndex
  /// The places of entries that cost so much for each of something.
  let unitCosts: [Int]

  /// Reads a library from its plain text; the grammar stands at `LibraryReader`.
  ///
  /// - Throws: `LibraryFailure` with every problem of the text and its line.
  package convenience init(text: String) throws(LibraryFailure) {
    let reader = try LibraryReader(text)
    self.init(kinds: reader.kinds, entries: reader.entries)
  }

  private init(kinds: [LibraryKind], entries: [LibraryEntry]) {
    self.kinds = kinds
    self.entries = entries
    let traits = entries.map { EntryTraits(of: $0, kinds) }
    self.traits = traits
    unitCosts = entries.indices.filter { traits[$0].fits(.cost) && !entries[$0].value.per.isEmpty }
    var words: [(word: String, use: WordIndex.Use)] = []
    for (place, kind) in kinds.enumerated() { words += kind.words.map { ($0, .kind(place)) } }
    for (place, entry) in entries.enumerated() {
      words += entry.restrictions.map { ($0, .restriction(place)) }
      words += entry.exclusions.map { ($0, .exclusion(place)) }
    }
    projectIndex = WordIndex(words)
    for (place, entry) in entries.enumerated() {
      words += ([entry.name] + entry.triggers).map { ($0, .trigger(place)) }
    }
    index = WordIndex(words)
  }

  /// The library that comes with the program; a text that cannot be read would leave it empty.
  package static let shipped = (try? Library(text: shippedText)) ?? Library(kinds: [], entries: [])

  /// Its text, as officers read it.
  package static let shippedText = String(decoding: PackageResources.indicators_txt, as: UTF8.self)
}
