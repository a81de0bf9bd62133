// E13: monitoring says "certainly" beside a red light.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let e13 = Rule(
    code: "E13", title: "红灯旁写“确定能”",
    why: "进度落后很多还写“确定能”，就没有人去纠偏了。", advice: "改为“有可能”并写明纠偏措施，或说明后几个月怎样补上。",
    severity: .warning, source: "财预〔2019〕136号", dimension: .monitoring, kinds: [.projectMonitoring],
    example: """
      表 监控
      资金 年度资金总额 | 120000 | | 60000 | 50
      产出指标/数量指标 | 家庭医生签约人数 | ≥2400人 | actual=300人 | likelihood=确定能
      """,
    counterExample: """
      表 监控
      资金 年度资金总额 | 120000 | | 60000 | 50
      产出指标/数量指标 | 家庭医生签约人数 | ≥2400人 | actual=1500人 | likelihood=确定能
      """
  ) { subject in
    let certain = subject.rows.filter { $0.indicator.likelihood?.contains("确定能") == true && $0.isNamed }
    guard !certain.isEmpty else { return [] }
    let months = MonitoredMonths.count(subject)
    let red = subject.rules[.monitoringRed]
    var findings = certain.compactMap { MonitoringLight.finding(of: $0, months: months, red: red) }
    if let execution = ExecutionReading(subject),
      let pace = MonitoringLight.pace(execution.rate, months: months.count),
      pace < red
    {
      findings.append(
        ReviewFinding(
          rule: "E13", fields: [execution.path("executed")] + certain.map { $0.path(.likelihood) },
          message:
            "\(months.label)执行率 \(execution.percentText)%，只有时间进度的 \(FigureText.number(pace))%，"
            + "\(certain.count) 项指标仍写“确定能”。请核对，说明后几个月怎样支出。",
          terms: [
            ReviewTerm(
              field: execution.path("executed"), label: "执行数", number: execution.executed.yuan, unit: "元")
          ],
          stake: execution.unspent))
    } else if let execution = ExecutionReading(subject),
      let floor = MonitoringLight.floor(months: months.count, subject.rules), execution.isBelow(floor)
    {
      findings.append(
        ReviewFinding(
          rule: "E13", fields: [execution.path("executed")] + certain.map { $0.path(.likelihood) },
          message:
            "\(months.label)执行率 \(execution.percentText)%，低于这时应达到的 \(FigureText.number(floor))%，"
            + "\(certain.count) 项指标仍写“确定能”。请核对，说明后几个月怎样支出。",
          stake: execution.unspent))
    }
    return findings
  }
}

/// The months that a monitoring form covers.
private enum MonitoredMonths {
  /// From the title (1-7月, 上半年, 前三季度), else the rule set's; with the words for a sentence.
  static func count(_ subject: ReviewSubject) -> (count: Int, label: String) {
    let title = subject.form.title ?? ""
    for (word, months) in words where title.contains(word) { return (months, "1—\(months) 月") }
    if let last = printed(in: Array(title.unicodeScalars)) { return (last, "1—\(last) 月") }
    let standard = min(max(subject.rules.whole(.monitoringMonths), 1), 12)
    return (standard, "按 1—\(standard) 月计，")
  }

  /// `1-8月` → 8.
  private static func printed(in cells: [Unicode.Scalar]) -> Int? {
    for place in cells.indices where cells[place] == "月" {
      var start = place
      while start > 0, cells[start - 1].isDigit, place - start < 2 { start -= 1 }
      guard start >= 2, start < place, "-—–~至".unicodeScalars.contains(cells[start - 1]) else { continue }
      let month = cells[start..<place].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
      if (1...12).contains(month) { return month }
    }
    return nil
  }

  private static let words = [("上半年", 6), ("半年度", 6), ("前三季度", 9), ("三季度", 9), ("二季度", 6), ("一季度", 3)]
}

/// The red light of an indicator. Source: 财预〔2019〕136号, cycle.md §3.
private enum MonitoringLight {
  /// What was reached, in percent of what the months passed should have brought; one place.
  static func pace(_ share: ExactFraction, months: Int) -> ExactDecimal? {
    ExactFraction(1200, over: Int128(months)).flatMap { share.multiplied(by: $0) }?.decimal(places: 1)
  }

  /// The least execution in percent that the rule set asks for by now; nil where it asks for none.
  static func floor(months: Int, _ rules: RuleSet) -> ExactDecimal? {
    let steps: [(month: Int, parameter: RuleParameter)] = [
      (4, .executionByApril), (6, .executionByJune), (8, .executionByAugust), (10, .executionByOctober),
    ]
    guard let step = steps.last(where: { $0.month <= months }) else { return nil }
    let floor = rules[step.parameter]
    return floor > .zero ? floor : nil
  }

  static func finding(of row: ReviewRow, months: (count: Int, label: String), red: ExactDecimal)
    -> ReviewFinding?
  {
    guard row.indicator.actualValue != nil else { return forecast(of: row) }
    switch (row.category, row.comparison) {
    case (.quantity?, .notMet(let completion)?)
    where row.measure?.comparator?.isUpperBound != true && !row.promisesShare:
      guard let pace = pace(completion, months: months.count), pace < red else { return forecast(of: row) }
      return ReviewFinding(
        rule: "E13", fields: [row.path(.likelihood), row.path(.actualValue)],
        message:
          "“\(row.shortName)”\(row.contrast)，\(months.label)只有应有进度的 \(FigureText.number(pace))%，"
          + "可能性写“确定能”。请核对，或写明后几个月怎样补上。"
      )
    case (let category?, .notMet?) where category == .quality || category.isCost:
      return ReviewFinding(
        rule: "E13", fields: [row.path(.likelihood), row.path(.actualValue)],
        message: "“\(row.shortName)”\(row.contrast)，目前没有达到，可能性写“确定能”。请核对，或写明怎样纠偏。")
    default: return forecast(of: row)
    }
  }

  /// The year's own forecast misses the target.
  private static func forecast(of row: ReviewRow) -> ReviewFinding? {
    guard let text = row.indicator.forecastValue, row.forecastMisses else { return nil }
    return ReviewFinding(
      rule: "E13", fields: [row.path(.likelihood), row.path(.forecastValue)],
      message: "“\(row.shortName)”指标值 \(row.printedTarget)，全年预计 \(text)，可能性却写“确定能”。请核对这两栏。"
    )
  }
}
