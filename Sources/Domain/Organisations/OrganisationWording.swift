// The Chinese words for organisations, roles, and what is wrong with a tree.

extension OrganisationKind {
  /// The word on pages and in tables.
  package var label: String {
    switch self {
    case .region: "地区"
    case .bureau: "财政部门"
    case .department: "主管部门"
    case .unit: "预算单位"
    }
  }
}

extension Role {
  /// The word on pages and in tables.
  package var label: String {
    switch self {
    case .clerk: "经办"
    case .departmentReviewer: "部门审核"
    case .financeReviewer: "财政审核"
    case .evaluator: "评价"
    case .reader: "只读"
    case .systemAdministrator: "系统管理员"
    case .securityAdministrator: "安全管理员"
    case .auditAdministrator: "审计管理员"
    }
  }

  /// What the role is for, in one line of a page on which roles are given.
  package var explanation: String {
    switch self {
    case .clerk: "填报本单位的绩效表，修改、提交、撤回。"
    case .departmentReviewer: "审核所属单位提交的绩效表，转报财政或退回。"
    case .financeReviewer: "审核、退回、批复所负责范围内的绩效表，办理公开。"
    case .evaluator: "查看已批复的项目，开展评价打分；不能评价自己经手的项目。"
    case .reader: "只看不改，适合领导、人大、审计等。"
    case .systemAdministrator: "维护单位、人员、年度与期限、备份；看不到绩效表，也不能授权。"
    case .securityAdministrator: "授予和收回角色、解锁账号；看不到绩效表，也不能新建人员。"
    case .auditAdministrator: "查阅和校验台账；不能改动任何内容。"
    }
  }
}

extension Position {
  /// The word on pages and in tables.
  package var label: String {
    switch self {
    case .own: "本单位"
    case .subordinate: "下级单位"
    case .elsewhere: "其他单位"
    }
  }
}

extension ChartFailure {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .duplicate(let path): "编码 \(path.code.printed) 在同一年度出现了两次，请保留一个，或调整起止年度。"
    case .duplicateID: "同一个单位出现了两次，请只保留一条。"
    case .unknownParent(let path):
      "编码 \(path.code.printed) 的上级 \(path.parent?.code.printed ?? "") 不存在，请先建立上级单位。"
    case .wrongLevel(let path, let kind):
      "编码 \(path.code.printed) 有 \(path.code.level) 级，与“\(kind.label)”不符：每级 3 位数字，\(kind.codeRule)。"
    case .outlivesParent(let path): "编码 \(path.code.printed) 的起止年度超出了上级单位，请调整其中一个。"
    }
  }
}

extension OrganisationKind {
  fileprivate var codeRule: String {
    switch self {
    case .region: "地区本身没有单位编码"
    case .bureau: "财政部门为 3 位"
    case .department: "主管部门为 3 位"
    case .unit: "预算单位为 6 位或更长"
    }
  }
}

extension OrganisationCode {
  /// The digits, or a word for the region itself.
  package var printed: String { level == 0 ? "（地区）" : digits }
}

extension RoleConflict {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .incompatible(let held, let wanted):
      "同一个人不能同时担任“\(held.label)”和“\(wanted.label)”，请先收回前者，或交给另一个人。"
    case .wrongPlace(let role, let kind): "“\(role.label)”不能设在\(kind.label)，请换一个单位。"
    case .alreadyHeld(let role): "此人在该单位已经担任“\(role.label)”，无需重复授予。"
    }
  }
}
