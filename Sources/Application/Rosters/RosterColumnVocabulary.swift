// What the heads of tables of organisations and people say.

extension OrganisationColumn {
  /// The head in the template.
  package var title: String {
    switch self {
    case .code: "单位编码"
    case .name: "单位名称"
    case .shortName: "单位简称"
    case .kind: "单位类型"
    case .parent: "上级编码"
    case .region: "地区编码"
    case .firstYear: "启用年度"
    case .lastYear: "停用年度"
    }
  }

  /// Other heads, as tables of many offices have them.
  package var synonyms: [String] {
    switch self {
    case .code: ["编码", "代码", "单位代码", "预算单位编码", "预算单位代码", "机构编码", "部门编码", "部门（单位）编码"]
    case .name: ["名称", "单位全称", "全称", "预算单位", "预算单位名称", "机构名称", "部门名称", "部门（单位）名称", "单位"]
    case .shortName: ["简称", "机构简称", "部门简称"]
    case .kind: ["类型", "类别", "单位类别", "单位性质", "机构类型", "层级"]
    case .parent: ["上级单位编码", "上级单位代码", "上级代码", "父级编码", "主管部门编码", "主管部门代码", "上级单位", "上级"]
    case .region: ["区划编码", "行政区划", "行政区划代码", "行政区划编码", "区划代码", "地区代码", "地区"]
    case .firstYear: ["起始年度", "开始年度", "生效年度", "启用年份", "起始年份", "有效期起"]
    case .lastYear: ["终止年度", "截止年度", "结束年度", "失效年度", "停用年份", "截止年份", "有效期止"]
    }
  }

  /// Without code and name there is no organisation.
  package var isRequired: Bool { self == .code || self == .name }

  /// A table with such a head is one of people.
  package static var foreignHeads: [String] { ["姓名", "账号", "登录名", "角色"] }
}

extension PersonColumn {
  /// The head in the template.
  package var title: String {
    switch self {
    case .name: "姓名"
    case .account: "账号"
    case .organisation: "单位编码"
    case .organisationName: "单位名称"
    case .role: "角色"
    case .scope: "负责范围编码"
    case .firstDay: "启用日期"
    case .lastDay: "停用日期"
    }
  }

  /// Other heads, as tables of many offices have them.
  package var synonyms: [String] {
    switch self {
    case .name: ["人员姓名", "用户姓名", "真实姓名", "经办人"]
    case .account: ["登录名", "登录账号", "用户名", "用户账号", "账户", "帐号", "登录帐号", "账号名"]
    case .organisation: ["所在单位编码", "所属单位编码", "单位代码", "所属单位代码", "预算单位编码", "编码", "部门编码", "机构编码"]
    case .organisationName: ["所在单位", "所属单位", "单位", "所在单位名称", "所属单位名称", "预算单位", "部门", "部门名称", "机构名称"]
    case .role: ["岗位", "用户角色", "系统角色", "权限", "岗位角色", "职责"]
    case .scope: ["负责范围", "负责单位编码", "管辖单位编码", "授权单位编码", "管辖范围", "权限范围"]
    case .firstDay: ["启用时间", "生效日期", "开始日期", "起始日期", "到岗日期"]
    case .lastDay: ["停用时间", "失效日期", "结束日期", "截止日期", "离岗日期", "到期日期"]
    }
  }

  /// The organisation may be told by code or by name.
  package var isRequired: Bool { self == .name || self == .account }

  /// No head of a table of organisations keeps it from being one of people.
  package static var foreignHeads: [String] { [] }
}

/// Words in cells.
enum RosterVocabulary {
  /// The kinds of organisations in words.
  static let kinds: [String: String] = [
    "地区": "region", "区域": "region", "行政区": "region", "镇街": "region",
    "财政部门": "bureau", "财政局": "bureau", "财政分局": "bureau", "财政所": "bureau", "财政": "bureau",
    "主管部门": "department", "部门": "department", "一级预算单位": "department", "一级单位": "department",
    "一级": "department",
    "预算单位": "unit", "单位": "unit", "用款单位": "unit", "基层单位": "unit", "二级预算单位": "unit", "二级单位": "unit",
    "三级预算单位": "unit", "三级单位": "unit", "二级": "unit", "三级": "unit", "下属单位": "unit", "所属单位": "unit",
  ]

  /// Endings of the names of bureaus of finance.
  static let bureauEndings = ["财政局", "财政分局", "财政所", "财政厅", "财政办公室"]

  /// The roles in words.
  static let roles: [String: String] = [
    "经办": "clerk", "经办人": "clerk", "经办人员": "clerk", "单位经办": "clerk", "填报人": "clerk", "填报": "clerk",
    "预算单位经办": "clerk", "单位经办人": "clerk",
    "部门审核": "department-reviewer", "部门审核人": "department-reviewer", "主管部门审核": "department-reviewer",
    "主管部门审核人": "department-reviewer", "单位审核": "department-reviewer", "部门审核岗": "department-reviewer",
    "财政审核": "finance-reviewer", "财政审核人": "finance-reviewer", "财政绩效岗": "finance-reviewer",
    "财政经办": "finance-reviewer", "绩效岗": "finance-reviewer", "财政审核岗": "finance-reviewer",
    "评价": "evaluator", "评价人": "evaluator", "评价专家": "evaluator", "专家": "evaluator", "第三方": "evaluator",
    "第三方机构": "evaluator", "评价人员": "evaluator",
    "只读": "reader", "查看": "reader", "查询": "reader", "领导": "reader", "人大": "reader", "审计": "reader",
    "系统管理员": "system-administrator", "安全管理员": "security-administrator",
    "安全保密管理员": "security-administrator", "审计管理员": "audit-administrator", "安全审计员": "audit-administrator",
  ]

  /// What parts several roles in one cell.
  static let separators: Set<Character> = ["、", "，", ",", "；", ";", "/", "／", "\n", "|", "+"]

  /// What a spreadsheet leaves where a formula failed.
  static let formulaErrors: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
  ]
}
