// A file that belongs to a form: kept under the hash of its bytes.
import Ledger
import Organisations
import Permissions
import Quantities
package import Records

/// Attaches a file to a form that is being written.
///
/// The bytes are read from the disk piece by piece, and lie in the folder before the record says so.
package struct AttachFile: Sendable {
  package var form: FormID
  /// As the person's machine calls it; a path before it is left off.
  package var name: String
  /// Where the bytes lie now; they stay there.
  package var path: String

  package init(form: FormID, name: String, path: String) {
    self.form = form
    self.name = name
    self.path = path
  }

  /// Bytes of a file at most.
  package static let bytesMax: Int64 = 20 << 20
  /// Files of a form at most.
  package static let filesMax = 30
  private static let nameCharactersMax = 120

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, `.attachment`,
  ///   `.fields` for a closed year.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Attachment {
    // Asked before a byte is kept, and again where the record is written.
    try await ask(in: office, by: signedIn)
    guard let folder = office.attachments else { throw .attachment(.noFolder) }
    guard let name = Self.name(name) else { throw .attachment(.name) }
    let path = path
    let kept: (content: ContentHash, byteCount: Int64)
    switch await office.disk.run({ Self.keep(path, in: folder) }) {
    case .success(let done): kept = done
    case .failure(let refusal): throw .attachment(refusal)
    }
    let moment = office.now
    return try await office.change { records in
      try check(in: records, by: signedIn)
      let attachment = Attachment(
        id: try records.nextNumber(), subject: form.attachmentSubject, name: name, byteCount: kept.byteCount,
        content: kept.content, person: signedIn.person.id, moment: moment)
      try records.add(attachment)
      try records.append(
        signedIn.note(
          .attachmentAdd, attachment.ledgerSubject, at: moment, content: kept.content, reason: name))
      return attachment
    }
  }

  /// Whether one more file may be attached, before anything is uploaded.
  ///
  /// - Throws: as `run`.
  package func ask(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    try await office.read { records in try check(in: records, by: signedIn) }
  }

  private func check(in records: any RecordView, by signedIn: SignedIn) throws {
    let ground = try records.ground(form, for: .attachFiles, by: signedIn)
    try ground.part(for: .attachFiles, by: signedIn)
    try records.demandOpen(ground.entry.year)
    guard try records.attachments(of: form.attachmentSubject).count < Self.filesMax else {
      throw AttachmentRefusal.tooMany(max: Self.filesMax)
    }
  }

  /// The name without a path; nil for none that a list could show.
  static func name(_ text: String) -> String? {
    let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0).trimmed } ?? ""
    let isFit = last.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
    return last.isEmpty || last == "." || last == ".." || !isFit || last.count > nameCharactersMax
      ? nil : last
  }

  private static func keep(
    _ path: String, in folder: AttachmentFolder
  ) -> Result<(content: ContentHash, byteCount: Int64), AttachmentRefusal> {
    do throws(AttachmentProblem) {
      let kept = try folder.keep(fileAt: path, bytesMax: bytesMax)
      return kept.byteCount == 0 ? .failure(.empty) : .success(kept)
    } catch { return .failure(AttachmentRefusal(error)) }
  }
}

extension FormID {
  /// The subject of the attachments of a form.
  var attachmentSubject: String { "form/\(self)" }
}

extension Attachment {
  /// The path of the ledger.
  var ledgerSubject: String { "\(subject)/attachment/\(id)" }
}
