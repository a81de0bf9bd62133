// Where a form stands on its way from a draft to the public.

/// The stages of a form; raw values are kept in stores and addresses.
package enum Stage: String, Sendable, CaseIterable {
  /// 草稿: the clerk writes the first version.
  case draft
  /// 待部门审核: submitted, nobody has opened it.
  case awaitingDepartment = "awaiting-department"
  /// 部门审核中
  case departmentReview = "department-review"
  /// 待财政审核: submitted or forwarded, nobody there has opened it.
  case awaitingFinance = "awaiting-finance"
  /// 财政审核中
  case financeReview = "finance-review"
  /// 已退回: the clerk mends the cells that were named.
  case returned
  /// 已批复
  case approved
  /// 已公开
  case disclosed
  /// 不予公开: withheld with a reason.
  case withheld
  /// 调整中: the clerk writes a later version while the approved one stays in force.
  case adjusting
  /// 已作废: ended without an approval.
  case lapsed

  /// True where the clerk writes.
  package var isEditing: Bool {
    switch self {
    case .draft, .returned, .adjusting: true
    case .awaitingDepartment, .departmentReview, .awaitingFinance, .financeReview, .approved, .disclosed,
      .withheld, .lapsed:
      false
    }
  }

  /// True where a version is on its way through the reviews.
  package var isUnderReview: Bool {
    switch self {
    case .awaitingDepartment, .departmentReview, .awaitingFinance, .financeReview: true
    case .draft, .returned, .approved, .disclosed, .withheld, .adjusting, .lapsed: false
    }
  }

  /// True where the version is approved and in force.
  package var isInForce: Bool {
    switch self {
    case .approved, .disclosed, .withheld: true
    case .draft, .awaitingDepartment, .departmentReview, .awaitingFinance, .financeReview, .returned,
      .adjusting, .lapsed:
      false
    }
  }
}
