// The Chinese sentences of approvals and batches.
import Quantities

enum ApprovalWording {
  /// How the invented county writes its numbers.
  static let samplePattern = "云财绩〔{年度}〕{号}号"
  static func opinionTooLong(_ most: Int) -> String { "批复意见太长，请压缩到 \(most) 字以内。" }
  static func phraseTooLong(_ most: Int) -> String { "有一句太长，请压缩到 \(most) 字以内。" }
  static func tooManyPhrases(_ most: Int) -> String { "最多留 \(most) 句，请删去不常用的。" }
  static func unknownRule(_ code: String) -> String { "没有编号是“\(code)”的规则，请对照规则集的编号。" }

  // MARK: Batches

  static let nothingChosen = "没有可以办理的表：还没有勾选，或者还没有到财政这一步，或者已经办过。请回到列表重新选择。"
  static func tooManyForms(_ most: Int) -> String { "一次最多办 \(most) 张，请按单位或年度分几次。" }
  static let shareOutOfRange = "请填 1 到 100 的整数。"
  static func notClean(errors: Int, warnings: Int) -> String {
    let parts = [
      errors > 0 ? "\(errors) 处应退回" : nil, warnings > 0 ? "\(warnings) 处应说明" : nil,
    ]
    return "有 \(parts.compactMap(\.self).joined(separator: "、"))，请单独审核。"
  }
  static let movedOn = "送审之后又有变化，没有批复，请打开看看现在的情况。"
  static let takenOut = "看过后移出，留待单独审核。"
  static let notAtBureau = "现在不在财政审核这一步。"
  static let opinionMissing = "请填写批复意见。"
  static func unread(_ count: Int) -> String { "还有 \(count) 张抽中的没有看，看完才能批复。" }
  static let notInForce = "还没有批复，不打印批复表。"
  static let notPrinted = "打印没有办成，请再试一次；如一直如此，请告诉系统管理员。"
  static let noFolder = "还没有设好存放附件的文件夹，请告诉系统管理员。"
  static func archive(_ count: Int, day: Day) -> String { "批复表\(count)张-\(day)" }
}
