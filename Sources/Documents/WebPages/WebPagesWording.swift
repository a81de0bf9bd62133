// The sentences of findings about web pages.
import Findings
import Tables

enum WebPagesWording {
  static func hidden(_ count: Int) -> Finding {
    Finding(
      rule: "R03", severity: .info, message: "网页中有 \(count) 处设为隐藏的内容，打印时看不到，未读取。")
  }

  static let struckText = Finding(
    rule: "R04", severity: .info, message: "网页中有画了删除线的文字，按已删除处理，未读取。")

  static let cutShort = Finding(
    rule: "R03", severity: .warning, message: "网页中有没有结束的标签、注释或脚本，其后的内容未读取，请核对是否完整。")

  static let onlyFrames = Finding(
    rule: "R03", severity: .warning,
    message: "网页本身没有内容，只有指向其他页面的框架，未读取；请打开框架中的页面另存后导入（Excel 另存的网页在同名的 .files 文件夹中）。")

  static let endsInTable = Finding(
    rule: "R06", severity: .warning, message: "网页在表格中间就结束了，可能没有保存完整；请重新保存后导入，或核对最后几行。")

  static func limit(_ limit: ReadingError.Limit, limits: ReadingLimits, table: Int) -> Finding {
    let what =
      limit == .rowCount
      ? "行数超过 \(limits.rowCountMax)，其后的行未读取" : "列数超过 \(limits.columnCountMax)，其后的列已略去"
    return Finding(
      rule: "R05", severity: .warning, message: "表格\(what)，请拆分后重新导入。", place: Place(table: table))
  }
}
