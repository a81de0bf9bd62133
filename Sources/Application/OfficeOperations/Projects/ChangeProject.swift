// A change of a project: its name, its code, its category, its years.
import Ledger
import Organisations
import Permissions
import Quantities
package import Records
import Rosters

/// Changes a project. It stays with its unit: its forms are that unit's promises.
package struct ChangeProject: Sendable {
  package var id: ProjectID
  /// Of the project as it was read.
  package var revision: Int64
  package var typed: TypedProject

  package init(id: ProjectID, revision: Int64, typed: TypedProject) {
    self.id = id
    self.revision = revision
    self.typed = typed
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for what lies elsewhere, `.records(.stale)`,
  ///   `.fields` also where a form lies outside the years.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let before = try records.project(id, for: .changeProjects, by: signedIn).value
      let project = try typed.project(id, of: before.organisation, in: records)
      let forms = try records.forms(
        FormSelection(organisation: before.organisation, project: id), after: nil, limit: Self.formsMax)
      if forms.contains(where: { !project.years.contains($0.value.year) }) {
        throw OfficeRefusal.fields([FieldFault("firstYear", ProjectWording.yearsOutsideForms)])
      }
      try records.save(project, expecting: revision)
      if project.name != before.name || project.code != before.code || project.category != before.category {
        let organisation = try records.organisation(before.organisation).value
        for form in forms {
          try records.keepText(
            of: form.value, at: organisation, decisions: try records.decisions(on: form.value.id))
        }
      }
      try records.append(
        signedIn.note(
          .projectChange, project.subject, at: moment, content: project.content, reason: project.name))
    }
  }

  /// More than any project has: five kinds in a hundred years.
  private static let formsMax = 500
}
