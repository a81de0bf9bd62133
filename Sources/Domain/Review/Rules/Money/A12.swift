// A12: a department's money does not add up.
import Findings
import IndicatorValues
import Model
import Quantities
import RuleSets

extension Rule {
  static let a12 = Rule(
    code: "A12", title: "部门收支、任务与合计不平",
    why: "支出和来源是同一笔钱，两边应当相等；任务里的场次，应当凑得出指标。", advice: "核对各项金额、数量和单位。",
    severity: .error, source: "实例", dimension: .adequacy, kinds: [.departmentTarget],
    example: """
      表 部门目标
      基本支出 70200
      项目支出 1026200
      财政拨款 1000000
      其他资金 0
      """,
    counterExample: """
      表 部门目标
      基本支出 70200
      项目支出 1026200
      财政拨款 1096400
      其他资金 0
      任务 巡查 | 每月一次 | 1000000 | 无事故
      """
  ) { subject in
    guard let form = subject.departmentTarget else { return [] }
    var findings: [ReviewFinding] = []
    if let balance = DepartmentBalance.funding(form), !balance.holds {
      findings.append(finding(balance, verb: "不等于"))
    }
    // Key tasks need not be all; together they cannot be more than everything.
    if let balance = DepartmentBalance.tasks(form), !balance.holds {
      if balance.rightTotal < balance.leftTotal {
        findings.append(finding(balance, verb: "多于"))
      } else if DepartmentBalance.tellsRest(form) {
        findings.append(finding(balance, verb: "少于", severity: .warning))
      }
    }
    return findings + TaskActivities.findings(in: form, subject)
  }

  private static func finding(
    _ balance: DepartmentBalance, verb: String, severity: Severity? = nil
  ) -> ReviewFinding {
    let gap =
      balance.leftTotal < balance.rightTotal
      ? balance.rightTotal.subtracting(balance.leftTotal) : balance.leftTotal.subtracting(balance.rightTotal)
    let difference = gap.map { "，相差 \(balance.unit.text($0.yuan))" } ?? ""
    return ReviewFinding(
      rule: "A12", severity: severity, fields: balance.fields,
      message: "\(balance.leftName)（\(balance.leftSum)）\(verb)"
        + "\(balance.rightName)（\(balance.rightSum)）\(difference)。"
        + (severity == nil ? "请核对金额和单位。" : "请核对是否漏列任务或其他事业发展性支出。"),
      terms: balance.terms, stake: gap)
  }
}

/// What the tasks say of activities, against the indicator that counts them all.
private enum TaskActivities {
  /// A warning for each indicator of events of which several tasks tell, and together fewer than it promises.
  static func findings(in form: DepartmentTarget, _ subject: ReviewSubject) -> [ReviewFinding] {
    guard form.tasks.count > 1 else { return [] }
    let rows = subject.rows.filter { row in
      row.category == .quantity && row.measure?.unit?.dimension == .events && row.measure?.per.isEmpty == true
    }
    guard !rows.isEmpty else { return [] }
    let promised = form.tasks.map { task in
      guard let content = task.content, ["场", "次", "期", "班"].contains(where: content.holds) else {
        return [PromisedFigure]()
      }
      return PromisedFigures.all(in: content)
    }
    return rows.compactMap { row in
      guard let measure = row.measure, measure.comparator?.isUpperBound != true else { return nil }
      let own = NamePairs.own(of: row.short.scalars)
      var parts: [ReviewTerm] = []
      var sum = ExactDecimal.zero
      // With the events that are called otherwise, and may be counted too.
      var most = ExactDecimal.zero
      for (index, figures) in promised.enumerated() {
        let events = figures.filter { $0.matchesUnit(of: measure) }
        guard !events.contains(where: \.isRate) else { return nil }
        most = events.reduce(most) { $0.adding($1.number) ?? $0 }
        let matching = events.filter { NamePairs.holds($0.clause.scalars, anyOf: own) }
        // Of two figures in one task nobody knows whether the one is a part of the other.
        guard matching.count < 2 else { return nil }
        guard let figure = matching.first, let next = sum.adding(figure.number) else { continue }
        sum = next
        parts.append(
          ReviewTerm(
            field: "tasks/\(index)/content", label: form.tasks[index].name ?? "任务 \(index + 1)",
            number: figure.number, unit: figure.unit))
      }
      guard parts.count > 1, most < measure.number else { return nil }
      return finding(row, measure, parts, sum)
    }
  }

  private static func finding(
    _ row: ReviewRow, _ measure: Measure, _ parts: [ReviewTerm], _ sum: ExactDecimal
  ) -> ReviewFinding {
    let unit = measure.unit?.symbol ?? ""
    let told = parts.map { "\(FigureText.number($0.number)) \(unit)" }.joined(separator: " + ")
    let missing = measure.number.subtracting(sum).map { "，少 \(FigureText.number($0)) \(unit)" } ?? ""
    return ReviewFinding(
      rule: "A12", severity: .warning,
      fields: [row.path(row.targetField)] + parts.compactMap(\.field),
      message: "“\(row.shortName) \(row.printedTarget)”，各项任务里写明的是 \(told) = "
        + "\(FigureText.number(sum)) \(unit)\(missing)。请核对，任务没有写全的请补上。",
      terms: parts + [
        ReviewTerm(
          field: row.path(row.targetField), label: row.shortName, number: measure.number, unit: unit)
      ])
  }
}
