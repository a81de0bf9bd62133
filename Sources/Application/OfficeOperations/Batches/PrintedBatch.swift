// The papers of a batch, printed beside the office's other work, and kept as one file.
import Archives
import FormExport
import Forms
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Tables
import Workflow

/// Prints a batch: read, laid out and written some at a time, so that its page can tell how far it is. A node
/// that dies begins it anew at another.
struct PrintedBatch: Sendable {
  private let errand: WorkOnBatch.Errand

  init(_ errand: WorkOnBatch.Errand) { self.errand = errand }

  private static let formsAtOnce = 25
  /// Printing waits for fonts and takes milliseconds a page: on a thread of its own.
  private static let lane = DiskLane()

  private struct Printed: Sendable {
    let form: FormID
    let record: Form
    let paper: LaidOutForm
    let place: String
  }

  func run(in office: Office) async throws(OfficeRefusal) {
    guard let folder = office.attachments else { return try await fail(ApprovalWording.noFolder, in: office) }
    let settings = ExportSettings(format: format, created: Int(office.now.milliseconds / 1_000))
    // Opening fonts takes longer than printing a form.
    guard let writer = await Self.lane.run({ try? ExportForms(settings) }) else {
      return try await fail(ApprovalWording.notPrinted, in: office)
    }
    var names = ExportFileName()
    var archive = ArchiveWriter()
    var papers: [Printed] = []
    var last: FormID?
    while true {
      let some = try await next(after: last, in: office)
      guard let end = some.last else { break }
      last = end
      let read = try await read(some, in: office)
      papers += read
      if isArchive {
        for printed in read {
          guard let file = await write([printed.paper], by: writer) else {
            return try await fail(ApprovalWording.notPrinted, in: office)
          }
          archive.add(names.name(of: printed.record, format: format), file)
        }
      }
      try await note(some, printed: Set(read.map(\.form)), in: office)
    }
    papers.sort { ($0.place, $0.form) < ($1.place, $1.form) }
    guard !papers.isEmpty else { return try await fail(ApprovalWording.notInForce, in: office) }
    let written: [UInt8]?
    if isArchive {
      written = try? archive.finish()
    } else {
      written = await write(papers.map(\.paper), by: writer)
    }
    guard let bytes = written else { return try await fail(ApprovalWording.notPrinted, in: office) }
    let kept = await office.disk.run { () -> Result<ContentHash, AttachmentProblem> in
      Result { () throws(AttachmentProblem) in try folder.keep(bytes) }
    }
    guard case .success(let content) = kept else {
      return try await fail(ApprovalWording.notPrinted, in: office)
    }
    try await keep(content, byteCount: bytes.count, of: papers.count, in: office)
  }

  private var isArchive: Bool { errand.batch.known.printing != .onePaper }

  private var format: ExportFormat {
    switch errand.batch.known.printing {
    case .onePaper, .papers: .pdf
    case .wordFiles: .docx
    case .workbooks: .xlsx
    }
  }

  /// The next forms of the batch, those before a node that died had come to included.
  private func next(after last: FormID?, in office: Office) async throws(OfficeRefusal) -> [FormID] {
    try await office.read { records in
      guard try records.batch(errand.batch.id).value.progress == .working else {
        throw RecordError.notFound(.batch, key: errand.batch.id.description)
      }
      return try records.batchItems(
        of: errand.batch.id, in: nil, after: last, limit: Self.formsAtOnce
      ).map(\.form)
    }
  }

  private func read(_ forms: [FormID], in office: Office) async throws(OfficeRefusal) -> [Printed] {
    try await office.read { records in
      try forms.compactMap { form -> Printed? in
        let ground: FormGround
        do {
          ground = try records.ground(form, for: .printBatches, by: errand.signedIn)
          try ground.part(for: .printBatches, by: errand.signedIn)
        } catch {
          guard WorkOnBatch.reason(of: OfficeRefusal(error)) != nil else { throw error }
          return nil
        }
        guard let paper = try records.paper(of: ground, as: .financeReviewer, by: errand.signedIn) else {
          return nil
        }
        return Printed(
          form: form, record: paper.record, paper: paper.paper,
          place: ground.organisation.path.description)
      }
    }
  }

  private func write(_ papers: [LaidOutForm], by writer: ExportForms) async -> [UInt8]? {
    await Self.lane.run { try? writer.write(papers).bytes }
  }

  private func note(_ forms: [FormID], printed: Set<FormID>, in office: Office) async throws(OfficeRefusal) {
    try await office.change { records in
      for form in forms {
        guard let item = try records.batchItem(form, of: errand.batch.id) else { continue }
        let isPrinted = printed.contains(form)
        try records.save(
          item.moved(
            to: isPrinted ? .done : .out,
            isPrinted ? nil : BatchItemDetails(reason: ApprovalWording.notInForce)))
      }
    }
  }

  private func keep(
    _ content: ContentHash, byteCount: Int, of count: Int, in office: Office
  ) async throws(OfficeRefusal) {
    let moment = office.now
    let name = ApprovalWording.archive(count, day: moment.day()) + (isArchive ? ".zip" : ".pdf")
    try await office.change { records in
      let stored = try records.batch(errand.batch.id)
      guard stored.value.progress == .working else { return }
      try records.add(
        Attachment(
          id: try records.nextNumber(), subject: stored.value.subject, name: name,
          byteCount: Int64(byteCount), content: content, person: stored.value.person, moment: moment))
      try records.save(stored.value.moved(to: .done), expecting: stored.revision)
      try records.append(
        errand.signedIn.note(
          .batchEnd, stored.value.subject, at: moment, content: content, reason: "\(count) \(name)"))
    }
  }

  private func fail(_ problem: String, in office: Office) async throws(OfficeRefusal) {
    try await office.change { records in
      let stored = try records.batch(errand.batch.id)
      guard stored.value.progress == .working else { return }
      var details = stored.value.known
      details.problem = problem
      try records.save(stored.value.moved(to: .done, details), expecting: stored.revision)
    }
  }
}

/// What a batch has printed, with its bytes.
package struct ReadBatchFile: Sendable {
  package var id: BatchID

  package init(id: BatchID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for somebody else's batch and while nothing is
  ///   printed, `.attachment` where the bytes are gone or altered.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (attachment: Attachment, bytes: [UInt8]) {
    let found = try await office.read { records in
      let stored = try records.batch(id, of: .printing, by: signedIn)
      guard let file = try records.attachments(of: stored.value.subject).last else {
        throw RecordError.notFound(.attachment, key: id.description)
      }
      return file
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
