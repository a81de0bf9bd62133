// What the name of a cost says that it is counted by.
import Quantities

enum PriceWords {
  /// 人均培训成本 → 人; 每场活动成本 → 场; 单台 → 台; nil where the name says nothing.
  static func counter(in name: ReviewText) -> Unit? { counters(in: name).first }

  /// All that a name counts by: 每场人均 → 场, 人.
  static func counters(in name: ReviewText) -> [Unit] {
    let scalars = name.scalars
    guard scalars.contains(where: { $0 == "均" || $0 == "每" || $0 == "单" }) else { return [] }
    var units = words.filter { $0.word.stands(in: scalars) }.map(\.unit)
    for place in scalars.indices {
      if let unit = counter(at: place, in: scalars), !units.contains(unit) { units.append(unit) }
    }
    return units
  }

  /// The counter before 均, behind 每 and 单.
  private static func counter(at place: Int, in scalars: [Unicode.Scalar]) -> Unit? {
    switch scalars[place] {
    case "均": return counter(endingAt: place, in: scalars)
    case "每": return counter(from: place + 1, in: scalars)
    // 单位 is a word of its own.
    case "单":
      return scalars.dropFirst(place + 1).first == "位" ? nil : counter(from: place + 1, in: scalars)
    default: return nil
    }
  }

  /// What a price is paid over by its name: 每人每月补助标准 → 月; nil where the name says nothing.
  static func span(in name: ReviewText) -> Unit? {
    if monthly.stands(in: name.scalars) { return .month }
    return daily.stands(in: name.scalars) ? PriceTimes.day : nil
  }

  private static let monthly = WordList(["每月", "月均", "月人均", "人月", "/月"])
  private static let daily = WordList(["每天", "每日", "日均", "人天"])

  /// The longest counter from a place on.
  private static func counter(from start: Int, in scalars: [Unicode.Scalar]) -> Unit? {
    for length in stride(from: min(3, scalars.count - start), to: 0, by: -1) {
      let unit = Unit(String(of: scalars[start..<(start + length)]))
      if unit.isKnown, countable.contains(unit.dimension) { return unit }
    }
    return nil
  }

  /// The longest counter before 均: 亩均, 件均.
  private static func counter(endingAt end: Int, in scalars: [Unicode.Scalar]) -> Unit? {
    for length in stride(from: min(3, end), to: 0, by: -1) {
      let unit = Unit(String(of: scalars[(end - length)..<end]))
      if unit.isKnown, countable.contains(unit.dimension) { return unit }
    }
    return nil
  }

  private static let countable: Set<Dimension> = [
    .people, .personTimes, .households, .events, .things, .area, .length, .volume, .weight,
  ]

  /// `人均成本 ≤__元/人`, `每场成本 ≤__元/场`, `单位成本 ≤__元/个`
  static func unitCost(by unit: Unit) -> String {
    let symbol = unit == session ? "场" : unit.symbol
    let name =
      switch unit.dimension {
      case .people: "人均"
      case .households: "户均"
      default: vague.contains(symbol) ? "单位" : "每\(symbol)"
      }
    return "\(name)成本 ≤__元/\(symbol)"
  }

  /// 场次: 场 is the same.
  static let session = Unit("场次")
  private static let site = Unit("所")

  /// Counters that say nothing of what is counted.
  private static let vague: Set<String> = ["个", "项", "家", "种", "类", "件", "处"]

  /// True for a counter that any thing or place may have: 个, 处, 所; and for 人 beside posts.
  static func saysNothing(_ unit: Unit) -> Bool {
    vague.contains(unit.symbol) || unit == site || unit == .person
  }

  /// 生 in 元/生·年 is a person.
  static func plain(_ counter: Unit) -> Unit { persons.contains(counter.symbol) ? .person : counter }

  private static let persons: Set<String> = ["生", "学生", "员", "师", "老人"]

  /// True where a price is named after a quantity: 电脑单价 and 更新电脑数量.
  static func names(_ price: ReviewText, what quantity: ReviewText) -> Bool {
    let stem = stem(of: price.scalars)
    return stem.count >= 2 && quantity.text.holds(String(of: stem))
  }

  /// A price's name without the words that any price has: 人均培训成本 → 培训.
  static func stem(of price: [Unicode.Scalar]) -> [Unicode.Scalar] { anyPrice.removed(from: price) }

  /// True where a price and a quantity share a word of their own, or the price has none.
  static func isAbout(_ price: ReviewText, _ quantity: ReviewText) -> Bool {
    let own = NamePairs.own(of: stem(of: price.scalars))
    return own.isEmpty || NamePairs.holds(quantity.scalars, anyOf: own)
  }

  /// True for a price of one part (住宿费), false for one that may hold all parts (成本, 单价, 综合).
  static func isPart(_ price: String) -> Bool {
    price.holds("费") && !["成本", "单价", "综合", "总", "其中", "费用"].contains(where: price.holds)
  }

  /// True where each price is for another of the parts that a project's name lists: 公寓装修成本 and 家具配置成本
  /// of 公寓装修和家具配置.
  static func areParts(_ prices: [String], of name: ReviewText) -> Bool {
    let parts = name.scalars.split { "和及与、".unicodeScalars.contains($0) }.map { Array($0) }
    guard parts.count >= prices.count else { return false }
    let places = prices.map { price in
      let own = NamePairs.own(of: stem(of: price.scalars))
      return parts.indices.filter { NamePairs.holds(parts[$0], anyOf: own) }
    }
    return places.allSatisfy { $0.count == 1 } && Set(places.joined()).count == prices.count
  }

  /// True for a price whose name holds nothing but the counter and the words that any price has.
  static func namesNothing(_ price: ReviewText, besides counter: Unit) -> Bool {
    let stem = stem(of: price.scalars)
    return stem.count < 2 || stem.elementsEqual(counter.symbol.unicodeScalars) || anyWork.contains(stem)
  }

  private static let anyWork = ["工程", "建设", "项目"].map { $0.scalars }

  private static let anyPrice = WordList([
    "人均", "户均", "场均", "亩均", "案均", "每人次", "每人", "每户", "每场次", "每场", "每次", "单位", "单个", "单次", "单台", "单套", "平均",
    "成本", "标准",
    "单价", "造价", "费用", "支出", "补助", "补贴", "控制", "年度", "每",
  ])

  /// Names that say it in other words than a unit.
  private static let words: [(word: WordList, unit: Unit)] = [
    (WordList(["生均"]), .person), (WordList(["每生"]), .person), (WordList(["每学生"]), .person),
    (WordList(["每名"]), .person), (WordList(["每位"]), .person),
  ]
}
