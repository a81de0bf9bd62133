// C08: too few or too many indicators.
import Findings
import Model
import RuleSets

extension Rule {
  static let c08 = Rule(
    code: "C08", title: "指标过少或过多",
    why: "太少说不清项目，太多抓不住重点，年底也难逐项取数。", advice: "保留最能说明项目的几项，同类的合并。",
    severity: .warning, source: "实务", dimension: .completeness, kinds: .targets,
    example: """
      产出指标/数量指标 | 印制手册 | ≥500册
      效益指标/社会效益指标 | 政策知晓率 | ≥80%
      """,
    counterExample: """
      产出指标/数量指标 | 印制手册 | ≥500册
      产出指标/质量指标 | 印制合格率 | ≥98%
      效益指标/社会效益指标 | 政策知晓率 | ≥80%
      满意度指标/服务对象满意度指标 | 群众满意度 | ≥90%
      """
  ) { subject in
    let rows = IndicatorCount.distinct(subject.rows)
    // None at all is C02's.
    guard !rows.isEmpty else { return [] }
    let fewest = subject.rules.whole(.indicatorsMin)
    let most = subject.rules.whole(.indicatorsMax)
    let mostPerCategory = subject.rules.whole(.indicatorsPerCategoryMax)
    if rows.count < fewest {
      return [
        ReviewFinding(
          rule: "C08", fields: ["indicators"],
          message: "只有 \(rows.count) 项指标，少于 \(fewest) 项，说不清做多少、做得怎样、有什么用。建议按数量、质量、效益、满意度补齐。")
      ]
    }
    let crowded = IndicatorCount.crowded(rows, most: mostPerCategory)
    var parts: [String] = []
    if rows.count > most { parts.append("共 \(rows.count) 项指标，多于 \(most) 项") }
    for (label, count) in crowded { parts.append("“\(label)”下有 \(count) 项，多于 \(mostPerCategory) 项") }
    guard !parts.isEmpty else { return [] }
    return [
      ReviewFinding(
        rule: "C08", fields: ["indicators"],
        message: parts.joined(separator: "；") + "。建议只留最能说明项目的几项，相近的合并。")
    ]
  }
}

private enum IndicatorCount {
  /// The rows with a name; of a table that lists the period's and the year's indicators below one another,
  /// the year's.
  static func distinct(_ rows: [ReviewRow]) -> [ReviewRow] {
    let named = rows.filter(\.isNamed)
    let onlyPeriod = named.count { $0.indicator.annualValue == nil && $0.indicator.periodValue != nil }
    let annual = named.count { $0.indicator.annualValue != nil }
    let isStacked = annual > 0 && onlyPeriod * 2 >= annual
    return isStacked
      ? named.filter { $0.indicator.periodValue == nil || $0.indicator.annualValue != nil } : named
  }

  /// The labels of level 2 with too many rows, in form order.
  static func crowded(_ rows: [ReviewRow], most: Int) -> [(label: String, count: Int)] {
    var counts: [(label: String, count: Int)] = []
    for row in rows {
      guard let label = row.indicator.level2, row.category != nil else { continue }
      if let place = counts.lastIndex(where: { $0.label.isSame(as: label) }) {
        counts[place].count += 1
      } else {
        counts.append((label, 1))
      }
    }
    return counts.filter { $0.count > most }
  }
}
