// The operations of approvals and batches, for the walk through the table of permissions.
import Opinions
import Organisations
import Permissions
import Records
import Testing
import Workflow

@testable import OfficeOperations

extension WalkedOperation {
  static var approvals: [WalkedOperation] {
    let place = FormDesk.unitPlace
    var all: [WalkedOperation] = [
      WalkedOperation("ApproveForm", .step(.approve), at: place, stage: .financeReview) { walk in
        let form = try await walk.form(at: .financeReview)
        let length = try await walk.desk.course(form).length
        return {
          _ = try await ApproveForm(form: form, opinion: "同意", length: length).run(in: walk.office, by: $0)
        }
      },
      WalkedOperation("DraftOpinion", .step(.approve), at: place, stage: .financeReview) { walk in
        let form = try await walk.form(at: .financeReview)
        return { _ = try await DraftOpinion(form: form).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadApprovalStyle", .keepPhrases) { walk in
        { _ = try await ReadApprovalStyle(organisation: walk.county.department).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ChangeApprovalStyle", .keepPhrases) { walk in
        let key = ApprovalStyle.key(of: walk.county.department)
        let revision = try await walk.office.read { try $0.setting(key)?.revision ?? 0 }
        return {
          try await ChangeApprovalStyle(
            organisation: walk.county.department, style: ApprovalStyle(numberPattern: "农〔{年}〕{号}"),
            revision: revision
          ).run(in: walk.office, by: $0)
        }
      },
    ]
    for stage in [Stage.approved, .disclosed] {
      all.append(
        WalkedOperation("ReadApprovedForm", .printForms, at: place, stage: stage) { walk in
          let form = try await walk.form(at: stage)
          return { _ = try await ReadApprovedForm(form: form).run(in: walk.office, by: $0) }
        })
    }
    return all
  }

  static var batches: [WalkedOperation] {
    let place = FormDesk.unitPlace
    return [
      WalkedOperation("BeginBatchApproval", .step(.approve), at: place, stage: .financeReview) { walk in
        let form = try await walk.form(at: .financeReview)
        return { _ = try await BeginBatchApproval(.forms([form])).run(in: walk.office, by: $0) }
      },
      WalkedOperation("BeginBatchPrint", .printBatches, at: place) { walk in
        let form = try await walk.form(at: .approved)
        return { _ = try await BeginBatchPrint(.forms([form]), into: .onePaper).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadBatch", .printBatches, at: place) { walk in
        let (id, _) = try await walk.batch()
        return { _ = try await ReadBatch(id: id).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadDrawnForm", .step(.approve), at: place, stage: .financeReview) { walk in
        let (id, form) = try await walk.batch()
        return { _ = try await ReadDrawnForm(batch: id, form: form).run(in: walk.office, by: $0) }
      },
      WalkedOperation("JudgeDrawnForm", .step(.approve), at: place, stage: .financeReview) { walk in
        let (id, form) = try await walk.batch()
        let length = try await walk.desk.course(form).length
        return {
          try await JudgeDrawnForm(batch: id, form: form, length: length, opinion: "同意").run(
            in: walk.office, by: $0)
        }
      },
      WalkedOperation("ConfirmBatchApproval", .step(.approve), at: place, stage: .financeReview) { walk in
        let (id, form) = try await walk.batch()
        let length = try await walk.desk.course(form).length
        let owner = try walk.actor(.financeReviewer, .own, from: Walk.root)
        try await JudgeDrawnForm(batch: id, form: form, length: length, opinion: "同意").run(
          in: walk.office, by: owner)
        return { try await ConfirmBatchApproval(id: id).run(in: walk.office, by: $0) }
      },
      WalkedOperation("StopBatch", .printBatches, at: place) { walk in
        let (id, _) = try await walk.batch()
        return { try await StopBatch(id: id).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadBatchFile", .printBatches, at: place) { walk in
        let id = try await walk.printedBatch()
        return { _ = try await ReadBatchFile(id: id).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadBatchShare", .changeSettings, at: Walk.root) { walk in
        { _ = try await ReadBatchShare().run(in: walk.office, by: $0) }
      },
      WalkedOperation("ChangeBatchShare", .changeSettings, at: Walk.root) { walk in
        let revision = try await walk.office.read { try $0.setting(ReadBatchShare.key)?.revision ?? 0 }
        return { try await ChangeBatchShare(share: "10", revision: revision).run(in: walk.office, by: $0) }
      },
    ]
  }
}

extension Walk {
  /// A batch of the walker with one form that was drawn.
  func batch() async throws -> (BatchID, FormID) {
    // What an earlier one has confirmed is not to approve the form that all of them share.
    let now = office.now
    try await office.change { records in
      while let job = try records.takeJob(kinds: WorkOnBatch.kinds, now: now, leaseEnds: now) {
        try records.finish(job)
      }
    }
    let form = try await form(at: .financeReview)
    let owner = try actor(.financeReviewer, .own, from: Walk.root)
    let id = try await BeginBatchApproval(.forms([form])).run(in: office, by: owner)
    try await giveFinance()
    while try await WorkOnBatch().run(in: office) {}
    return (id, form)
  }

  /// A batch of the walker that has a file, whatever is in it.
  func printedBatch() async throws -> BatchID {
    let form = try await form(at: .approved)
    let owner = try actor(.financeReviewer, .own, from: Walk.root)
    let id = try await BeginBatchPrint(.forms([form]), into: .onePaper).run(in: office, by: owner)
    let kept = try #require(office.attachments).keep([1, 2, 3])
    let (person, now) = (walker.id, office.now)
    try await office.change { records in
      try records.add(
        Attachment(
          id: try records.nextNumber(), subject: "batch/\(id)", name: "批复表.pdf", byteCount: 3, content: kept,
          person: person, moment: now))
    }
    return id
  }

  /// Jobs act with the parts that the store has: the walker is a reviewer of the bureau there.
  private func giveFinance() async throws {
    let (person, root, day) = (walker.id, county.root, office.today)
    try await office.change { records in
      let held = try records.assignments(of: person).map(\.value)
      guard !held.contains(where: { $0.role == .financeReviewer }) else { return }
      guard let days = DaySpan(first: day) else { return }
      try records.add(
        Assignment(
          id: try records.nextNumber(), person: person, role: .financeReviewer, organisation: root, days: days
        ))
    }
  }
}
