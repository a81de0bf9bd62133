// Which rules and which official layout count for a form: by region, year and kind.
package import Forms
package import Model
package import Organisations
package import Quantities
package import RuleSets

/// The rules of places.
package enum FormRules {
  /// The rule set that counts at a place for forms of a year and kind.
  ///
  /// The set of the smallest region that has one of its own counts, of several the last that has begun by the
  /// year; elsewhere the national one.
  package static func rules(at region: RegionCode, year: FiscalYear, kind: FormKind) -> RuleSet {
    set(at: region, in: year).applying(to: kind, in: year.year)
  }

  /// A shipped rule set for forms of a year and kind; nil for a name that none has.
  package static func rules(named identifier: String, year: FiscalYear, kind: FormKind) -> RuleSet? {
    shipped[identifier]?.applying(to: kind, in: year.year)
  }

  /// The official layout in which forms of a kind are written under a rule set; for a kind that the
  /// region has no layout of its own for, the national one.
  package static func layout(for form: Form, rules: RuleSet) -> FormLayout {
    let own = ownLayouts[rules.identifier] ?? []
    if let layout = own.first(where: { $0.fits(form) }) { return layout }
    switch form.kind {
    case .projectTarget: return .nationalApplication
    case .departmentTarget: return .townDepartment
    case .projectMonitoring: return .monitoring
    case .projectSelfEvaluation: return .selfEvaluation
    case .departmentSelfEvaluation: return .departmentSelfEvaluation
    }
  }

  /// The sets of regions by the digits of their code.
  private static let identifiers: [(region: String, sets: [String])] = [
    ("4419", ["dongguan-towns-2024", "dongguan-towns-2026"]),
    ("13", ["hebei"]), ("34", ["anhui"]), ("42", ["hubei"]), ("51", ["sichuan"]),
  ]

  private static let ownLayouts: [String: [FormLayout]] = [
    "dongguan-towns-2024": [.townApproval, .townDepartment],
    "dongguan-towns-2026": [.townTarget, .townDepartment],
    "hebei": [.hebeiProject, .hebeiDepartment],
    "sichuan": [.sichuanFlat],
  ]

  /// Loaded once; a test holds that all of them can be.
  private static let shipped: [String: RuleSet] = {
    var sets: [String: RuleSet] = [:]
    for identifier in ShippedRuleSets.identifiers {
      sets[identifier] = (try? RuleSetLibrary().load(identifier)) ?? nil
    }
    return sets
  }()

  private static func set(at region: RegionCode, in year: FiscalYear) -> RuleSet {
    let own = identifiers.filter { region.digits.utf8.starts(with: $0.region.utf8) }
      .max { $0.region.utf8.count < $1.region.utf8.count }
    let sets = (own?.sets ?? []).compactMap { shipped[$0] }
    return sets.last { $0.head.firstYear <= year.year } ?? sets.first ?? .national
  }
}
