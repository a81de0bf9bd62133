// Holds an annual value against the value of the whole period.

package import Quantities

/// What comes of holding the annual value against the whole period's.
package enum PeriodComparison: Sendable, Equatable {
  case sound
  /// The year promises more than the whole period in the value's own direction: 20 场 a year, 15 场 in all.
  case annualBeyondPeriod(annual: ExactDecimal, period: ExactDecimal)
  case notComparable
}

extension IndicatorValue {
  /// Compares this annual value with the whole period's.
  ///
  /// - Parameter isCumulative: true for what adds up over years (场次, 人次): annual ≤ period. A level (满意度, 岗位)
  /// may
  ///   stay or rise, so that only a period value below the annual one is told for upward levels as well.
  package func compared(toPeriod period: IndicatorValue, isCumulative: Bool) -> PeriodComparison {
    guard case .measure(let annual) = meaning, case .measure(let whole) = period.meaning,
      annual.ratioTo == nil, whole.ratioTo == nil, let own = ExactFraction(annual.number),
      let other = ExactFraction(whole.number),
      CompoundUnit(under: annual.per) == CompoundUnit(under: whole.per)
    else { return .notComparable }
    let factor: ExactFraction?
    if let unit = annual.unit, let target = whole.unit {
      factor = unit.factor(to: target)
    } else {
      factor = .one
    }
    guard let factor, let converted = own.multiplied(by: factor), let order = converted.compared(to: other)
    else {
      return .notComparable
    }
    // Limits (≤) of a level may differ freely; limits of a sum must add up as well.
    let isLimit = annual.comparator?.isUpperBound == true || whole.comparator?.isUpperBound == true
    if isLimit, !isCumulative { return .sound }
    return order > 0 ? .annualBeyondPeriod(annual: annual.number, period: whole.number) : .sound
  }
}
