// A12: a department's money does not add up.
import Findings
import Model
import Quantities

extension Rule {
  static let a12 = Rule(
    code: "A12", title: "部门收支、任务金额不平",
    why: "支出和来源是同一笔钱，两边应当相等。", advice: "核对各项金额和单位。",
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
    return findings
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
