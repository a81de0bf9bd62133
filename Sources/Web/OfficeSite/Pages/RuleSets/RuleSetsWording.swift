// The Chinese words of the pages of rule sets.

enum RuleSetsWording {
  static let lede = "审核用哪些规则、参数和分值，各依据什么文件，都写在这里。"
  static let name = "名称"
  static let identifier = "代号"
  static let region = "地区"
  static let years = "年度"
  static let year = "看哪一年，如 2026"
  static let kinds = "表种"
  static let head = "适用"
  static let source = "依据"
  static let extends = "继承"
  static let tree = "指标体系"
  static let weights = "自评分值"
  static let scheme = "方案"
  static let points = "分值"
  static let since = "自何时"
  static let parameters = "参数"
  static let value = "数值"
  static let rules = "规则"
  static let code = "编号"
  static let rule = "查什么，为什么"
  static let severity = "程度"
  static let dimension = "方面"
  static let off = "停用"

  static func since(_ year: Int) -> String { "\(year)\u{A0}年起" }
  static func count(_ count: Int) -> String { "\(count)\u{A0}条" }
  static func tree(_ name: String, from year: Int, _ source: String) -> String {
    "\(name)（\(since(year))，\(source)）"
  }
}
