// The Chinese sentences about writing a form: why a cell is closed, what stands in the way of a beginning.

enum DraftWording {
  static let closedCell = "这一格没有被退回，不能修改；如确需修改，请撤回后重新提交，或与审核人联系。"
  static let closedRows = "这张表被退回时没有要求增减行，不能添加、删除或移动行；如确需调整，请与审核人联系。"
  static let fixedYear = "年度随表确定，不能修改；如需填报其他年度，请新建。"
  static let reviewersCell = "批复意见由审核人填写，这里不能修改。"
  static let findingGone = "这条提示已经不在了，表的内容可能刚改过；请看最新的提示。"
  static let formThere = "这个项目本年度已经有这张表，请打开原来的表继续填写。"
  static let departmentFormThere = "本单位本年度已经有这张表，请打开原来的表继续填写。"
  static let projectMissing = "请选择项目。"
  static let projectOfOthers = "这个项目不是本单位的，请重新选择。"
  static let projectNotInYear = "这个项目在所选年度没有实施，请核对项目的起止年度。"
  static let noProjectWanted = "部门整体的表不属于某个项目，请不要选择项目。"
  static let nothingLastYear = "没有找到上年的表，请改用空白表或其他项目的表。"
  static let otherKind = "所选的表种类不同，不能作为蓝本。"
  static let recordOfOtherKind = "文件里的表种类不同，请选择对应的表种类。"

  /// Rows of the funds table.
  static let fundsTotal = "年度资金总额"
  static let fundsFiscal = "当年财政拨款"
  static let fundsOther = "其他资金"

  /// Behind the digits of a year, and behind those of an amount.
  static let yearMark = "年"
  static let unitMarks = ["万", "亿", "元", "%"]

  // Reasons of suggestions.

  static func lastYear(value: String?, actual: String?) -> String {
    let parts = [value.map { "年度值 \($0)" }, actual.map { "实际 \($0)" }].compactMap(\.self)
    return parts.isEmpty ? "本项目上年用过" : "本项目上年用过：" + parts.joined(separator: "，")
  }

  static func lastYearActual(_ actual: String) -> String { "本项目上年实际 \(actual)" }

  static func ownProjects(_ count: Int, example: String?) -> String {
    let among = example.map { "（如“\(short($0))”）" } ?? ""
    return count > 1 ? "本单位 \(count) 个项目用过\(among)" : "本单位用过\(among)"
  }

  static func library(kind: String, method: String) -> String { "指标库·\(kind)：\(method)" }

  private static func short(_ text: String) -> String { text.count > 20 ? text.prefix(20) + "…" : text }
}
