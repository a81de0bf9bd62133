// The Chinese sentences about setting up mail and choosing it.
import Mail

enum MailSettingsWording {
  static let noHost = "服务器名由字母、数字、点和横线组成，例如 mail.qingshan.gov.cn。"
  static let noPort = "端口是 1 到 65535 的数，常用 465、587 或 25。"
  static let noProtection = "请选择加密方式。"
  static let noAddress = "请填写完整的邮箱地址，例如 jixiao@qingshan.gov.cn。"
  static let noSite = "网址要以 https:// 或 http:// 开头，照浏览器地址栏抄，中间没有空格。"
  static let noText = "这里最多 200 个字，不能换行。"
  static let openAccount = "要登录就得加密，否则密码会被别人看到。请改选加密方式，或把账号留空。"
  static let passwordAgain = "换了服务器或账号，请重新输入密码。"
  static let noServer = "还没有设邮件服务器，请先保存设置。"
  static let noMailHere = "这里还没有设邮件，请系统管理员先设好。"
  static let noPace = "请选择怎样收邮件。"

  static func noDomain(_ word: String) -> String { "“\(word.prefix(40))”不像域名，例如 qingshan.gov.cn。" }

  static func foreign(_ domains: [MailDomain]) -> String {
    "只能发到 \(domains.map(\.text).joined(separator: "、")) 的邮箱，请换一个。"
  }
}

extension MailPace {
  /// The word on pages.
  package var label: String {
    switch self {
    case .off: "不用邮件"
    case .soon: "随时，几分钟内的并成一封"
    case .daily: "每天早上一封"
    }
  }
}
