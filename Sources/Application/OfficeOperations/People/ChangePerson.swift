// A change of a person: the name, the organisation, the last day.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Changes a person. The account stays: what was done with it stands under it.
package struct ChangePerson: Sendable {
  package var id: PersonID
  /// Of the person as it was read.
  package var revision: Int64
  package var name: String
  package var organisation: OrganisationID
  /// Blank where no end is known; a day before today ends everything at once.
  package var lastDay: String

  package init(
    id: PersonID, revision: Int64, name: String, organisation: OrganisationID, lastDay: String
  ) {
    self.id = id
    self.revision = revision
    self.name = name
    self.organisation = organisation
    self.lastDay = lastDay
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a person or an organisation that is not there or lies
  ///   elsewhere, `.records(.stale)`, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let day = moment.day()
    try await office.change { records in
      try signedIn.demand(.changePeople)
      try records.takeTurn()
      let before = try records.person(id, for: .changePeople, by: signedIn).value
      let home = try records.organisation(organisation, for: .changePeople, by: signedIn).value
      let roll = try AdministratorRoll(in: records, on: day)
      let after = try changed(before, home: home, on: day)
      let live = try records.liveAssignments(of: id, on: day)
      let faults = PersonChange(before: before, after: after).faults(live: live, on: day)
      guard faults.isEmpty else { throw OfficeRefusal.fields(faults) }
      try records.save(after, expecting: revision)
      try roll.check(in: records, field: "lastDay", on: day)
      try records.append(signedIn.note(.personChange, after.subject, at: moment, content: after.content))
    }
  }

  private func changed(_ person: Person, home: Organisation, on day: Day) throws(OfficeRefusal) -> Person {
    var fields = TypedFields()
    let name = fields.read("name", name) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Person.nameCharactersMax)
    }
    if home.id != person.organisation, home.hasEnded(on: day) {
      fields.tell("organisation", OfficeWording.organisationEnded)
    }
    let last = fields.readOptional("lastDay", lastDay, RosterCell.day)
    let days = DaySpan(first: person.days.first, last: last)
    if days == nil { fields.tell("lastDay", RosterProblem.daysReversed.sentence) }
    try fields.check()
    guard let name, let days else { throw .unforeseen }
    var person = person
    person.name = name
    person.organisation = home.id
    person.days = days
    return person
  }
}
