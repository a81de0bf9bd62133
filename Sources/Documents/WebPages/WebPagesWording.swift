// The sentences of findings about web pages.
import Findings
import Tables

enum WebPagesWording {
  static func hidden(_ count: Int) -> Finding {
    Finding(
      rule: "R03", severity: .info, message: "网页中有 \(count) 处设为隐藏的内容，打印时看不到，未读取。")
  }

  static let cutShort = Finding(
    rule: "R03", severity: .warning, message: "网页中有没有结束的注释或脚本，其后的内容未读取，请核对是否完整。")

  static func limit(_ limit: ReadingError.Limit, limits: ReadingLimits, table: Int) -> Finding {
    let what =
      limit == .rowCount
      ? "行数超过 \(limits.rowCountMax)，其后的行未读取" : "列数超过 \(limits.columnCountMax)，其后的列已略去"
    return Finding(
      rule: "R05", severity: .warning, message: "表格\(what)，请拆分后重新导入。", place: Place(table: table))
  }
}
