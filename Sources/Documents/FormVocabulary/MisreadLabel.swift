// Labels of which a scan's recognizer misread a character: put right where one known label alone is near.

/// Known labels that misread texts stand for.
package enum MisreadLabel {
  /// The known label that a misread text stands for.
  ///
  /// Example: `服务对象满竟度指标` → `服务对象满意度指标`.
  ///
  /// - Returns: nil for known labels, for texts that are near none or near several, and for short ones.
  package static func corrected(_ text: String) -> String? {
    guard LabelReading.of(text)?.meaning.isEmpty ?? true, let label = LabelText(text) else { return nil }
    let letters = Array(label.key.unicodeScalars)
    guard (4...16).contains(letters.count) else { return nil }
    let most = letters.count < 8 ? 1 : 2
    var best: (word: [Unicode.Scalar], cost: Int)?
    var isTied = false
    for length in letters.count - 1...letters.count + 1 {
      for word in known[length, default: []] {
        let distance = distance(letters, word, most: most)
        guard distance <= most else { continue }
        // A character is misread more often than it is lost or added.
        let cost = 2 * distance + (length == letters.count ? 0 : 1)
        if let found = best, found.cost <= cost {
          isTied = isTied || found.cost == cost
        } else {
          best = (word, cost)
          isTied = false
        }
      }
    }
    guard let best, !isTied else { return nil }
    let word = String(String.UnicodeScalarView(best.word))
    // What was set apart from the label is kept: `项自资金（万元）` → `项目资金（万元）`.
    guard let range = text.firstRange(ofText: label.key) else { return word }
    return text[..<range] + word + text[range...].dropFirst(label.key.count)
  }

  /// Labels by their length.
  private static let known: [Int: [[Unicode.Scalar]]] = {
    var words = Set(Vocabulary.labels)
    for root in LevelTerm.labels { words.insert(root + "指标") }
    return Dictionary(grouping: words.sorted().map { Array($0.unicodeScalars) }, by: \.count)
  }()

  /// How many characters must be changed, added or left out to make one of the other; more than `most` are
  /// not counted.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], most: Int) -> Int {
    guard abs(one.count - other.count) <= most else { return most + 1 }
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for (place, wanted) in other.enumerated() {
        let cost = min(row[place + 1] + 1, row[place] + 1, corner + (letter == wanted ? 0 : 1))
        corner = row[place + 1]
        row[place + 1] = cost
      }
    }
    return row[other.count]
  }
}
