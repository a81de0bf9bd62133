// Who asks and what for: organisations and projects as a form names them.

/// An organisation as printed: 主管部门, 用款单位.
package struct Party: Sendable, Equatable {
  /// The code in front of or behind the name, such as `713001`.
  package var code: String?
  package var name: String?

  package init(code: String? = nil, name: String? = nil) {
    self.code = code
    self.name = name
  }
}

/// A project as a form names it.
package struct Project: Sendable, Equatable {
  package var code: String?
  package var name: String?
  /// 项目类型、项目类别
  package var category: String?
  /// 项目等级：一级项目、二级项目
  package var tier: String?
  /// 起始年度 and 到期年度; 2099 means open-ended and stays 2099.
  package var startYear: Int?
  package var endYear: Int?

  package init() {}
}

/// 批复: who approved, and the opinion as printed.
package struct Approval: Sendable, Equatable {
  package var authority: String?
  package var opinion: String?

  package init(authority: String? = nil, opinion: String? = nil) {
    self.authority = authority
    self.opinion = opinion
  }
}
