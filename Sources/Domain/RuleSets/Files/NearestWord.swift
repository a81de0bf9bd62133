// Guesses which key was meant by one that does not exist: the one that shares most characters.

enum NearestWord {
  /// The candidate with at least half of its characters in common, counted both ways; nil when none is near.
  static func nearest(to word: String, in candidates: [String]) -> String? {
    let ranked = candidates.map { (word: $0, likeness: likeness(word, $0)) }
    guard let best = ranked.max(by: { $0.likeness < $1.likeness }), best.likeness >= 60 else { return nil }
    return best.word
  }

  /// Shared characters of 100 in both words together.
  private static func likeness(_ one: String, _ other: String) -> Int {
    guard one.utf8.count < 200 else { return 0 }
    var rest = Array(other)
    var shared = 0
    for character in one {
      if let place = rest.firstIndex(of: character) {
        rest.remove(at: place)
        shared += 1
      }
    }
    let all = one.count + other.count
    return all == 0 ? 0 : 200 * shared / all
  }
}
