// The Chinese sentences of `plumbline import`: heads, findings, sums, files that are not there.
import Findings
import Tables

/// What the command says around the records.
enum ImportWording {
  static func format(_ format: DocumentFormat?) -> String {
    switch format {
    case .docx: "Word 文档"
    case .xlsx: "Excel 工作簿"
    case .html: "网页"
    case .text: "文本"
    case .pdf: "PDF"
    case .doc: "旧版 Word 文档"
    case .xls: "旧版 Excel 工作簿"
    case .rtf: "RTF 文档"
    case .odt: "OpenDocument 文本"
    case .ods: "OpenDocument 表格"
    case .picture: "图片"
    case nil: "格式不明"
    }
  }

  static let standardInput = "标准输入"
  static let standardOutput = "标准输出"
  static let noForm = "没有找到绩效表。"
  static let untitled = "（无标题）"
  static let noFindings = "没有发现问题。"
  static func findings(_ count: Int) -> String { "发现 \(count) 处：" }
  static func form(_ number: Int, of count: Int) -> String { count > 1 ? "第 \(number) 张，" : "" }

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "错误"
    case .warning: "警告"
    case .info: "提示"
    }
  }

  /// Example: “工作表 Sheet1，表 2，第 5 行第 3 列”.
  static func place(_ place: Place) -> String {
    var parts: [String] = []
    if let page = place.page { parts.append("第 \(page) 页") }
    if let sheet = place.sheet { parts.append("工作表 \(sheet)") }
    if let table = place.table { parts.append("表 \(table)") }
    let square = [place.row.map { "第 \($0) 行" }, place.column.map { "第 \($0) 列" }].compactMap { $0 }.joined()
    if !square.isEmpty { parts.append(square) }
    if let line = place.line { parts.append("第 \(line) 段") }
    return parts.joined(separator: "，")
  }

  static func notFound(_ path: String) -> String { "\(path)：文件或文件夹不存在，不是普通文件，或无权打开。" }
  static func unreadable(_ path: String, _ sentence: String) -> String { "\(path)：\(sentence)" }

  static func sum(_ sum: ImportSum) -> String {
    var parts = ["共 \(sum.files) 个文件", "读出 \(sum.read) 个", "绩效表 \(sum.forms) 张", "发现 \(sum.findings) 处"]
    if sum.unreadable > 0 { parts.append("无法读取 \(sum.unreadable) 个") }
    if sum.missing > 0 { parts.append("找不到 \(sum.missing) 个") }
    if sum.passedOver > 0 { parts.append("略过 \(sum.passedOver) 个非文档文件") }
    if sum.duplicates > 0 { parts.append("内容重复 \(sum.duplicates) 个") }
    if sum.kept > 0 { parts.append("沿用上次结果 \(sum.kept) 个") }
    return parts.joined(separator: "，") + "。"
  }

  static func duplicate(of path: String) -> Finding {
    Finding(rule: "R13", severity: .info, message: "与 \(path) 内容完全相同，未重复读取，也不重复计数。")
  }

  static let summaryTitle = "绩效表汇总"
  static let summaryHead = ["类型", "年度", "张数", "单位数"]
  static let unitHead = ["单位", "张数"]
  static let unreadableHead = ["无法读取的原因", "个数", "文件"]
  static let noYear = "未注明"
  static let noUnit = "（未注明单位）"
  static func otherUnits(_ count: Int) -> String { "（其余 \(count) 个单位）" }
  static func andOthers(_ names: [String], count: Int) -> String {
    names.joined(separator: "、") + (count > names.count ? " 等 \(count) 个" : "")
  }

  static let findingsHead = [
    "文件", "表序号", "表名", "规则", "程度", "字段", "页", "工作表", "表", "行", "列", "段", "说明",
  ]

  static func stateUnusable(_ path: String) -> String { "\(path)：状态文件无法打开或写入。" }
  static func stateForeign(_ path: String) -> String { "\(path)：这不是导入的状态文件，没有改动它；请换一个文件名。" }
  static func stateInUse(_ path: String) -> String { "\(path)：状态文件正被另一次导入使用。" }
  static func pageUnusable(_ path: String) -> String { "\(path)：审核报告无法写入。" }
  static func tableUnusable(_ path: String) -> String { "\(path)：问题清单无法写入。" }
  static func interrupted(_ done: Int, of count: Int, hasState: Bool) -> String {
    "已中断，完成 \(done)/\(count) 个文件" + (hasState ? "；再次运行同一命令即可从此处继续。" : "。")
  }

  static let openNetwork = "注意：本机不支持断开隔离进程的网络，其余限制仍然有效。"

  /// - Parameter secondsLeft: nil while nothing can be said yet.
  static func progress(done: Int, of count: Int, secondsLeft: Int?) -> String {
    let left = secondsLeft.map { "，约剩 \($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" } ?? ""
    return "\(done)/\(count)\(left)"
  }

  static let outputFailed = "结果无法写出：输出端已满或不可写。"
  static let oneFileOnly = "--json writes one result; use --jsonl for several files or a folder"
}
