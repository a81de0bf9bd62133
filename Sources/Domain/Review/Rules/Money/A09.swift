// A09: the same set of indicators in several projects of a department.
import Findings
import Model
import RuleSets

extension Rule {
  static let a09 = Rule(
    code: "A09", title: "多个项目用同一套指标",
    why: "不同的项目写一样的指标和数，说明没有按项目去想。", advice: "按这个项目要做的事改写指标。",
    severity: .warning, source: "实例", dimension: .relevance, kinds: [.projectTarget],
    example: """
      同套 三八活动经费
      名称 普法宣传经费
      产出指标/数量指标 | 活动场次 | ≥5场
      """,
    counterExample: """
      名称 普法宣传经费
      产出指标/数量指标 | 普法讲座场次 | ≥12场
      """
  ) { subject in
    let others = subject.context.alikeProjects.filter { $0 != subject.name.text }
    guard !others.isEmpty else { return [] }
    let shown =
      others.prefix(3).map { "“\($0)”" }.joined(separator: "、")
      + (others.count > 3 ? "等 \(others.count) 个项目" : "")
    return [
      ReviewFinding(
        rule: "A09", fields: ["indicators"],
        message: "这套指标和指标值与同一部门的\(shown)基本相同。请核对是否照抄，建议按本项目要做的事改写。")
    ]
  }
}
