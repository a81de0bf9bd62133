// Finds all words of the library in a text in one pass.

/// Words of two characters and more, found by their first one. Everything lies in flat arrays: a text is read
/// without a single allocation.
struct WordIndex: Sendable {
  /// What a found word is to the library.
  enum Use: Sendable {
    /// It tells a kind, by its place in the library.
    case kind(Int)
    /// It leads to an entry.
    case trigger(Int)
    /// It meets an entry's restriction.
    case restriction(Int)
    /// It keeps an entry away.
    case exclusion(Int)
  }

  /// A word that was found, and one of its uses.
  struct Hit {
    var use: Use
    /// Where the word ends, and how long it is, in characters.
    var end: Int
    var length: Int
  }

  /// A word: its letters and its uses as ranges of the flat arrays.
  private struct Word {
    var firstLetter: Int
    var length: Int
    var firstUse: Int
    var useCount: Int
  }

  private let letters: [Unicode.Scalar]
  private let uses: [Use]
  /// Sorted by their first letters.
  private let words: [Word]
  /// Where the words of a first letter begin in `words`; those of the next letter begin where they end.
  private let starts: [Int32]
  /// The first two letters of every word, as bits at their slots; others may share a slot.
  private let pairs: [UInt64]

  init(_ entries: [(word: String, use: Use)]) {
    var byWord: [[Unicode.Scalar]: [Use]] = [:]
    for (word, use) in entries { byWord[Self.letters(of: word), default: []].append(use) }
    let sorted = byWord.filter { $0.key.count >= 2 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var letters: [Unicode.Scalar] = []
    var uses: [Use] = []
    var words: [Word] = []
    var starts = [Int32](repeating: 0, count: Self.firstLetters + 1)
    var pairs = [UInt64](repeating: 0, count: 1 << 10)
    for (word, own) in sorted {
      starts[Self.slot(of: word[0]) + 1] += 1
      let pair = Self.slot(of: word[0], word[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      words.append(
        Word(firstLetter: letters.count, length: word.count, firstUse: uses.count, useCount: own.count))
      letters += word
      uses += own
    }
    for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
    self.letters = letters
    self.uses = uses
    self.words = words
    self.starts = starts
    self.pairs = pairs
  }

  /// Every use of every word of the text, from its beginning on; words may overlap.
  func forEachHit(in text: [Unicode.Scalar], _ take: (Hit) -> Void) {
    text.withUnsafeBufferPointer { text in
      letters.withUnsafeBufferPointer { letters in
        starts.withUnsafeBufferPointer { starts in
          words.withUnsafeBufferPointer { words in
            var start = 0
            while start + 1 < text.count {
              defer { start += 1 }
              // Most letters that begin a word stand before another than its second.
              let pair = Self.slot(of: text[start], text[start + 1])
              guard pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 else { continue }
              let slot = Self.slot(of: text[start])
              for place in Int(starts[slot])..<Int(starts[slot + 1])
              where Self.stands(words[place], of: letters, at: start, in: text) {
                forEachUse(of: words[place], at: start, take)
              }
            }
          }
        }
      }
    }
  }

  private func forEachUse(of word: Word, at start: Int, _ take: (Hit) -> Void) {
    for use in word.firstUse..<(word.firstUse + word.useCount) {
      take(Hit(use: uses[use], end: start + word.length, length: word.length))
    }
  }

  private static func stands(
    _ word: Word, of letters: UnsafeBufferPointer<Unicode.Scalar>, at start: Int,
    in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard start + word.length <= text.count else { return false }
    // Words of one slot mostly share their first letter: the last tells them apart sooner.
    var offset = word.length - 1
    while offset >= 0 {
      if text[start + offset] != letters[word.firstLetter + offset] { return false }
      offset -= 1
    }
    return true
  }

  static func letters(of text: String) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { letters.append(scalar) }
    return letters
  }

  /// Letters up to the last Chinese one have a slot of their own, all others share the last.
  private static let firstLetters = 0xA001

  private static func slot(of letter: Unicode.Scalar) -> Int { min(Int(letter.value), firstLetters - 1) }

  /// Where two letters stand among 65,536 bits.
  private static func slot(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 ^ second.value &* 0x85EB_CA6B) >> 16)
  }
}
