// M20: words of measure: what was understood is told.
import Findings
import IndicatorValues
import Model

extension Rule {
  static let m20 = Rule(
    code: "M20", title: "量词写法不规范",
    why: "“以上”“左右”各人理解不同，写成符号就没有歧义。", advice: "写成“≥”“≤”或一个区间。",
    severity: .info, source: "实例", dimension: .completeness, kinds: .targets,
    grouping: Rule.Grouping { findings in
      findings.map(\.message).joined()
    },
    example: "产出指标/数量指标 | 讲座场次 | 15场以上",
    counterExample: "产出指标/数量指标 | 讲座场次 | ≥15场"
  ) { subject in
    var findings: [ReviewFinding] = []
    for row in subject.rows {
      if let finding = MeasureWords.finding(row, .annualValue, row.annual) { findings.append(finding) }
      if let finding = MeasureWords.finding(row, .periodValue, row.period) { findings.append(finding) }
    }
    return findings
  }
}

private enum MeasureWords {
  /// Tells how a value is written with a sign; nil where it has no word of measure.
  static func finding(_ row: ReviewRow, _ field: Indicator.Field, _ parsed: ParsedValue?) -> ReviewFinding? {
    guard let value = parsed?.value, case .measure(let measure) = value.meaning, measure.comparator != nil,
      measure.subject == nil, value.source.speaks(of: .measureWord)
    else { return nil }
    let better = value.printed()
    guard better != value.source else { return nil }
    return ReviewFinding(
      rule: "M20", fields: [row.path(field)],
      message: "“\(row.shortName)”的“\(value.source)”按“\(better)”理解。",
      proposal: Proposal(
        text: "写成“\(better)”",
        choices: [
          Proposal.Choice(label: "改值“\(better)”", edits: [RecordEdit(field: row.path(field), text: better)])
        ]))
  }
}
