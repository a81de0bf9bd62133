// The files of a form: their list, and one of them with its bytes.
import Ledger
import Organisations
import Permissions
package import Records

/// The files that belong to a form, the first first.
package struct ListAttachments: Sendable {
  package var form: FormID

  package init(form: FormID) { self.form = form }

  /// A file with who attached it.
  package struct Line: Sendable {
    package let attachment: Attachment
    /// The name of the person.
    package let person: String
  }

  /// What a page needs.
  package struct AttachmentList: Sendable {
    package let lines: [Line]
    /// True where whoever asks may attach and remove files now.
    package let mayChange: Bool
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> AttachmentList {
    try await office.read { records in
      let ground = try records.ground(form, for: .readForms, by: signedIn)
      try ground.part(for: .readForms, by: signedIn)
      let lines = try records.attachments(of: form.attachmentSubject).map { attachment throws(RecordError) in
        Line(attachment: attachment, person: try records.person(attachment.person).value.name)
      }
      let isOpen = (try? records.demandOpen(ground.entry.year)) != nil
      return AttachmentList(
        lines: lines, mayChange: isOpen && (try? ground.part(for: .attachFiles, by: signedIn)) != nil)
    }
  }
}

/// One file of a form with its bytes, which are held against their hash.
package struct ReadAttachment: Sendable {
  package var form: FormID
  package var attachment: AttachmentID

  package init(form: FormID, attachment: AttachmentID) {
    self.form = form
    self.attachment = attachment
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere and for a file of
  ///   another form, `.attachment` where the bytes are gone or altered.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (attachment: Attachment, bytes: [UInt8]) {
    let found = try await office.read { records in
      let ground = try records.ground(form, for: .readForms, by: signedIn)
      try ground.part(for: .readForms, by: signedIn)
      return try records.attachment(attachment, of: form)
    }
    guard let folder = office.attachments else { throw .attachment(.noFolder) }
    let bytes = await office.disk.run { () -> Result<[UInt8], AttachmentRefusal> in
      do throws(AttachmentProblem) { return .success(try folder.bytes(of: found.content)) } catch {
        return .failure(AttachmentRefusal(error))
      }
    }
    switch bytes {
    case .success(let bytes): return (found, bytes)
    case .failure(let refusal): throw .attachment(refusal)
    }
  }
}

/// Takes a file off a form while it is being written. The bytes stay, as do the entries about them.
package struct RemoveAttachment: Sendable {
  package var form: FormID
  package var attachment: AttachmentID

  package init(form: FormID, attachment: AttachmentID) {
    self.form = form
    self.attachment = attachment
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a file of another form, `.fields` for a closed
  ///   year.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let ground = try records.ground(form, for: .attachFiles, by: signedIn)
      try ground.part(for: .attachFiles, by: signedIn)
      try records.demandOpen(ground.entry.year)
      let found = try records.attachment(attachment, of: form)
      try records.removeAttachment(found.id)
      try records.append(
        signedIn.note(
          .attachmentRemove, found.ledgerSubject, at: moment, content: found.content, reason: found.name))
    }
  }
}

extension RecordView {
  /// A file of a form; one of another form is not there.
  func attachment(_ id: AttachmentID, of form: FormID) throws(RecordError) -> Attachment {
    let found = try attachment(id)
    guard found.subject == form.attachmentSubject else {
      throw .notFound(.attachment, key: id.description)
    }
    return found
  }
}
