// A17: one indicator holds most of the points.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let a17 = Rule(
    code: "A17", title: "一项指标分值过重",
    why: "一项占六成以上，其余各项做好做坏都不影响得分。", advice: "把分值分给几项主要指标。",
    severity: .warning, source: "实例", dimension: .adequacy, kinds: .targets,
    example: """
      产出指标/数量指标 | 讲座场次 | ≥12场 | weight=70
      效益指标/社会效益指标 | 知晓率 | ≥80% | weight=20
      """,
    counterExample: """
      产出指标/数量指标 | 讲座场次 | ≥12场 | weight=50
      效益指标/社会效益指标 | 知晓率 | ≥80% | weight=40
      """
  ) { subject in
    guard subject.rows.count > 1, subject.rows.contains(where: { $0.indicator.weight != nil }) else {
      return []
    }
    let weights = subject.rows.map { $0.indicator.weight.flatMap { PrintedNumber.read($0) } }
    guard let sum = weights.reduce(ExactDecimal?.some(.zero), { $0?.adding($1 ?? .zero) }),
      ExactDecimal(50) < sum
    else { return [] }
    let most = subject.rules[.weightShareMax]
    return zip(subject.rows, weights).compactMap { row, weight in
      guard let weight, most < weight else { return nil }
      return ReviewFinding(
        rule: "A17", fields: [row.path(.weight)],
        message:
          "“\(row.shortName)”占 \(FigureText.number(weight)) 分，多于 \(FigureText.number(most)) 分。建议把分值分给几项主要指标。",
        terms: [ReviewTerm(field: row.path(.weight), label: row.shortName, number: weight, unit: "分")])
    }
  }
}
