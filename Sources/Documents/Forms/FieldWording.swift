// The Chinese names of the record's fields, for lists of losses and differences and for table heads.
package import Model

/// Names fields for people.
package enum FieldWording {
  /// 第 4 项指标“…”的分值 for `indicators/3/weight`; a path with or without a slash before it.
  package static func label(_ path: String, in form: Form? = nil) -> String {
    let parts = path.utf8.split(separator: 0x2F).map { String(Substring($0)) }
    guard parts.count >= 2, let number = Int(parts[1]) else {
      return names[parts.joined(separator: "/")] ?? path
    }
    let list = parts[0]
    let field = parts.count > 2 ? parts[2] : ""
    let name = names["\(list)/#/\(field)"] ?? names["\(list)/#"] ?? field
    guard list == "indicators" else {
      let item = lists[list] ?? list
      return field.isEmpty ? "\(item)第 \(number + 1) 条" : "\(item)第 \(number + 1) 条的\(name)"
    }
    let indicators = form?.indicators ?? []
    let title = indicators.indices.contains(number) ? indicators[number].name : nil
    return "第 \(number + 1) 项指标\(title.map { "“\(short($0))”" } ?? "")的\(name)"
  }

  /// 第 4 项指标“…” for row 3 of `indicators`.
  package static func row(_ number: Int, of list: String, in form: Form? = nil) -> String {
    guard list == "indicators" else { return "\(lists[list] ?? list)第 \(number + 1) 条" }
    let indicators = form?.indicators ?? []
    let title = indicators.indices.contains(number) ? indicators[number].name : nil
    return "第 \(number + 1) 项指标\(title.map { "“\(short($0))”" } ?? "")"
  }

  /// The name of a cell without its row: 分值 for `indicators/3/weight`.
  package static func cell(_ path: String) -> String {
    let parts = path.utf8.split(separator: 0x2F).map {
      Int(Substring($0)) == nil ? String(Substring($0)) : "#"
    }
    return names[parts.joined(separator: "/")] ?? lists[parts.first ?? ""] ?? path
  }

  /// The name of an indicator's column.
  package static func column(_ field: Indicator.Field) -> String {
    names["indicators/#/\(field.rawValue)"] ?? field.rawValue
  }

  private static func short(_ text: String) -> String {
    let isShort = text.unicodeScalars.count <= 20 && !text.utf8.contains(0x0A)
    if isShort { return text }
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    return line.count > 20 ? line.prefix(20) + "…" : line
  }

  private static let lists = [
    "funds": "资金", "tasks": "重点工作任务", "subgoals": "分项目标", "measures": "保障措施", "spendingPlan": "支出计划",
  ]

  private static let names = [
    "title": "标题", "fiscalYear": "年度", "project/code": "项目编码", "project/name": "项目名称",
    "project/category": "项目类型", "project/tier": "项目等级", "project/startYear": "起始年度",
    "project/endYear": "到期年度", "department/code": "主管部门代码", "department/name": "主管部门",
    "unit/code": "用款单位代码", "unit/name": "用款单位", "budget/total": "预算金额", "budget/fiscal": "财政资金",
    "budget/other": "其他资金", "budget/basic": "基本支出", "budget/project": "项目支出",
    "budget/specialFunds": "财政专项资金", "budget/otherDevelopment": "其他事业发展性支出",
    "budget/cityLevel": "市本级使用资金", "budget/transfers": "对下转移支付资金", "fundUse": "资金用途",
    "goals/period": "实施周期目标", "goals/annual": "年度目标", "goals/expected": "预期目标",
    "goals/actual": "目标实际完成情况", "approval/authority": "批复单位", "approval/opinion": "批复意见",
    "staff": "财政供养人员数", "subordinateUnits": "下属二级单位数", "totalScore": "总分", "grade": "等级",
    "conclusion": "自评结论", "problems": "存在问题", "measures": "改进措施", "spendingPlan/#/month": "月份",
    "spendingPlan/#/percent": "比例", "tasks/#/name": "名称", "tasks/#/content": "主要内容",
    "tasks/#/funds": "资金", "tasks/#/expected": "预期目标", "subgoals/#/name": "名称", "subgoals/#/goal": "目标",
    "subgoals/#/indicators": "指标", "funds/#/source": "来源", "funds/#/initial": "年初预算数",
    "funds/#/adjusted": "全年预算数", "funds/#/executed": "执行数", "funds/#/rate": "执行率",
    "funds/#/weight": "分值", "funds/#/score": "得分", "funds/#/forecast": "全年预计执行数", "funds/#/note": "备注",
    "indicators/#/level1": "一级指标", "indicators/#/level2": "二级指标", "indicators/#/name": "三级指标",
    "indicators/#/description": "指标描述", "indicators/#/periodValue": "实施周期指标值",
    "indicators/#/annualValue": "年度指标值", "indicators/#/operator": "计算符号", "indicators/#/unit": "计量单位",
    "indicators/#/direction": "指标方向", "indicators/#/basis": "指标值确定依据", "indicators/#/weight": "分值",
    "indicators/#/actualValue": "实际完成值", "indicators/#/forecastValue": "全年预计完成情况",
    "indicators/#/score": "得分", "indicators/#/deviation": "偏差原因", "indicators/#/likelihood": "完成目标可能性",
    "indicators/#/note": "备注",
  ]
}
