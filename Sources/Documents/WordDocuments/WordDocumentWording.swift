// The sentences of the Word reader's findings.
internal import Findings
internal import Tables

/// Finished findings; the codes are those of all readers (R03 left out, R04 deletions, R05 limits, R06
/// repaired).
enum WordDocumentWording {
  static let struckText = Finding(
    rule: "R04", severity: .info, message: "文档中有画了删除线的文字，按已删除处理，未读取。")

  static let hiddenText = Finding(rule: "R03", severity: .info, message: "文档中有隐藏文字，未读取。")

  static let placeholders = Finding(
    rule: "R03", severity: .info, message: "文档中有未填写的填写框，其提示文字未读取。")

  static let coveredText = Finding(
    rule: "R03", severity: .info, message: "合并单元格下面有被盖住的文字，打印时看不到，未读取。")

  static let foreignChunk = Finding(
    rule: "R03", severity: .warning, message: "文档中嵌有另一份文件的内容，未读取；请在 Word 中打开并另存后再导入。")

  static func deletions(_ count: Int) -> Finding {
    Finding(rule: "R04", severity: .info, message: "文档处于修订状态，有 \(count) 处已标记删除的内容，未读取。")
  }

  static func limitReached(_ limit: ReadingError.Limit, limits: ReadingLimits) -> Finding {
    let sentence =
      switch limit {
      case .rowCount: "表格超过 \(limits.rowCountMax) 行，其余各行未读取。"
      case .columnCount: "表格超过 \(limits.columnCountMax) 列，其余各列未读取。"
      default: "文档的单元格和段落超过 \(limits.cellCountMax) 个，其余内容未读取。"
      }
    return Finding(rule: "R05", severity: .warning, message: sentence)
  }

  static func repairedTables(count: Int, first: Int) -> Finding {
    let subject = count == 1 ? "第 \(first) 个表格" : "第 \(first) 个等 \(count) 个表格"
    return Finding(
      rule: "R06", severity: .info, message: "\(subject)的合并单元格前后不一致，已按能对应的部分还原，请核对。",
      place: Place(table: first))
  }

  static let duplicateParts = Finding(
    rule: "R06", severity: .warning, message: "文件内部有重名的部分，已读取最后一份，请核对。")

  static let brokenStyles = Finding(
    rule: "R06", severity: .info, message: "文档的样式部分已损坏，标题级别无法识别，正文不受影响。")
}
