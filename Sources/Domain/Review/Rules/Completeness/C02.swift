// C02: nothing is promised under output, or nothing under benefit.
import Findings
import Model
import RuleSets

extension Rule {
  static let c02 = Rule(
    code: "C02", title: "缺少产出指标或效益指标",
    why: "产出说明做了什么，效益说明有什么用，缺一项就说不清钱花得值不值。", advice: "产出、效益各至少写一项带指标值的指标。",
    severity: .error, source: "财预〔2021〕101号", dimension: .completeness, kinds: .targets,
    example: """
      名称 河道保洁
      年度目标 全年保洁河道 12 公里。
      产出指标/数量指标 | 保洁河道长度 | ≥12公里
      产出指标/质量指标 | 保洁合格率 | ≥95%
      """,
    counterExample: """
      名称 河道保洁
      年度目标 全年保洁河道 12 公里。
      产出指标/数量指标 | 保洁河道长度 | ≥12公里
      效益指标/生态效益指标 | 水质达标断面比例 | ≥90%
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    // A department may promise in the running text of its subgoals.
    if subject.departmentTarget?.subgoals.contains(where: { $0.indicators != nil }) == true { return [] }
    guard !subject.rows.isEmpty else {
      return [
        ReviewFinding(
          rule: "C02", fields: ["indicators"],
          message: "没有绩效指标，年底无法自评。请至少填写数量、质量、效益各一项，并写明指标值。")
      ]
    }
    var (promises, lacksOutput, lacksBenefit) = (0, true, true)
    for row in subject.rows where row.isNamed && row.hasPromise {
      // A row without a place might be what is looked for.
      guard let branch = row.branch(in: subject.rules.tree) else { return [] }
      promises += 1
      if branch == .output { lacksOutput = false }
      if branch == .benefit { lacksBenefit = false }
    }
    // All blank is C06's.
    guard promises > 0, lacksOutput || lacksBenefit else { return [] }
    let lacking = lacksOutput && lacksBenefit ? "产出和效益" : lacksOutput ? "产出" : "效益"
    let advice = lacksOutput ? "做多少、做得怎样" : "做成之后有什么变化"
    let unfilled = subject.rows.contains { row in
      row.isNamed && !row.hasPromise
        && row.branch(in: subject.rules.tree) == (lacksOutput ? .output : .benefit)
    }
    let state = unfilled ? "\(lacking)指标都没有指标值" : "\(promises) 项指标里没有\(lacking)指标"
    return [
      ReviewFinding(
        rule: "C02", fields: ["indicators"], message: "\(state)，看不出\(advice)。请补一项能量化的\(lacking)指标。")
    ]
  }
}
