// M11: a cost with a lower bound rewards spending.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m11 = Rule(
    code: "M11", title: "成本写成“不少于”",
    why: "成本写“≥”，花得越多得分越高。", advice: "改成“≤”。",
    severity: .error, source: "实例", dimension: .adequacy, kinds: .targets,
    example: "产出指标/成本指标 | 每场活动成本 | ≥3000元",
    counterExample: """
      产出指标/成本指标 | 每场活动成本 | ≤3000元
      产出指标/成本指标 | 成本节约率 | ≥5%
      """
  ) { subject in
    subject.rows.compactMap { row in
      guard row.dimension == .money, row.category?.isCost == true, let measure = row.measure,
        measure.comparator?.isLowerBound == true, !row.name.speaks(of: .income), !row.name.speaks(of: .saving)
      else { return nil }
      let text = row.indicator[row.targetField] ?? ""
      var capped = measure
      capped.comparator = .atMost
      // The sign is changed where it stands: in its own column or in the cell.
      let isSigned = text.unicodeScalars.first.map { "≥>＞≧不至".unicodeScalars.contains($0) } ?? false
      let hasColumn = row.indicator.operator != nil && !isSigned
      let inCell = FigureText.value(capped, of: IndicatorValue(source: text, meaning: .measure(capped)))
      let better = hasColumn ? "≤" + text + (row.indicator.unit ?? "") : inCell
      let edit =
        hasColumn
        ? RecordEdit(field: row.path(.operator), text: "≤")
        : RecordEdit(field: row.path(row.targetField), text: inCell)
      return ReviewFinding(
        rule: "M11", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(row.printedTarget)”，成本写成不少于，花得越多越好。请核对方向，建议写成“\(better)”。",
        proposal: Proposal(
          text: "改值“\(better)”",
          choices: [
            Proposal.Choice(
              label: "改值“\(better)”", edits: [edit])
          ]))
    }
  }
}
