// A form that was read becomes a draft, with the file that it was read from attached.
import Ledger
import Model
import Organisations
import Permissions
package import Quantities
package import Records

/// Makes a draft of one form of a document. What was corrected stands in it as corrected; doubtful numbers
/// that nobody confirmed are left blank.
package struct TakeIntoDraft: Sendable {
  /// Which project the draft belongs to.
  package enum ChosenProject: Sendable, Hashable {
    case existing(ProjectID)
    /// One that is added now.
    case made(TypedProject)
    /// For forms of a whole department.
    case none
  }

  package var id: IntakeID
  /// From 0.
  package var form: Int
  package var year: FiscalYear
  package var project: ChosenProject

  package init(id: IntakeID, form: Int, year: FiscalYear, project: ChosenProject) {
    self.id = id
    self.form = form
    self.year = year
    self.project = project
  }

  /// Project, draft and attachment come about together, or none of them does.
  ///
  /// - Throws: `.permission`, `.records(.notFound)` also for what lies elsewhere, `.fields` for a form
  ///   that is taken already, a project that is missing, and whatever `AddProject` and `BeginForm` refuse.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> FormID {
    let opened = try await ReadIntake(id: id).run(in: office, by: signedIn)
    guard opened.progress == .read else { throw Self.fault("form", IntakeWording.notRead) }
    guard opened.forms.indices.contains(form) else { throw Self.fault("form", IntakeWording.noSuchForm) }
    let read = opened.forms[form]
    let moment = office.now
    let memory = office.memory.forWriting
    return try await office.change { records in
      // somebody else may have taken it since it was read
      let stored = try records.intake(id, by: signedIn)
      var details = stored.value.found
      guard details.drafts[form] == nil else { throw Self.fault("form", IntakeWording.taken) }
      let organisation = stored.value.organisation
      let project = try self.project(
        of: read.form.kind, at: organisation, in: records, by: signedIn, at: moment)
      let draft = try BeginForm(
        kind: read.form.kind, year: year, organisation: organisation, project: project,
        beginning: .record(read.taken)
      ).begin(in: records, by: signedIn, at: moment, memory: memory)
      details.drafts[form] = draft
      try records.save(stored.value.moved(to: .read, details), expecting: stored.revision)
      try attach(stored.value, to: draft, in: records, by: signedIn, at: moment)
      try records.append(
        signedIn.note(
          .intakeTake, "\(stored.value.subject)/form/\(form)", at: moment, reason: "form/\(draft)"))
      return draft
    }
  }

  private func project(
    of kind: FormKind, at organisation: OrganisationID, in records: any RecordTransaction,
    by signedIn: SignedIn, at moment: Moment
  ) throws -> ProjectID? {
    switch project {
    case .existing(let chosen): return chosen
    case .none:
      guard !kind.isOfProject else { throw Self.fault("project", IntakeWording.projectNeeded) }
      return nil
    case .made(let typed):
      return try AddProject(organisation: organisation, typed: typed)
        .add(to: records, by: signedIn, at: moment)
    }
  }

  /// The file from which it was read lies beside the draft.
  private func attach(
    _ intake: Intake, to draft: FormID, in records: any RecordTransaction, by signedIn: SignedIn,
    at moment: Moment
  ) throws {
    guard let original = try records.attachments(of: intake.subject).first else { return }
    let attachment = Attachment(
      id: try records.nextNumber(), subject: draft.attachmentSubject, name: original.name,
      byteCount: original.byteCount, content: original.content, person: signedIn.person.id,
      moment: moment)
    try records.add(attachment)
    try records.append(
      signedIn.note(
        .attachmentAdd, attachment.ledgerSubject, at: moment, content: original.content,
        reason: original.name))
  }

  private static func fault(_ field: String, _ sentence: String) -> OfficeRefusal {
    .fields([FieldFault(field, sentence)])
  }
}

extension FormKind {
  /// True for the forms of one project; the others are those of a whole department.
  package var isOfProject: Bool {
    switch self {
    case .projectTarget, .projectMonitoring, .projectSelfEvaluation: true
    case .departmentTarget, .departmentSelfEvaluation: false
    }
  }
}

/// The bytes of a document as it was handed in.
package struct ReadIntakeOriginal: Sendable {
  package var id: IntakeID

  package init(id: IntakeID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere, `.unforeseen` where the
  ///   bytes are lost.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (name: String, bytes: [UInt8]) {
    let attachment = try await office.read { records in
      let intake = try records.intake(id, by: signedIn).value
      guard let attachment = try records.attachments(of: intake.subject).first else {
        throw RecordError.notFound(.attachment, key: intake.subject)
      }
      return attachment
    }
    guard let folder = office.attachments else { throw .unforeseen }
    let bytes = await office.disk.run { try? folder.bytes(of: attachment.content) }
    guard let bytes else { throw .unforeseen }
    return (attachment.name, bytes)
  }
}
