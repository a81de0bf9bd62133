// The Chinese words and sentences of the office's administration: what was typed wrong, and what to do.
import Organisations
import Quantities
import Records

enum OfficeWording {
  static let accountShape = "账号用 2 到 32 个小写字母、数字、点、横线或下划线，以字母或数字开头。"
  static let accountTaken = "这个账号已经有人使用，请换一个，例如在后面加上数字。"
  static let organisationEnded = "这个单位已经停用，请选择在用的单位。"
  static let rightsBeforeReturn = "此人停用前的角色还没有收回。请先由安全管理员收回，恢复后再重新授予。"
  static let unknownRole = "请选择一个角色。"
  static let ownRights = "自己的角色不能由自己授予或收回，请交给另一位安全管理员办理。"
  static let ownLink = "发链接的人和账号本人都不能确认，请交给另一位管理员办理。"
  static let personLeft = "此人已经停用，不能授予角色。请先由系统管理员恢复。"
  static let firstDayPast = "开始日期不能早于今天，请重新填写；留空表示从今天开始。"
  static let lastDayPast = "结束日期不能早于今天；要立即结束，请留空。"
  static let onlyEarlier = "结束日期只能提前，不能延后；需要延长请重新办理。"
  static let alreadyEnded = "已经结束，无需再次办理。"
  static let ownDeputy = "自己不能作自己的代办人，请填写另一位同事的账号。"
  static let unknownDeputy = "没有找到可以代办的这个账号，请核对账号；代办人须是本地区在岗的同事。"
  static let administratorAbsent = "管理员不能由他人代办；如需交接，请由安全管理员为接任者授予角色。"
  static let administratorActing = "此人是管理员，不能代办他人的业务，请换一位同事。"
  static let alreadyDeputy = "这段时间已经指定过此人代办，请先结束原来的，或换一段时间。"
  static let timeCodesThere = "动态口令已经启用；如需更换手机，请先停用，再重新启用。"
  static let yearTooFar = "年度与今年相差太远，请核对。"
  static let noRegion = "规则集按地区选，请选一个地区。"
  static let noRuleSet = "没有这一套规则，请从列表里选。"
  static let unfitLayout = "这个表样不是这一种表的，请换一个。"
  static let yearOpen = "这个年度已经开放，无需再次办理。"
  static let yearClosed = "这个年度已经关闭，不能再改；如确需修改，请先重新开放。"
  static let noHead = "台账校验码应为“序号:64 位字符”的样子，每行一个，请照打印件核对。"
  static let idleTooLong = "不能长于一次登录的最长时间，请核对两处。"
  static let importPeopleFirst = "系统里还没有这个人，请先由系统管理员导入人员，再授予角色。"

  static func lastAdministrator(_ role: Role) -> String {
    "此人是唯一的“\(role.label)”，请先为接任者授予这个角色（不设结束日期），再办理停用或收回。"
  }

  static func account(_ account: AccountName, _ sentence: String) -> String {
    "账号“\(account.text)”：\(sentence)"
  }

  static func deputyTooLong(days: Int) -> String { "代办时间最长 \(days) 天，请缩短，或改为授予角色。" }

  static func formsUnderReview(_ count: Int) -> String {
    "还有 \(count) 张表在审核中，请等审核结束后再关闭这个年度。"
  }

  static let ledgerColumns = ["序号", "时间", "人员编号", "姓名", "做了什么", "对象", "说明", "内容校验码", "前一笔校验码", "校验码"]
  static let noDeadlineYet = "这个环节还没有期限，不必延长。"
  static let reasonMissing = "请写明为什么延长，会记入台账。"

  static func noSuchEntry(_ last: Int64) -> String { "台账现有 1 到 \(last) 笔，请填其中的序号，或不填。" }
  static func notLater(than day: Day) -> String { "要晚于现在的期限 \(day)。" }
  /// What the ledger keeps of a check.
  static func verified(_ report: LedgerReport) -> String {
    "核对 \(report.entryCount) 笔记录、\(report.versionCount) 版表，不符 \(report.faults.count) 处"
  }

  static func reasonTooLong(_ max: Int) -> String { "说明不要超过 \(max) 个字。" }

  static func deadlineTooFar(_ year: FiscalYear) -> String {
    "期限应在 \(year.year - 1) 年至 \(year.year + 1) 年之间，请核对。"
  }
}

extension DeadlineStep {
  /// The word on pages and in tables.
  package var label: String {
    switch self {
    case .targetSubmission: "绩效目标申报"
    case .targetDepartmentReview: "绩效目标部门审核"
    case .targetApproval: "绩效目标批复"
    case .targetDisclosure: "绩效目标公开"
    case .monitoringSubmission: "运行监控填报"
    case .evaluationSubmission: "绩效自评填报"
    }
  }
}
