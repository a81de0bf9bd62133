// The Chinese words of the reference of rules, and what severities and dimensions are called.
package import Findings
package import Model
package import Review
import RuleSets

/// Words around rules, for the reference and for listings.
package enum RuleReferenceWording {
  /// A part of the catalogue: the rules whose code begins with a letter.
  struct Part {
    let letter: String
    let file: String
    let title: String
  }

  static let parts = [
    Part(letter: "C", file: "completeness.md", title: "完整性规则（C）"),
    Part(letter: "M", file: "measurability.md", title: "可衡量与位置规则（M）"),
    Part(letter: "A", file: "money.md", title: "资金匹配规则（A）"),
    Part(letter: "E", file: "self-evaluation.md", title: "自评与监控规则（E）"),
  ]

  static let overview = "规则与规则集"
  static let introduction =
    "这些页面由程序的规则目录和随附的规则集文件生成，`make snapshots` 重新写出。数值按全国通用规则集；各地不同的数值见规则集。"
  static let generated = "由规则目录生成，请勿直接修改。"
  static let sets = "规则集"
  static let example = "会提出的例子："
  static let counterExample = "不会提出的例子："
  static let parametersTitle = "参数"
  static let parameterColumns = ["名称", "数值", "起始年度", "依据", "规则集", "用于"]
  static let weightsTitle = "分值"
  static let weightColumns = ["方案", "分值", "起始年度", "依据"]
  static let changesTitle = "改动的规则"
  static let changeColumns = ["规则", "改为", "起始年度", "理由"]

  static func treeTitle(_ identifier: String) -> String { "指标体系 \(identifier)" }

  static func advice(_ text: String) -> String { "建议：\(text)" }
  static func parameters(_ list: [String]) -> String { "参数：\(list.joined(separator: "；"))。" }
  static func source(_ text: String) -> String { "依据：\(text)" }

  static func tree(_ identifier: String, _ year: Int, _ source: String) -> String {
    "指标体系：\(identifier)（\(year) 年起，\(source)）"
  }

  static func line(of rule: Rule) -> String {
    [severity(rule.severity), dimension(rule.dimension), kinds(rule.kinds), "依据：\(rule.source)"]
      .joined(separator: " · ")
  }

  static func line(of head: RuleSetHead) -> String {
    var parts = ["代号 `\(head.identifier)`", head.region, "年度 \(head.yearsText)", kinds(head.kinds)]
    if let extends = head.extends { parts.append("继承 `\(extends)`") }
    return parts.joined(separator: " · ")
  }

  /// 应退回, 应说明, 提示
  package static func severity(_ severity: Severity) -> String { RuleChange.severity(severity).name }

  /// 完整性 …
  package static func dimension(_ dimension: RuleDimension) -> String {
    switch dimension {
    case .completeness: "完整性"
    case .relevance: "相关性"
    case .adequacy: "适当性"
    case .feasibility: "可行性"
    case .selfEvaluation: "自评"
    case .monitoring: "监控"
    }
  }

  /// The kinds of forms in their usual order: 项目绩效目标表、…
  package static func kinds(_ kinds: Set<FormKind>) -> String {
    kinds.count == FormKind.allCases.count
      ? "各种绩效表"
      : FormKind.allCases.filter(kinds.contains).map(\.officialName).joined(separator: "、")
  }
}
