// What kind of promise a row makes, asked by many rules.
import IndicatorValues
import Quantities

extension ReviewRow {
  /// True for a number of people, events, households or things, no share and no time.
  package var promisesCount: Bool {
    guard let measure, measure.per.isEmpty else { return false }
    switch measure.unit?.dimension {
    case .people, .personTimes, .households, .events, .things, .unknown: return true
    case nil: return name.ends(in: .count)
    default: return false
    }
  }

  /// True for a percentage, a permille or a ratio.
  package var promisesShare: Bool { measure?.unit?.dimension == .share }
}
