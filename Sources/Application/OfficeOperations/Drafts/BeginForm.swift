// A new form, from nothing or from what is there.
package import Model
package import Organisations
package import Quantities
package import Records

/// Begins a form of a unit for a year.
package struct BeginForm: Sendable {
  /// What a form begins with.
  package enum Beginning: Sendable {
    /// The printed form, with what the office knows of unit and project.
    case blank
    /// Last year's form of the same project, or of the department, its years moved on.
    case lastYear
    /// Another form: its texts with this project's head.
    case form(FormID)
    /// A record, as one that was read from a document.
    case record(Form)
  }

  package var kind: FormKind
  package var year: FiscalYear
  /// The unit whose form it is.
  package var organisation: OrganisationID
  /// Nil for forms of a whole department.
  package var project: ProjectID?
  package var beginning: Beginning

  package init(
    kind: FormKind, year: FiscalYear, organisation: OrganisationID, project: ProjectID?, beginning: Beginning
  ) {
    self.kind = kind
    self.year = year
    self.organisation = organisation
    self.project = project
    self.beginning = beginning
  }

  /// - Throws: `.permission`, `.records(.notFound)` for what is not there or lies elsewhere, `.fields` with
  ///   `year`, `project`, `kind` or `beginning` where the form cannot be begun so.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> FormID {
    throw .unforeseen
  }
}
