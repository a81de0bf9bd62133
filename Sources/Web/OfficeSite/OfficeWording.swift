// The Chinese words of the office's frame.
import Quantities

enum OfficeWording {
  static let home = "首页"
  static let ownPassword = "修改密码"
  static let sessions = "我的登录"
  static let timeCodes = "动态口令"
  static let deputies = "我的代办人"
  static let projects = "项目"
  static let organisations = "单位"
  static let people = "人员"
  static let years = "年度与期限"
  static let accountRules = "账号规则"
  static let ruleSets = "规则集"
  static let ledger = "台账"
  static let search = "查找"
  static let showAll = "全部显示"
  static let save = "保存"
  static let back = "返回"
  static let whole = "全部"
  static let none = "无"

  /// Who acts, and for whom: `周敏，代何岚`.
  static func name(_ name: String, for principals: [String]) -> String {
    principals.isEmpty ? name : "\(name)，代\(principals.joined(separator: "、"))"
  }

  static func faults(_ count: Int) -> String { "有 \(count) 处要改" }

  /// Who was first, and what the next press does.
  static func conflict(_ change: LastChange?) -> (title: String, advice: String) {
    let who = change.map { "\($0.name ?? "系统") \(clock($0.moment)) 先改了这一处" } ?? "别人先改了这一处"
    return (who, "与你填的不同的，格下写着现在的内容。你的修改还没有存：核对之后再点一次保存，就按你填的存。")
  }

  static func now(_ text: String) -> String { "现在是：\(text.isEmpty ? "（空着）" : text)" }

  /// `1,130,384.00`; the minus is the real one.
  static func money(_ money: Money) -> String {
    let text = money.description
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let whole = digits.prefix { $0 != "." }
    var out = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return (money.fen < 0 ? "\u{2212}" : "") + out + digits.dropFirst(whole.count)
  }

  /// `7,350.8`: in 万元, rounded to one place; the same number on every page.
  static func tenThousands(_ money: Money) -> String {
    let (tenths, rest) = money.fen.quotientAndRemainder(dividingBy: 100_000)
    let up: Int64 = abs(rest) < 50_000 ? 0 : rest.signum()
    return String(Self.money(Money(fen: (tenths + up) * 10)).dropLast(1))
  }

  /// `11 月 20 日`, with the year where it is another one.
  static func day(_ day: Day, today: Day) -> String {
    let text = "\(day.month)\u{A0}月\u{A0}\(day.day)\u{A0}日"
    return day.year == today.year ? text : "\(day.year)\u{A0}年\u{A0}" + text
  }

  /// `今天 10:24`, `昨天 17:50`, `11 月 8 日`.
  static func when(_ moment: Moment, today: Day) -> String {
    let day = moment.day()
    let time = clock(moment).suffix(5)
    if day == today { return "今天 \(time)" }
    return day.number + 1 == today.number ? "昨天 \(time)" : self.day(day, today: today)
  }

  /// Where one is, and the last budget year that is open.
  static func place(region: String, year: FiscalYear?) -> String {
    year.map { "\(region) \($0.year)\u{A0}年预算" } ?? region
  }

  /// `2026-11-20 16:45`, the time of China.
  static func clock(_ moment: Moment) -> String {
    let minutes = Int((moment.advanced(bySeconds: 28_800).seconds / 60) % 1440 + 1440) % 1440
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(moment.day()) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
