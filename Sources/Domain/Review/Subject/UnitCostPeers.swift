// What the projects of one run pay for the same thing, for the band of a unit cost.
package import Model
package import Quantities
package import RuleSets

/// Unit costs of many forms by what they are paid for and their unit; looking one up takes no longer with
/// more forms.
package struct UnitCostPeers: Sendable {
  private var costs: [String: [ExactDecimal]] = [:]
  private var isSorted = true
  /// How many costs there are.
  private var count = 0

  /// Where a form's own cost is left out of its peers; among more it moves no band.
  private static let smallMax = 64

  package init() {}

  /// Takes the unit costs of a project's target form in; other forms are left out.
  package mutating func add(_ form: Form, under rules: RuleSet) {
    for row in Self.rows(of: form, rules) {
      guard let key = Self.key(of: row), let cost = row.unitCost else { continue }
      costs[key, default: []].append(cost.number)
      count += 1
      isSorted = false
    }
  }

  /// Puts the costs in order; to be called once, when all forms are in.
  package mutating func sort() {
    guard !isSorted else { return }
    for key in costs.keys { costs[key]?.sort() }
    isSorted = true
  }

  /// What others pay for what a form pays for, sorted; empty for what no other form names.
  package func others(than form: Form, under rules: RuleSet) -> [String: [ExactDecimal]] {
    // Too few for any band: one file alone, most of the time.
    guard count > PeerBand.fewest else { return [:] }
    var others: [String: [ExactDecimal]] = [:]
    for row in Self.rows(of: form, rules) {
      guard let key = Self.key(of: row), let cost = row.unitCost, var known = costs[key] else { continue }
      if known.count <= Self.smallMax, let own = known.firstIndex(of: cost.number) { known.remove(at: own) }
      others[key] = known
    }
    return others
  }

  /// The rows that may hold a price; most forms have one or two, and nothing else of them is prepared.
  private static func rows(of form: Form, _ rules: RuleSet) -> [ReviewRow] {
    guard case .projectTarget(let target) = form else { return [] }
    let priced = target.indicators.filter { indicator in
      [indicator.annualValue, indicator.unit].contains { $0?.unicodeScalars.contains("/") ?? false }
    }
    guard !priced.isEmpty else { return [] }
    var bare = ProjectTarget()
    bare.fiscalYear = target.fiscalYear
    bare.indicators = priced
    return ReviewSubject(form: .projectTarget(bare), rules: rules).rows
  }

  /// `培训 元/人`: the name without the words that any price has; nil where nothing is left or it is no price.
  static func key(of row: ReviewRow) -> String? {
    guard let cost = row.unitCost else { return nil }
    let name = PriceWords.stem(of: row.short.scalars)
    return name.count >= 2 ? String(String.UnicodeScalarView(name)) + " " + cost.unit : nil
  }
}
