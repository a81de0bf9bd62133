// What others promise and pay for the same thing, with how many they are.
import FormDrafts
import IndicatorValues
import Model
import Organisations
package import Quantities
import Records
import Review
import RuleSets

/// The values of the same indicator in forms of other units.
package struct PeerValues: Sendable, Hashable {
  /// A value and how many have it.
  package struct Value: Sendable, Hashable {
    package let text: String
    package let count: Int
  }

  /// How many forms have the indicator.
  package let count: Int
  /// The most frequent first.
  package let values: [Value]
  /// What one thing costs elsewhere: the least, the middle and the most; nil for what is no price.
  package let prices: Prices?
  /// Some of the forms: unit and project.
  package let examples: [String]

  /// A band of prices.
  package struct Prices: Sendable, Hashable {
    package let count: Int
    package let least: ExactDecimal
    package let middle: ExactDecimal
    package let most: ExactDecimal
    package let unit: String
  }

  /// Fewer say nothing.
  static let fewest = 3
  private static let valuesMax = 3
  private static let examplesMax = 3

  init?(values found: [(text: String, who: String)], prices: [ExactDecimal], unit: String?) {
    var counts: [String: Int] = [:]
    for value in found { counts[value.text, default: 0] += 1 }
    let sorted = prices.sorted(by: <)
    if sorted.count >= Self.fewest, let least = sorted.first, let most = sorted.last, let unit {
      self.prices = Prices(
        count: sorted.count, least: least, middle: sorted[sorted.count / 2], most: most, unit: unit)
    } else {
      self.prices = nil
    }
    guard found.count >= Self.fewest || self.prices != nil else { return nil }
    count = found.count
    values = counts.map { Value(text: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(Self.valuesMax).map(\.self)
    examples = Array(found.map(\.who).prefix(Self.examplesMax))
  }
}

extension RecordView {
  /// What others promise for the indicators of a target, by the place of the value in the record.
  ///
  /// Others are forms of the same year and kind that were submitted: a hundred of the department, of the
  /// place within which the reader reviews, and of its year before; nobody's draft is looked into.
  func peerValues(
    of ground: FormGround, record: Form, within place: OrganisationPath, rules: RuleSet, memory: FormMemory
  ) throws(RecordError) -> [String: PeerValues] {
    guard ground.entry.kind == .projectTarget else { return [:] }
    let known = try peerForms(of: ground, within: place, rules: rules, memory: memory)
    var byName: [String: [(text: String, who: String)]] = [:]
    let names = Set(record.indicators.compactMap(\.name))
    for form in known {
      for indicator in form.form.indicators {
        guard let name = indicator.name, names.contains(name), let value = indicator.annualValue else {
          continue
        }
        byName[name, default: []].append((value, form.form.caption))
      }
    }
    var prices: [String: [ExactDecimal]] = [:]
    for form in known {
      for cost in form.unitCosts { prices["\(cost.name) \(cost.unit)", default: []].append(cost.number) }
    }
    var found: [String: PeerValues] = [:]
    let rows = ReviewSubject(form: record, rules: rules).rows
    for row in rows {
      let cost = row.unitCost
      let peers = PeerValues(
        values: row.indicator.name.flatMap { byName[$0] } ?? [],
        prices: cost.flatMap { prices["\(row.shortName) \($0.unit)"] } ?? [], unit: cost?.unit)
      if let peers { found["indicators/\(row.index)/annualValue"] = peers }
    }
    return found
  }

  private func peerForms(
    of ground: FormGround, within place: OrganisationPath, rules: RuleSet, memory: FormMemory
  ) throws(RecordError) -> [KnownForm] {
    let entry = ground.entry
    var selections = [FormSelection(path: place, year: entry.year, kind: entry.kind)]
    if let department = ground.organisation.path.parent, place.contains(department) {
      selections.insert(FormSelection(path: department, year: entry.year, kind: entry.kind), at: 0)
    }
    if let year = entry.year.previous {
      selections.append(FormSelection(path: place, year: year, kind: entry.kind))
    }
    var seen: Set<FormID> = [entry.id]
    var known: [KnownForm] = []
    for selection in selections {
      for stored in try forms(selection, after: nil, limit: 100) {
        let other = stored.value
        guard other.latestVersion > 0, other.project != entry.project, seen.insert(other.id).inserted else {
          continue
        }
        if let form = try memory.form(other, rules: rules, in: self) { known.append(form) }
      }
    }
    return known
  }
}

extension Form {
  /// Unit and project, for a list of sources.
  fileprivate var caption: String {
    guard case .projectTarget(let target) = self else { return "" }
    return [target.unit.name ?? target.department.name, target.project.name].compactMap(\.self)
      .joined(separator: "，")
  }
}
