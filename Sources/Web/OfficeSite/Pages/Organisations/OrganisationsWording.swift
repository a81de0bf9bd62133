// The Chinese words of organisations.
import Organisations

enum OrganisationsWording {
  static let search = "编码或名称"
  static let present = "在用"
  static let ended = "已停用"
  static let add = "新增单位"
  static let importTable = "从表格导入"
  static let change = "修改"
  static let codeStays = "编码和类型不能改；换编码请停用后新增"
  static let name = "单位名称"
  static let nameHint = "与公章一致的全称"
  static let shortName = "简称"
  static let shortNameHint = "名称长时，列表里用它；可不填"
  static let code = "单位编码"
  static let codeHint = "每级 3 位数字，例如 713、713001"
  static let kind = "类型"
  static let kindByCode = "按编码长短"
  static let kindHint = "3 位为主管部门，6 位及以上为预算单位"
  static let region = "地区"
  static let below = "下级单位"
  static let years = "年度"
  static let firstYear = "启用年度"
  static let yearHint = "例如 2026"
  static let lastYear = "停用年度"
  static let lastYearHint = "最后一个年度，次年起不再列出；在用的不填"
  static let noneEnded = "没有停用的单位"
  static let noneEndedAdvice = "撤并的单位填上停用年度后，会列在这里。"
  static let nonePresent = "还没有单位"
  static let nonePresentAdvice = "可以逐个新增，也可以把已有的单位表一次导入。"
  static let notFoundAdvice = "换几个字试试，或输入编码的前几位。"

  static func notFound(_ wanted: String) -> String { "没有找到“\(wanted)”" }
  static func list(_ count: Int) -> String { "\(count)\u{A0}个单位" }
  static func count(_ count: Int) -> String { count == 0 ? "无" : "\(count)\u{A0}个" }

  static func code(of path: OrganisationPath) -> String {
    path.code.level == 0 ? path.region.description : path.code.digits
  }

  static func years(_ years: YearSpan) -> String {
    years.last.map { "\(years.first) 到 \($0) 年" } ?? "\(years.first) 年起"
  }

  /// `713001　水利所`, a blank of the full width for each level.
  static func option(_ organisation: Organisation) -> String {
    let level = organisation.path.code.level
    let indent = String(repeating: "\u{3000}", count: max(0, level - 1))
    return "\(indent)\(code(of: organisation.path))\u{3000}\(organisation.label)"
  }
}
