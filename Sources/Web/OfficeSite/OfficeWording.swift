// The Chinese words of the office's frame.
import Quantities

enum OfficeWording {
  static let home = "首页"
  static let ownPassword = "修改密码"
  static let sessions = "我的登录"

  static func place(region: String, today: Day) -> String { "\(region) \(today.year) 年" }

  /// `2026-11-20 16:45`, the time of China.
  static func clock(_ moment: Moment) -> String {
    let minutes = Int((moment.advanced(bySeconds: 28_800).seconds / 60) % 1440 + 1440) % 1440
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(moment.day()) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
