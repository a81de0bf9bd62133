// The Chinese words of the page of notices.
import Mail

enum NoticesWording {
  static let name = "我的通知"
  static let none = "没有通知"
  static let noneAdvice = "表被退回、批复、公开，或有人催办时，会写在这里。"
  static let readAll = "全部标为看过"
  static let earlier = "更早的"
  static let what = "什么事"
  static let who = "谁办的"
  static let when = "什么时候"
  static let go = "去看"
  static let office = "系统"
  static let unread = "没看过："

  static let byMail = "用邮件告诉我"
  static let noMail = "这里还没有设邮件。系统管理员设好之后，你可以在这里选择。"
  static let address = "邮箱"
  static let pace = "怎样收"
  static let mailNote = "邮件里只写几件什么事，不写项目名称和人名；看过的不再发。"
  static let notArrived = "上一封没有送到"

  static func title(_ unread: Int) -> String {
    unread == 0 ? "都看过了" : "\(unread >= 100 ? "99 以上" : String(unread))\u{A0}条没看过"
  }

  static func onBehalf(_ name: String) -> String { "你在代\(name)办理。" }

  static func addressHint(_ domains: [MailDomain]) -> String? {
    domains.isEmpty ? nil : "只能用 \(domains.map(\.text).joined(separator: "、")) 的邮箱"
  }

  /// What the bell of every page says aloud.
  static func bell(_ unread: Int) -> String {
    unread == 0 ? "没有新通知" : "\(unread >= 100 ? "99 以上" : String(unread))\u{A0}条没看过"
  }
}
