// A form of a batch, looked at before it is approved: what it would say, or why it cannot be.
import Findings
import Ledger
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

/// What is seen of a form when a batch comes to it.
enum ApprovalLook: Sendable {
  case seen(ApprovalGround)
  case refused(String)

  init(
    at form: FormID, by signedIn: SignedIn, in records: any RecordView, memory: FormMemory
  ) throws {
    do {
      self = .seen(try records.approvalGround(form, by: signedIn, memory: memory))
    } catch {
      guard let reason = WorkOnBatch.reason(of: OfficeRefusal(error)) else { throw error }
      self = .refused(reason)
    }
  }

  /// The item as it goes on: clean with its opinion, or out with the reason.
  func judged(_ item: BatchItem) -> BatchItem {
    switch self {
    case .refused(let reason): return item.moved(to: .out, BatchItemDetails(reason: reason))
    case .seen(let ground):
      let proposal = ground.proposal()
      if let reason = Self.finding(in: proposal) {
        return item.moved(to: .out, BatchItemDetails(reason: reason))
      }
      var details = BatchItemDetails()
      details.length = proposal.course.length
      details.version = proposal.entry.latestVersion
      details.opinion = proposal.draft.text
      return item.moved(to: .clean, details)
    }
  }

  /// Why a form that was clean cannot be approved any more; nil where it can.
  func obstacle(for item: BatchItem) -> String? {
    switch self {
    case .refused(let reason): return reason
    case .seen(let ground):
      let known = item.known
      guard ground.ground.course.length == known.length, ground.ground.entry.latestVersion == known.version
      else { return ApprovalWording.movedOn }
      // What somebody has read was his to judge.
      return item.progress == .read ? nil : Self.finding(in: ground.proposal())
    }
  }

  private static func finding(in proposal: ApprovalProposal) -> String? {
    guard !proposal.isClean else { return nil }
    func count(_ severity: Severity) -> Int {
      proposal.findings.count { $0.finding.severity == severity }
    }
    return ApprovalWording.notClean(errors: count(.error), warnings: count(.warning))
  }
}
