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
    let count = IndicatorCount(subject.rows)
    // None at all is C02's.
    guard count.rows > 0 else { return [] }
    let fewest = subject.rules.whole(.indicatorsMin)
    if count.rows < fewest {
      return [
        ReviewFinding(
          rule: "C08", fields: ["indicators"],
          message: "只有 \(count.rows) 项指标，少于 \(fewest) 项，说不清做多少、做得怎样、有什么用。建议按数量、质量、效益、满意度补齐。")
      ]
    }
    let most = subject.rules.whole(.indicatorsMax)
    let mostPerCategory = subject.rules.whole(.indicatorsPerCategoryMax)
    var parts: [String] = []
    if count.rows > most { parts.append("共 \(count.rows) 项指标，多于 \(most) 项") }
    for (label, rows) in count.crowded(subject.rows, most: mostPerCategory) {
      parts.append("“\(label)”下有 \(rows) 项，多于 \(mostPerCategory) 项")
    }
    guard !parts.isEmpty else { return [] }
    return [
      ReviewFinding(
        rule: "C08", fields: ["indicators"],
        message: parts.joined(separator: "；") + "。建议只留最能说明项目的几项，相近的合并。")
    ]
  }
}

/// The rows with a name; of a table that lists the period's and the year's indicators below one another, the
/// year's.
private struct IndicatorCount {
  let rows: Int
  private let isStacked: Bool

  init(_ rows: [ReviewRow]) {
    var (named, annual, onlyPeriod) = (0, 0, 0)
    for row in rows where row.isNamed {
      named += 1
      if row.indicator.annualValue != nil {
        annual += 1
      } else if row.indicator.periodValue != nil {
        onlyPeriod += 1
      }
    }
    isStacked = annual > 0 && onlyPeriod * 2 >= annual
    self.rows = isStacked ? named - onlyPeriod : named
  }

  /// The labels of level 2 with too many rows, in form order.
  func crowded(_ rows: [ReviewRow], most: Int) -> [(label: String, count: Int)] {
    guard self.rows > most else { return [] }
    var counts: [(category: IndicatorCategory, label: String, count: Int)] = []
    counts.reserveCapacity(8)
    for row in rows where row.isNamed {
      if isStacked, row.indicator.annualValue == nil, row.indicator.periodValue != nil { continue }
      guard let category = row.category, let label = row.indicator.level2 else { continue }
      // One label stands for one category: most labels are told apart by it.
      if let place = counts.lastIndex(where: { $0.category == category && $0.label.isSame(as: label) }) {
        counts[place].count += 1
      } else {
        counts.append((category, label, 1))
      }
    }
    return counts.lazy.filter { $0.count > most }.map { ($0.label, $0.count) }
  }
}
