// The rule set and layout that an administrator chose for a region, a year and a kind of form.
package import Forms
package import Model
package import Organisations
package import Quantities
import Records
import RuleSets

/// What was chosen for a region and everything in it; what nobody chose follows the code of the region.
package struct RuleChoice: Sendable, Hashable {
  package let region: RegionCode
  package let year: FiscalYear
  package let kind: FormKind
  /// The identifier of the rule set.
  package let ruleSet: String
  /// Nil for the layout that belongs to the rule set.
  package let layout: FormLayout?
  /// Of the setting, 0 where there never was one.
  package var revision: Int64 = 0

  /// What stands before the keys of these settings.
  static let prefix = "rule-set."

  static func key(_ region: RegionCode, _ year: FiscalYear, _ kind: FormKind) -> String {
    "\(prefix)\(region.digits).\(year).\(kind.rawValue)"
  }

  /// `hebei hebei-project`: the set, and the layout where one was chosen.
  var text: String { [ruleSet, layout?.rawValue].compactMap(\.self).joined(separator: " ") }

  /// Nil for a setting of another kind, and for one that was taken back.
  init?(_ stored: Stored<Setting>) {
    guard stored.value.key.hasPrefix(Self.prefix) else { return nil }
    let parts = stored.value.key.dropFirst(Self.prefix.count).split(separator: ".")
    let words = stored.value.value.split(separator: " ").map(String.init)
    guard parts.count == 3, let region = RegionCode(parts[0]),
      let year = Int(parts[1]).flatMap({ FiscalYear($0) }), let kind = FormKind(rawValue: String(parts[2])),
      let ruleSet = words.first
    else { return nil }
    self.init(
      region: region, year: year, kind: kind, ruleSet: ruleSet,
      layout: words.dropFirst().first.flatMap { FormLayout(rawValue: $0) }, revision: stored.revision)
  }

  init(
    region: RegionCode, year: FiscalYear, kind: FormKind, ruleSet: String, layout: FormLayout?,
    revision: Int64 = 0
  ) {
    (self.region, self.year, self.kind) = (region, year, kind)
    (self.ruleSet, self.layout, self.revision) = (ruleSet, layout, revision)
  }
}

/// What counts at a place: the rules, and the layout where one was chosen.
struct PlaceRules: Sendable {
  let rules: RuleSet
  /// Nil for the layout that belongs to the rules.
  var layout: FormLayout?
}

extension PlaceRules {
  /// The rules that count at a place, by all that was chosen: for those who cannot ask the store again.
  init(at region: RegionCode, year: FiscalYear, kind: FormKind, among choices: [RuleChoice]) {
    let choice = choices.filter { $0.region.contains(region) && $0.year == year && $0.kind == kind }
      .max { $0.region.digits.utf8.count < $1.region.digits.utf8.count }
    if let choice, let rules = FormRules.rules(named: choice.ruleSet, year: year, kind: kind) {
      self.init(rules: rules, layout: choice.layout)
    } else {
      self.init(rules: FormRules.rules(at: region, year: year, kind: kind))
    }
  }
}

extension SettingView {
  /// What was chosen for a region, or for the smallest region around it for which something was.
  func ruleChoice(
    at region: RegionCode, year: FiscalYear, kind: FormKind
  ) throws(RecordError) -> RuleChoice? {
    for length in RegionCode.lengths.reversed() where length <= region.digits.utf8.count {
      guard let around = RegionCode(region.digits.prefix(length)), around.digits.utf8.count == length,
        let stored = try setting(RuleChoice.key(around, year, kind)), let choice = RuleChoice(stored)
      else { continue }
      return choice
    }
    return nil
  }

  /// The rules that count at a place for forms of a year and kind.
  func placeRules(
    at region: RegionCode, year: FiscalYear, kind: FormKind
  ) throws(RecordError) -> PlaceRules {
    if let choice = try ruleChoice(at: region, year: year, kind: kind),
      let rules = FormRules.rules(named: choice.ruleSet, year: year, kind: kind)
    {
      return PlaceRules(rules: rules, layout: choice.layout)
    }
    return PlaceRules(rules: FormRules.rules(at: region, year: year, kind: kind))
  }
}
