// Points of indicators: each level's points shared out evenly, nothing lost.

/// Points in hundredths.
enum WeightSpread {
  /// 10 points of 100 are for the execution of the budget. Source: 财预〔2020〕10号.
  static let executionPoints = 1000

  /// The points of every row, 90 altogether: output 50, benefit 30, satisfaction 10, or with a level of cost
  /// cost 20, output 40, benefit 20, satisfaction 10. Source: 财预〔2020〕10号, 财预〔2021〕101号.
  static func points(of categories: [SampleCategory], in year: Int) -> [Int] {
    let groups = categories.map { $0.group(in: year) }
    var points = Array(repeating: 0, count: categories.count)
    for (group, whole) in shares(in: year) {
      let places = groups.indices.filter { groups[$0] == group }
      for (index, place) in places.enumerated() {
        points[place] = whole * (index + 1) / places.count - whole * index / places.count
      }
    }
    return points
  }

  private static func shares(in year: Int) -> [(SampleCategory.Group, Int)] {
    SampleCategory.hasCostLevel(in: year)
      ? [(.cost, 2000), (.output, 4000), (.benefit, 2000), (.satisfaction, 1000)]
      : [(.output, 5000), (.benefit, 3000), (.satisfaction, 1000)]
  }

  /// `10`, `6.67`, `12.5`.
  static func text(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
