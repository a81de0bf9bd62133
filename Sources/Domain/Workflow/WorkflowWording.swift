// The Chinese words for stages and steps, and why a step cannot be taken.

extension Stage {
  /// The word on pages and in tables.
  package var label: String {
    switch self {
    case .draft: "草稿"
    case .awaitingDepartment: "待部门审核"
    case .departmentReview: "部门审核中"
    case .awaitingFinance: "待财政审核"
    case .financeReview: "财政审核中"
    case .returned: "已退回"
    case .approved: "已批复"
    case .disclosed: "已公开"
    case .withheld: "不予公开"
    case .adjusting: "调整中"
    case .lapsed: "已作废"
    }
  }
}

extension Step {
  /// The word on buttons and in histories.
  package var label: String {
    switch self {
    case .submit: "提交"
    case .withdraw: "撤回"
    case .open: "开始审核"
    case .release: "放回待办"
    case .forward: "转报"
    case .recall: "撤回转报"
    case .sendBack: "退回"
    case .retract: "撤回退回"
    case .approve: "批复"
    case .reopen: "重新审核"
    case .disclose: "公开"
    case .withhold: "不予公开"
    case .adjust: "调整"
    case .abandon: "放弃调整"
    case .lapse: "作废"
    }
  }

  /// What the step leaves in the form's history.
  package var recordLabel: String {
    switch self {
    case .submit: "提交记录（转报途径）"
    case .withdraw: "撤回记录"
    case .open: "开始审核记录"
    case .release: "放回记录"
    case .forward: "转报记录（意见）"
    case .recall: "撤回转报记录"
    case .sendBack: "退回记录（单元格与理由）"
    case .retract: "撤回退回记录"
    case .approve: "批复记录（意见、文号）"
    case .reopen: "重新审核记录（理由）"
    case .disclose: "公开记录"
    case .withhold: "不予公开记录（理由）"
    case .adjust: "调整记录（理由）"
    case .abandon: "放弃调整记录（理由）"
    case .lapse: "作废记录（理由）"
    }
  }
}

extension Transition.Condition {
  /// When the step is open; empty where it always is.
  package var label: String {
    switch self {
    case .always: ""
    case .directRoute: "未经主管部门、直接报财政的"
    case .viaDepartment: "由主管部门转报的"
    case .justReturned: "本方刚退回、经办还没有改动的"
    case .versionInForce: "已有批复在执行的"
    case .neverApproved: "从未批复过的"
    }
  }
}

extension Transition.Destination {
  /// Where the step leads, for the table of transitions.
  package var label: String {
    switch self {
    case .stage(let stage): stage.label
    case .firstReview: "\(Stage.awaitingDepartment.label)，或\(Stage.awaitingFinance.label)"
    case .editing: "提交前的阶段"
    case .review: "退回前的阶段"
    case .inForce: "执行中版本的阶段"
    }
  }
}

extension StepRefusal {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .notFromHere(let stage, let step):
      "这张表现在是“\(stage.label)”，不能\(step.label)。可能别人刚刚处理过，请刷新后再看。"
    case .conditionFails(_, let step, let condition):
      "只有\(condition.label)表才能\(step.label)。"
    case .noObjection: "退回时请至少指出一个单元格，并写明理由，经办人才知道改哪里。"
    case .wordlessObjection: "每个退回的单元格都要写明理由，请补上。"
    case .noOpinion: "请填写批复意见。"
    case .noReason(let step): "请填写\(step.label)的理由。"
    }
  }
}
