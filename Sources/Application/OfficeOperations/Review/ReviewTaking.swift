// What everything that a reviewer does with a form has in common: it is open on the own desk then.
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Workflow

/// A reviewer at work on a form.
struct ReviewTaking: Sendable {
  let form: FormID
  let signedIn: SignedIn
  let moment: Moment

  /// The form with the review begun: whoever writes the first word opens it, so that nobody has to press a
  /// button for it and looking alone takes nothing from the clerk.
  ///
  /// - Throws: as `TakeStep`.
  func opened(
    for right: Right, in records: any RecordTransaction
  ) throws -> (ground: FormGround, side: Role) {
    var ground = try records.ground(form, for: right, by: signedIn)
    if ground.course.stage.awaitsReview {
      try ground.part(for: .step(.open), by: signedIn)
      _ = try StepTaking(form: form, length: ground.course.length, signedIn: signedIn, moment: moment)
        .afterOpening(in: records)
      ground = try records.ground(form, for: right, by: signedIn)
    }
    guard let part = try ground.part(for: right, by: signedIn) else { throw OfficeRefusal.unforeseen }
    try records.demandOpen(ground.entry.year)
    return (ground, part.role)
  }

  /// Changes the paper of the own side.
  func write(
    _ right: Right, in records: any RecordTransaction, _ edit: (inout ReviewWork, FormGround) throws -> Void
  ) throws {
    let (ground, side) = try opened(for: right, in: records)
    let kept = try records.reviewWork(of: ground, side: side)
    var work = kept.work
    try edit(&work, ground)
    work.ended = nil
    try save(work, over: kept, of: ground, side: side, in: records)
  }

  /// Writes the paper where it says something else now.
  @discardableResult
  func save(
    _ work: ReviewWork, over kept: KeptWork, of ground: FormGround, side: Role,
    in records: any RecordTransaction
  ) throws -> ReviewPaper {
    let paper = ReviewPaper(
      form: form, side: side.rawValue, version: ground.entry.latestVersion, details: work.text,
      person: signedIn.person.id, moment: moment)
    if work != kept.work { try records.save(paper, expecting: kept.revision) }
    return paper
  }
}
