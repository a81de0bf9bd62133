// The approval of a form: one operation for the page, the keyboard and the batch.
import Ledger
import Model
import Opinions
import Organisations
import Permissions
import Quantities
package import Records
package import Workflow

/// Approves a form: opened where it still waits, with its number, the version with the opinion in its cell,
/// the decision and the ledger, all or nothing.
package struct ApproveForm: Sendable {
  package var form: FormID
  /// The opinion (批复意见).
  package var opinion: String
  /// How many steps the form had when the person decided.
  package var length: Int

  package init(form: FormID, opinion: String, length: Int) {
    self.form = form
    self.opinion = opinion
    self.length = length
  }

  /// Characters of an opinion at most.
  package static let opinionCharactersMax = 1000

  /// What came of it.
  package struct Approved: Sendable {
    package let course: FormCourse
    /// Nil where the bureau gives none.
    package let number: String?
    /// True where this very approval was there already: the person pressed twice.
    package let isRepeated: Bool
  }

  /// - Throws: as `TakeStep`, and `.fields` for an opinion that is too long.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Approved {
    let moment = office.now
    return try await office.change { records in
      try StepTaking(form: form, length: length, signedIn: signedIn, moment: moment)
        .approve(saying: opinion, in: records)
    }
  }
}

extension StepTaking {
  /// Approves in a transaction that is open.
  ///
  /// - Parameter given: a number that was given elsewhere; nil takes the next of the bureau.
  func approve(
    saying opinion: String, number given: String? = nil, in records: any RecordTransaction
  ) throws -> ApproveForm.Approved {
    let before = try records.ground(form, for: .step(.approve), by: signedIn)
    let opinion = opinion.trimmed
    guard opinion.count <= ApproveForm.opinionCharactersMax else {
      throw OfficeRefusal.fields([
        FieldFault("opinion", ApprovalWording.opinionTooLong(ApproveForm.opinionCharactersMax))
      ])
    }
    if isApproved(with: opinion, on: before) {
      return ApproveForm.Approved(
        course: before.course, number: before.decisions.approvalNumber, isRepeated: true)
    }
    var taking = self
    if before.course.stage == .awaitingFinance, before.course.length == length {
      taking = try afterOpening(in: records)
    }
    return try taking.approveOpened(opinion, number: given, in: records)
  }

  private func approveOpened(
    _ opinion: String, number given: String?, in records: any RecordTransaction
  ) throws -> ApproveForm.Approved {
    let ground = try records.ground(form, for: .step(.approve), by: signedIn)
    guard ground.course.length == length else {
      throw RecordError.stale(
        .form, key: form.description, expected: Int64(length), found: Int64(ground.course.length))
    }
    guard let part = try ground.part(for: .step(.approve), by: signedIn) else {
      throw OfficeRefusal.unforeseen
    }
    let number = try given ?? records.approvalNumber(for: ground, at: part.place, on: moment)
    let deed = Deed.approval(opinion: opinion, number: number)
    let taken = try take(deed, in: records) { try version(for: deed, on: $0, in: records) }
    return ApproveForm.Approved(course: taken.course, number: number, isRepeated: taken.isRepeated)
  }

  /// True where the person has just approved from the same page, opening it on the way or not.
  private func isApproved(with opinion: String, on ground: FormGround) -> Bool {
    let since = ground.decisions.dropFirst(max(0, length))
    guard let last = since.last, last.action == Step.approve.rawValue, last.reason == opinion else {
      return false
    }
    return since.count <= 2 && since.allSatisfy { $0.person == signedIn.person.id }
      && (since.count == 1 || since.first?.action == Step.open.rawValue)
  }
}
