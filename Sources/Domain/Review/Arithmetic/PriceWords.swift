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

  /// True where a price is named after a quantity: 电脑单价 and 更新电脑数量.
  static func names(_ price: String, what quantity: String) -> Bool {
    let stem = stem(of: price)
    return stem.unicodeScalars.count >= 2 && quantity.holds(stem)
  }

  /// A price's name without the words that any price has: 人均培训成本 → 培训.
  static func stem(of price: String) -> String {
    var name = price
    for word in anyPrice where name.holds(word) {
      while let range = name.firstRange(of: word) { name.removeSubrange(range) }
    }
    return name
  }

  private static let anyPrice = [
    "人均", "户均", "场均", "亩均", "案均", "每人次", "每人", "每户", "每场次", "每场", "每次", "单位", "单个", "单次", "单台", "单套", "平均",
    "成本", "标准",
    "单价", "造价", "费用", "支出", "补助", "补贴", "控制", "年度", "每",
  ]

  private static let words: [(String, String)] = [
    ("人均", "人"), ("每人", "人"), ("户均", "户"), ("每户", "户"), ("每场", "场"), ("单场", "场"), ("场均", "场"), ("每次", "次"),
    ("单次", "次"),
  ]
}
