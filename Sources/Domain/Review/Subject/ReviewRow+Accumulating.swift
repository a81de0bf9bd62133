// What adds up over the years: events, visits, things made; not posts, averages, shares.
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
    case .events, .personTimes, .households, .people, .things: return true
    case nil: return name.ends(in: .count)
    default: return false
    }
  }
}
