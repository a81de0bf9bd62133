// C03: outputs without a quantity, or without a quality.
import Findings
import Model
import RuleSets

extension Rule {
  static let c03 = Rule(
    code: "C03", title: "缺少数量指标或质量指标",
    why: "只有质量没有数量，不知道做多少；只有数量没有质量，不知道做得好不好。", advice: "产出下至少各写一项数量指标和质量指标。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .completeness, kinds: [.projectTarget],
    example: """
      产出指标/质量指标 | 路灯完好率 | ≥95%
      产出指标/时效指标 | 故障修复时间 | ≤24小时
      """,
    counterExample: """
      产出指标/数量指标 | 维护路灯数量 | ≥320盏
      产出指标/质量指标 | 路灯完好率 | ≥95%
      """
  ) { subject in
    // One under a wrong level 1 is there all the same: that is C07's.
    let lacksQuantity = !subject.rows.contains { $0.category == .quantity && $0.isNamed }
    let lacksQuality = !subject.rows.contains { $0.category == .quality && $0.isNamed }
    guard lacksQuantity || lacksQuality else { return [] }
    let outputs = subject.rows.filter { $0.isNamed && $0.branch(in: subject.rules.tree) == .output }
    // Without outputs C02 speaks; where level 2 is not printed nobody can tell.
    guard !outputs.isEmpty, outputs.allSatisfy({ $0.category != nil }) else { return [] }
    let labels = [lacksQuantity ? "数量指标" : nil, lacksQuality ? "质量指标" : nil].compactMap { $0 }
      .joined(separator: "和")
    let advice =
      lacksQuantity ? "建议补上做多少（如“…数量 ≥__”，写明单位）" : "建议补上做到什么标准（如“…合格率 ≥__%”）"
    return [
      ReviewFinding(rule: "C03", fields: ["indicators"], message: "产出指标里没有\(labels)。\(advice)。")
    ]
  }
}
