// One more project of a unit.
import Ledger
package import Organisations
import Permissions
import Quantities
package import Records
import Rosters

/// Adds a project to a unit.
package struct AddProject: Sendable {
  /// Whose it is.
  package var organisation: OrganisationID
  package var typed: TypedProject

  package init(organisation: OrganisationID, typed: TypedProject) {
    self.organisation = organisation
    self.typed = typed
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a unit that is not there or lies elsewhere,
  ///   `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ProjectID {
    let moment = office.now
    return try await office.change { try add(to: $0, by: signedIn, at: moment) }
  }

  /// The same as part of a greater change.
  func add(
    to records: any RecordTransaction, by signedIn: SignedIn, at moment: Moment
  ) throws -> ProjectID {
    let unit = try records.organisation(organisation, for: .changeProjects, by: signedIn).value
    if unit.hasEnded(on: moment.day()) {
      throw OfficeRefusal.fields([FieldFault("organisation", OfficeWording.organisationEnded)])
    }
    let project = try typed.project(try records.nextNumber(), of: unit.id, in: records)
    try records.add(project)
    try records.append(
      signedIn.note(
        .projectAdd, project.subject, at: moment, content: project.content, reason: project.name))
    return project.id
  }
}
