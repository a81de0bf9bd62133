// The words of the living page's frame; everything on it is invented.

enum SpecimenWording {
  static let title = "构件"
  static let lede = "印的字用墨，人写的字用蓝黑，批的字用朱。每种判断先有形状和词，颜色排在最后。"
  static let place = "临溪县　2026 年预算"
  static let unit = "县文化馆"
  static let role = "经办"
  static let bell = "3 条没看过"
  static let sessions = "我的登录"
  static let destinations = ["首页", "项目", "监控", "自评", "导入", "指标库"]
}
