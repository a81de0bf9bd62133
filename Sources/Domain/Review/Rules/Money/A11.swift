// A11: a spending plan that falls, passes 100, does not end at 100, or begins late.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let a11 = Rule(
    code: "A11", title: "支出计划不合理",
    why: "支出进度是累计数，只能上升，年底到 100%。", advice: "核对各期百分比；上半年偏低的说明原因。",
    severity: .error, source: "实例", dimension: .feasibility, kinds: [.projectTarget],
    example: """
      名称 灯会
      预算 40000
      年度目标 办灯会 1 场，游客 2 万人次。
      计划 3=0 6=20 10=60 12=100
      """,
    counterExample: "计划 3=20 6=50 10=80 12=100"
  ) { subject in
    let plan = (subject.projectTarget?.spendingPlan ?? []).compactMap { share in
      share.percent.flatMap { ExactDecimal($0) }.map { (month: share.month, percent: $0) }
    }.sorted { $0.month < $1.month }
    guard let last = plan.last else { return [] }
    func finding(_ severity: Severity, _ message: Sentence) -> [ReviewFinding] {
      [
        ReviewFinding(
          rule: "A11", severity: severity, fields: ["spendingPlan"], message: message,
          terms: plan.map {
            ReviewTerm(field: "spendingPlan", label: "\($0.month)月", number: $0.percent, unit: "%")
          })
      ]
    }
    for (before, after) in zip(plan, plan.dropFirst()) where after.percent < before.percent {
      return finding(
        .error,
        "支出计划 \(after.month) 月底累计 \(after.percent)%，低于 \(before.month) 月底的 \(before.percent)%。请核对：累计数只升不降。")
    }
    if let over = plan.first(where: { .hundred < $0.percent }) {
      return finding(.error, "支出计划 \(over.month) 月底累计 \(over.percent)%，超过 100%。请核对。")
    }
    if last.month == 12, last.percent < .hundred {
      return finding(.error, "支出计划年底累计 \(last.percent)%，没有到 100%。请核对，或说明结转的部分。")
    }
    guard let half = plan.last(where: { $0.month <= 6 }), half.month >= 5,
      half.percent < subject.rules[.halfYearShareMin]
    else { return [] }
    return finding(
      .info, "支出计划 \(half.month) 月底累计 \(half.percent)%，上半年偏低。建议提前安排，或说明原因。")
  }
}
