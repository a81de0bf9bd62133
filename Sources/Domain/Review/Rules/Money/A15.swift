// A15: a large or new project without a pre-assessment.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let a15 = Rule(
    code: "A15", title: "大额或新增项目没有事前绩效评估",
    why: "钱多的、新开的项目，先评估再安排。", advice: "补充事前绩效评估结论。",
    severity: .error, source: "中发〔2018〕34号", dimension: .feasibility, kinds: [.projectTarget],
    example: """
      事前评估 无
      预算 8000000
      """,
    counterExample: """
      事前评估 有
      预算 8000000
      """
  ) { subject in
    guard subject.context.hasAssessment == false, subject.asksForAssessment, let budget = subject.budget
    else {
      return []
    }
    let threshold = subject.rules[.assessmentThreshold]
    return [
      ReviewFinding(
        rule: "A15", fields: ["budget/total"],
        message:
          "本年预算 \(MoneyText.yuan(budget.yuan))，达到事前绩效评估的标准（\(MoneyText.yuan(threshold))），还没有评估结论。请补充评估结论。",
        terms: [ReviewTerm(field: "budget/total", label: "本年预算", number: budget.yuan, unit: "元")],
        stake: budget)
    ]
  }
}

extension ReviewSubject {
  /// True from the amount on that needs a pre-assessment.
  package var asksForAssessment: Bool {
    let threshold = rules[.assessmentThreshold]
    return !threshold.isZero && budget.map { !($0.yuan < threshold) } == true
  }
}
