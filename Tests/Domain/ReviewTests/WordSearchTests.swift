// Laws of the searches that look for many words at once: they say what a plain search says.
import Testing

@testable import Review

@Suite struct WordSearchTests {
  /// Random numbers that come again with the same seed (SplitMix64).
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Texts of few letters, so that words stand in them, begin alike and overlap.
  private static func texts(_ count: Int, longest: Int, seed: UInt64) -> [String] {
    var chance = Chance(state: seed)
    return (0..<count).map { _ in
      let length = Int.random(in: 0...longest, using: &chance)
      return String((0..<length).map { _ in "年内每三率a，".randomElement(using: &chance) ?? "年" })
    }
  }

  @Test func `a word list finds and takes away what each word would`() {
    for (round, text) in Self.texts(400, longest: 24, seed: 1).enumerated() {
      let words = Self.texts(12, longest: 3, seed: UInt64(round)).filter { !$0.isEmpty }
      let list = WordList(words)
      let standing = list.standing(in: text.scalars)
      for (place, word) in words.enumerated() {
        #expect(standing >> UInt64(place) & 1 == (text.holds(word) ? 1 : 0), "\(word) in \(text)")
      }
      #expect(list.stands(in: text.scalars) == words.contains { text.holds($0) })
      #expect(list.removed(from: text.scalars) == words.reduce(text) { $0.without($1) }.scalars)
    }
  }

  @Test func `the lexicon finds what a plain search finds`() {
    let concepts: [Concept] = [.share, .satisfaction, .coverage, .passing]
    for (round, text) in Self.texts(400, longest: 24, seed: 2).enumerated() {
      let vocabulary = concepts.enumerated().map { place, concept in
        (concept, Self.texts(6, longest: 4, seed: UInt64(round * 4 + place)).filter { !$0.isEmpty })
      }
      let reading = text.withScalars { Lexicon(vocabulary).read($0) }
      for (concept, words) in vocabulary {
        #expect(
          reading.anywhere.contains(concept) == words.contains { text.holds($0) }, "\(words) in \(text)")
        #expect(reading.ending.contains(concept) == words.contains { text.ends(with: $0) })
        #expect(reading.beginning.contains(concept) == words.contains { text.hasPrefix($0) })
      }
    }
  }

  @Test func `texts are the same byte for byte`() {
    let texts = Self.texts(120, longest: 9, seed: 4)
    for text in texts {
      for other in texts {
        #expect(text.isSame(as: other) == (Array(text.utf8) == Array(other.utf8)), "\(text) and \(other)")
        #expect(text.begins(with: other) == Array(text.utf8).starts(with: Array(other.utf8)))
        #expect((text + "。").isSame(as: text + other) == (other == "。"))
      }
    }
  }

  @Test func `every concept has a bit of its own`() {
    #expect(Concept.allCases.count <= 128)
    for concept in Concept.allCases {
      let set = ConceptSet(concept)
      #expect(Concept.allCases.filter(set.contains) == [concept])
      #expect(!set.isEmpty && set.meets(set) && set.intersection(set) == set)
    }
  }

  @Test func `a character that is taken apart comes back`() {
    let text = "aß项\u{FFFD}目€𠮷\u{1F600}，é"
    #expect(text.scalars == Array(text.unicodeScalars))
    #expect("".scalars.isEmpty)
  }

  @Test func `likeness counts the pairs that two texts share`() {
    let texts = Self.texts(200, longest: 30, seed: 3)
    for (left, right) in zip(texts, texts.dropFirst()) {
      for other in [right, left + right, right + left, String(left.reversed())] {
        #expect(TextLikeness.percent(left, other) == Self.plainLikeness(left, other), "\(left) and \(other)")
      }
    }
  }

  /// Dice over all pairs, the comma ignored.
  private static func plainLikeness(_ left: String, _ right: String) -> Int {
    if left == right { return 100 }
    func pairs(_ text: String) -> [String] {
      let kept = Array(text.filter { $0 != "，" })
      return zip(kept, kept.dropFirst()).map { String([$0, $1]) }
    }
    let mine = pairs(left)
    var rest = pairs(right)
    guard !mine.isEmpty, !rest.isEmpty else { return 0 }
    let all = mine.count + rest.count
    var shared = 0
    for pair in mine {
      guard let place = rest.firstIndex(of: pair) else { continue }
      rest.remove(at: place)
      shared += 1
    }
    return 200 * shared / all
  }

  @Test func `codes as numbers stand in the order of the texts`() {
    let codes = RuleCatalogue.all.map(\.code)
    for code in codes {
      for other in codes {
        #expect((RuleCode(code) < RuleCode(other)) == (code < other))
        #expect((RuleCode(code) == RuleCode(other)) == (code == other))
      }
    }
  }
}
