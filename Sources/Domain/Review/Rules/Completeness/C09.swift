// C09: the annual goal cannot be counted.
import Findings
import Model
import RuleSets

extension Rule {
  static let c09 = Rule(
    code: "C09", title: "年度目标没有数字或过短",
    why: "目标里没有数字，年底说完成、没完成都可以。", advice: "把指标表里最要紧的几个数写进年度目标。",
    severity: .info, source: "财预〔2015〕88号", dimension: .completeness, kinds: .targets,
    example: """
      年度目标 开展形式多样的普法宣传，不断提高群众法治意识，营造良好氛围。
      产出指标/数量指标 | 普法讲座场次 | ≥12场
      """,
    counterExample: """
      年度目标 在 8 个社区举办普法讲座 12 场，发放宣传册 3000 份，提高群众法治意识。
      产出指标/数量指标 | 普法讲座场次 | ≥12场
      """
  ) { subject in
    guard let goal = subject.annualGoal, !goal.isEmpty else { return [] }
    let fewest = subject.rules.whole(.goalCharactersMin)
    let length = goal.scalars.count { !$0.isBlank }
    let isShort = length < fewest
    let hasNumber = PromisedNumbers.stand(in: goal.scalars)
    guard isShort || !hasNumber else { return [] }
    let sentence = GoalSentence.of(subject)
    let state =
      isShort
      ? "年度目标只有 \(length) 个字\(hasNumber ? "，过于简单。" : "，也没有数字，说不清今年要做成什么。")"
      : "年度目标 \(length) 个字，没有一个可以考核的数字。"
    // Where the goal repeats the period's, C10 proposes the sentence.
    if sentence != nil, subject.periodYears != 1, subject.repeatsPeriodGoal {
      return [
        ReviewFinding(
          rule: "C09", severity: .warning, fields: ["goals/annual"], message: state + "建议用指标表里的数写明今年做多少。")
      ]
    }
    guard let sentence, let filled = sentence.appended(to: goal, length: length, fewest: fewest) else {
      return [
        ReviewFinding(rule: "C09", fields: ["goals/annual"], message: state + "建议写明今年做多少、做到什么程度。")
      ]
    }
    return [
      ReviewFinding(
        // A short goal with its number can be checked; one without cannot.
        rule: "C09", severity: hasNumber ? .info : .warning, fields: ["goals/annual"],
        message: Sentence(.joining(state, "建议把指标表里的数写进目标：“", sentence.text, "”")),
        proposal: Proposal(
          text: .joining("在年度目标末尾加上：", sentence.text),
          choices: [
            Proposal.Choice(label: "加上指标表里的数", edits: [RecordEdit(field: "goals/annual", text: filled)])
          ]))
    ]
  }
}
