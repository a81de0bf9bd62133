// E05: a target was missed and nobody says why.
import Findings
import IndicatorValues
import Model

extension Rule {
  static let e05 = Rule(
    code: "E05", title: "没有完成，也没有原因",
    why: "没完成不要紧，不写原因就无法改进。", advice: "在偏差原因栏写明为什么、下一步怎么办。",
    severity: .error, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .outcomes,
    example: """
      表 自评
      产出指标/数量指标 | 建成充电桩 | ≥40个 | weight=20 | actual=31个 | score=15.5 | deviation=无
      """,
    counterExample: """
      表 自评
      产出指标/数量指标 | 建成充电桩 | ≥40个 | weight=20 | actual=31个 | score=15.5 | deviation=两处用地未批，明年一季度补建
      """
  ) { subject in
    let missed = subject.rows.filter { $0.isNamed && MissedRows.isMissed($0, in: subject) && !$0.isExplained }
    guard !missed.isEmpty else { return [] }
    // Without a column for reasons the form may explain below the table.
    if let problems = subject.outcome?.problems, !Reasons.isEmpty(problems),
      subject.rows.allSatisfy({ $0.indicator.deviation == nil && $0.indicator.note == nil })
    {
      return []
    }
    if missed.count > 4 {
      return [
        ReviewFinding(
          rule: "E05", fields: ["indicators"] + missed.map { $0.path(.deviation) },
          message: "\(FigureText.names(missed.map(\.shortName)))没有达到指标值，也没有写原因。请逐项写明偏差原因和改进措施。")
      ]
    }
    return missed.map { row in
      let printed = row.indicator.deviation ?? row.indicator.note
      let reason = printed.map { "原因栏只写了“\($0)”" } ?? "没有写原因"
      return ReviewFinding(
        rule: "E05", fields: [row.path(.deviation), row.path(MissedRows.field(in: subject))],
        message: "“\(row.shortName)”\(MissedRows.contrast(row, in: subject))，没有达到，\(reason)。请写明偏差原因和改进措施。")
    }
  }
}

/// In a self-evaluation the actual misses the target, in monitoring the forecast does.
private enum MissedRows {
  static func isMissed(_ row: ReviewRow, in subject: ReviewSubject) -> Bool {
    guard subject.kind == .projectMonitoring else { return row.isMissed }
    return row.forecastMisses
  }

  static func field(in subject: ReviewSubject) -> Indicator.Field {
    subject.kind == .projectMonitoring ? .forecastValue : .actualValue
  }

  static func contrast(_ row: ReviewRow, in subject: ReviewSubject) -> String {
    guard subject.kind == .projectMonitoring else { return row.contrast }
    return "指标值 \(row.printedTarget)，全年预计 \(row.indicator.forecastValue ?? "")"
  }
}
