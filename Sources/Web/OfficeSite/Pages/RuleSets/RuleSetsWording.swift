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
  static let choice = "各地、各年用哪一套"
  static let choiceNote = "没有选定的，按地区编码用本地的一套，没有本地的就用全国通用的一套。"
  static let nothingChosen = "还没有选定的，都按地区编码。"
  static let set = "规则集"
  static let layout = "表样"
  static let byCode = "按地区编码（收回选定）"
  static let byRuleSet = "随规则集"
  static let choose = "选定"
  static let chosenYear = "年度"
  static let change = "改"
  static let chooseYear = "请选一个年度。"
  static let chooseKind = "请选一种表。"

  static func since(_ year: Int) -> String { "\(year)\u{A0}年起" }
  static func count(_ count: Int) -> String { "\(count)\u{A0}条" }
  static func tree(_ name: String, from year: Int, _ source: String) -> String {
    "\(name)（\(since(year))，\(source)）"
  }
}
