// The Chinese words of the list of sessions.

enum SessionsWording {
  static let lede = "下面是你的账号正在使用的登录。有不认识的，请退出它并修改密码。"
  static let device = "浏览器与地址"
  static let started = "登录时间"
  static let lastSeen = "最近操作"
  static let this = "这一个"
  static let end = "退出"
  static let endOthers = "退出其他所有登录"

  /// The browser's own name, as people know it.
  static func browser(_ agent: String) -> String {
    let names = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
    let name = names.first { agent.contains($0.0) }?.1 ?? "浏览器"
    let systems = [
      ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("Mac OS", "Mac"),
      ("Linux", "Linux"),
    ]
    return systems.first { agent.contains($0.0) }.map { "\(name)，\($0.1)" } ?? name
  }
}
