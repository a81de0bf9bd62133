// What adds up over the years: events, visits, things made, works built; not posts, averages, shares.
import IndicatorValues
import Quantities
import RuleSets

extension ReviewRow {
  /// True for an output that the years of a period add up to.
  var accumulates: Bool {
    guard category == .quantity, let measure, measure.per.isEmpty, !measure.number.isZero,
      !name.speaks(of: .average), !name.speaks(of: .staff), !name.ends(in: .share)
    else { return false }
    switch measure.unit?.dimension {
    case .events, .personTimes, .households, .people: return true
    // 运营线路, 维护设备 are the same things every year.
    case .things: return !name.speaks(of: .standing)
    // 新建道路 adds up; 养护里程, 播种面积 are the same land every year.
    case .length, .area, .volume: return name.speaks(of: .making) && !name.speaks(of: .standing)
    case nil: return name.ends(in: .count)
    default: return false
    }
  }

  /// True for an output of which one year cannot have more than all of them: what adds up, and 扎设草方格 in
  /// 亩, which is work; 播种面积 may be another every year.
  var isPartOfPeriod: Bool {
    if accumulates { return true }
    guard category == .quantity, let measure, measure.per.isEmpty,
      !name.speaks(ofAny: ConceptSet(.average, .standing)),
      !["面积", "里程", "长度", "规模", "范围", "容量", "库容"].contains(where: shortName.ends)
        || ["改善", "恢复", "新增"].contains(where: shortName.begins(with:))
    else { return false }
    return [.length, .area, .volume].contains(measure.unit?.dimension)
  }
}
