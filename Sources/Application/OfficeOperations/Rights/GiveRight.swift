// A right for somebody.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Gives a person a role at a place. Nobody gives himself anything.
package struct GiveRight: Sendable {
  package var person: PersonID
  /// The raw value of a role.
  package var role: String
  /// The place at which the role is held.
  package var organisation: OrganisationID
  /// Blank for today; not in the past.
  package var firstDay: String
  /// Blank where no end is known.
  package var lastDay: String

  package init(
    person: PersonID, role: String, organisation: OrganisationID, firstDay: String = "", lastDay: String = ""
  ) {
    self.person = person
    self.role = role
    self.organisation = organisation
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a person or an organisation that is not there or lies
  ///   elsewhere, `.fields` also for a role that does not go together with what the person holds.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> AssignmentID {
    let moment = office.now
    return try await office.change { records in
      let holder = try records.person(person, for: .changeRights, by: signedIn).value
      let place = try records.organisation(organisation, for: .changeRights, by: signedIn).value
      let (role, days) = try typed(holder: holder, place: place, by: signedIn, on: moment.day())
      let assignment = Assignment(
        id: try records.nextNumber(), person: person, role: role, organisation: organisation, days: days)
      let others = try records.assignments(of: person).map(\.value)
      do throws(RoleConflict) {
        try assignment.check(at: place.kind, beside: others)
      } catch {
        throw OfficeRefusal.fields([FieldFault("role", error.sentence)])
      }
      try records.give(assignment, at: place, by: signedIn, moment: moment)
      return assignment.id
    }
  }

  private func typed(
    holder: Person, place: Organisation, by signedIn: SignedIn, on day: Day
  ) throws(OfficeRefusal) -> (Role, DaySpan) {
    var fields = TypedFields()
    let role = Role(rawValue: role.trimmed)
    if role == nil { fields.tell("role", OfficeWording.unknownRole) }
    if person == signedIn.person.id { fields.tell("person", OfficeWording.ownRights) }
    if holder.days.last.map({ $0 < day }) ?? false { fields.tell("person", OfficeWording.personLeft) }
    if place.hasEnded(on: day) { fields.tell("organisation", OfficeWording.organisationEnded) }
    let first = fields.readOptional("firstDay", firstDay, RosterCell.day) ?? day
    if first < day { fields.tell("firstDay", OfficeWording.firstDayPast) }
    let last = fields.readOptional("lastDay", lastDay, RosterCell.day)
    let days = DaySpan(first: first, last: last)
    if days == nil { fields.tell("lastDay", RosterProblem.daysReversed.sentence) }
    try fields.check()
    guard let role, let days else { throw .unforeseen }
    return (role, days)
  }
}

extension RecordTransaction {
  /// Keeps a right that was found sound, and writes it down. Who becomes an administrator by it begins anew,
  /// with a link that another administrator has confirmed: somebody may know the password of before.
  func give(
    _ assignment: Assignment, at place: Organisation, by signedIn: SignedIn, moment: Moment
  ) throws(RecordError) {
    if assignment.role.isAdministrator, try !needsTwo(assignment.person, on: moment.day()) {
      try closeAccount(of: assignment.person)
    }
    try add(assignment)
    try append(
      signedIn.note(
        .rightGive, assignment.subject, at: moment, reason: assignment.ledgerText(at: place.path)))
  }
}

extension Assignment {
  /// The path of the ledger: everything about the person has the person's before it.
  var subject: String { "person/\(person)/right/\(id)" }

  /// `clerk 330000123/713001 2026-01-01–`, for the ledger.
  func ledgerText(at place: OrganisationPath) -> String { "\(role.rawValue) \(place) \(days)" }
}
