// What a rule says, put together in one piece of memory.

/// A sentence of words and figures.
///
/// Its names and figures are longer than the two bytes that Swift makes room for: a text that grows while it
/// is written is copied again and again.
package struct Sentence: Sendable, ExpressibleByStringInterpolation {
  /// The sentence, finished.
  package let text: String

  /// A sentence that stands ready.
  package init(_ text: String) { self.text = text }

  package init(stringLiteral text: String) { self.text = text }

  package init(stringInterpolation pieces: Pieces) { text = pieces.text }

  /// A sentence while it is written.
  package struct Pieces: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Bytes that a name or a figure takes, a name of a dozen characters.
    private static let usual = 36

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * Self.usual)
    }

    /// Adds fixed words.
    package mutating func appendLiteral(_ words: String) { text += words }
    /// Adds a name or words.
    package mutating func appendInterpolation(_ words: String) { text += words }
    /// Adds a figure.
    package mutating func appendInterpolation(_ figure: some CustomStringConvertible) {
      text += figure.description
    }
  }

  /// One sentence of two halves.
  package static func + (left: Sentence, right: Sentence) -> Sentence { Sentence(left.text + right.text) }
  /// A sentence and words that follow.
  package static func + (left: Sentence, right: String) -> Sentence { Sentence(left.text + right) }
  /// Words and the sentence that they begin.
  package static func + (left: String, right: Sentence) -> Sentence { Sentence(left + right.text) }
}
