// The order of grades.

import Quantities

/// The scales that grades belong to, best first. Two grades compare only on one ladder.
enum GradeLadder {
  static let ladders: [[String]] = [
    ["优", "良", "中", "差"], ["优秀", "良好", "中等", "合格", "不合格"], ["优秀", "良好", "一般", "较差"],
    ["优", "良", "合格", "不合格"], ["优秀", "合格", "基本合格", "不合格"], ["好", "中", "差"], ["高", "中", "低"],
    ["达成预期指标", "部分达成预期指标并具有一定效果", "未达成预期指标且效果较差"],
    ["达成预期指标", "部分达成预期指标", "未达成预期指标"], ["达成", "部分达成", "未达成"],
    ["一级", "二级", "三级", "四级", "五级"], ["Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类"], ["甲级", "乙级", "丙级"],
    ["A级", "B级", "C级", "D级"], ["5A级", "4A级", "3A级", "2A级", "A级"], ["AAA级", "AA级", "A级"],
    ["非常满意", "满意", "基本满意", "不满意"],
  ]

  /// Met when the actual stands at least as high as the target (or at most, for 以下).
  static func compared(_ actual: Grade, toTarget target: Grade) -> ValueComparison {
    guard let own = actual.choice, let aim = target.choice else { return .notComparable }
    if own == aim { return .met(completion: .one) }
    for ladder in ladders {
      guard let place = ladder.firstIndex(of: own), let aimPlace = ladder.firstIndex(of: aim) else {
        continue
      }
      let isMet = target.comparator?.isUpperBound == true ? place >= aimPlace : place <= aimPlace
      return IndicatorValue.outcome(isMet)
    }
    return .notComparable
  }
}
