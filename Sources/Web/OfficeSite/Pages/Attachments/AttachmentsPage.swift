// The files of a form: listed, attached, downloaded, taken off.
import Design
import HTML
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

/// The bounds of one upload of attachments.
enum AttachmentUpload {
  /// Files of one upload at most.
  static let filesMax = 5
  /// All files of one upload, and what stands around them.
  static let bytesMax = Int(AttachFile.bytesMax) * filesMax + (1 << 16)
}

extension OfficePages {
  @Sendable func attachmentsPage(
    _ request: Request, _ context: OfficeContext, form: FormID
  ) async throws -> Response {
    try await attachmentsPage(request, context, form, Outcome.notices(request)).response()
  }

  @Sendable func attachFiles(_ request: Request, _ context: OfficeContext, form: FormID) async throws
    -> Response
  {
    let signedIn = try context.person()
    // Whoever may attach nothing sends nothing to the disk.
    guard let folder = office.attachments else { throw OfficeRefusal.attachment(.noFolder) }
    var limits = UploadLimits()
    limits.partsMax = AttachmentUpload.filesMax + 3
    limits.fileBytesMax = Int(AttachFile.bytesMax) + 1
    do {
      try await AttachFile(form: form, name: "", path: "").ask(in: office, by: signedIn)
      try await request.withUpload(in: try folder.incoming(), limits: limits) { upload in
        let files = upload.files.filter { !$0.clientName.isEmpty || $0.bytes > 0 }
        guard !files.isEmpty else { throw OfficeRefusal.attachment(.empty) }
        for file in files {
          _ = try await AttachFile(form: form, name: file.clientName, path: file.path)
            .run(in: office, by: signedIn)
        }
      }
    } catch let error as OfficeRefusal {
      guard case .attachment(let refusal) = error else { throw error }
      return try await attachmentsPage(
        request, context, form, [Notice(.stop, AttachmentsWording.notAttached, text: refusal.sentence)]
      ).response(error.status)
    }
    return .redirect(to: Outcome.fileAttached.on(Routes.attachments(form)))
  }

  @Sendable func attachmentFile(
    _ request: Request, _ context: OfficeContext, form: FormID, attachment: AttachmentID
  ) async throws -> Response {
    let signedIn = try context.person()
    let found = try await ReadAttachment(form: form, attachment: attachment).run(in: office, by: signedIn)
    // Never shown inside the office: what somebody attached could be a page with a script.
    return .download(.bytes(found.bytes), type: .bytes, name: found.attachment.name)
  }

  @Sendable func removeAttachment(
    _ request: Request, _ context: OfficeContext, form: FormID, attachment: AttachmentID
  ) async throws -> Response {
    let signedIn = try context.person()
    _ = try await request.form()
    try await RemoveAttachment(form: form, attachment: attachment).run(in: office, by: signedIn)
    return .redirect(to: Outcome.fileRemoved.on(Routes.attachments(form)))
  }

  // MARK: The page

  private func attachmentsPage(
    _ request: Request, _ context: OfficeContext, _ form: FormID, _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let list = try await ListAttachments(form: form).run(in: office, by: signedIn)
    let history = try await ReadFormHistory(form: form).run(in: office, by: signedIn)
    let token = try context.formToken()
    let name = HistoryWording.name(history)
    var content = notices
    content.append(filesPanel(list, form, token))
    if list.mayChange { content.append(uploadPanel(form, token)) }
    var frame = Frame(content)
    frame.isNarrow = true
    return try await page(
      AttachmentsWording.title(name), request, context, here: Routes.projects(),
      pageBar: PageBar(
        AttachmentsWording.title(name), back: Destination(HistoryWording.back, Routes.form(form)),
        beside: [Tag(history.course.stage)],
        buttons: [Button.small(ProjectsWording.history, .go(Routes.formHistory(form)))]),
      content: [frame])
  }

  private func filesPanel(
    _ list: ListAttachments.AttachmentList, _ form: FormID, _ token: FormToken
  ) -> Panel {
    guard !list.lines.isEmpty else {
      let advice = list.mayChange ? AttachmentsWording.noneAdvice : AttachmentsWording.noneToRead
      return Panel(nil, isPadded: false, [EmptyPlace(AttachmentsWording.none, advice)])
    }
    let today = office.today
    let rows = list.lines.map { line in
      let file = line.attachment
      let remove: any Component =
        list.mayChange
        ? PageForm(
          Routes.removeAttachment(form, file.id), token,
          [Button.small(AttachmentsWording.remove, .send(name: nil, value: nil), look: .quiet)])
        : Words("")
      return ListTable.Row(
        Lead(file.name, Routes.attachment(form, file.id)),
        [
          Words(AttachmentsWording.size(file.byteCount)),
          Words("\(line.person) \(OfficeWording.when(file.moment, today: today))"),
          Digest(file.content.description), remove,
        ])
    }
    return Panel(
      AttachmentsWording.files(list.lines.count), isPadded: false,
      [
        ListTable(
          AttachmentsWording.files(list.lines.count),
          columns: [
            .init(AttachmentsWording.name), .init(AttachmentsWording.size, isNumber: true),
            .init(AttachmentsWording.person), .init(AttachmentsWording.digest), .init(""),
          ], rows: rows)
      ])
  }

  private func uploadPanel(_ form: FormID, _ token: FormToken) -> Panel {
    var file = Question("file", AttachmentsWording.choose, .file(accept: "", takesMany: true))
    file.hint = AttachmentsWording.hint
    file.isNeeded = true
    var upload = PageForm(
      Routes.attachments(form), token,
      [Questions([file]), Buttons([Button.send(AttachmentsWording.attach)])])
    upload.takesFiles = true
    return Panel(AttachmentsWording.attach, [upload])
  }
}

/// The beginning of a digest, the whole of it for those who copy it.
struct Digest: Component {
  var text: String

  init(_ text: String) { self.text = text }

  func write(to page: inout MarkupWriter) {
    page.element("code", ["class": "keeps", "title": text]) { $0.text(text.prefix(12)) }
  }
}
