// The forms of a batch that chance has drawn: looked at, agreed to, or taken out.
import Ledger
import Opinions
import Organisations
import Permissions
import Quantities
package import Records
import Review
import Workflow

/// A drawn form with what would be said of it.
package struct ReadDrawnForm: Sendable {
  package var batch: BatchID
  package var form: FormID

  package init(batch: BatchID, form: FormID) {
    self.batch = batch
    self.form = form
  }

  /// What the page shows.
  package struct Drawn: Sendable {
    package let batch: Batch
    package let item: BatchItem
    package let proposal: ApprovalProposal
    /// The next drawn form that nobody has read; nil where this is the last.
    package let next: FormID?
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for somebody else's batch and a form that was not
  ///   drawn.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Drawn {
    let memory = office.memory
    let (stored, item, ground, next) = try await office.read { records in
      let stored = try records.batch(batch, of: .approval, by: signedIn)
      let item = try records.drawnItem(form, of: batch)
      let ground = try records.approvalGround(form, by: signedIn, memory: memory)
      let drawn = try records.batchItems(
        of: batch, in: BatchItemState.drawn.rawValue, after: nil, limit: BatchSelection.formsMax)
      let others = drawn.map(\.form).filter { $0 != form }
      return (stored, item, ground, others.first { $0 > form } ?? others.first)
    }
    return Drawn(batch: stored.value, item: item, proposal: ground.proposal(), next: next)
  }
}

/// Says what somebody thinks of a drawn form.
package struct JudgeDrawnForm: Sendable {
  package var batch: BatchID
  package var form: FormID
  /// How many steps the form had when it was read: what changed since is to be read again.
  package var length: Int
  /// The opinion that it gets; nil takes it out of the batch.
  package var opinion: String?

  package init(batch: BatchID, form: FormID, length: Int, opinion: String?) {
    self.batch = batch
    self.form = form
    self.length = length
    self.opinion = opinion
  }

  /// - Throws: `.permission`, `.records(.notFound)` as `ReadDrawnForm`, `.records(.stale)` where the form has
  ///   moved on, `.fields` for an opinion without a word.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.batch(batch, of: .approval, by: signedIn)
      let item = try records.drawnItem(form, of: batch)
      guard stored.value.progress == .reading else {
        throw RecordError.stale(.batch, key: batch.description, expected: 0, found: stored.revision)
      }
      let ground = try records.ground(form, for: .step(.approve), by: signedIn)
      guard let opinion = opinion?.trimmed else {
        try records.save(
          item.moved(to: .out, BatchItemDetails(reason: ApprovalWording.takenOut)))
        try records.append(
          signedIn.note(.batchRead, "\(stored.value.subject)/form/\(form)", at: moment, reason: "out"))
        return
      }
      if opinion.isEmpty {
        throw OfficeRefusal.fields([FieldFault("opinion", ApprovalWording.opinionMissing)])
      }
      guard opinion.count <= ApproveForm.opinionCharactersMax else {
        throw OfficeRefusal.fields([
          FieldFault("opinion", ApprovalWording.opinionTooLong(ApproveForm.opinionCharactersMax))
        ])
      }
      guard ground.course.length == length, item.known.length == length else {
        throw RecordError.stale(
          .form, key: form.description, expected: Int64(length), found: Int64(ground.course.length))
      }
      var details = item.known
      details.opinion = opinion
      try records.save(item.moved(to: .read, details))
      try records.append(
        signedIn.note(.batchRead, "\(stored.value.subject)/form/\(form)", at: moment, reason: "read"))
    }
  }
}

/// Approves what a batch has found clean, once everything that was drawn is read.
package struct ConfirmBatchApproval: Sendable {
  package var id: BatchID

  package init(id: BatchID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)`, `.fields` while drawn forms are unread; a second
  ///   press does nothing.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.batch(id, of: .approval, by: signedIn)
      guard stored.value.progress == .reading else { return }
      let counts = try records.batchItemCounts(of: id)
      let unread = counts[BatchItemState.drawn.rawValue] ?? 0
      if unread > 0 { throw OfficeRefusal.fields([FieldFault("forms", ApprovalWording.unread(unread))]) }
      let count = [BatchItemState.clean, .read].reduce(0) { $0 + (counts[$1.rawValue] ?? 0) }
      try records.save(stored.value.moved(to: count == 0 ? .done : .working), expecting: stored.revision)
      if count > 0 { try records.add(Job(id: try records.nextNumber(), workingOn: id, due: moment)) }
      try records.append(
        signedIn.note(.batchConfirm, stored.value.subject, at: moment, reason: String(count)))
    }
    await office.batchBell.ring()
  }
}

/// Stops a batch; what was done stays done, the rest stays as it is.
package struct StopBatch: Sendable {
  package var id: BatchID

  package init(id: BatchID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for somebody else's.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.demandPart(.printBatches)
      let stored = try records.batch(id, of: nil, by: signedIn)
      guard stored.value.progress != .done, stored.value.progress != .stopped else { return }
      try records.save(stored.value.moved(to: .stopped), expecting: stored.revision)
      try records.append(signedIn.note(.batchStop, stored.value.subject, at: moment))
    }
  }
}

extension RecordView {
  /// A form of a batch that was drawn, read or not.
  func drawnItem(_ form: FormID, of batch: BatchID) throws -> BatchItem {
    guard let item = try batchItem(form, of: batch), item.progress == .drawn || item.progress == .read else {
      throw RecordError.notFound(.batch, key: "\(batch)/\(form)")
    }
    return item
  }
}
