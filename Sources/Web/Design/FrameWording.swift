// The words of the frame around every page.

/// Words that every page shows or says aloud.
enum FrameWording {
  static let brand = "准绳"
  static let skip = "跳到正文"
  static let navigation = "主要栏目"
  static let search = "搜索"
  static let searchPlaceholder = "搜项目、单位、指标"
  static let notices = "通知"
  static let contrast = "高反差"
  static let signOut = "退出登录"
  static let pager = "前后翻看"
  static let previous = "上一个"
  static let next = "下一个"
  static let home = "回首页"
  static let goBack = "回上一页"
  static func requestNumber(_ text: String) -> String { "请求编号 \(text)" }
  static func titled(_ title: String) -> String { "\(title)　准绳" }
}
