// The Chinese words of time codes.

enum TimeCodesWording {
  static let issuer = "准绳"
  static let isOff = "没有启用"
  static let lede = "启用后，登录除了密码，还要手机验证器上的 6 位数字；密码被人知道了，也登不进来。"
  static let begin = "启用动态口令"
  static let firstStep = "一、把密钥加进手机上的验证器"
  static let scan = "用手机上的验证器扫下面的二维码。"
  static let picture = "动态口令密钥的二维码"
  static let typeSecret = "扫不了，就在验证器里选“手动输入密钥”，名称随意，类型选“基于时间”："
  static let orAddress = "能识别链接的验证器，也可以用下面这个地址："
  static let secondStep = "二、输入验证器上的数字"
  static let codeHint = "6 位数字，每 30 秒换一次"
  static let confirm = "确认启用"
  static let wrongCode = "数字不对，或已经过时。请看手机时间是否准确，再输入新的数字。"
  static let isOn = "已启用，登录时要输入动态口令。"
  static let end = "停用动态口令"
  static let endAdvice = "换手机时，先停用，再用新手机重新启用。"
  static let codesOnce = "恢复码只显示这一次"
  static let codesAdvice = "手机丢了，用恢复码登录，每个只能用一次。请打印或抄下来，与手机分开放。"
  static let recovery = "恢复码"
  static let kept = "已经收好"

  static func left(_ count: Int) -> String {
    count > 0
      ? "还有\u{A0}\(count)\u{A0}个恢复码没有用过。" : "恢复码已经用完，请停用后重新启用，换一组新的。"
  }

  /// In groups of four, as people copy it.
  static func grouped(_ text: String) -> String {
    var groups: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: " ")
  }
}
