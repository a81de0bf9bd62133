// What the name of a cost says that it is counted by.
import Quantities

enum PriceWords {
  /// 人均培训成本 → 人; 每场活动成本 → 场; nil where the name says nothing.
  static func counter(in name: String) -> Unit? {
    for (word, unit) in words where name.holds(word) { return Unit(unit) }
    return nil
  }

  /// `人均成本 ≤__元/人`, `每场成本 ≤__元/场`, `单位成本 ≤__元/个`
  static func unitCost(by unit: Unit) -> String {
    let symbol = unit == Unit("场次") ? "场" : unit.symbol
    let name =
      switch unit.dimension {
      case .people: "人均"
      case .households: "户均"
      default: vague.contains(symbol) ? "单位" : "每\(symbol)"
      }
    return "\(name)成本 ≤__元/\(symbol)"
  }

  /// Counters that say nothing of what is counted.
  private static let vague: Set<String> = ["个", "项", "家", "种", "类", "件", "处"]

  private static let words: [(String, String)] = [
    ("人均", "人"), ("每人", "人"), ("户均", "户"), ("每户", "户"), ("每场", "场"), ("单场", "场"), ("场均", "场"), ("每次", "次"),
    ("单次", "次"),
  ]
}
