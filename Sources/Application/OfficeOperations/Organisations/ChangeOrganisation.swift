// A change of an organisation: its names, and when it ends.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Changes an organisation. Code and kind stay: one that gets another code ends, and another begins.
package struct ChangeOrganisation: Sendable {
  package var id: OrganisationID
  /// Of the organisation as it was read.
  package var revision: Int64
  package var name: String
  /// Blank for none.
  package var shortName: String
  /// Blank where no end is known.
  package var lastYear: String

  package init(id: OrganisationID, revision: Int64, name: String, shortName: String, lastYear: String) {
    self.id = id
    self.revision = revision
    self.name = name
    self.shortName = shortName
    self.lastYear = lastYear
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for what lies elsewhere, `.records(.stale)`,
  ///   `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.demand(.changeOrganisations)
      try records.takeTurn()
      let stored = try records.organisation(id, for: .changeOrganisations, by: signedIn)
      let organisation = try changed(stored.value)
      let faults = OrganisationChange(organisation: organisation)
        .faults(among: try records.organisations(under: nil).map(\.value))
      guard faults.isEmpty else { throw OfficeRefusal.fields(faults) }
      try records.save(organisation, expecting: revision)
      try records.append(
        signedIn.note(
          .organisationChange, organisation.subject, at: moment, content: organisation.content,
          reason: organisation.ledgerText))
    }
  }

  private func changed(_ organisation: Organisation) throws(OfficeRefusal) -> Organisation {
    var fields = TypedFields()
    let name = fields.read("name", name) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Organisation.nameCharactersMax)
    }
    let shortName = fields.readOptional("shortName", shortName) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Organisation.shortNameCharactersMax)
    }
    let last = fields.readOptional("lastYear", lastYear, RosterCell.year)
    let years = YearSpan(first: organisation.years.first, last: last)
    if years == nil { fields.tell("lastYear", RosterProblem.yearsReversed.sentence) }
    try fields.check()
    guard let name, let years else { throw .unforeseen }
    var organisation = organisation
    organisation.name = name
    organisation.shortName = shortName == name ? nil : shortName
    organisation.years = years
    return organisation
  }
}
