// The Chinese sentences about drafts: what cannot be read, what cannot be done, and what to do.

extension DraftFault {
  /// What stands there and what is wanted.
  package var sentence: String {
    guard let typed else { return "这一列没有写月份，请填写 1 至 12 的月份，或删去这一列。" }
    let short = typed.count > 20 ? typed.prefix(20) + "…" : typed[...]
    switch wanted {
    case .text: return "“\(short)”无法读取，请重新填写。"
    case .whole: return "“\(short)”不是整数，已按原样保留；请写成“2026”这样的数字。"
    case .money: return "“\(short)”不是金额，已按原样保留；请写成“40000”“4万元”这样的数字，最多到分。"
    case .decimal: return "“\(short)”不是数字，已按原样保留；请写成“30”或“30%”这样的数字。"
    }
  }
}

extension DraftRefusal {
  /// What is in the way and what to do.
  package var sentence: String {
    switch self {
    case .unknownField: "这张表没有这个单元格，没有保存；请刷新页面后再填。"
    case .unknownRow: "这一行已经不在表里，可能刚被别人删除；请刷新页面后再填。"
    case .textTooLong(_, let most): "这一格最多写 \(most) 个字，请删减，或把详细材料作为附件上传。"
    case .tooManyRows(let list, let most): "\(list.label)最多 \(most) 行，请删减后再试。"
    case .formTooLong: "整张表的文字太多，没有保存；请删减，或把详细材料作为附件上传。"
    case .otherKind: "表的种类不同，不能带入这张表。"
    }
  }
}

extension DraftList {
  /// What people call the list.
  package var label: String {
    switch self {
    case .indicators: "绩效指标"
    case .tasks: "重点工作任务"
    case .subgoals: "分项绩效目标"
    case .measures: "保障措施"
    case .spendingPlan: "资金支出计划"
    case .funds: "资金情况"
    }
  }
}
