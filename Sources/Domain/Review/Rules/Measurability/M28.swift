// M28: a unit cost does not say for what.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let m28 = Rule(
    code: "M28", title: "单位成本没有写明按什么计",
    why: "标准 200 元，是每人、每户还是每次，差得很远。", advice: "写成元/人、元/户、元/次。",
    severity: .warning, source: "财预〔2021〕101号", dimension: .completeness, kinds: .targets,
    example: """
      产出指标/数量指标 | 慰问户数 | 10户
      产出指标/成本指标 | 慰问标准 | ≤1000元
      """,
    counterExample: """
      产出指标/数量指标 | 慰问户数 | 10户
      产出指标/成本指标 | 慰问标准 | ≤1000元/户
      产出指标/成本指标 | 每场活动成本 | ≤5000元
      """
  ) { subject in
    guard subject.names(anyOf: .unitPrice) else { return [] }
    return subject.rows.compactMap { row in
      guard row.category?.isCost == true, let measure = row.measure, measure.unit?.dimension == .money,
        measure.per.isEmpty, measure.subject == nil, row.name.ends(in: .unitPrice),
        PriceWords.counter(in: row.name) == nil, subject.budget?.yuan != measure.number
      else { return nil }
      // What the price is for, where all quantities are counted alike.
      let quantities = subject.rows.filter { $0.category == .quantity && $0.measure?.unit != nil }
      let named = quantities.filter { PriceWords.names(row.short, what: $0.short) }
      let units = Set((named.count == 1 ? named : quantities).compactMap { $0.measure?.unit })
      guard !units.isEmpty else { return nil }
      let value = row.printedTarget
      let isSure = units.count == 1 && units.allSatisfy { $0.dimension != .share && $0.dimension != .time }
      let better = isSure ? "\(value)/\(units.first?.symbol ?? "")" : "元/人、元/户、元/次"
      let edit =
        row.indicator.unit.map {
          RecordEdit(field: row.path(.unit), text: "\($0)/\(units.first?.symbol ?? "")")
        } ?? RecordEdit(field: row.path(row.targetField), text: better)
      return ReviewFinding(
        rule: "M28", fields: [row.path(row.targetField)],
        message: "“\(row.shortName) \(value)”没有写明按什么计。建议写成“\(better)”\(isSure ? "" : "等")，与数量指标的单位一致。",
        proposal: isSure
          ? Proposal(
            text: "改值“\(better)”",
            choices: [
              Proposal.Choice(
                label: "改值“\(better)”", edits: [edit])
            ]) : nil)
    }
  }
}
