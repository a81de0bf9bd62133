// The Chinese words for what was done.

extension Outcome {
  /// One sentence for the top of a page.
  var sentence: String {
    switch self {
    case .added: "已新增。"
    case .changed: "已保存。"
    case .imported: "已导入。"
    case .opened: "年度已开放。"
    case .closed: "年度已关闭，只能查看。需要再改时，可以重新开放。"
    case .deadlineSet: "期限已设好。"
    case .deadlineRemoved: "期限已取消，改按上级单位的期限。"
    case .rulesChanged: "账号规则已保存，从下一次操作起生效。"
    case .viewSaved: "筛选已存下。"
    case .viewRemoved: "筛选已删除。"
    case .ruleSetChosen: "已选定，下次打开绩效表时生效。"
    case .rightGiven: "角色已授予。"
    case .rightEnded: "角色已收回，记录仍然保留。"
    case .deputyAppointed: "代办人已指定。"
    case .deputyEnded: "代办已结束。"
    case .unlocked: "账号已解锁，现在就可以登录。"
    case .sessionsEnded: "此人的所有登录都已退出。"
    case .timeCodesReset: "动态口令已重置，此人下次只用密码登录。"
    case .linkConfirmed: "已确认，现在账号本人可以打开链接设置密码。"
    case .administratorMade:
      "角色已授予。此人从现在起是管理员，原来的密码不再有效：请发放设置密码的链接，并请另一位管理员确认。"
    case .deadlineExtended: "期限已延长。"
    case .projectAdded: "项目已新建，可以填绩效表了。"
    case .projectChanged: "项目已保存。"
    case .fileAttached: "附件已上传。"
    case .fileRemoved: "附件已从表里去掉。"
    case .formSubmitted: "已提交。审核人开始看之前，你都可以撤回。"
    case .formWithdrawn: "已撤回，可以继续修改。"
    case .formAdjusting: "已开始调整。原来批复的那一版在新的一版批复之前继续有效。"
    case .adjustmentAbandoned: "已放弃调整，恢复为原来批复的那一版。"
    case .formLapsed: "已作废，记录仍然保留。"
    case .stepTaken: "已办理。"
    case .formApproved: "已批复。"
    case .phrasesChanged: "已保存，下一次起草意见就按它。"
    case .timeCodesEnded: "动态口令已停用，以后只用密码登录。"
    }
  }
}
