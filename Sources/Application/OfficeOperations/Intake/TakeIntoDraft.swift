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

  /// - Throws: `.permission`, `.records(.notFound)` also for what lies elsewhere, `.fields` for a form
  ///   that is taken already, a project that is missing, and whatever `AddProject` and `BeginForm` refuse.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> FormID {
    let opened = try await ReadIntake(id: id).run(in: office, by: signedIn)
    guard opened.progress == .read else { throw Self.fault("form", IntakeWording.notRead) }
    guard opened.forms.indices.contains(form) else { throw Self.fault("form", IntakeWording.noSuchForm) }
    let read = opened.forms[form]
    guard read.draft == nil else { throw Self.fault("form", IntakeWording.taken) }
    let organisation = opened.intake.organisation
    let project: ProjectID?
    switch self.project {
    case .existing(let chosen): project = chosen
    case .none:
      guard !read.form.kind.isOfProject else { throw Self.fault("project", IntakeWording.projectNeeded) }
      project = nil
    case .made(let typed):
      project = try await AddProject(organisation: organisation, typed: typed).run(in: office, by: signedIn)
    }
    let draft = try await BeginForm(
      kind: read.form.kind, year: year, organisation: organisation, project: project,
      beginning: .record(read.taken)
    ).run(in: office, by: signedIn)
    try await note(draft, in: office, by: signedIn)
    return draft
  }

  /// Says what became of the form, and attaches the file.
  private func note(_ draft: FormID, in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.intake(id, by: signedIn)
      var details = stored.value.found
      details.drafts[form] = draft
      try records.save(stored.value.moved(to: .read, details), expecting: stored.revision)
      if let original = try records.attachments(of: stored.value.subject).first {
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
      try records.append(
        signedIn.note(
          .intakeTake, "\(stored.value.subject)/form/\(form)", at: moment, reason: "form/\(draft)"))
    }
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
