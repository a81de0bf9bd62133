// What people do to a form to bring it from one stage to another.

/// A step on a form's way; each leaves a record of its own.
package enum Step: String, Sendable, CaseIterable {
  /// 提交
  case submit
  /// 撤回: by the submitter, until somebody has opened it.
  case withdraw
  /// 开始审核: from here on it cannot be withdrawn.
  case open
  /// 放回: back into the queue, undecided.
  case release
  /// 转报: from the department on to the bureau.
  case forward
  /// 撤回转报: by the department, until somebody at the bureau has opened it.
  case recall
  /// 退回
  case sendBack = "return"
  /// 撤回退回: by the side that returned it, until the clerk has begun to mend it.
  case retract
  /// 批复
  case approve
  /// 重新审核: an approval is taken back, or a lapsed form comes to life again.
  case reopen
  /// 公开
  case disclose
  /// 不予公开
  case withhold
  /// 调整: a later version is begun.
  case adjust
  /// 放弃调整: the version in force stays.
  case abandon
  /// 作废: a form that was never approved ends; at the year's end all such forms do.
  case lapse

  /// True for the steps that nobody takes on a form of their own hand.
  package var needsOtherHands: Bool {
    switch self {
    case .forward, .approve: true
    case .submit, .withdraw, .open, .release, .recall, .sendBack, .retract, .reopen, .disclose, .withhold,
      .adjust,
      .abandon, .lapse:
      false
    }
  }
}

/// The way of a submission, chosen when it is made and kept with it.
package enum Route: String, Sendable, CaseIterable {
  /// The department reviews first.
  case viaDepartment = "via-department"
  /// There is no department above the unit, or it reviews nothing.
  case direct
}
