// C05: a project that serves people asks nobody whether they are satisfied.
import Findings
import Model
import RuleSets

extension Rule {
  static let c05 = Rule(
    code: "C05", title: "服务群众的项目没有满意度指标",
    why: "钱花在人身上，受益的人满意不满意是最直接的效果。", advice: "补一项服务对象满意度，写明百分比。",
    severity: .info, source: "财预〔2021〕101号", dimension: .completeness, kinds: [.projectTarget],
    example: """
      名称 高龄老人津贴补贴
      产出指标/数量指标 | 发放人数 | ≥430人
      效益指标/社会效益指标 | 高龄老人覆盖率 | ≥98%
      """,
    counterExample: """
      名称 高龄老人津贴补贴
      产出指标/数量指标 | 发放人数 | ≥430人
      满意度指标/服务对象满意度指标 | 受益老人满意度 | ≥90%
      """
  ) { subject in
    guard subject.name.speaks(of: .peopleServed),
      subject.name.speaks(of: .subsidised)
        || !subject.name.speaks(of: .upkeep) && !subject.name.isConstruction,
      !subject.rows.isEmpty,
      !subject.rows.contains(where: {
        $0.isSatisfaction || $0.branch(in: subject.rules.tree) == .satisfaction
      })
    else { return [] }
    return [
      ReviewFinding(
        rule: "C05", fields: ["indicators"], message: "项目直接服务群众，指标里没有满意度。建议补一项“服务对象满意度 ≥__%”。")
    ]
  }
}
