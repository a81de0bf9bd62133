// The Chinese words of signing in.

enum SignInWording {
  static let title = "登录准绳"
  static let signIn = "登录"
  static let notSignedIn = "没有登录"
  static let account = "账号"
  static let password = "密码"
  static let part = "身份"
  static let timeCode = "动态口令"
  static let timeCodeHint = "打开手机上的验证器，输入 6 位数字；手机不在身边，可输入一个恢复码。"
  static let back = "重新登录"

  static let demoAccounts = "演示账号"

  static func demoPassword(_ password: String) -> String { "这是演示，资料全是虚构的。任选一个账号登录，密码都是 \(password)。" }
}
