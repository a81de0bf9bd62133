// C10: the annual goal repeats the period's goal while the period is longer than a year.
import Findings
import Model

extension Rule {
  static let c10 = Rule(
    code: "C10", title: "年度目标与周期目标相同",
    why: "两个目标一字不差，看不出今年做什么，年底也无法对照。", advice: "年度目标写当年要完成的数量和效果。",
    severity: .warning, source: "实例", dimension: .completeness, kinds: [.projectTarget],
    example: """
      起止 2023—2025
      周期目标 三年内培训村级会计，提高村务公开水平，做到账目清楚、群众明白。
      年度目标 三年内培训村级会计，提高村务公开水平，做到账目清楚、群众明白。
      """,
    counterExample: """
      起止 2023—2025
      周期目标 三年内培训村级会计，提高村务公开水平，做到账目清楚、群众明白。
      年度目标 2024 年培训村级会计 120 人，考核合格率 95%。
      """
  ) { subject in
    guard let annual = subject.annualGoal, let period = subject.periodGoal, !annual.isEmpty,
      subject.periodYears != 1, TextLikeness.isNearlySame(annual.text, period.text)
    else { return [] }
    return [
      ReviewFinding(
        rule: "C10", fields: ["goals/annual", "goals/period"],
        message: "本年目标与实施周期目标\(annual.text == period.text ? "一字不差" : "几乎相同")，看不出今年做什么。"
          + "建议按指标表里的数写出本年要完成的事。")
    ]
  }
}
