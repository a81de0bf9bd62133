// The Chinese words of the first start.

enum SetUpPageWording {
  static let title = "开始使用准绳"
  static let lede = "先填地区，再设三位管理员。三位各管一摊，互不兼任：谁也不能独自改动资料又抹去痕迹。单位和人员稍后再加。"
  static let regionCode = "行政区划代码"
  static let regionCodeHint = "县级 6 位，乡镇 9 位"
  static let regionName = "地区名称"
  static let name = "姓名"
  static let finish = "完成设置"
  static let passwordsAgain = "下面逐处写明了原因；密码没有保留，请再填一次。"
  static let administrators: [(prefix: String, title: String, hint: String)] = [
    ("system", "系统管理员", "管单位、人员、年度与期限、备份；看不到绩效表，也不能授权。"),
    ("security", "安全管理员", "管授权、解锁、发放设置密码的链接；看不到绩效表，也不能加人。"),
    ("audit", "审计管理员", "查阅和校验台账；什么都不能改。"),
  ]

  static func faults(_ count: Int) -> String { "有 \(count) 处要改" }
}
