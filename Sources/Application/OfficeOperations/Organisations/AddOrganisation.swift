// One more organisation.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Adds an organisation to the tree. The texts are as typed; the faults bear the names of the fields.
package struct AddOrganisation: Sendable {
  /// Three digits a level; blank for a region.
  package var code: String
  package var name: String
  package var shortName: String
  /// The raw value of a kind; blank for the usual one of the code's length.
  package var kind: String
  /// The code of the region; blank for that of whoever adds.
  package var region: String
  /// Blank for this year.
  package var firstYear: String
  /// Blank where no end is known.
  package var lastYear: String

  package init(
    code: String, name: String, shortName: String = "", kind: String = "", region: String = "",
    firstYear: String = "", lastYear: String = ""
  ) {
    self.code = code
    self.name = name
    self.shortName = shortName
    self.kind = kind
    self.region = region
    self.firstYear = firstYear
    self.lastYear = lastYear
  }

  /// - Throws: `.permission`, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> OrganisationID {
    let moment = office.now
    do throws(PermissionRefusal) { try signedIn.demand(.changeOrganisations) } catch {
      throw .permission(error)
    }
    let draft = try draft(
      region: signedIn.places(for: .changeOrganisations).first?.region, year: FiscalYear(moment.day().year))
    return try await office.change { records in
      try signedIn.mayDo(.changeOrganisations, at: draft.path)
      try records.takeTurn()
      let organisation = draft.organisation(try records.nextNumber())
      let faults = OrganisationChange(organisation: organisation)
        .faults(among: try records.organisations(under: nil).map(\.value))
      guard faults.isEmpty else { throw OfficeRefusal.fields(faults) }
      try records.add(organisation)
      try records.append(
        signedIn.note(
          .organisationAdd, organisation.subject, at: moment, content: organisation.content,
          reason: organisation.ledgerText))
      return organisation.id
    }
  }

  private func draft(region usual: RegionCode?, year: FiscalYear?) throws(OfficeRefusal) -> OrganisationDraft
  {
    var fields = TypedFields()
    let region = fields.readOptional("region", region, RosterCell.region) ?? usual
    let wanted = OrganisationKind(rawValue: kind.trimmed)
    if wanted == nil, !kind.trimmed.isEmpty { fields.tell("kind", RosterProblem.unknownKind.sentence) }
    let code = fields.read("code", code) { text throws(RosterProblem) -> OrganisationCode in
      wanted == .region && text.isEmpty ? .region : try RosterCell.code(text)
    }
    let name = fields.read("name", name) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Organisation.nameCharactersMax)
    }
    let shortName = fields.readOptional("shortName", shortName) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Organisation.shortNameCharactersMax)
    }
    let last = fields.readOptional("lastYear", lastYear, RosterCell.year)
    let first =
      fields.readOptional("firstYear", firstYear, RosterCell.year) ?? year.map { min($0, last ?? $0) }
    try fields.check()
    guard let region, let code, let name, let first else { throw .unforeseen }
    guard let years = YearSpan(first: first, last: last) else {
      throw .fields([FieldFault("lastYear", RosterProblem.yearsReversed.sentence)])
    }
    return OrganisationDraft(
      path: OrganisationPath(region: region, code: code), kind: wanted ?? .usual(atLevel: code.level),
      name: name, shortName: shortName == name ? nil : shortName, years: years)
  }
}
