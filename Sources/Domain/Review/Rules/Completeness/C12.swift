// C12: the points of the indicators do not add up to what the form has to share out.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let c12 = Rule(
    code: "C12", title: "分值合计不符",
    why: "分值合计不对，总分就算不出来。", advice: "按规定的总分重新分配分值，每项都大于 0。",
    severity: .error, source: "财预〔2020〕10号、财预〔2021〕101号", dimension: .completeness,
    kinds: [.projectTarget, .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation],
    example: """
      产出指标/数量指标 | 清运垃圾 | ≥800吨 | weight=40
      效益指标/社会效益指标 | 村容整洁达标率 | ≥95% | weight=30
      满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | weight=10
      """,
    counterExample: """
      产出指标/数量指标 | 清运垃圾 | ≥800吨 | weight=50
      效益指标/社会效益指标 | 村容整洁达标率 | ≥95% | weight=30
      满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | weight=10
      """
  ) { subject in
    let sheet = WeightSheet(subject)
    var findings: [ReviewFinding] = []
    let worthless = subject.rows.filter { row in
      row.isNamed && row.hasPromise && sheet.weights[row.index].map { $0.isZero || $0.isNegative } == true
    }
    if !worthless.isEmpty, worthless.count < sheet.weights.count {
      findings.append(
        ReviewFinding(
          rule: "C12", fields: worthless.map { $0.path(.weight) },
          message: "\(FigureText.names(worthless.map(\.shortName)))的分值不大于 0，完成与否都不影响得分。请分配分值，或删去这一项。"))
    }
    if let sum = sheet.wrongSum {
      let wanted = subject.rules[.weightSum]
      let text = FigureText.number(sum)
      let total: String
      if let execution = sheet.executionWeight {
        let all = sum.adding(execution).map { FigureText.number($0) } ?? text
        total = "指标分值合计 \(text) 分，加上预算执行 \(FigureText.number(execution)) 分为 \(all) 分，不是 100 分"
      } else {
        let execution = ExactDecimal.hundred.subtracting(wanted).map { FigureText.number($0) } ?? ""
        total = "指标分值合计 \(text) 分，既不是 \(FigureText.number(wanted)) 分（另加预算执行 \(execution) 分），也不是 100 分"
      }
      let full = FullMarks.areEverywhere(in: subject) ? "；各项又都是满分" : ""
      findings.append(
        ReviewFinding(
          rule: "C12", fields: ["indicators"], message: "\(total)\(full)。请核对各项分值，或补上漏填的指标。",
          terms: [ReviewTerm(label: "指标分值合计", number: sum, unit: "分")]))
    }
    return findings
  }
}

/// The printed points of a form and whether they add up.
struct WeightSheet {
  /// By row; nil where nothing or no number is printed.
  let weights: [ExactDecimal?]
  /// The points of budget execution, in a self-evaluation's table of funds.
  let executionWeight: ExactDecimal?
  /// The sum where it is none that a form may have.
  let wrongSum: ExactDecimal?

  init(_ subject: ReviewSubject) {
    weights = subject.rows.map { $0.indicator.weight.flatMap { PrintedNumber.read($0) } }
    executionWeight = subject.outcome?.funds.lazy
      .compactMap { $0.weight.flatMap { PrintedNumber.read($0) } }.first { $0 > .zero }
    wrongSum = Self.wrongSum(of: weights, executionWeight, subject)
  }

  private static func wrongSum(
    of weights: [ExactDecimal?], _ executionWeight: ExactDecimal?, _ subject: ReviewSubject
  ) -> ExactDecimal? {
    // A weight that is printed and no number: nobody can add.
    guard !zip(weights, subject.rows).contains(where: { $0 == nil && $1.indicator.weight != nil }) else {
      return nil
    }
    let printed = weights.compactMap { $0 }
    guard !printed.isEmpty, let sum = printed.reduce(ExactDecimal.zero, { $0?.adding($1) }), sum > .zero
    else {
      return nil
    }
    let wanted = subject.rules[.weightSum]
    var sound = [wanted, .hundred, .one]
    if let share = wanted.multiplied(by: ExactDecimal(1)).flatMap({
      ExactDecimal(significand: $0.significand, exponent: -2)
    }) {
      sound.append(share)
    }
    if let executionWeight, let rest = ExactDecimal.hundred.subtracting(executionWeight) {
      sound.append(rest)
    }
    return sound.contains { isNear(sum, $0) } ? nil : sum
  }

  /// Equal up to what rounding each weight to two places may lose.
  private static func isNear(_ sum: ExactDecimal, _ wanted: ExactDecimal) -> Bool {
    guard let gap = sum.subtracting(wanted), let tolerance = ExactDecimal(significand: 5, exponent: -2) else {
      return false
    }
    return (gap.isNegative ? gap.negated : gap) <= tolerance
  }
}
