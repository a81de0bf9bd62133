// The Chinese words of `plumbline rules`.
import RuleSets

/// What the command says around rules and figures.
enum RulesWording {
  static func noRuleSet(_ word: String, _ names: [String]) -> String {
    "找不到规则集“\(word)”：既不是随附的规则集（\(names.joined(separator: "、"))），也没有这个文件。"
  }

  static func head(_ set: RuleSet) -> [String] {
    let head = set.head
    var lines = [
      "规则集 \(head.identifier)  \(DisplayText.harmless(head.title))",
      "  地区：\(DisplayText.harmless(head.region))；年度：\(head.yearsText)；表种：\(head.kindsText)",
      "  依据：\(DisplayText.harmless(head.source))",
    ]
    if let extends = head.extends { lines.append("  继承：\(extends)") }
    if let choice = set.treeChoice {
      lines.append(
        "  指标体系：\(choice.value)（\(year(choice.fromYear))，\(DisplayText.harmless(choice.source))）")
    }
    return lines
  }

  static func rules(_ count: Int) -> String { "规则 \(count) 条" }
  static let parameters = "参数"
  static let weights = "分值"
  static func year(_ year: Int) -> String { "\(year) 年起" }
  static func switchedOff(_ reason: String) -> String { "停用：\(reason)" }
  static func shipped(_ names: [String]) -> String { "随附的规则集：\(names.joined(separator: "、"))" }
}
