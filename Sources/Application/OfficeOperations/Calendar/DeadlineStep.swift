// The steps of the year that have a last day.

/// What a deadline is for; raw values are kept in the store.
package enum DeadlineStep: String, Sendable, CaseIterable {
  /// Units hand in their target forms.
  case targetSubmission = "target.submission"
  /// Departments have reviewed them.
  case targetDepartmentReview = "target.department-review"
  /// The bureau has approved them.
  case targetApproval = "target.approval"
  /// Approved targets are published (20 days after the approval of the budget).
  case targetDisclosure = "target.disclosure"
  /// Units report what was done so far (财预〔2019〕136号).
  case monitoringSubmission = "monitoring.submission"
  /// Units evaluate themselves (财预〔2020〕10号).
  case evaluationSubmission = "evaluation.submission"
}
