// What the name of a cost says that it is counted by.
import Quantities

enum PriceWords {
  /// 人均培训成本 → 人; 每场活动成本 → 场; nil where the name says nothing.
  static func counter(in name: String) -> Unit? {
    guard name.holds("均") || name.holds("每") || name.holds("单") else { return nil }
    for (word, unit) in words where name.holds(word) { return Unit(unit) }
    return nil
  }

  private static let words: [(String, String)] = [
    ("人均", "人"), ("每人", "人"), ("户均", "户"), ("每户", "户"), ("每场", "场"), ("单场", "场"), ("场均", "场"), ("每次", "次"),
    ("单次", "次"),
  ]
}
