// A text of a form as rules read it: trimmed of layout, taken apart once, its concepts found once.

/// A text with its characters and the concepts it speaks of; a class, because every rule asks it.
package final class ReviewText: Sendable {
  /// The text without the layout's additions: no `指标1：`, no `（必填）`, no `★`.
  package let text: String
  /// Its characters, for rules that go through them.
  let scalars: [Unicode.Scalar]
  private let reading: Lexicon.Reading

  package init(_ text: String) {
    self.text = text
    scalars = text.scalars
    reading = scalars.withUnsafeBufferPointer { ConceptVocabulary.lexicon.read($0) }
  }

  package var isEmpty: Bool { text.isEmpty }

  /// True where the text holds a word of the concept.
  package func speaks(of concept: Concept) -> Bool { reading.anywhere.contains(concept) }

  /// True where the text holds a word of at least one of the concepts.
  package func speaks(ofAny concepts: ConceptSet) -> Bool { reading.anywhere.meets(concepts) }

  /// All concepts of which the text holds a word.
  var concepts: ConceptSet { reading.anywhere }

  /// Those of some concepts of which the text holds a word.
  package func concepts(among concepts: ConceptSet) -> ConceptSet {
    reading.anywhere.intersection(concepts)
  }

  /// True where the text ends with a word of the concept.
  package func ends(in concept: Concept) -> Bool { reading.ending.contains(concept) }

  /// True where the text begins with a word of the concept.
  package func begins(with concept: Concept) -> Bool { reading.beginning.contains(concept) }
}

extension String {
  /// The concepts of which this text, that is asked for nothing else, holds a word.
  var concepts: ConceptSet { withScalars { ConceptVocabulary.lexicon.read($0).anywhere } }

  /// True where this text, that is asked for nothing else, holds a word of the concept.
  func speaks(of concept: Concept) -> Bool { concepts.contains(concept) }
}
