// The two sides of the review, and whose paper counts for a form.
package import Organisations
import Permissions
import Records
package import Workflow

extension Stage {
  /// True where a form waits for a review that nobody has begun.
  var awaitsReview: Bool { self == .awaitingDepartment || self == .awaitingFinance }

  /// The role whose turn it is; nil where no review is on its way.
  package var reviewingRole: Role? {
    switch self {
    case .awaitingDepartment, .departmentReview: .departmentReviewer
    case .awaitingFinance, .financeReview: .financeReviewer
    case .draft, .returned, .approved, .disclosed, .withheld, .adjusting, .lapsed: nil
    }
  }
}

/// A paper as it stands, or as it would begin.
struct KeptWork: Sendable {
  var work: ReviewWork
  /// 0 where nobody has written in it yet.
  let revision: Int64
}

extension RecordView {
  /// The paper of a side on the version at hand.
  ///
  /// A version that was submitted again before anybody decided goes on with the paper of the one before; a
  /// decision that was taken back goes on with its grades.
  func reviewWork(of ground: FormGround, side: Role) throws(RecordError) -> KeptWork {
    let version = ground.entry.latestVersion
    if let stored = try reviewPaper(of: ground.entry.id, side: side.rawValue, version: version) {
      return KeptWork(work: try stored.value.work(), revision: stored.revision)
    }
    let earlier = try reviewPapers(of: ground.entry.id)
      .last { $0.value.side == side.rawValue && $0.value.version < version }
    guard var work = try earlier?.value.work() else { return KeptWork(work: ReviewWork(), revision: 0) }
    let turns: Set<String> = [Step.submit.rawValue, Step.reopen.rawValue]
    let isReopened = ground.decisions.last { turns.contains($0.action) }?.action == Step.reopen.rawValue
    if work.ended != nil, !isReopened { work = ReviewWork() }
    if isReopened { work.slip = [] }
    work.ended = nil
    return KeptWork(work: work, revision: 0)
  }
}
