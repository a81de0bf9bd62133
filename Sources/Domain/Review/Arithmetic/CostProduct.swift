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
    /// How many months, for a price a month; nil where the price is for all of it.
    var months: Months?
    var dimension: Dimension?
    var yuan: ExactDecimal
  }

  /// The months that a price is paid for.
  struct Months {
    var number: ExactDecimal
    /// Where they are printed; nil where twelve are taken for a year.
    var field: String?
  }

  /// The pairs whose products add up.
  var pairs: [Pair]
  var total: ExactDecimal

  /// True where a factor is printed nowhere: twelve months.
  var isAssumed: Bool { pairs.contains { $0.months.map { $0.field == nil } ?? false } }

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
        + (pair.months.map {
          [ReviewTerm(field: $0.field, label: "月数", number: $0.number, unit: "个月")]
        } ?? [])
    }
  }

  /// `1,560 户 × 200 元/户`
  var factors: String {
    pairs.map { pair in
      "\(FigureText.number(pair.count)) \(pair.countUnit) × "
        + "\(FigureText.number(pair.price)) \(pair.priceUnit)"
        + (pair.months.map { " × \(FigureText.number($0.number)) 个月" } ?? "")
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
    // 元/人·餐: a part of the unit was not understood.
    if let rest = price.subject, rest.unicodeScalars.count <= 2 { return nil }
    let counters = price.per.filter { $0.dimension != .time }
    var spans = price.per.filter { $0.dimension == .time }
    if spans.isEmpty, let named = PriceWords.span(in: row.name.text) { spans = [named] }
    guard counters.count <= 1, spans.count <= 1, spans.allSatisfy({ $0 == .year || $0 == .month }) else {
      return nil
    }
    // The name says what is counted where it does: 人均…200元/次 is a price for each person.
    for counter in [PriceWords.counter(in: row.name.text), counters.first].compactMap({ $0 }) {
      let candidates = subject.rows.filter { isCounted($0, by: counter) }
      guard let best = best(candidates, for: row), let measure = best.measure else { continue }
      let months = spans.contains(.month) ? months(in: subject) : nil
      guard let year = measure.number.multiplied(by: price.number),
        let yuan = year.multiplied(by: months?.number ?? .one)
      else { return nil }
      return Pair(
        count: measure.number, countUnit: measure.unit?.symbol ?? counter.symbol,
        countField: best.path(best.targetField), countLabel: best.shortName, price: price.number,
        priceUnit: "元/\(counter.symbol)" + (months == nil ? "" : "·月"),
        priceField: row.path(row.targetField), months: months, dimension: measure.unit?.dimension, yuan: yuan)
    }
    return nil
  }

  /// True for a cost row whose price meets a quantity.
  static func pays(_ row: ReviewRow, in subject: ReviewSubject) -> Bool {
    guard case .measure(let price)? = row.target?.value.meaning else { return false }
    return product(row, price, subject) != nil
  }

  private static func isCounted(_ row: ReviewRow, by counter: Unit) -> Bool {
    guard row.category == .quantity, let measure = row.measure, measure.per.isEmpty, measure.upper == nil,
      !row.name.speaks(of: .average) || row.name.text.holds("单位数") || row.name.text.holds("单位家数")
    else { return false }
    return isSame(measure.unit, counter)
  }

  /// The months of a row such as 服务期限 10个月; else twelve, which nobody has printed.
  private static func months(in subject: ReviewSubject) -> Months {
    for row in subject.rows where row.category?.isOutput == true {
      guard let measure = row.measure, measure.unit == .month, measure.per.isEmpty, measure.upper == nil,
        measure.number.isWhole, ExactDecimal.one <= measure.number, measure.number <= ExactDecimal(12),
        monthNames.contains(where: { row.name.text.holds($0) })
      else { continue }
      return Months(number: measure.number, field: row.path(row.targetField))
    }
    return Months(number: ExactDecimal(12), field: nil)
  }

  private static let monthNames = ["服务", "期限", "月数", "时长", "发放", "补助", "用工", "聘用"]

  // MARK: Adding

  /// The products of a form as one sum; nil where there are not several, or where two of them may count the
  /// same money twice: a price for each session beside a price for each person.
  static func sum(of products: [CostProduct]) -> CostProduct? {
    let pairs = products.flatMap(\.pairs)
    guard products.count > 1, Set(pairs.map(\.countField)).count == pairs.count,
      !pairs.contains(where: { $0.countLabel.holds("其中") || $0.dimension == nil }),
      let total = products.reduce(ExactDecimal?.some(.zero), { $0?.adding($1.total) })
    else { return nil }
    let dimensions = Set(pairs.compactMap(\.dimension))
    guard dimensions.count == 1 || dimensions.isDisjoint(with: [.events, .personTimes]) else { return nil }
    return CostProduct(pairs: pairs, total: total)
  }

  /// The only candidate, or the one whose name is clearly most like the cost's.
  private static func best(_ candidates: [ReviewRow], for row: ReviewRow) -> ReviewRow? {
    guard candidates.count > 1 else { return candidates.first }
    let named = candidates.filter { PriceWords.names(row.shortName, what: $0.shortName) }
    if named.count == 1 { return named[0] }
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
          priceField: field, months: nil, dimension: nil, yuan: yuan))
    }
    return CostProduct(pairs: pairs, total: total)
  }

  private static func times(_ value: IndicatorValue) -> Composite? {
    if case .composite(let composite) = value.meaning, composite.connective == .times { return composite }
    return nil
  }
}
