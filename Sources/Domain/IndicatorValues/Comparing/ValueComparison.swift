// Holds an actual value against its target: met or not, and how far.

package import Quantities

/// What comes of holding an actual against a target.
package enum ValueComparison: Sendable, Equatable {
  /// The target is reached. `completion` is actual ÷ target where more is better (may exceed 1), else 1.
  case met(completion: ExactFraction)
  /// It is missed. `completion` lies from 0 up to 1: actual ÷ target where more is better, 2 − actual ÷
  /// target where less is better (so that twice the target is 0), 0 where nothing can be measured.
  case notMet(completion: ExactFraction)
  /// The two do not speak of the same thing.
  case notComparable
}

extension IndicatorValue {
  /// Compares this actual value with a target, as self-evaluations do (财预〔2020〕10号).
  ///
  /// A bare target number counts as "at least" unless it is 0, which counts as "at most". Units convert
  /// exactly (3.5 公顷 against ≥30000 平方米); an actual without unit takes the target's.
  package func compared(toTarget target: IndicatorValue) -> ValueComparison {
    switch (meaning, target.meaning) {
    case (.measure(let actual), .measure(let target)):
      return NumberComparison(actual, target)?.outcome ?? .notComparable
    case (.frequency(let actual), .frequency(let target)):
      guard let actual = actual.measure, let target = target.measure else { return .notComparable }
      return NumberComparison(actual, target)?.outcome ?? .notComparable
    case (.deadline(let actual), .deadline(let target)):
      return Self.compared(actual.to, by: target.to)
    case (.yesNo(let actual?), .yesNo(let target?)):
      return Self.outcome(actual == target)
    case (.grade(let actual), .grade(let target)):
      return GradeLadder.compared(actual, toTarget: target)
    case (.qualitative(let actual), .qualitative(let target)):
      return actual.text == target.text ? .met(completion: .one) : .notComparable
    default:
      return .notComparable
    }
  }

  static func outcome(_ isMet: Bool) -> ValueComparison {
    isMet ? .met(completion: .one) : .notMet(completion: ExactFraction(whole: 0))
  }

  private static func compared(_ actual: DatePoint?, by target: DatePoint?) -> ValueComparison {
    guard let actual, let target, let month = actual.month, let targetMonth = target.month,
      (actual.year == nil) == (target.year == nil)
    else { return .notComparable }
    return outcome((actual.year ?? 0, month, actual.day) <= (target.year ?? 0, targetMonth, target.day))
  }
}

extension Frequency {
  /// The number of a frequency as a measure; nil for a rhythm without a number.
  var measure: Measure? {
    number.map { Measure(comparator: comparator, number: $0, upper: upper, unit: unit, per: per) }
  }
}

/// Two numbers brought to one unit.
private struct NumberComparison {
  var actual: ExactFraction
  var target: ExactFraction
  var upper: ExactFraction?
  var comparator: Comparator?

  /// Nil where the units do not convert or a number has too many digits.
  init?(_ actual: Measure, _ target: Measure) {
    guard let actualNumber = actual.fraction, let targetNumber = target.fraction,
      let factor = Self.factor(from: actual, to: target), let converted = actualNumber.multiplied(by: factor)
    else { return nil }
    self.actual = converted
    self.target = targetNumber
    upper = target.upper.flatMap { ExactFraction($0) }
    comparator = target.comparator
    if target.comparator == .plusMinus {
      let center = target.center ?? .zero
      guard let low = center.subtracting(target.number), let high = center.adding(target.number),
        let lower = ExactFraction(low), let higher = ExactFraction(high)
      else { return nil }
      (self.target, upper, comparator) = (lower, higher, .between)
    }
  }

  private static func factor(from actual: Measure, to target: Measure) -> ExactFraction? {
    let perUnits = CompoundUnit(under: actual.per)
    guard actual.per.isEmpty || perUnits == CompoundUnit(under: target.per) else { return nil }
    guard let own = actual.unit, let other = target.unit else { return .one }
    return own.factor(to: other)
  }

  var outcome: ValueComparison {
    guard let order = actual.compared(to: target) else { return .notComparable }
    let isZero = target.numerator == 0
    switch comparator {
    case .between: return range(order)
    case .atMost: return downward(order <= 0)
    case .lessThan: return downward(order < 0)
    case .moreThan: return upward(order > 0)
    case .equal, nil: return isZero ? downward(order <= 0) : upward(order >= 0)
    case .atLeast, .about, .plusMinus: return upward(order >= 0)
    }
  }

  private func upward(_ isMet: Bool) -> ValueComparison {
    guard let ratio = actual.divided(by: target) else { return IndicatorValue.outcome(isMet) }
    if isMet { return .met(completion: ratio) }
    return .notMet(completion: ratio.numerator < 0 ? ExactFraction(whole: 0) : ratio)
  }

  /// Over the limit the completion falls from 1 to 0 at twice the limit.
  private func downward(_ isMet: Bool) -> ValueComparison {
    if isMet { return .met(completion: .one) }
    let none = ValueComparison.notMet(completion: ExactFraction(whole: 0))
    guard let ratio = actual.divided(by: target), ratio.numerator > 0 else { return none }
    let (double, overflow) = ratio.denominator.multipliedReportingOverflow(by: 2)
    // Both terms are positive, so that their difference cannot overflow.
    guard !overflow, double > ratio.numerator,
      let rest = ExactFraction(double - ratio.numerator, over: ratio.denominator)
    else { return none }
    return .notMet(completion: rest)
  }

  /// Outside a range the nearer end counts.
  private func range(_ order: Int) -> ValueComparison {
    guard let upper, let high = actual.compared(to: upper) else { return .notComparable }
    if order < 0 { return upward(false) }
    if high <= 0 { return .met(completion: .one) }
    var above = self
    above.target = upper
    return above.downward(false)
  }
}
