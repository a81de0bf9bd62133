// The Chinese words of people, their roles and their accounts.
import Organisations
import Quantities

enum PeopleWording {
  static let search = "姓名、账号或单位"
  static let present = "在岗"
  static let left = "已离岗"
  static let add = "新增人员"
  static let change = "修改"
  static let name = "姓名"
  static let account = "账号"
  static let nameHint = "与身份证一致"
  static let accountHint = "字母、数字，或手机号；以后不能改"
  static let organisation = "所在单位"
  static let choose = "请选择"
  static let chooseOrganisation = "请选择单位。"
  static let atWork = "在岗时间"
  static let firstDay = "启用日期"
  static let firstDayHint = "不填为今天"
  static let lastDay = "停用日期"
  static let lastDayHint = "最后一天；在岗的不填"
  static let notFoundAdvice = "换几个字试试，或按账号找。"
  static let noneLeft = "没有离岗的人"
  static let noneLeftAdvice = "填了停用日期的人，过了那天会列在这里。"
  static let nonePresent = "还没有人员"
  static let nonePresentAdvice = "先有单位，再由系统管理员逐个新增，或从表格导入。"

  static let roles = "角色"
  static let role = "角色"
  static let place = "在哪里"
  static let roleHint = "成为管理员的人，原来的密码随即失效，要用另一位管理员确认过的链接重设"
  static let placeHint = "在这里及以下单位有效；经办只管这一个单位"
  static let days = "起止"
  static let over = "已结束"
  static let noRole = "没有角色"
  static let noRoleAdvice = "没有角色就只能看公开的内容，由安全管理员授予。"
  static let giveRight = "授予角色"
  static let endRight = "收回"
  static let rightFirstDay = "从哪天起"
  static let rightLastDay = "到哪天止"
  static let fromToday = "不填为今天"
  static let noEnd = "不填为一直有效"
  static let endAtOnce = "当天还有效；不填为现在就收回"

  static let deputies = "代办"
  static let principal = "谁不在"
  static let acting = "谁代办"
  static let noDeputy = "没有代办"
  static let noDeputyAdvice = "出差、休假时可以指定同事代办，到期自动结束。"
  static let appointDeputy = "指定代办人"
  static let endNow = "现在结束"
  static let deputyLede = "你不在时，代办人可以办你能办的事；台账同时记下两个人。到期自动结束。"
  static let deputyAccount = "代办人的账号"
  static let deputyAccountHint = "同一地区的在岗同事；管理员不能代办，也不能由人代办"
  static let deputyLastDay = "必填，最长一年"

  static let signingIn = "登录"
  static let situation = "情形"
  static let passwordLink = "设置密码的链接"
  static let passwordLinkNote = "还没有密码，或忘了密码：生成一个链接交给本人，以前的链接随即失效。"
  static let unlock = "解锁"
  static let notLocked = "账号没有锁住。"
  static let endSessions = "退出所有登录"
  static let endSessionsNote = "电脑或手机可能落到别人手里：让此人所有的登录立即失效。"
  static let resetTimeCodes = "重置动态口令"
  static let resetTimeCodesNote = "手机和恢复码都丢了：核对身份之后重置，此人改为只用密码登录。"
  static let linkOnce = "链接只显示这一次"
  static let needsTwo = "这是管理员的账号，链接要两个人才能生效"
  static let needsTwoAdvice = "请另一位管理员打开“人员”页确认；确认之后，账号本人才能用链接设置密码。"
  static let waitingLinks = "等另一位管理员确认的链接"
  static let waitingLinksNote = "确认之前，请向本人核实：确实是他要重设密码。"
  static let issuer = "谁发的"
  static let linkEnd = "到何时"
  static let confirmLink = "确认"
  static let waitsForOther = "等别人确认"
  static let linkDone = "已交给本人"

  static func list(_ count: Int) -> String { "\(count)\u{A0}人" }
  static func named(_ person: Person) -> String { "\(person.name)（\(person.account)）" }
  static func held(_ role: Role, _ organisation: Organisation) -> String {
    "\(role.label)（\(organisation.label)）"
  }
  static func option(_ role: Role) -> String { "\(role.label)：\(role.explanation)" }
  static func changing(_ name: String) -> String { "修改 \(name)" }
  static func givingRight(_ name: String) -> String { "给 \(name) 授予角色" }
  static func endingRight(_ name: String) -> String { "收回 \(name) 的角色" }
  static func appointing(for name: String) -> String { "为 \(name) 指定代办人" }
  static func accountStays(_ account: AccountName) -> String { "账号 \(account)，不能改。" }
  static func locked(until end: Moment) -> String {
    "密码错得太多，账号锁到 \(OfficeWording.clock(end))。核对身份之后可以提前解锁。"
  }
  static func linkFor(_ person: Person) -> String { "\(person.name)，账号 \(person.account)：" }
  static func linkAdvice(_ name: String, _ end: Moment) -> String {
    "请当面或用可靠的办法交给 \(name) 本人，\(OfficeWording.clock(end)) 前有效，只能用一次。离开这一页就再也看不到。"
  }

  static func days(_ days: DaySpan) -> String {
    // What was taken back before it began is kept as a day of the first year of all.
    if let last = days.last, last.year < 1900 { return "生效前已收回" }
    return days.last.map { self.days(days.first, $0) } ?? "\(days.first) 起"
  }

  static func days(_ first: Day, _ last: Day) -> String {
    last.year < 1900 ? "生效前已结束" : "\(first) 到 \(last)"
  }
}
