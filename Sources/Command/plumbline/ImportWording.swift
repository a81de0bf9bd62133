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

  static func notFound(_ path: String) -> String { "\(path)：文件或文件夹不存在，或无权打开。" }
  static func unreadable(_ path: String, _ sentence: String) -> String { "\(path)：\(sentence)" }

  static func sum(_ sum: ImportSum) -> String {
    var parts = ["共 \(sum.files) 个文件", "读出 \(sum.read) 个", "绩效表 \(sum.forms) 张", "发现 \(sum.findings) 处"]
    if sum.unreadable > 0 { parts.append("无法读取 \(sum.unreadable) 个") }
    if sum.missing > 0 { parts.append("找不到 \(sum.missing) 个") }
    if sum.passedOver > 0 { parts.append("略过 \(sum.passedOver) 个非文档文件") }
    return parts.joined(separator: "，") + "。"
  }

  /// - Parameter secondsLeft: nil while nothing can be said yet.
  static func progress(done: Int, of count: Int, secondsLeft: Int?) -> String {
    let left = secondsLeft.map { "，约剩 \($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" } ?? ""
    return "\(done)/\(count)\(left)"
  }

  static let outputFailed = "结果无法写出：输出端已满或不可写。"
  static let oneFileOnly = "--json writes one result; use --jsonl for several files or a folder"
}
