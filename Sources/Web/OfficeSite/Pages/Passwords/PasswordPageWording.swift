// The Chinese words around passwords.

enum PasswordPageWording {
  static let current = "现在的密码"
  static let wanted = "新密码"
  static let again = "再输一遍新密码"
  static let change = "修改密码"
  static let set = "设置密码"
  static let differs = "两遍输的不一样，请重新输入。"
  static let wrongCurrent = "现在的密码不对，请核对后再试。"
  static let due = "密码该换了"
  static let dueAdvice = "密码到期或由他人代设，换好之后才能办别的事。"

  static func forAccount(_ name: String, _ account: String) -> String {
    "\(name)，你的账号是 \(account)。设好密码后，用它登录。"
  }
}
