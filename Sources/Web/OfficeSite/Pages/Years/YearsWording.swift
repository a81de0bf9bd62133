// The Chinese words of years and deadlines.
import OfficeOperations
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
  static let closingNote =
    "关闭以后，这一年的表只能查看。没批复的表由系统逐张了结，每一张都留下记录，并通知经办人；表多时要等一会儿，进度写在“年度与期限”里。"
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

  static func isClosed(_ ending: ListYears.Ending?) -> String {
    guard let ending else { return "已关闭，只能查看" }
    return "已关闭，正在了结没批复的表：\(ending.done) / \(ending.total)"
  }

  static func closing(_ year: FiscalYear) -> String { "关闭 \(year) 年" }

  static func endsReviews(_ count: Int) -> String {
    "审核中的\u{A0}\(count)\u{A0}张也一并了结，不再审核"
  }

  /// What becomes of the forms, a line for each way in which they end.
  static func facts(of end: YearEnd) -> [(name: String, value: String)] {
    func forms(_ count: Int) -> String { "\(count)\u{A0}张" }
    return [
      ("已批复、已公开的", "\(forms(end.settled))，不变"), ("没交或退回没改的", "\(forms(end.written))，作废"),
      ("审核中的", "\(forms(end.underReview))，作废；批复过的只放弃调整"),
      ("正在调整的", "\(forms(end.adjusting))，放弃调整，原批复继续有效"),
    ]
  }

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
