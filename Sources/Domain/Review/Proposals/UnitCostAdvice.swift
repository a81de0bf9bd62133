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

  /// What a form could be held to, worked out once.
  static func of(_ subject: ReviewSubject) -> UnitCostAdvice {
    if let known = subject.lookingUp({ $0.unitCostAdvice }) { return known }
    let advice = UnitCostAdvice(subject)
    subject.lookingUp { $0.unitCostAdvice = advice }
    return advice
  }

  private init(_ subject: ReviewSubject) {
    let priced = subject.rows.first { row in
      row.unitCost != nil || row.category?.isCost == true && CostProduct.pays(row, in: subject)
    }
    if let priced {
      standing = "\(priced.shortName) \(priced.printedTarget)"
      return
    }
    let rows = subject.rows.filter(Self.counts)
    let shipped = LibraryRewrites(subject).unitCost { name, per in
      // Of a form that counts nothing the project's name alone tells the kind.
      rows.isEmpty
        || rows.contains { Self.isAlike($0.measure?.unit, per) } && Self.speaks(subject, ofPrice: name)
    }
    if let shipped {
      example = shipped.example
      proposal = shipped.proposal
    } else if let unit = rows.min(by: { Self.rank($0) < Self.rank($1) })?.measure?.unit {
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

  /// What a price is best for: events before people, and one piece last.
  private static func rank(_ row: ReviewRow) -> Int {
    guard let measure = row.measure, let dimension = measure.unit?.dimension else { return 9 }
    let order: [Dimension] = [.events, .households, .area, .length, .personTimes, .people, .things]
    return (order.firstIndex(of: dimension) ?? 8) + (measure.number == .one ? 10 : 0)
  }

  /// True where the form speaks of what the price is for: 演练 in 场均演练成本.
  private static func speaks(_ subject: ReviewSubject, ofPrice name: String) -> Bool {
    let pairs = NamePairs.pairs(of: PriceWords.stem(of: name.scalars))
    func speaks(_ text: ReviewText) -> Bool { NamePairs.holds(text.scalars, anyOf: pairs) }
    return speaks(subject.name) || subject.annualGoal.map(speaks) == true
      || subject.rows.contains { speaks($0.name) }
  }

  private static func isAlike(_ unit: Unit?, _ per: Unit) -> Bool {
    guard let unit else { return false }
    if unit == per { return true }
    return unit.dimension == per.dimension && unit.dimension != .things
  }
}
