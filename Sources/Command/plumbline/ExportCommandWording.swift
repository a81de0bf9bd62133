// The Chinese sentences of `plumbline export`: losses, differences, sums.
import FormExport
import Forms

/// What the command says around the files.
enum ExportCommandWording {
  static func noFolder(_ path: String) -> String { "\(path)：不是文件夹，或无法建立。" }

  /// All fields that a layout has no place for, in one sentence.
  static func losses(_ losses: [FieldLoss], of path: String, in layout: FormLayout) -> String {
    let shown = losses.prefix(lossesMax).map { short($0.sentence) }.joined(separator: "、")
    let rest = losses.count > lossesMax ? " 等 \(losses.count) 项" : ""
    return "\(path)：“\(layout.name)”放不下：\(shown)\(rest)。"
  }

  /// More are counted.
  private static let lossesMax = 40

  private static func short(_ text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ")
    return line.count > 60 ? line.prefix(60) + "…" : line
  }

  static func sum(_ sum: ExportSum, verifies: Bool) -> String {
    var parts = ["共导出绩效表 \(sum.forms) 张", "写出文件 \(sum.files) 个"]
    if sum.losses > 0 { parts.append("表样放不下的字段 \(sum.losses) 项") }
    if verifies { parts.append(sum.differences == 0 ? "读回核对一致" : "读回不一致 \(sum.differences) 处") }
    if sum.failures > 0 { parts.append("未能导出 \(sum.failures) 张") }
    if sum.unreadable > 0 { parts.append("无法读取 \(sum.unreadable) 个") }
    if sum.missing > 0 { parts.append("找不到 \(sum.missing) 个") }
    return parts.joined(separator: "，") + "。"
  }

  static func tell(_ sentence: String, _ console: Console) {
    _ = console.errors.write("plumbline export: \(DisplayText.harmless(sentence))\n")
  }
}
