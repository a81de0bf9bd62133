// Quantity times unit cost, found in a form by units: 1,560 户 × 200 元/户.
import IndicatorValues
import Model
import Quantities
import RuleSets

/// One product of a quantity and its unit cost, in yuan.
struct CostProduct {
  /// One factor pair with the cells they stand in.
  struct Pair {
    var count: ExactDecimal
    var countUnit: String
    var countField: String
    var countLabel: String
    var price: ExactDecimal
    var priceUnit: String
    var priceField: String
    var yuan: ExactDecimal
  }

  /// The pairs whose products add up.
  var pairs: [Pair]
  var total: ExactDecimal

  var fields: [String] {
    pairs.reduce(into: []) { fields, pair in
      for field in [pair.priceField, pair.countField] where !fields.contains(field) { fields.append(field) }
    }
  }

  var terms: [ReviewTerm] {
    pairs.flatMap { pair in
      [
        ReviewTerm(field: pair.countField, label: pair.countLabel, number: pair.count, unit: pair.countUnit),
        ReviewTerm(field: pair.priceField, label: "单位成本", number: pair.price, unit: pair.priceUnit),
      ]
    }
  }

  /// `1,560 户 × 200 元/户`
  var factors: String {
    pairs.map { pair in
      "\(FigureText.number(pair.count)) \(pair.countUnit) × "
        + "\(FigureText.number(pair.price)) \(pair.priceUnit)"
    }.joined(separator: " + ")
  }

  // MARK: Finding

  /// Every product that the cost rows of a form make, each factor printed.
  static func all(in subject: ReviewSubject) -> [CostProduct] {
    if let known = subject.lookingUp({ $0.costProducts }) { return known }
    let products = found(in: subject)
    subject.lookingUp { $0.costProducts = products }
    return products
  }

  private static func found(in subject: ReviewSubject) -> [CostProduct] {
    subject.rows.filter { $0.category?.isCost == true }.compactMap { row in
      guard let value = row.target?.value else { return nil }
      switch value.meaning {
      case .measure(let price):
        return product(row, price, subject).map { CostProduct(pairs: [$0], total: $0.yuan) }
      case .composite(let composite): return staffed(row, composite)
      default: return nil
      }
    }
  }

  private static func product(_ row: ReviewRow, _ price: Measure, _ subject: ReviewSubject) -> Pair? {
    guard price.unit?.dimension == .money, price.upper == nil, !price.number.isZero else { return nil }
    let counters = price.per.filter { $0.dimension != .time }
    let counter: Unit?
    // The name says what is counted where it does: 人均…200元/次 is a price for each person.
    if let named = PriceWords.counter(in: row.name.text) {
      counter = named
    } else {
      guard counters.count == 1 else { return nil }
      counter = counters.first
    }
    // A price over time needs the number of months or years that nobody has printed.
    let spans = price.per.filter { $0.dimension == .time }
    guard let counter, counters.count <= 1, spans.allSatisfy({ $0 == .year }) else { return nil }
    let candidates = subject.rows.filter { other in
      guard other.category == .quantity, let measure = other.measure, measure.per.isEmpty,
        measure.upper == nil, !other.name.speaks(of: .average)
      else { return false }
      return isSame(measure.unit, counter)
    }
    guard let best = best(candidates, for: row), let measure = best.measure,
      let yuan = measure.number.multiplied(by: price.number)
    else { return nil }
    return Pair(
      count: measure.number, countUnit: measure.unit?.symbol ?? counter.symbol,
      countField: best.path(best.targetField), countLabel: best.shortName, price: price.number,
      priceUnit: "元/\(counter.symbol)", priceField: row.path(row.targetField), yuan: yuan)
  }

  /// The only candidate, or the one whose name is clearly most like the cost's.
  private static func best(_ candidates: [ReviewRow], for row: ReviewRow) -> ReviewRow? {
    guard candidates.count > 1 else { return candidates.first }
    let ranked = candidates.map { (row: $0, likeness: TextLikeness.percent($0.shortName, row.shortName)) }
      .sorted { $0.likeness > $1.likeness }
    guard ranked[0].likeness >= 30, ranked[0].likeness > ranked[1].likeness + 15 else { return nil }
    return ranked[0].row
  }

  /// 人, 名, 位 count the same; so do 场, 场次, 次, 期.
  private static func isSame(_ unit: Unit?, _ counter: Unit) -> Bool {
    guard let unit else { return false }
    if unit == counter { return true }
    guard unit.dimension == counter.dimension else { return false }
    return unit.dimension == .people || unit.dimension == .households || unit.dimension == .events
  }

  /// `6名助理103157元/年及1名社工128458元/年`: people and what each costs, in one cell.
  private static func staffed(_ row: ReviewRow, _ composite: Composite) -> CostProduct? {
    let groups = composite.connective == .times ? [composite] : composite.terms.compactMap(times)
    guard !groups.isEmpty, composite.connective == .times || groups.count == composite.terms.count else {
      return nil
    }
    var pairs: [Pair] = []
    var total = ExactDecimal.zero
    for group in groups {
      let measures = group.terms.compactMap { term -> Measure? in
        if case .measure(let measure) = term.meaning { return measure }
        return nil
      }
      guard measures.count == 2, let count = measures.first(where: { $0.unit?.dimension == .people }),
        let price = measures.first(where: { $0.unit?.dimension == .money }),
        price.per.allSatisfy({ $0 == .year || $0.dimension == .people }),
        let yuan = count.number.multiplied(by: price.number), let sum = total.adding(yuan)
      else { return nil }
      total = sum
      let field = row.path(row.targetField)
      pairs.append(
        Pair(
          count: count.number, countUnit: count.unit?.symbol ?? "人", countField: field,
          countLabel: count.subject ?? row.shortName, price: price.number, priceUnit: "元",
          priceField: field, yuan: yuan))
    }
    return CostProduct(pairs: pairs, total: total)
  }

  private static func times(_ value: IndicatorValue) -> Composite? {
    if case .composite(let composite) = value.meaning, composite.connective == .times { return composite }
    return nil
  }
}
