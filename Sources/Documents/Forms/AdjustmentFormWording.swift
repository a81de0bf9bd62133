// What the papers of approvals and adjustments print beside the records.

extension FormWords {
  static let adjustmentReason = "调整理由"
  static let adjustedPart = "调整事项"
  static let adjustedCell = "单元格"
  static let valueBefore = "原值"
  static let valueAfter = "调整后"
  static let approvalOpinion = "批复意见"
  static let nothingAdjusted = "没有一格不同"
  static let moved = "移了位置，内容未变"
  static let blank = "（空白）"

  static func adjustmentTitle(_ year: String?) -> String { "\(year.map { $0 + "年" } ?? "")绩效目标调整表" }
  static func numberBefore(_ number: String) -> String { "原批复：\(number)" }
  static func numberAfter(_ number: String) -> String { "调整批复：\(number)" }
  static func approvalNumber(_ number: String) -> String { "批复文号：\(number)" }
  static func opinion(_ text: String) -> String { "批复意见：\(text)" }
  static func approvalDay(_ day: String) -> String { "批复日期：\(day)" }
}
