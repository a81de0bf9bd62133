// M25: the unit of the value contradicts the name.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m25 = Rule(
    code: "M25", title: "计量单位与名称不符",
    why: "名称说户，指标值写人，年底不知道该数什么。", advice: "改名称或改单位，二者一致。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: .targets,
    example: "产出指标/数量指标 | 慰问困难家庭户数 | 10人",
    counterExample: """
      产出指标/数量指标 | 慰问困难家庭户数 | 10户
      产出指标/数量指标 | 参训人数 | ≥100人次
      产出指标/成本指标 | 支出金额 | ≤20万元
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.isNamed, let measure = row.measure, measure.subject == nil, let unit = measure.unit,
        unit.isKnown, let wanted = NamedUnit.contradicted(by: measure, in: row)
      else { return nil }
      let text = row.printedTarget
      return ReviewFinding(
        rule: "M25", fields: [row.path(row.targetField), row.path(.name)],
        message: "“\(row.shortName)”应以\(wanted)计，指标值“\(text)”的单位是\(measure.unitText)。请核对：改名称或改单位，二者一致。")
    }
  }
}

/// What a name is counted in.
private enum NamedUnit {
  /// Names by their ends: what they are counted in, and which dimensions that allows.
  private struct Ending {
    let words: [String]
    let unit: String
    let dimensions: [Dimension]
    /// Ends of names that mean something else.
    let exceptions: [String]
    /// True for what can be counted in 个 and 项.
    let isOfPieces: Bool

    init(_ words: [String], _ unit: String, _ dimensions: [Dimension], but exceptions: [String] = []) {
      self.words = words
      self.unit = unit
      self.dimensions = dimensions
      self.exceptions = exceptions
      isOfPieces = Set(dimensions).isDisjoint(with: [.area, .length, .money, .time, .people])
    }
  }

  private static let endings = [
    Ending(["户数", "家庭数"], "户", [.households, .things], but: ["用户数", "账户数", "商户数", "客户数"]),
    Ending(["人数", "人员数量", "人口", "人口数"], "人", [.people, .personTimes]),
    Ending(["人次", "人次数"], "人次", [.personTimes, .people]),
    Ending(["场次", "场数"], "场", [.events], but: placesBefore.map { "\($0)场数" }),
    // 学期数, 工期数 are spans.
    Ending(["班次", "期数", "班数", "期次"], "期", [.events, .things], but: ["学期数", "工期数", "周期数", "假期数"]),
    Ending(["次数"], "次", [.events, .personTimes]), Ending(["天数"], "天", [.time]),
    Ending(["金额", "支出额", "资金量", "发放额", "总额"], "元", [.money]), Ending(["面积"], "面积单位", [.area]),
    Ending(["里程", "长度"], "长度单位", [.length]),
    Ending(["株数", "棵数", "台数", "套数", "份数", "册数", "座数", "盏数", "辆数"], "件数", [.things]),
    Ending(["村数", "社区数", "学校数", "机构数", "乡镇数"], "个", [.things]),
    Ending(["企业数", "单位数", "项目数"], "个", [.things, .households, .events]),
    Ending(["清运量", "处理量", "供水量", "用水量", "排放量"], "重量或体积", [.weight, .volume, .things, .area, .energy]),
  ]

  /// 农贸市场数, 文化广场数: the last word is a place, no event.
  private static let placesBefore = "市广农林牧渔球现机商卖菜剧考赛操车殖停猪鸡牛羊"

  /// The words by their last two characters, each with its place in `endings`.
  private static let wordsByEnd = Dictionary(
    grouping: endings.enumerated().flatMap { place, ending in
      ending.words.map { (word: $0.scalars, place: place) }
    }, by: { lastPair($0.word) })

  /// The last two characters as one number; 0 for a shorter text.
  private static func lastPair(_ text: [Unicode.Scalar]) -> UInt64 {
    guard text.count > 1 else { return 0 }
    return UInt64(text[text.count - 2].value) << 32 | UInt64(text[text.count - 1].value)
  }

  /// The first of the endings with a word that ends the name.
  private static func ending(of name: [Unicode.Scalar]) -> Int? {
    wordsByEnd[lastPair(name)]?.first { name.suffix($0.word.count).elementsEqual($0.word) }?.place
  }

  /// What the name is counted in, where the measure is of another kind.
  static func contradicted(by measure: Measure, in row: ReviewRow) -> String? {
    // A share of people under 人数 is another rule's; more than all of them is a slip of the unit.
    let name = row.shortName
    guard let dimension = measure.unit?.dimension, dimension != .percentagePoints, dimension != .unknown,
      dimension != .share
        || !row.name.speaks(of: .growth)
          && (ExactDecimal.hundred < measure.number || name.ends(with: "金额"))
    else { return nil }
    if let place = ending(of: row.short.scalars) {
      let ending = endings[place]
      guard measure.per.isEmpty, !ending.dimensions.contains(dimension), !row.name.speaks(of: .average),
        !ending.exceptions.contains(where: name.ends)
      else { return nil }
      // 个 and 项 count anything.
      if ending.isOfPieces, let symbol = measure.unit?.symbol, symbol == "个" || symbol == "项" { return nil }
      return ending.unit
    }
    // 人均培训成本 200元/次
    guard dimension == .money else { return nil }
    let counters = PriceWords.counters(in: row.short)
    let pers = measure.per.map(PriceWords.plain).filter { $0.dimension != .time }
    // 每场人均 is both; 个, 项 and the times a thing is done may stand for any of them.
    guard let counter = counters.first, !pers.isEmpty,
      !pers.contains(where: { per in counters.contains { isAlike(per, $0) } })
    else { return nil }
    return "元/\(counter.symbol)"
  }

  /// True for a unit that may be what a name counts by: 人次 for 人, 岗 for 人, 亩 for 平方米, any thing for a thing.
  private static func isAlike(_ per: Quantities.Unit, _ counter: Quantities.Unit) -> Bool {
    switch (per.dimension, counter.dimension) {
    case (.people, .personTimes), (.personTimes, .people), (.personTimes, .events), (.events, .things): true
    case (.people, _), (.personTimes, _), (.households, _), (.events, _), (.area, _), (.length, _):
      per.dimension == counter.dimension
    default: true
    }
  }
}
