// The points that an actual earns, exactly: the table of 财预〔2020〕10号 self-evaluations.
import IndicatorValues
import Model
import Quantities

/// Points out of a weight, two places, half up.
///
/// | value | points out of w |
/// |---|---|
/// | ≥ or >, or = above 0 | a ≥ t: w; else w·a/t |
/// | ≤ or <, t > 0 | a ≤ t: w; up to 2t: w·(1 − (a − t)/t); else 0 |
/// | = or ≤ with t = 0 | a ≤ 0: w; else 0 |
/// | between | inside: w; outside by the nearer bound |
enum ScoringFormula {
  /// Nil where actual and target do not compare, or are dates or words.
  static func points(of row: ReviewRow, outOf weight: ExactDecimal) -> ExactDecimal? {
    guard let whole = ExactFraction(weight), let target = row.target, isNumeric(target.value) else {
      return nil
    }
    switch row.comparison {
    case .met?: return weight.rounded(toPlaces: 2)
    case .notMet(let completion)?: return whole.multiplied(by: completion)?.decimal(places: 2)
    case .notComparable?, nil: return nil
    }
  }

  /// The variant w·t/a for an overrun (Hubei).
  static func inversePoints(of row: ReviewRow, outOf weight: ExactDecimal) -> ExactDecimal? {
    guard let overrun = Overrun(row), let whole = ExactFraction(weight) else { return nil }
    return whole.divided(by: overrun.ratio)?.decimal(places: 2)
  }

  private static func isNumeric(_ value: IndicatorValue) -> Bool {
    value.kind == .measure || value.kind == .frequency
  }

  /// Equal up to a hundredth, or to the digits that are printed, rounded or cut.
  static func agrees(_ printed: ExactDecimal, with exact: ExactDecimal, places: Int = 2) -> Bool {
    guard let gap = printed.subtracting(exact), let hundredth = ExactDecimal(significand: 1, exponent: -2)
    else {
      return false
    }
    if (gap.isNegative ? gap.negated : gap) <= hundredth { return true }
    let digits = min(max(places, 0), 2)
    guard let rounded = exact.rounded(toPlaces: digits),
      let unit = ExactDecimal(significand: 1, exponent: -digits)
    else { return false }
    let cut = rounded > exact ? rounded.subtracting(unit) : rounded
    return printed == rounded || printed == cut
  }
}

/// An upper limit that was passed.
struct Overrun {
  /// Actual ÷ limit, above one.
  let ratio: ExactFraction

  init?(_ row: ReviewRow) {
    guard let target = row.measure, target.comparator?.isUpperBound == true, target.number > .zero,
      let actual = row.actualMeasure, case .notMet? = row.comparison, let limit = target.fraction,
      let spent = actual.fraction,
      let factor = Self.factor(from: actual.unit, to: target.unit),
      let ratio = spent.multiplied(by: factor)?.divided(by: limit), ratio.compared(to: .one) == 1
    else { return nil }
    self.ratio = ratio
  }

  private static func factor(from unit: Quantities.Unit?, to target: Quantities.Unit?) -> ExactFraction? {
    guard let unit, let target else { return .one }
    return unit.factor(to: target)
  }

  /// By how many percent: `20`.
  var percentText: String {
    guard let percent = ratio.multiplied(by: ExactFraction(whole: 100))?.decimal(places: 1),
      let over = percent.subtracting(.hundred)
    else { return "" }
    return FigureText.number(over)
  }
}

extension Proposal {
  /// Another score for a row. A printed total has to change with it, which is left to the clerk.
  static func rescored(_ row: ReviewRow, to points: ExactDecimal, in subject: ReviewSubject) -> Proposal {
    guard subject.outcome?.totalScore == nil else {
      return Proposal(text: "得分改为 \(points)，总分相应调整")
    }
    return Proposal(
      text: "得分改为 \(points)",
      choices: [
        Proposal.Choice(
          label: "得分“\(points)”", edits: [RecordEdit(field: row.path(.score), text: points.description)])
      ])
  }
}
