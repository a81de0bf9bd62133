// 部门整体支出绩效目标表: what a whole department promises.
package import Quantities

/// A department's target form.
package struct DepartmentTarget: Sendable, Equatable {
  package var title: String?
  package var fiscalYear: Int?
  package var department = Party()
  /// 财政供养人员数
  package var staff: Int?
  /// 下属二级单位数
  package var subordinateUnits: Int?
  package var budget = Budget()
  package var goals = Goals()
  package var tasks: [DepartmentTask] = []
  package var subgoals: [Subgoal] = []
  /// 保障措施, a paragraph each
  package var measures: [String] = []
  package var approval = Approval()
  package var indicators: [Indicator] = []

  package init() {}

  /// 预算整体情况: spending by kind, income by source, other development spending by level.
  package struct Budget: Sendable, Equatable {
    package var basic: Money?
    package var project: Money?
    package var fiscal: Money?
    package var other: Money?
    package var specialFunds: Money?
    package var otherDevelopment: Money?
    package var cityLevel: Money?
    package var transfers: Money?

    package init() {}
  }
}

/// 年度重点工作任务: one task with its money.
package struct DepartmentTask: Sendable, Equatable {
  package var name: String?
  package var content: String?
  package var funds: Money?
  package var expected: String?

  package init(name: String? = nil, content: String? = nil, funds: Money? = nil, expected: String? = nil) {
    self.name = name
    self.content = content
    self.funds = funds
    self.expected = expected
  }
}

/// 分项绩效目标 in running text.
package struct Subgoal: Sendable, Equatable {
  package var name: String?
  package var goal: String?
  package var indicators: String?

  package init(name: String? = nil, goal: String? = nil, indicators: String? = nil) {
    self.name = name
    self.goal = goal
    self.indicators = indicators
  }
}
