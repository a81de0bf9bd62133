// What a person may be: the parts that people play, and which of them one person must not play together.

/// A part that a person plays at a place of the tree.
package enum Role: String, Sendable, CaseIterable {
  /// 经办: makes the forms of a unit.
  case clerk
  /// 部门审核: checks and forwards the forms of the units below.
  case departmentReviewer = "department-reviewer"
  /// 财政审核: reviews, returns, approves.
  case financeReviewer = "finance-reviewer"
  /// 评价: scores selected projects.
  case evaluator
  /// 只读: leaders, the people's congress, auditors.
  case reader
  /// 系统管理员: organisations, people, periods, backups; sees no form and gives no right.
  case systemAdministrator = "system-administrator"
  /// 安全管理员: gives and ends rights, unlocks accounts; sees no form and makes no person.
  case securityAdministrator = "security-administrator"
  /// 审计管理员: reads and verifies the ledger; changes nothing.
  case auditAdministrator = "audit-administrator"

  /// True for the three administrators.
  package var isAdministrator: Bool {
    switch self {
    case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
    case .clerk, .departmentReviewer, .financeReviewer, .evaluator, .reader: false
    }
  }

  /// Whether one person may hold both: an administrator holds nothing beside that one part (GB/T 22239,
  /// separation of the three administrators). The other roles go together, because one person is often all
  /// of a small office; that nobody decides on own work is asked form by form.
  package func isCompatible(with other: Role) -> Bool {
    self == other || !isAdministrator && !other.isAdministrator
  }

  /// The kinds of organisations at which the role can be held.
  package var kinds: Set<OrganisationKind> {
    switch self {
    case .clerk: [.bureau, .department, .unit]
    case .departmentReviewer: [.bureau, .department, .unit]
    case .financeReviewer: [.region, .department, .bureau]
    case .evaluator, .reader: [.region, .bureau, .department, .unit]
    case .systemAdministrator, .securityAdministrator, .auditAdministrator: [.region]
    }
  }
}
