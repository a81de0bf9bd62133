// Which unit cost a form could be held to: its own, one of the library, or one by its own quantity.
import IndicatorLibrary
import IndicatorValues
import Quantities
import RuleSets

/// What to write in place of a total that says nothing, or where no cost is written.
struct UnitCostAdvice {
  /// The unit cost that stands in the table already; nil where there is none.
  var standing: String?
  /// `场均活动成本 ≤__元/场`; nil where the form counts nothing.
  var example: String?
  var proposal: Proposal?

  init(_ subject: ReviewSubject) {
    let priced = subject.rows.first { row in
      row.unitCost != nil || row.category?.isCost == true && CostProduct.pays(row, in: subject)
    }
    if let priced {
      standing = "\(priced.shortName) \(priced.printedTarget)"
      return
    }
    let counted =
      subject.rows.first { Self.counts($0) && $0.measure?.number != .one }
      ?? subject.rows.first { Self.counts($0) }
    let shipped = LibraryRewrites(subject).unitCost { per in
      subject.rows.contains { row in Self.counts(row) && Self.isAlike(row.measure?.unit, per) }
        || counted == nil
    }
    if let shipped {
      example = shipped.example
      proposal = shipped.proposal
    } else if let unit = counted?.measure?.unit {
      example = PriceWords.unitCost(by: unit)
    }
  }

  /// `，如“场均活动成本 ≤__元/场”`, or what the table has.
  func clause(_ lead: String) -> String {
    if let standing { return "表上已有单位成本“\(standing)”，这一项可以不写。" }
    return lead + (example.map { "，如“\($0)”。" } ?? "。")
  }

  private static func counts(_ row: ReviewRow) -> Bool {
    guard row.category == .quantity, let measure = row.measure, measure.per.isEmpty, !measure.number.isZero,
      !row.name.speaks(of: .average)
    else { return false }
    switch measure.unit?.dimension {
    case .people, .personTimes, .households, .events, .things, .length, .area: return true
    default: return false
    }
  }

  private static func isAlike(_ unit: Unit?, _ per: Unit) -> Bool {
    guard let unit else { return false }
    if unit == per { return true }
    return unit.dimension == per.dimension && unit.dimension != .things
  }
}
