// C01: a cell without which the form cannot be reviewed is empty.
import Findings
import Model
import RuleSets

extension Rule {
  static let c01 = Rule(
    code: "C01", title: "必填内容缺失",
    why: "名称、金额、目标缺一项，这张表就无法审核，也无法在年底对照。", advice: "补齐空缺的单元格再提交。",
    severity: .error, source: "财预〔2015〕88号", dimension: .completeness, kinds: [.projectTarget],
    example: """
      名称 乡村图书室更新
      单位 青禾镇文化站
      预算 60000
      产出指标/数量指标 | 更新图书册数 | ≥1200册
      """,
    counterExample: """
      名称 乡村图书室更新
      单位 青禾镇文化站
      预算 60000
      年度目标 为 6 个村图书室更新图书 1200 册。
      """
  ) { subject in
    guard let target = subject.projectTarget else { return [] }
    if subject.isBlank {
      return [
        ReviewFinding(
          rule: "C01", severity: .info, fields: ["project/name", "goals/annual", "indicators"],
          message: "这是一张空白表，没有可以审核的内容。请填写后再提交。")
      ]
    }
    let missing = MissingCells.of(target, subject)
    guard !missing.isEmpty else { return [] }
    let labels = missing.map { "“\($0.label)”" }.joined(separator: "、")
    return [
      ReviewFinding(
        rule: "C01", fields: missing.map(\.field),
        message: "\(labels)没有填写，无法审核。请补齐后再提交。")
    ]
  }
}

/// The cells that a target form must have, as far as its layout has them.
private enum MissingCells {
  typealias Cell = (label: String, field: String)

  static func of(_ target: ProjectTarget, _ subject: ReviewSubject) -> [Cell] {
    var missing: [Cell] = []
    func ask(_ label: String, _ field: String, _ isThere: Bool) {
      if !isThere { missing.append((label, field)) }
    }
    let project = target.project
    ask("项目名称", "project/name", project.name != nil)
    ask("预算金额", "budget/total", target.budget.total != nil || target.budget.fiscal != nil)
    ask("年度目标", "goals/annual", target.goals.annual != nil)
    // One of two years is printed: the layout has both.
    let (lacksStart, lacksEnd) = (project.startYear == nil, project.endYear == nil)
    if lacksStart != lacksEnd || lacksStart && asks(.asksYears, subject) {
      ask("起始年度", "project/startYear", !lacksStart)
      ask("到期年度", "project/endYear", !lacksEnd)
    }
    ask("项目类别", "project/category", project.category != nil || !asks(.asksCategory, subject))
    ask("用款单位", "unit/name", target.unit.name != nil || !asks(.asksUnit, subject))
    if target.goals.period == nil, let years = subject.periodYears, years > 1 {
      // Two columns of values: the layout has the two goals too.
      let hasPeriodColumn = subject.rows.contains {
        $0.indicator.periodValue != nil && $0.indicator.annualValue != nil
      }
      ask("实施周期目标", "goals/period", !hasPeriodColumn && !asks(.asksPeriodGoal, subject))
    }
    return missing
  }

  private static func asks(_ parameter: RuleParameter, _ subject: ReviewSubject) -> Bool {
    subject.rules.whole(parameter) > 0
  }
}
