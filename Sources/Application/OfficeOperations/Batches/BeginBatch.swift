// Work on many forms is asked for: noted with its forms, and put in line for a job.
import Ledger
import Organisations
import Permissions
import Quantities
package import Records
import Workflow

/// Begins to approve forms in a batch: each is held against the rules first, some are drawn to be read.
package struct BeginBatchApproval: Sendable {
  package var selection: BatchSelection

  package init(_ selection: BatchSelection) { self.selection = selection }

  /// - Throws: `.permission`, `.records(.notFound)` where a form that was named lies elsewhere, `.fields` for
  ///   none and for too many.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> BatchID {
    let moment = office.now
    let id = try await office.change { records in
      let entries = try records.forms(of: selection, for: BatchKind.approval.right, by: signedIn)
      return try records.begin(.approval, with: entries, BatchDetails(), by: signedIn, at: moment)
    }
    await office.batchBell.ring()
    return id
  }
}

/// Begins to print the approvals of forms in a batch.
package struct BeginBatchPrint: Sendable {
  package var selection: BatchSelection
  package var printing: BatchPrinting

  package init(_ selection: BatchSelection, into printing: BatchPrinting) {
    self.selection = selection
    self.printing = printing
  }

  /// - Throws: as `BeginBatchApproval`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> BatchID {
    let moment = office.now
    let id = try await office.change { records in
      let entries = try records.forms(of: selection, for: BatchKind.printing.right, by: signedIn)
      var details = BatchDetails()
      details.printing = printing
      return try records.begin(.printing, with: entries, details, by: signedIn, at: moment)
    }
    await office.batchBell.ring()
    return id
  }
}

extension RecordTransaction {
  /// Notes a batch with its forms and puts it in line.
  func begin(
    _ kind: BatchKind, with entries: [FormEntry], _ details: BatchDetails, by signedIn: SignedIn,
    at moment: Moment
  ) throws -> BatchID {
    guard let first = entries.first else { throw OfficeRefusal.unforeseen }
    let batch = Batch(
      id: try nextNumber(), kind: kind.rawValue, person: signedIn.person.id, organisation: first.organisation,
      moment: moment,
      state: (kind == .approval ? BatchState.checking : .working).rawValue, details: details.text)
    try add(batch)
    for entry in entries {
      try add(
        BatchItem(
          batch: batch.id, form: entry.id, state: BatchItemState.waiting.rawValue,
          note: BatchItemDetails().text))
    }
    try add(Job(id: try nextNumber(), workingOn: batch.id, prints: kind == .printing, due: moment))
    try append(
      signedIn.note(
        .batchBegin, batch.subject, at: moment,
        content: ContentHash(of: Array(entries.map(\.id.description).joined(separator: ",").utf8)),
        reason: "\(kind.rawValue) \(entries.count)"))
    return batch.id
  }
}

extension Job {
  /// What works on batches, a few forms at a time.
  static let batchWork = "batch.work"
  /// What prints a batch.
  static let batchPrinting = "batch.print"

  init(id: JobID, workingOn batch: BatchID, prints: Bool = false, due: Moment) {
    self.init(
      id: id, kind: prints ? Self.batchPrinting : Self.batchWork, payload: "{\"batch\":\(batch)}", due: due)
  }
}
