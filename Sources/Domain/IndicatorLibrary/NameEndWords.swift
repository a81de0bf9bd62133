// How the names of indicators end, and what the end says of them.

enum NameEndWords {
  /// A name that is longer, or that has one of the marks, is a sentence or says two things.
  static let plainNameMax = 15
  /// True for a mark between clauses, or 并.
  static func isSentenceMark(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "，", "；", "。", "、", "并": true
    default: false
    }
  }

  /// Ends that say what is counted, with the units that go with them.
  static let countNouns = [
    ("人数", ["人"]), ("人次", ["人次"]), ("户数", ["户"]), ("场次", ["场", "场次"]), ("次数", ["次", "场"]), ("台数", ["台"]),
    ("份数", ["份"]), ("件数", ["件"]), ("家数", ["家"]), ("面积", ["平方米", "亩"]), ("里程", ["公里"]),
  ].map { noun, units in (noun: WordIndex.letters(of: noun), units: units) }

  /// True for a name that ends in 率, 度, 比例 and is a share.
  static func isShare(_ letters: [Unicode.Scalar]) -> Bool {
    let end = letters.suffix(2)
    return shareEnds.contains { end.suffix($0.count).elementsEqual($0) }
      && !rateEnds.contains { end.elementsEqual($0) }
  }

  /// True for a name that ends in 时间, 时限.
  static func isTime(_ letters: [Unicode.Scalar]) -> Bool {
    timeEnds.contains { letters.suffix(2).elementsEqual($0) }
  }

  /// True for names that tell of less: 下降率, 缩短率, 减支额, 缓解率.
  static func speaksOfReduction(_ name: String) -> Bool {
    name.unicodeScalars.contains { "降减缩缓".unicodeScalars.contains($0) }
  }

  private static let shareEnds = letters(["率", "度", "比例", "占比"])
  /// End like shares and are none.
  private static let rateEnds = letters(["效率", "频率", "速度", "进度", "制度"])
  private static let timeEnds = letters(["时间", "时限", "期限", "日期"])

  private static func letters(_ words: [String]) -> [[Unicode.Scalar]] {
    words.map { WordIndex.letters(of: $0) }
  }
}
