// How words become what both engines look up: pairs of neighbouring characters, and whole words of Latin.

/// The tokens of texts. One function for whatever is stored and whatever is asked, on every engine.
///
/// Chinese has no blanks between words, and most words have two characters: each pair of neighbours is a
/// token, so that a word of two is found exactly and a longer one by all its pairs. Words of ASCII letters
/// and digits begin with `w`, in small letters; the office's own tokens (place, year, audience) begin with
/// other letters, so that nothing that somebody writes becomes one of them.
package enum SearchTokens {
  /// Bytes of one ASCII word at most; the rest of a longer one is left out.
  package static let wordBytesMax = 40

  /// A run of characters that belong together, folded: small letters, no full-width forms.
  package struct Run: Sendable, Hashable {
    package let scalars: [Unicode.Scalar]
    package let isWide: Bool
  }

  /// What a text falls into.
  package static func runs(of text: some StringProtocol) -> [Run] {
    var runs: [Run] = []
    var current: [Unicode.Scalar] = []
    var isWide = false
    func end() {
      if !current.isEmpty { runs.append(Run(scalars: current, isWide: isWide)) }
      current.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      guard let (folded, wide) = folded(scalar) else {
        end()
        continue
      }
      if wide != isWide { end() }
      isWide = wide
      current.append(folded)
    }
    end()
    return runs
  }

  /// The tokens of a text, each once, in the order in which they come.
  package static func tokens(of texts: [some StringProtocol]) -> [String] {
    var seen: Set<String> = []
    var tokens: [String] = []
    for text in texts {
      for run in runs(of: text) {
        for token in self.tokens(of: run) where seen.insert(token).inserted { tokens.append(token) }
      }
    }
    return tokens
  }

  private static func tokens(of run: Run) -> [String] {
    guard run.isWide else { return ["w" + text(run.scalars.prefix(wordBytesMax))] }
    guard run.scalars.count > 1 else { return [text(run.scalars[...])] }
    return (1..<run.scalars.count).map { text(run.scalars[$0 - 1...$0]) }
  }

  /// The tokens that a question asks for: those of its runs, single characters left out, because a text has
  /// them in pairs. Empty where nothing can be looked up.
  package static func wanted(by question: String) -> [String] {
    var wanted: [String] = []
    for run in runs(of: question) where !run.isWide || run.scalars.count > 1 {
      for token in tokens(of: run) where !wanted.contains(token) { wanted.append(token) }
    }
    return Array(wanted.prefix(tokensMax))
  }

  /// Tokens of one question at most.
  package static let tokensMax = 40

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// A scalar as it is looked up; nil for what separates.
  package static func folded(_ scalar: Unicode.Scalar) -> (scalar: Unicode.Scalar, isWide: Bool)? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return (scalar, false)
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20).map { ($0, false) }
    case 0..<0x80: return nil
    // Full-width letters and digits.
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return Unicode.Scalar(scalar.value - 0xFEE0).map { ($0, false) }
    case 0xFF21...0xFF3A: return Unicode.Scalar(scalar.value - 0xFEC0).map { ($0, false) }
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: return (scalar, true)
    // No engine splits a text here, and nothing but letters and digits comes this far.
    default: return scalar.properties.isAlphabetic ? (scalar, true) : nil
    }
  }
}
