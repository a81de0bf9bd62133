// A new form, from nothing or from what is there.
import FormDrafts
import Ledger
package import Model
package import Organisations
import Permissions
package import Quantities
package import Records
import Workflow

/// Begins a form of a unit for a year.
package struct BeginForm: Sendable {
  /// What a form begins with.
  package enum Beginning: Sendable {
    /// The printed form, with what the office knows of unit and project; an outcome with what was promised.
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
    let moment = office.now
    let memory = office.memory.forWriting
    return try await office.change { try begin(in: $0, by: signedIn, at: moment, memory: memory) }
  }

  /// The same as part of a greater change.
  func begin(
    in records: any RecordTransaction, by signedIn: SignedIn, at moment: Moment, memory: FormMemory
  ) throws -> FormID {
    let place = try records.organisation(organisation, for: .makeForms, by: signedIn).value
    try records.demandOpen(year)
    let project = try self.project(in: records, at: place)
    try demandNone(in: records)
    let entry = FormEntry(
      id: try records.nextNumber(), kind: kind, year: year, organisation: organisation,
      project: project?.id, stage: Stage.draft.rawValue)
    let record = try records.beginning(beginning, of: entry, at: place, memory: memory, by: signedIn)
      .headed(try records.head(of: entry, at: place, project: project), replacing: replacesHead)
    let draft = FormDraft(record: record)
    do throws(DraftRefusal) { try draft.checkLimits() } catch {
      throw OfficeRefusal.fields([FieldFault("beginning", error.sentence)])
    }
    do throws(RecordError) { try records.add(entry) } catch {
      if case .alreadyExists = error { throw Self.fault("project", formThere) }
      throw error
    }
    _ = try records.save(draft.fields, of: entry.id, onto: 0, by: signedIn.person.id, at: moment)
    try records.setAmount(record.amountAsked, of: entry.id)
    try records.keepBeginning(of: entry.id, at: place, moment: moment)
    try records.append(
      signedIn.note(.formBegin, "form/\(entry.id)", at: moment, reason: "\(kind.rawValue) \(year)"))
    return entry.id
  }

  /// Another project's head is replaced; a document keeps what it prints.
  private var replacesHead: Bool {
    if case .record = beginning { return false }
    return true
  }

  private var isOfDepartment: Bool { kind == .departmentTarget || kind == .departmentSelfEvaluation }

  private func project(in records: any RecordView, at place: Organisation) throws -> ProjectEntry? {
    guard !isOfDepartment else {
      if project != nil { throw Self.fault("project", DraftWording.noProjectWanted) }
      return nil
    }
    guard let id = project else { throw Self.fault("project", DraftWording.projectMissing) }
    let found = try records.project(id).value
    // What lies elsewhere is answered as if it were not there.
    guard found.organisation == place.id else { throw RecordError.notFound(.project, key: id.description) }
    guard found.years.contains(year) else { throw Self.fault("project", DraftWording.projectNotInYear) }
    return found
  }

  /// Asked before the store does, because a transaction in which it has refused cannot go on.
  private func demandNone(in records: any RecordView) throws {
    let selection = FormSelection(organisation: organisation, year: year, kind: kind, project: project)
    let isThere = try records.forms(selection, after: nil, limit: 8).contains { $0.value.project == project }
    if isThere { throw Self.fault("project", formThere) }
  }

  private var formThere: String { isOfDepartment ? DraftWording.departmentFormThere : DraftWording.formThere }

  static func fault(_ field: String, _ sentence: String) -> OfficeRefusal {
    .fields([FieldFault(field, sentence)])
  }
}
