// The Chinese words of printed deadlines.

enum DeadlineWording {
  static let before = "前"
  static let until = "至"
  static let onwards = "起"
  static let during = "期间"
  static let wholeYear = "全年"
  static let monthEnd = "底"
  static let periodEnd = "末"
  static let yearEnd = "年底"

  static func prefix(_ anchor: Deadline.Anchor) -> String {
    switch anchor {
    case .calendar, .named: ""
    case .followingYear: "次年"
    case .everyYear: "每年"
    case .everyQuarter: "每季度"
    case .everyMonth: "每月"
    }
  }

  static func year(_ year: Int) -> String { "\(year)年" }
  static func plainYear(_ year: Int) -> String { "\(year)年" }
  static func yearEnd(_ year: Int) -> String { "\(year)年底" }
  static func month(_ month: Int) -> String { "\(month)月" }
  static func quarter(_ number: Int) -> String { "第\(["一", "二", "三", "四"][(number - 1) & 3])季度" }
  static func half(_ number: Int) -> String { number == 1 ? "上半年" : "下半年" }
  static func tenDays(endingOn day: Int) -> String { day <= 10 ? "上旬" : day <= 20 ? "中旬" : "下旬" }
  static func dayAlone(_ day: Int) -> String { "\(day)日" }

  static func day(_ point: DatePoint, withYear: Bool) -> String {
    let year = withYear ? point.year.map { "\($0)年" } ?? "" : ""
    return year + (point.month.map { "\($0)月" } ?? "") + "\(point.day)日"
  }
}
