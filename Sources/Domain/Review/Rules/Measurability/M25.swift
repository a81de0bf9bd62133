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
  /// Names by their ends, what they are counted in and which dimensions that allows.
  private static let endings: [(words: [String], unit: String, dimensions: Set<Dimension>)] = [
    (["户数", "家庭数"], "户", [.households, .things]), (["人数", "人员数量"], "人", [.people, .personTimes]),
    (["人次", "人次数"], "人次", [.personTimes, .people]), (["场次", "场数"], "场", [.events]),
    (["金额", "支出额", "资金量"], "元", [.money]), (["面积"], "面积单位", [.area]), (["里程", "长度"], "长度单位", [.length]),
  ]

  private static let lastLetters = ScalarSet(
    String(String.UnicodeScalarView(endings.flatMap(\.words).compactMap(\.unicodeScalars.last))))

  /// True for 农贸市场数, 文化广场数: the last word is a place, no event.
  private static func isPlaceCount(_ name: String) -> Bool {
    guard name.ends(with: "场数") else { return false }
    return name.unicodeScalars.dropLast(2).last.map { placesBefore.contains($0) } ?? false
  }

  private static let placesBefore = ScalarSet("市广农林牧渔球现机商卖菜剧考赛操车殖停猪鸡牛羊")

  /// What the name is counted in, where the measure is of another kind.
  static func contradicted(by measure: Measure, in row: ReviewRow) -> String? {
    // A share of people under 人数 is another rule's; more than all of them is a slip of the unit.
    guard let dimension = measure.unit?.dimension, dimension != .percentagePoints, dimension != .unknown,
      dimension != .share || ExactDecimal.hundred < measure.number && !row.name.speaks(of: .growth)
    else { return nil }
    let name = row.shortName
    guard dimension == .money || name.unicodeScalars.last.map({ lastLetters.contains($0) }) == true else {
      return nil
    }
    for place in endings.indices where endings[place].words.contains(where: { name.ends(with: $0) }) {
      let (_, unit, dimensions) = endings[place]
      if unit == "场", isPlaceCount(name) { return nil }
      if row.name.speaks(of: .average), unit != "元" { return nil }
      return dimensions.contains(dimension) && measure.per.isEmpty || row.name.speaks(of: .average)
        ? nil : measure.per.isEmpty ? unit : nil
    }
    // 人均培训成本 200元/次
    guard dimension == .money, let counter = PriceWords.counter(in: name),
      counter == Unit("人") || counter == Unit("户"),
      let per = measure.per.first(where: { $0.dimension != .time }), per != counter,
      per.dimension != counter.dimension, per.dimension == .events
    else { return nil }
    return "元/\(counter.symbol)"
  }
}
