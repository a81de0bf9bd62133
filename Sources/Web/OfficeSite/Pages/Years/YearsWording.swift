// The Chinese words of years and deadlines.
import Quantities

enum YearsWording {
  static let none = "还没有开放的年度"
  static let noneAdvice = "由系统管理员开放年度，单位才能填报。"
  static let open = "开放年度"
  static let openAgain = "重新开放"
  static let close = "关闭年度"
  static let year = "年度"
  static let yearHint = "例如 2027；开放后单位可以填报"
  static let isOpen = "填报中"
  static let isClosed = "已关闭，只能查看"
  static let step = "环节"
  static let chooseStep = "请选择环节。"
  static let organisation = "适用单位"
  static let organisationHint = "包括它的下级；下级另设的，以下级的为准"
  static let lastDay = "截止日期"
  static let lastDayHint = "当天 24 时前都算按时"
  static let notSet = "未设"
  static let setDeadline = "设期限"
  static let set = "设定"
  static let change = "修改"
  static let remove = "取消"

  static let extend = "延长期限"
  static let extendTo = "延到哪天"
  static let extendReason = "为什么延长"
  static let extendReasonHint = "记入台账，例如：系统停电两天"
  static let extendFor = "给哪个单位延长"

  static func extending(_ year: FiscalYear) -> String { "\(year) 年，延长期限" }
  static func title(_ year: FiscalYear) -> String { "\(year) 年" }
  static func deadlines(of year: FiscalYear) -> String { "\(year) 年的期限" }
  static func setting(_ year: FiscalYear) -> String { "\(year) 年，设期限" }

  /// `2026-11-20，还有 6 天`
  static func day(_ day: Day, today: Day) -> String {
    let days = day.number - today.number
    if days < 0 { return "\(day)，已过" }
    return days == 0 ? "\(day)，今天" : "\(day)，还有\u{A0}\(days)\u{A0}天"
  }
}
