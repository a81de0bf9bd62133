// Finds all words of the library in a text in one pass.

/// Words of two characters and more, found by their first two.
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

  /// A word that was found.
  struct Hit {
    var uses: [Use]
    /// Where it ends, and how long it is, in characters.
    var end: Int
    var length: Int
  }

  private var words: [[UInt32]] = []
  private var uses: [[Use]] = []
  private var places: [[UInt32]: Int] = [:]
  private var buckets: [UInt64: [Int]] = [:]

  mutating func insert(_ word: String, _ use: Use) {
    let letters = Self.letters(of: word)
    guard letters.count >= 2 else { return }
    if let place = places[letters] {
      uses[place].append(use)
      return
    }
    places[letters] = words.count
    buckets[Self.pair(letters[0], letters[1]), default: []].append(words.count)
    words.append(letters)
    uses.append([use])
  }

  /// Every word of the text, from its beginning on; words may overlap.
  func forEachHit(in letters: [UInt32], _ take: (Hit) -> Void) {
    guard letters.count >= 2 else { return }
    for start in 0..<(letters.count - 1) {
      guard let bucket = buckets[Self.pair(letters[start], letters[start + 1])] else { continue }
      for place in bucket where stands(words[place], at: start, in: letters) {
        take(Hit(uses: uses[place], end: start + words[place].count, length: words[place].count))
      }
    }
  }

  private func stands(_ word: [UInt32], at start: Int, in letters: [UInt32]) -> Bool {
    guard start + word.count <= letters.count else { return false }
    return word.indices.allSatisfy { letters[start + $0] == word[$0] }
  }

  static func letters(of text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}
