// A grade of the review sheet.
import Permissions
package import Records
package import Review

/// Gives a point of the review sheet a grade of the reviewer's own, or takes it back.
package struct GradePoint: Sendable {
  package var form: FormID
  package var point: ReviewSheet.Point
  /// Nil goes back to the proposed one.
  package var grade: ReviewSheet.Grade?
  /// Why; nil leaves the reason that is there.
  package var reason: String?

  package init(
    form: FormID, point: ReviewSheet.Point, grade: ReviewSheet.Grade?, reason: String? = nil
  ) {
    self.form = form
    self.point = point
    self.grade = grade
    self.reason = reason
  }

  private static let reasonMax = 300

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let said = reason?.trimmed
    if let said, said.count > Self.reasonMax {
      throw .fields([FieldFault("reason", ReviewDeskWording.tooLong(Self.reasonMax))])
    }
    try await office.change { records in
      try ReviewTaking(form: form, signedIn: signedIn, moment: moment).write(.gradeForms, in: records) {
        work, _ throws in
        guard let grade else {
          work.grades[point] = nil
          return
        }
        work.grades[point] = ReviewWork.Grading(grade, reason: said ?? work.grades[point]?.reason ?? "")
      }
    }
  }
}
