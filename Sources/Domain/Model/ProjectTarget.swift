// 项目支出绩效目标表: what a project promises for its money.
package import Quantities

/// A project's target form.
package struct ProjectTarget: Sendable, Equatable {
  /// As printed, white space removed.
  package var title: String?
  /// Printed in title, year line or a label; never inferred from prose.
  package var fiscalYear: Int?
  package var project = Project()
  /// 主管部门
  package var department = Party()
  /// 用款单位
  package var unit = Party()
  package var budget = Budget()
  /// 资金用途
  package var fundUse: String?
  package var spendingPlan: [PlannedShare] = []
  package var goals = Goals()
  package var approval = Approval()
  package var indicators: [Indicator] = []

  package init() {}

  /// The money of the form's fiscal year.
  package struct Budget: Sendable, Equatable {
    package var total: Money?
    /// 财政资金、财政拨款
    package var fiscal: Money?
    package var other: Money?

    package init() {}
  }
}

/// Two goals in prose: 实施周期（中期）目标 and 年度目标; the only goal of a form is the annual one.
package struct Goals: Sendable, Equatable {
  package var period: String?
  package var annual: String?

  package init(period: String? = nil, annual: String? = nil) {
    self.period = period
    self.annual = annual
  }
}

/// One column of the spending plan: the cumulative share to be spent by a month's end.
package struct PlannedShare: Sendable, Equatable {
  /// 1…12
  package var month: Int
  /// Percent as a decimal without the sign; nil where the cell is blank.
  package var percent: String?

  package init(month: Int, percent: String?) {
    self.month = month
    self.percent = percent
  }
}
