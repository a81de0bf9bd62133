// The Chinese words of the page on which mail is set up.

enum MailPageWording {
  static let name = "邮件"
  static let lede =
    "设好之后，每个人可以在“我的通知”里选择用邮件收通知。信里只写几件什么事，不写项目名称和人名。"
  static let server = "邮件服务器"
  static let host = "服务器名"
  static let hostHint = "例如 mail.qingshan.gov.cn；留空就不发邮件"
  static let port = "端口"
  static let protection = "加密"
  static let account = "账号"
  static let accountHint = "服务器不要求登录的，留空"
  static let password = "密码或授权码"
  static let passwordHint = "加密后保存，页面上不再显示"
  static let passwordKept = "已存；不改就留空"
  static let letters = "信"
  static let sender = "发件地址"
  static let senderName = "发件人名称"
  static let site = "系统的网址"
  static let siteHint = "写在信里，方便打开；留空就不写"
  static let domains = "只发到这些域名"
  static let domainsHint = "用空格隔开，包括它们的下级；留空就不限"

  static let howItGoes = "发得怎样"
  static let lastProblem = "最近一次没有发出"
  static let test = "试发一封"
  static let testAfterSaving = "先保存设置，再试发。"
  static let testAddress = "发到"
  static let testHint = "最多等 20 秒，结果就在这里说"
  static let sendTest = "试发"

  static func going(_ isSet: Bool, _ waiting: Int) -> String {
    if !isSet { return "还没有设邮件，不发信。" }
    return waiting == 0 ? "没有等着发的信。" : "有\u{A0}\(waiting)\u{A0}封等着发，到时间会自动发出。"
  }
}
