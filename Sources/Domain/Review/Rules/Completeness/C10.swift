// C10: the annual goal repeats the period's goal while the period is longer than a year.
import Findings
import Model
import RuleSets

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
      subject.periodYears != 1, subject.repeatsPeriodGoal
    else { return [] }
    let isSame = annual.text.isSame(as: period.text)
    guard isSame || figures(of: annual.text) == figures(of: period.text) else { return [] }
    let state = String.joining("本年目标与实施周期目标", isSame ? "一字不差" : "几乎相同", "，看不出今年做什么。")
    let fewest = subject.rules.whole(.goalCharactersMin)
    guard let sentence = GoalSentence.of(subject)?.alone(named: subject.name.text, fewest: fewest) else {
      return [
        ReviewFinding(
          rule: "C10", severity: subject.periodYears == nil ? .info : nil,
          fields: ["goals/annual", "goals/period"],
          message: state + "建议写出本年要完成的数量和效果。")
      ]
    }
    return [
      ReviewFinding(
        rule: "C10", severity: subject.periodYears == nil ? .info : nil,
        fields: ["goals/annual", "goals/period"],
        message: Sentence(.joining(state, "可直接采用指标表里的数：“", sentence, "”")),
        proposal: Proposal(
          text: .joining("年度目标改为：", sentence),
          choices: [
            Proposal.Choice(
              label: "年度目标改用指标表里的数", edits: [RecordEdit(field: "goals/annual", text: sentence)])
          ]))
    ]
  }

  /// The digits of a text: two goals that differ in a figure tell two years apart.
  private static func figures(of text: String) -> [UInt8] {
    text.utf8.filter { (0x30...0x39).contains($0) }
  }
}
