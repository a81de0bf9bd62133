// The Chinese words of `plumbline check`: severities, cells, sums.
import Findings
import Model

/// What the command says around the findings.
enum CheckWording {
  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "应退回"
    case .warning: "应说明"
    case .info: "提示　"
    }
  }

  static func nothing(atLeast severity: Severity) -> String {
    severity == .info ? "没有发现问题。" : "没有发现这一级别的问题。"
  }

  /// What a form is called: its project, its department, its title.
  static func name(of form: Form) -> String {
    let own: String? =
      switch form {
      case .projectTarget(let target): target.project.name
      case .departmentTarget(let target): target.department.name
      case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
        .departmentSelfEvaluation(let outcome):
        outcome.project.name ?? outcome.department.name
      }
    return own ?? form.title ?? ImportWording.untitled
  }

  /// The cells of a finding as people call them: 第 4 项指标“群众满意度”的年度指标值.
  static func cells(_ fields: [String], in form: Form) -> String {
    guard let first = fields.first else { return "" }
    let rows = Set(fields.compactMap(row))
    if rows.count > 1 { return Self.rows(rows.sorted().map { $0 + 1 }) }
    guard let row = row(first) else { return part(first) }
    let name = form.indicators.indices.contains(row) ? form.indicators[row].name : nil
    let column = first.split(separator: "/").dropFirst(2).first
      .flatMap { Indicator.Field(rawValue: String($0)) }.map { "的\(RecordWording.field($0))" }
    return "第 \(row + 1) 项指标\(name.map { "“\($0)”" } ?? "")\(column ?? "")"
  }

  /// `第 1、2、4—7 项指标`; more than eight stretches are only counted.
  private static func rows(_ numbers: [Int]) -> String {
    var stretches: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = stretches.last, last.upperBound + 1 == number {
        stretches[stretches.count - 1] = last.lowerBound...number
      } else {
        stretches.append(number...number)
      }
    }
    guard stretches.count <= 8 else { return "\(numbers.count) 项指标" }
    let texts = stretches.map { stretch in
      stretch.count == 1
        ? "\(stretch.lowerBound)"
        : "\(stretch.lowerBound)\(stretch.count == 2 ? "、" : "—")\(stretch.upperBound)"
    }
    return "第 \(texts.joined(separator: "、")) 项指标"
  }

  private static func row(_ field: String) -> Int? {
    let parts = field.split(separator: "/")
    return parts.count >= 2 && parts[0] == "indicators" ? Int(parts[1]) : nil
  }

  private static func part(_ field: String) -> String {
    for (path, name) in parts where field == path || field.hasPrefix(path + "/") { return name }
    return field
  }

  private static let parts: [(String, String)] = [
    ("indicators", "指标表"), ("goals/annual", "年度目标"), ("goals/period", "实施周期目标"), ("goals", "绩效目标"),
    ("budget", "预算"), ("project/name", "项目名称"), ("project/category", "项目类型"), ("project", "项目起止年度"),
    ("spendingPlan", "支出计划"), ("tasks", "年度重点工作任务"), ("funds", "资金"), ("totalScore", "总分"),
    ("fundUse", "资金用途"), ("unit", "用款单位"), ("department", "主管部门"), ("subgoals", "分项绩效目标"),
    ("measures", "保障措施"), ("approval", "批复"), ("title", "标题"),
  ]

  static func sum(_ sum: CheckSum) -> String {
    var parts = [
      "共 \(sum.files) 个文件", "绩效表 \(sum.forms) 张", "应退回 \(sum.errors) 处", "应说明 \(sum.warnings) 处",
      "提示 \(sum.hints) 处", "勾稽相符 \(sum.sums) 项",
    ]
    if sum.unreadable > 0 { parts.append("无法读取 \(sum.unreadable) 个") }
    if sum.missing > 0 { parts.append("找不到 \(sum.missing) 个") }
    return parts.joined(separator: "，") + "。"
  }

  static let tableHead = ["文件", "序号", "名称", "规则", "级别", "位置", "字段", "说明", "建议"]
}
