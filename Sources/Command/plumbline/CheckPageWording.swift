// The Chinese words of the reviewer's report.
import Findings
import Model
import Quantities

enum CheckPageWording {
  static let title = "绩效目标审核参考"
  static let findings = "发现"
  static let nothing = "没有发现问题，可一并同意。"
  static let sound = "勾稽相符"
  static let sheet = "审核表（建议）"
  static let total = "合计"
  static let sheetNote = "由发现推算，供审核人参考，以审核人意见为准。"
  static let note = "本页由准绳按公开规则生成，发现是请核对的提示，不是结论。"

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "应退回"
    case .warning: "应说明"
    case .info: "提示"
    }
  }

  static func hints(_ count: Int) -> String { "提示 \(count) 处" }

  /// `项目绩效目标，县妇联，2026 年，预算 775,413.00 元`
  static func facts(of form: Form) -> String {
    var facts = [RecordWording.kind(form.kind)]
    switch form {
    case .projectTarget(let target):
      facts += [
        target.unit.name ?? target.department.name, year(target.fiscalYear), money(target.budget.total),
      ]
      .compactMap { $0 }
    case .departmentTarget(let target): facts += [year(target.fiscalYear)].compactMap { $0 }
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      facts += [outcome.unit.name ?? outcome.department.name, year(outcome.fiscalYear)].compactMap { $0 }
    }
    return facts.joined(separator: "，")
  }

  private static func year(_ year: Int?) -> String? { year.map { "\($0) 年" } }

  private static func money(_ amount: Money?) -> String? {
    amount.map { "预算 \(grouped($0.yuan)) 元" }
  }

  /// `747400` → `747,400`.
  static func grouped(_ number: ExactDecimal) -> String {
    let parts = number.description.split(separator: ".", maxSplits: 1)
    let digits = Array((parts.first ?? "").drop { $0 == "-" })
    var whole = number.isNegative ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    return parts.count > 1 ? "\(whole).\(parts[1])" : whole
  }
}
