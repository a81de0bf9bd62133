// Guesses which known word a mistyped one was meant to be.

/// The nearest of some known words.
enum Suggestion {
  /// The candidate with the fewest edits, where they are few for the word's length; nil when nothing is near.
  static func nearest(to word: String, in candidates: [String]) -> String? {
    let ranked = candidates.map { (word: $0, edits: edits(from: Array(word), to: Array($0))) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
    let letters = word.drop { $0 == "-" }.count
    return best.edits <= max(1, letters / 3) ? best.word : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func edits(from source: [Character], to target: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in source.indices {
      var current = [row + 1]
      for column in target.indices {
        let replaced = last[column] + (source[row] == target[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && source[row] == target[column - 1] && source[row - 1] == target[column]
        if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last.last ?? 0
  }
}
