// Which rule set and which layout count for a region, a year and a kind of form.
package import Forms
import Ledger
package import Model
package import Organisations
import Permissions
package import Quantities
import Records
import RuleSets

/// Chooses a rule set, or takes the choice back. It counts from the next time a form is opened on.
package struct ChooseRuleSet: Sendable {
  /// A region of the office.
  package var organisation: OrganisationID
  package var year: FiscalYear
  package var kind: FormKind
  /// The identifier of a shipped rule set; blank takes the choice back.
  package var ruleSet: String
  /// Nil for the layout that belongs to the rule set.
  package var layout: FormLayout?
  /// Of the choice as it was read; 0 where there was none.
  package var revision: Int64

  package init(
    organisation: OrganisationID, year: FiscalYear, kind: FormKind, ruleSet: String,
    layout: FormLayout? = nil,
    revision: Int64 = 0
  ) {
    (self.organisation, self.year, self.kind) = (organisation, year, kind)
    (self.ruleSet, self.layout, self.revision) = (ruleSet, layout, revision)
  }

  /// - Throws: `.permission`, `.records(.notFound)`, `.records(.stale)`, `.fields` with `organisation`, `set`
  ///   or `layout`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.mayDo(.changeRuleSets, at: try records.root().path)
      let place = try records.organisation(organisation).value
      var faults: [FieldFault] = []
      if place.kind != .region { faults.append(FieldFault("organisation", OfficeWording.noRegion)) }
      if !ruleSet.isEmpty, FormRules.rules(named: ruleSet, year: year, kind: kind) == nil {
        faults.append(FieldFault("set", OfficeWording.noRuleSet))
      }
      if let layout, !layout.kinds.contains(kind) {
        faults.append(FieldFault("layout", OfficeWording.unfitLayout))
      }
      guard faults.isEmpty else { throw OfficeRefusal.fields(faults) }
      let region = place.path.region
      let key = RuleChoice.key(region, year, kind)
      let text =
        ruleSet.isEmpty
        ? ""
        : RuleChoice(region: region, year: year, kind: kind, ruleSet: ruleSet, layout: layout).text
      try records.save(Setting(key: key, value: text), expecting: revision)
      try records.append(signedIn.note(.ruleSetChoose, key, at: moment, reason: text))
    }
  }
}

/// Lists what was chosen.
package struct ListRuleChoices: Sendable {
  package init() {}

  /// - Returns: by region, year and kind.
  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [RuleChoice] {
    try await office.read { records in
      try signedIn.demand(.readRuleSets)
      return try records.settings().compactMap(RuleChoice.init)
    }
  }
}
