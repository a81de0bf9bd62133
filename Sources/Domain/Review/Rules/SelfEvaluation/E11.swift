// E11: the sums of a self-evaluation do not hold.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let e11 = Rule(
    code: "E11", title: "自评表算式不符",
    why: "执行率、得分和总分都是算出来的，算不拢就说明有一处填错。", advice: "按表内的数重新计算，改正不符的一处。",
    severity: .error, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .outcomes,
    example: """
      表 自评
      资金 年度资金总额 | 100000 | 100000 | 82000 | 82 | 10 | 8.2
      总分 96.2
      产出指标/数量指标 | 栽植树苗 | ≥600株 | weight=60 | actual=600株 | score=60
      效益指标/生态效益指标 | 成活率 | ≥85% | weight=30 | actual=88% | score=30
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 100000 | 100000 | 82000 | 82 | 10 | 8.2
      总分 98.2
      产出指标/数量指标 | 栽植树苗 | ≥600株 | weight=60 | actual=600株 | score=60
      效益指标/生态效益指标 | 成活率 | ≥85% | weight=30 | actual=88% | score=30
      """
  ) { subject in
    var findings = [OutcomeSums.rate(subject), OutcomeSums.executionScore(subject)].compactMap { $0 }
    findings += OutcomeSums.scoresAboveWeights(subject)
    findings += OutcomeSums.rowScores(subject)
    if let total = OutcomeSums.total(subject) { findings.append(total) }
    return findings
  }
}

/// The four sums of the form, each with its finding where it does not hold.
private enum OutcomeSums {
  /// Printed rate = executed ÷ planned.
  static func rate(_ subject: ReviewSubject) -> ReviewFinding? {
    guard let execution = ExecutionReading(subject), let printed = execution.row.rate,
      let rate = PrintedNumber.read(printed)
    else { return nil }
    let places = PrintedNumber.places(of: printed)
    if ScoringFormula.agrees(rate, with: execution.percent, places: places) { return nil }
    // 0.86 and 1 are the rate as a fraction; some forms cut the rate at 100.
    if let share = execution.percent.scaled(byPowerOfTen: -2),
      ScoringFormula.agrees(rate, with: share, places: min(places, 2))
    {
      return nil
    }
    if rate == .hundred, execution.percent > .hundred { return nil }
    var severity: Severity?
    var hint = ""
    if let initial = execution.row.initial, initial != execution.planned, initial > .zero,
      let other = ExactFraction(execution.executed.yuan, dividedBy: initial.yuan)?
        .multiplied(by: ExactFraction(whole: 100))?.decimal(places: 2),
      ScoringFormula.agrees(rate, with: other, places: places)
    {
      severity = .warning
      hint = "（表中是按年初预算数算的）"
    }
    return ReviewFinding(
      rule: "E11", severity: severity, fields: [execution.path("rate"), execution.path("executed")],
      message: "执行率填 \(FigureText.number(rate))%，按执行数 \(FigureText.money(execution.executed)) ÷ 全年预算数 "
        + "\(FigureText.money(execution.planned)) 应为 \(execution.percentText)%\(hint)。请核对，"
        + "建议改为 \(execution.percentText)%。",
      terms: [
        ReviewTerm(
          field: execution.path("executed"), label: "执行数", number: execution.executed.yuan, unit: "元"),
        ReviewTerm(label: "全年预算数", number: execution.planned.yuan, unit: "元"),
        ReviewTerm(field: execution.path("rate"), label: "执行率", number: rate, unit: "%"),
      ], stake: execution.unspent)
  }

  /// Score of execution = weight × rate, at most the weight.
  static func executionScore(_ subject: ReviewSubject) -> ReviewFinding? {
    guard let (execution, weight, score, exact) = wrongExecutionScore(subject) else { return nil }
    return ReviewFinding(
      rule: "E11", fields: [execution.path("score"), execution.path("rate")],
      message:
        "预算执行得 \(FigureText.number(score)) 分，"
        + "按 \(FigureText.number(weight)) 分 × 执行率 \(execution.percentText)% 应为 "
        + "\(FigureText.number(exact)) 分。请核对，建议改为 \(FigureText.number(exact)) 分。",
      terms: [
        ReviewTerm(field: execution.path("weight"), label: "分值", number: weight, unit: "分"),
        ReviewTerm(field: execution.path("score"), label: "得分", number: score, unit: "分"),
        ReviewTerm(label: "应得", number: exact, unit: "分"),
      ], stake: execution.unspent)
  }

  /// The execution's weight, its score and what it should be, where these two differ.
  private static func wrongExecutionScore(
    _ subject: ReviewSubject
  ) -> (ExecutionReading, weight: ExactDecimal, score: ExactDecimal, exact: ExactDecimal)? {
    guard FormKindQuestions.isSelfEvaluation(subject), let execution = ExecutionReading(subject),
      let weight = execution.row.weight.flatMap({ PrintedNumber.read($0) }), weight > .zero,
      let printed = execution.row.score, let score = PrintedNumber.read(printed),
      let whole = ExactFraction(weight), let order = execution.rate.compared(to: .one)
    else { return nil }
    let product = order >= 0 ? weight : whole.multiplied(by: execution.rate)?.decimal(places: 2)
    guard let exact = product,
      // 9.55 分 are not 10 分: points are rounded to a tenth at most.
      !ScoringFormula.agrees(score, with: exact, places: max(1, PrintedNumber.places(of: printed)))
    else { return nil }
    return (execution, weight, score, exact)
  }

  /// `建议改为 95.9 分`; where the execution's score is to be changed too, the total that then holds.
  private static func totalAdvice(_ sum: ExactDecimal, _ subject: ReviewSubject) -> String {
    guard let wrong = wrongExecutionScore(subject),
      let total = sum.subtracting(wrong.score)?.adding(wrong.exact)
    else { return "建议改为 \(FigureText.number(sum)) 分。" }
    return "预算执行改为 \(FigureText.number(wrong.exact)) 分后，总分应为 \(FigureText.number(total)) 分。"
  }

  /// No row reaches more than its weight.
  static func scoresAboveWeights(_ subject: ReviewSubject) -> [ReviewFinding] {
    subject.rows.compactMap { row in
      guard let points = RowPoints(row), points.score > points.weight else { return nil }
      return ReviewFinding(
        rule: "E11", fields: [row.path(.score), row.path(.weight)],
        message:
          "“\(row.shortName)”得 \(FigureText.number(points.score)) 分，"
          + "多于分值 \(FigureText.number(points.weight)) 分。请核对这两个数。"
      )
    }
  }

  /// A missed number scored above weight × completion, yet not in full: that is E14's, costs are E07's.
  static func rowScores(_ subject: ReviewSubject) -> [ReviewFinding] {
    guard FormKindQuestions.isSelfEvaluation(subject) else { return [] }
    return subject.rows.compactMap { row in
      guard row.category?.isCost != true, row.isMissed, let points = RowPoints(row), !points.isFull,
        !row.isSatisfaction, let exact = ScoringFormula.points(of: row, outOf: points.weight),
        points.score > exact,
        !ScoringFormula.agrees(
          points.score, with: exact, places: PrintedNumber.places(of: row.indicator.score ?? ""))
      else { return nil }
      return ReviewFinding(
        rule: "E11", severity: .warning, fields: [row.path(.score), row.path(.actualValue)],
        message:
          "“\(row.shortName)”\(row.contrast)，按完成比例应得 \(FigureText.number(exact)) 分，"
          + "表中 \(FigureText.number(points.score)) 分。请核对得分，另有评分办法的请注明。",
        terms: [
          ReviewTerm(field: row.path(.weight), label: "分值", number: points.weight, unit: "分"),
          ReviewTerm(field: row.path(.score), label: "得分", number: points.score, unit: "分"),
          ReviewTerm(label: "按比例应得", number: exact, unit: "分"),
        ])
    }
  }

  /// Σ scores = total.
  static func total(_ subject: ReviewSubject) -> ReviewFinding? {
    guard let printed = subject.outcome?.totalScore, let total = PrintedNumber.read(printed) else {
      return nil
    }
    let scored = subject.rows.filter { $0.indicator.weight != nil || $0.indicator.score != nil }
    let scores = scored.compactMap { $0.indicator.score.flatMap { PrintedNumber.read($0) } }
    guard scores.count == scored.count, scores.count >= 2,
      let rows = scores.reduce(ExactDecimal.zero, { $0?.adding($1) })
    else { return nil }
    let funds = (subject.outcome?.funds ?? []).compactMap { $0.score.flatMap { PrintedNumber.read($0) } }
    let execution = funds.first ?? .zero
    guard let sum = rows.adding(execution),
      let allFunds = funds.reduce(rows, { $0.adding($1) ?? $0 }) as ExactDecimal?
    else { return nil }
    // 99.9 分 are not 100 分: a total is rounded to a tenth at most.
    let places = max(1, PrintedNumber.places(of: printed))
    let isSound = [sum, rows, allFunds].contains { ScoringFormula.agrees(total, with: $0, places: places) }
    guard !isSound else { return nil }
    let parts =
      funds.isEmpty ? "" : "（指标 \(FigureText.number(rows)) 分，预算执行 \(FigureText.number(execution)) 分）"
    return ReviewFinding(
      rule: "E11", fields: ["totalScore"],
      message:
        "各项得分相加是 \(FigureText.number(sum)) 分\(parts)，总分填 \(FigureText.number(total)) 分。请核对，"
        + totalAdvice(sum, subject),
      terms: [
        ReviewTerm(label: "各项得分合计", number: sum, unit: "分"),
        ReviewTerm(field: "totalScore", label: "总分", number: total, unit: "分"),
      ])
  }
}
