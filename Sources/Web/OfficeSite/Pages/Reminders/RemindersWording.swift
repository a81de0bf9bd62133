// The Chinese words of reminding.
import Design
import OfficeOperations
import Organisations
import Quantities

enum RemindersWording {
  static let name = "催办"
  static let steps = "环节"
  static let noYear = "没有开放的年度"
  static let noYearAdvice = "系统管理员开放年度之后，这里列出还没有交的单位。"
  static let nobody = "没有要催的"
  static let nobodyAdvice = "这个环节的事都办完了。"
  static let remindChosen = "催选中的"
  static let note = "通知经办人（部门审核环节通知部门审核人），休假的同时通知代办人。同一件事一天只催一次，记入台账。"

  static func title(_ year: FiscalYear) -> String { "\(year.year) 年，催办" }
  static func remindLate(_ count: Int) -> String { "催全部已过期的\u{A0}\(count)\u{A0}个" }
  static func remindSoon(_ count: Int) -> String { "连一周内到期的，一共\u{A0}\(count)\u{A0}个" }

  static func columns(of step: DeadlineStep) -> [ListTable.Column] {
    let counts =
      step == .targetDepartmentReview ? ["等部门审核"] : ["还没有建表", "填写中", "退回待改"]
    var columns = [ListTable.Column("单位"), ListTable.Column("截止")]
    for count in counts { columns.append(ListTable.Column(count, isNumber: true)) }
    return columns + [ListTable.Column("上次催办")]
  }

  static func reminded(_ when: String, by name: String?, toldCount: Int) -> String {
    "\(when)，\(name ?? "系统")催了\u{A0}\(toldCount)\u{A0}人"
  }

  static func done(_ outcome: RemindUnits.Outcome) -> String {
    outcome.organisationCount == 0
      ? "没有新催的单位。"
      : "已催\u{A0}\(outcome.organisationCount)\u{A0}个单位，通知到\u{A0}\(outcome.toldCount)\u{A0}人。"
  }

  /// Who was left out; nil where nobody was.
  static func rest(_ outcome: RemindUnits.Outcome) -> String? {
    var parts: [String] = []
    if outcome.repeatedCount > 0 { parts.append("\(outcome.repeatedCount)\u{A0}个今天已经催过，没有再催。") }
    if !outcome.empty.isEmpty {
      let names = outcome.empty.prefix(5).map(\.label).joined(separator: "、")
      let more = outcome.empty.count > 5 ? "等\u{A0}\(outcome.empty.count)\u{A0}个单位" : ""
      parts.append("\(names)\(more)没有人可以通知，请联系安全管理员授权。")
    }
    return parts.isEmpty ? nil : parts.joined()
  }
}
