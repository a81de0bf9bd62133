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
    /// How many months or days, for a price a month or a day; nil where the price is for all of it.
    var times: Times?
    var dimension: Dimension?
    var yuan: ExactDecimal
    /// True for a price that names no thing of its own: 每公里造价, 单位造价.
    var isWhole = false
    /// True where the price is named after what is counted, or after nothing of its own.
    var isRelated = true
    /// The price's own name.
    var priceLabel = ""

    /// `200 元/户`, `15 万元/座`
    var priceText: String { MoneyText.yuan(price) + priceUnit.drop { $0 != "/" } }
  }

  /// The months or days that a price is paid for.
  struct Times {
    var number: ExactDecimal
    /// 个月 or 天.
    var unit: String
    /// Where they are printed; nil where twelve months are taken for a year.
    var field: String?
  }

  /// The pairs whose products add up.
  var pairs: [Pair]
  var total: ExactDecimal

  /// True where a factor is printed nowhere: twelve months.
  var isAssumed: Bool { pairs.contains { $0.times.map { $0.field == nil } ?? false } }

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
        + (pair.times.map {
          let label = $0.unit == "天" ? "天数" : "月数"
          return [ReviewTerm(field: $0.field, label: label, number: $0.number, unit: $0.unit)]
        } ?? [])
    }
  }

  /// `1,560 户 × 200 元/户`
  var factors: String {
    pairs.map { pair in
      "\(FigureText.number(pair.count)) \(pair.countUnit) × \(pair.priceText)"
        + (pair.times.map { " × \(FigureText.number($0.number)) \($0.unit)" } ?? "")
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
      case .composite(let composite): return spanned(row, composite, subject) ?? staffed(row, composite)
      default: return nil
      }
    }
  }

  /// `3200元/人·月×10个月`: a price with the time for which it is paid.
  private static func spanned(
    _ row: ReviewRow, _ composite: Composite, _ subject: ReviewSubject
  ) -> CostProduct? {
    let measures = composite.terms.compactMap { term -> Measure? in
      if case .measure(let measure) = term.meaning { return measure }
      return nil
    }
    guard composite.connective == .times, composite.terms.count == 2, measures.count == 2,
      let unit = measures[1].unit, unit == .month || unit == PriceTimes.day, measures[1].per.isEmpty,
      measures[0].per.contains(unit)
    else { return nil }
    let times = Times(
      number: measures[1].number, unit: unit == .month ? "个月" : "天", field: row.path(row.targetField))
    return product(row, measures[0], subject, paidFor: times).map {
      CostProduct(pairs: [$0], total: $0.yuan)
    }
  }

  private static func product(
    _ row: ReviewRow, _ price: Measure, _ subject: ReviewSubject, paidFor printed: Times? = nil
  ) -> Pair? {
    guard price.unit?.dimension == .money, price.upper == nil, !price.number.isZero else { return nil }
    // 元/人·餐: a part of the unit was not understood.
    if let rest = price.subject, rest.unicodeScalars.count <= 2 { return nil }
    let counters = price.per.filter { $0.dimension != .time }
    var spans = price.per.filter { $0.dimension == .time }
    if spans.isEmpty, let named = PriceWords.span(in: row.name) { spans = [named] }
    let isDaily = spans == [PriceTimes.day]
    guard counters.count <= 1, spans.count <= 1, isDaily || spans.allSatisfy({ $0 == .year || $0 == .month })
    else { return nil }
    let times =
      printed
      ?? (isDaily
        ? PriceTimes.days(in: subject) : spans.contains(.month) ? PriceTimes.months(in: subject) : nil)
    if isDaily, times == nil { return nil }
    // The name says what is counted where it does: 人均…200元/次 is a price for each person.
    let plain = counters.first.map { PriceWords.plain($0) }
    for counter in [PriceWords.counter(in: row.name), plain].compactMap({ $0 }) {
      var candidates = subject.rows.filter {
        isCounted($0) && isSame($0.measure?.unit, counter) && !isOnlyReached($0, row)
      }
      if candidates.isEmpty { candidates = subject.rows.filter { isCounted($0) && names($0, counter) } }
      guard let best = best(candidates, for: row), let measure = best.measure else { continue }
      guard let once = measure.number.multiplied(by: price.number),
        let yuan = once.multiplied(by: times?.number ?? .one)
      else { return nil }
      return Pair(
        count: measure.number, countUnit: measure.unit?.symbol ?? counter.symbol,
        countField: best.path(best.targetField), countLabel: best.shortName, price: price.number,
        priceUnit: "元/\(counter.symbol)" + (times.map { $0.unit == "天" ? "·天" : "·月" } ?? ""),
        priceField: row.path(row.targetField), times: times, dimension: measure.unit?.dimension, yuan: yuan,
        isWhole: PriceWords.namesNothing(row.short, besides: counter),
        isRelated: PriceWords.isAbout(row.short, best.short), priceLabel: row.shortName)
    }
    return nil
  }

  /// True for a cost row whose price meets a quantity.
  static func pays(_ row: ReviewRow, in subject: ReviewSubject) -> Bool {
    guard case .measure(let price)? = row.target?.value.meaning else { return false }
    return product(row, price, subject) != nil
  }

  /// True for a quantity whose number may be multiplied by a price.
  private static func isCounted(_ row: ReviewRow) -> Bool {
    guard row.category == .quantity, let measure = row.measure, measure.per.isEmpty, measure.upper == nil
    else { return false }
    return !row.name.speaks(of: .average)
  }

  /// True for people who are reached beside the price of taking part: 受益群众 5万人 and 人均培训成本.
  private static func isOnlyReached(_ row: ReviewRow, _ price: ReviewRow) -> Bool {
    guard row.name.speaks(of: .reachedPeople) else { return false }
    return takingPart.contains { price.shortName.holds($0) && !row.shortName.holds($0) }
  }

  private static let takingPart = ["培训", "轮训", "集训", "研修", "讲座", "会议", "考察", "差旅", "教材"]

  /// True for 社工岗位数 10个 beside a price for each 岗: the name says what the plain counter counts.
  private static func names(_ row: ReviewRow, _ counter: Unit) -> Bool {
    guard let unit = row.measure?.unit, counter.dimension == .unknown || counter.dimension == .things,
      unit.dimension == .things || unit.dimension == .people, PriceWords.saysNothing(unit)
    else { return false }
    return row.shortName.holds(counter.symbol)
  }

  // MARK: Adding

  /// The products of a form as one sum; nil where there are not several, or where two of them may count the
  /// same money twice: a price for each session beside a price for each person.
  ///
  /// - Parameter budget: where a price that names no thing (每公里造价) takes nearly all of it, the others are
  ///   parts of that price.
  static func sum(of products: [CostProduct], within budget: ExactDecimal) -> CostProduct? {
    guard products.count > 1 else { return nil }
    let pairs = products.flatMap(\.pairs)
    guard Set(pairs.map(\.countField)).count == pairs.count,
      !pairs.contains(where: { $0.countLabel.holds("其中") || $0.dimension == nil }),
      let total = products.reduce(ExactDecimal?.some(.zero), { $0?.adding($1.total) })
    else { return nil }
    let nearly = budget.multiplied(by: ExactDecimal(95))?.scaled(byPowerOfTen: -2) ?? budget
    if budget < total, pairs.contains(where: { $0.isWhole && nearly <= $0.yuan }) { return nil }
    let dimensions = Set(pairs.compactMap(\.dimension))
    guard dimensions.count == 1 || dimensions.isDisjoint(with: [.events, .personTimes]) else { return nil }
    return CostProduct(pairs: pairs, total: total)
  }

  /// Prices that are paid for one quantity (培训费, 住宿费, each for a person) as one sum; nil where a price
  /// may hold the others (成本, 单价), or where there is no such quantity.
  ///
  /// - Parameter name: the project's; 装修和家具配置 names two parts, of which none holds the other.
  static func stacked(_ products: [CostProduct], in name: ReviewText) -> CostProduct? {
    guard products.count > 1 else { return nil }
    let pairs = products.flatMap(\.pairs)
    guard pairs.count == products.count, Set(pairs.map(\.countField)).count == 1,
      Set(pairs.map(\.priceUnit)).count == 1, !products.contains(where: \.isAssumed),
      Set(pairs.map { PriceWords.stem(of: $0.priceLabel.scalars) }).count == pairs.count,
      pairs.allSatisfy({ PriceWords.isPart($0.priceLabel) })
        || PriceWords.areParts(pairs.map(\.priceLabel), of: name),
      let total = products.reduce(ExactDecimal?.some(.zero), { $0?.adding($1.total) })
    else { return nil }
    return CostProduct(pairs: pairs, total: total)
  }

  /// The only candidate, or the one whose name is clearly most like the cost's.
  private static func best(_ candidates: [ReviewRow], for row: ReviewRow) -> ReviewRow? {
    guard candidates.count > 1 else { return candidates.first }
    let named = candidates.filter { PriceWords.names(row.short, what: $0.short) }
    if named.count == 1 { return named[0] }
    // 水稻保费补贴标准 is for 水稻投保面积, and not for that of 玉米.
    let own = NamePairs.own(of: PriceWords.stem(of: row.short.scalars))
    let told = candidates.filter { NamePairs.holds($0.short.scalars, anyOf: own) }
    if told.count == 1 { return told[0] }
    let ranked = candidates.map { (row: $0, likeness: TextLikeness.percent($0.shortName, row.shortName)) }
      .sorted { $0.likeness > $1.likeness }
    if ranked[0].likeness >= 30, ranked[0].likeness > ranked[1].likeness + 15 { return ranked[0].row }
    // Whichever of several with one number is meant, the product is the same.
    return candidates.dropFirst().allSatisfy { $0.measure == candidates[0].measure } ? candidates[0] : nil
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
          priceField: field, times: nil, dimension: nil, yuan: yuan))
    }
    return CostProduct(pairs: pairs, total: total)
  }

  private static func times(_ value: IndicatorValue) -> Composite? {
    if case .composite(let composite) = value.meaning, composite.connective == .times { return composite }
    return nil
  }
}
