// The Chinese sentences about what serves what in a department's form.
import Quantities
import Review

/// Sentences about links.
enum LinkWording {
  static let foreignProject = "这个项目不是本单位本年度的项目，没有保存；请刷新页面后重新选择。"

  static func tasksWithoutIndicator(_ names: [String?]) -> String {
    "\(counted(names, "项任务"))还没有指标：\(list(names))。"
  }

  static func indicatorsWithoutTask(_ names: [String?]) -> String {
    "\(counted(names, "个指标"))还没有说明衡量哪项任务：\(list(names))。"
  }

  static func projectsWithoutTask(_ names: [String?]) -> String {
    "\(counted(names, "个项目"))还没有说明属于哪项任务：\(list(names))。"
  }

  static func tasksWithoutSubgoal(_ names: [String?]) -> String {
    "\(counted(names, "项任务"))还没有说明落实哪个分项目标：\(list(names))。"
  }

  static func subgoalsWithoutTask(_ names: [String?]) -> String {
    "\(counted(names, "个分项目标"))还没有任务落实：\(list(names))。"
  }

  static func projectsWithoutBudget(of task: String?, _ names: [String?]) -> String {
    "任务“\(short(task))”的 \(names.count) 个项目还没有填预算，无法核对金额：\(list(names))。"
  }

  static func taskWithoutFunds(_ task: String?, count: Int, sum: Money) -> String {
    "任务“\(short(task))”没有填金额，它的 \(count) 个项目预算合计 \(amount(sum))。"
  }

  static func unequal(
    _ task: String?, funds: Money, count: Int, sum: Money, gap: Money, isMore: Bool
  ) -> String {
    "任务“\(short(task))”填 \(amount(funds))，它的 \(count) 个项目预算合计 \(amount(sum))，"
      + "项目\(isMore ? "多" : "少") \(amount(gap))。"
  }

  static func balance(tasks: Int, funds: Money, projects: Int, budgets: Money) -> String {
    "\(tasks) 项任务合计 \(amount(funds))，本单位本年 \(projects) 个项目预算合计 \(amount(budgets))。"
  }

  private static func amount(_ money: Money) -> String { FigureText.money(money) }

  private static func counted(_ names: [String?], _ noun: String) -> String { "\(names.count) \(noun)" }

  /// The first five names.
  private static func list(_ names: [String?]) -> String {
    var different: [String] = []
    for name in names.map(short) where !different.contains(name) { different.append(name) }
    let shown = different.prefix(5).joined(separator: "、")
    return different.count > 5 ? shown + "等" : shown
  }

  private static func short(_ name: String?) -> String {
    guard let name else { return "（未命名）" }
    return name.count > 20 ? name.prefix(20) + "…" : name
  }
}
