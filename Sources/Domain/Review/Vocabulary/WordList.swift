// A few words that are looked for together.

/// Up to 64 words; which of them stand in a text is found in one pass.
struct WordList: Sendable {
  private let words: [[Unicode.Scalar]]
  private let beginnings: ScalarSet

  init(_ words: [String]) {
    self.words = words.map { $0.scalars }
    beginnings = ScalarSet(String(String.UnicodeScalarView(self.words.compactMap(\.first))))
  }

  /// The words that stand in a text, as bits in their order.
  func standing(in text: [Unicode.Scalar]) -> UInt64 {
    var found: UInt64 = 0
    for start in text.indices where beginnings.contains(text[start]) {
      for place in words.indices where found >> UInt64(place) & 1 == 0 {
        if Self.stands(words[place], at: start, in: text) { found |= 1 << UInt64(place) }
      }
    }
    return found
  }

  /// Whether one of the words stands in a text.
  func stands(in text: [Unicode.Scalar]) -> Bool {
    text.indices.contains { start in
      beginnings.contains(text[start]) && words.contains { Self.stands($0, at: start, in: text) }
    }
  }

  /// The text without its words: without the first wherever it stands, then without the second, …
  func removed(from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = text
    var next: UInt64 = 0
    while true {
      // Where one word is gone, its neighbours may have become another.
      let left = (standing(in: text) >> next) << next
      guard left != 0 else { return text }
      let place = left.trailingZeroBitCount
      text = Self.removed(words[place], from: text)
      next = UInt64(place) + 1
    }
  }

  private static func removed(_ word: [Unicode.Scalar], from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      if stands(word, at: place, in: text) {
        place += word.count
      } else {
        kept.append(text[place])
        place += 1
      }
    }
    return kept
  }

  private static func stands(_ word: [Unicode.Scalar], at start: Int, in text: [Unicode.Scalar]) -> Bool {
    guard start + word.count <= text.count else { return false }
    var length = 0
    while length < word.count, text[start + length] == word[length] { length += 1 }
    return length == word.count
  }
}
