// M18: the description only repeats the name.
import Findings
import Model
import Quantities

extension Rule {
  static let m18 = Rule(
    code: "M18", title: "指标说明与名称相同",
    why: "说明应写怎样计算，重复名称等于没写。", advice: "写明计算方法或口径。",
    severity: .info, source: "实例", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      let names = FigureText.names(findings.compactMap { $0.terms.first?.label })
      return "以下 \(findings.count) 项指标的说明与名称相同：\(names)。建议写明怎样计算、数从哪里来。"
    },
    example: "产出指标/成本指标 | 单次活动成本 | ≤1万元 | description=单次活动成本",
    counterExample: "产出指标/成本指标 | 单次活动成本 | ≤1万元 | description=活动总支出÷活动次数"
  ) { subject in
    subject.rows.filter { row in
      guard row.isNamed, let description = row.indicator.description, let name = row.indicator.name else {
        return false
      }
      return description == name || TextLikeness.isSame(description, name)
    }.map { row in
      ReviewFinding(
        rule: "M18", fields: [row.path(.description)],
        message: "“\(row.shortName)”的说明与名称相同。建议写明怎样计算、数从哪里来。",
        terms: [ReviewTerm(field: row.path(.description), label: row.shortName, number: .zero)])
    }
  }
}
