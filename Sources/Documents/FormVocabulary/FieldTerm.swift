// The fields that labels in a form's head and foot name.

/// What a label outside the indicator table asks for.
package enum FieldTerm: Equatable {
  case projectName, projectParentName, projectCode, category, tier
  case startYear, endYear, span, fiscalYear
  case department, departmentCode, departmentName, unit, unitCode
  case budgetTotal, budgetWhole, fiscal, other, moneyWithoutField
  /// One source of fiscal money: all of it where the form prints no other.
  case fiscalPart
  case basicSpending, projectSpending, specialFunds, otherDevelopment, cityLevel, transfers
  case staff, subordinateUnits
  case fundUse
  case periodGoal, annualGoal, overallGoal, goal, expectedGoal, actualGoal
  case planMonth(Int)
  case totalScore, grade, conclusion, problems, measures
  case approvalAuthority, opinion, approvalOf(String)
  case moneyUnit
  /// A label that opens a block: 项目资金, 绩效指标, 基本信息.
  case group(Group)
  /// A label of a field that the record does not keep: 联系电话, 立项依据.
  case unkept

  /// The blocks that a label may open.
  package enum Group: Equatable {
    case funds, goals, indicators, span, spendingPlan, basics, tasks, development
  }
}

/// What sort of text a field's value must be.
package enum ValueSort {
  case text, money, year, number
}

extension FieldTerm {
  /// What sort of text the field's value must be.
  @inlinable
  package var sort: ValueSort {
    switch self {
    case .budgetTotal, .budgetWhole, .fiscal, .fiscalPart, .other, .moneyWithoutField, .basicSpending,
      .projectSpending, .specialFunds, .otherDevelopment, .cityLevel, .transfers:
      .money
    case .startYear, .endYear, .fiscalYear: .year
    case .staff, .subordinateUnits, .planMonth, .totalScore: .number
    default: .text
    }
  }

  /// True for labels that open a block.
  @inlinable
  package var isGroup: Bool {
    if case .group = self { true } else { false }
  }

  /// What the label asks for as a column's head in a list of projects: 项目资金 opens no block there; nil for
  /// labels of other blocks.
  @inlinable
  package var inList: FieldTerm? {
    if self == .group(.funds) { return .budgetTotal }
    return isGroup ? nil : self
  }

  /// Labels that stand at the head of a form and so may open one.
  @inlinable
  package var opensForm: Bool {
    switch self {
    case .projectName, .projectParentName, .projectCode, .departmentName, .department, .unit, .category: true
    default: false
    }
  }
}

extension FieldTerm {
  /// The record's field that a label fills; nil for labels that open blocks or are not kept.
  package var path: String? {
    switch self {
    case .projectName: "project/name"
    case .projectParentName: "project/parentName"
    case .projectCode: "project/code"
    case .category: "project/category"
    case .tier: "project/tier"
    case .startYear: "project/startYear"
    case .endYear: "project/endYear"
    case .span: "project/span"
    case .fiscalYear: "fiscalYear"
    case .department, .departmentName: "department/name"
    case .departmentCode: "department/code"
    case .unit: "unit/name"
    case .unitCode: "unit/code"
    case .budgetTotal: "budget/total"
    case .budgetWhole: "budget/whole"
    case .fiscal: "budget/fiscal"
    case .other: "budget/other"
    case .basicSpending: "budget/basic"
    case .projectSpending: "budget/project"
    case .specialFunds: "budget/specialFunds"
    case .otherDevelopment: "budget/otherDevelopment"
    case .cityLevel: "budget/cityLevel"
    case .transfers: "budget/transfers"
    case .staff: "staff"
    case .subordinateUnits: "subordinateUnits"
    case .fundUse: "fundUse"
    case .periodGoal: "goals/period"
    case .annualGoal: "goals/annual"
    case .overallGoal: "goals/overall"
    case .goal: "goals/unlabelled"
    case .expectedGoal: "goals/expected"
    case .actualGoal: "goals/actual"
    case .totalScore: "totalScore"
    case .grade: "grade"
    case .conclusion: "conclusion"
    case .problems: "problems"
    case .measures: "measures"
    case .approvalAuthority: "approval/authority"
    case .opinion, .approvalOf: "approval/opinion"
    case .planMonth, .moneyWithoutField, .fiscalPart, .moneyUnit, .group, .unkept: nil
    }
  }

  /// Goals may run over several cells below each other.
  @inlinable
  package var isGoal: Bool {
    switch self {
    case .periodGoal, .annualGoal, .overallGoal, .goal, .expectedGoal, .actualGoal: true
    default: false
    }
  }

  /// Words that are labels elsewhere and values here: 项目等级 | 二级项目, 项目类型 | 项目支出, 完成时间 | 2024年6月.
  package func claims(_ text: String) -> Bool {
    switch self {
    case .tier: text.ends("级项目") || text.ends("级")
    case .category: text.ends("类") || text.ends("项目") || text.ends("支出")
    case .startYear, .endYear, .span, .fiscalYear:
      LabelText.leadingYear(LabelText.folded(text).prefix(4)) != nil
    default: false
    }
  }
}
