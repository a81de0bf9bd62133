// C06: an indicator has a name and promises nothing.
import Findings
import IndicatorValues
import Model

extension Rule {
  static let c06 = Rule(
    code: "C06", title: "指标没有指标值",
    why: "没有指标值，年底无法判断完成没有。", advice: "填上数字和单位；说不出数字的，改写或删去这一项。",
    severity: .error, source: "实例", dimension: .completeness, kinds: .everyForm,
    example: """
      产出指标/数量指标 | 巡逻次数 | ≥120次
      效益指标/社会效益指标 | 居民安全感 |
      """,
    counterExample: """
      产出指标/数量指标 | 巡逻次数 | ≥120次
      效益指标/社会效益指标 | 居民安全感 | ≥90%
      """
  ) { subject in
    guard !subject.isBlank else { return [] }
    let rows = subject.rows.filter { row in
      row.isNamed && row.indicator.annualValue == nil && row.indicator.periodValue == nil
        && !UnfilledRows.isHeading(row, in: subject.rows)
    }
    guard !rows.isEmpty else { return [] }
    // Not one value in the table: the layout may hold values where no column of ours does.
    if rows.count == subject.rows.filter(\.isNamed).count, rows.count > 1 {
      return [
        ReviewFinding(
          rule: "C06", severity: .warning, fields: ["indicators"] + rows.map { $0.path(.annualValue) },
          message: "\(rows.count) 项指标都没有指标值，年底无法对照。请逐项填上数字和单位。")
      ]
    }
    if rows.count > 4 {
      return [
        ReviewFinding(
          rule: "C06", fields: ["indicators"] + rows.map { $0.path(.annualValue) },
          message: "\(FigureText.names(rows.map(\.shortName)))没有指标值，年底无法对照。请逐项填上数字和单位，没有数字的改写或删去。")
      ]
    }
    return rows.map { UnfilledRows.finding(of: $0) }
  }
}

private enum UnfilledRows {
  /// A row that heads others: it has points, the rows behind it have values and no points of their own; or
  /// its name ends in a colon.
  static func isHeading(_ row: ReviewRow, in rows: [ReviewRow]) -> Bool {
    if let last = row.indicator.name?.last, last == "：" || last == ":" { return true }
    guard row.indicator.actualValue == nil, rows.indices.contains(row.index + 1) else { return false }
    let next = rows[row.index + 1]
    return row.indicator.weight != nil && next.indicator.weight == nil
      && (next.indicator.annualValue != nil || next.indicator.actualValue != nil)
      && next.indicator.level2 == row.indicator.level2
  }

  static func finding(of row: ReviewRow) -> ReviewFinding {
    let sign = [row.indicator.operator, row.indicator.unit].compactMap { $0 }.joined(separator: "__")
    let hint = sign.isEmpty ? "" : "只有“\(sign)”，"
    if PromisedNumbers.stand(in: row.name.scalars) {
      return ReviewFinding(
        rule: "C06", severity: .warning, fields: [row.path(.annualValue)],
        message: "“\(row.shortName)”把数字写在了名称里，指标值一栏是空的。建议把数字和单位移到指标值。")
    }
    return ReviewFinding(
      rule: "C06", fields: [row.path(.annualValue)],
      message: "“\(row.shortName)”\(hint)没有指标值，年底无法判断是否完成。请填上数字和单位，或改写成能计数的指标。")
  }
}
