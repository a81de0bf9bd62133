// The Chinese words of a form's history.
import Forms
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

enum HistoryWording {
  static let back = "绩效表"
  static let open = "打开绩效表"
  static let steps = "经过"
  static let noSteps = "还没有提交过"
  static let noStepsAdvice = "提交以后，谁在什么时候做了什么、为什么，都会记在这里。"
  static let versions = "版本"
  static let version = "版本"
  static let noVersions = "提交一次，就留下一版；留下的不会再变。"
  static let compareWithLast = "与上一版比较"
  static let compareDraft = "看提交后改了什么"
  static let comparison = "两版对照"
  static let draft = "正在填的"
  static let earlier = "原来"
  static let later = "后来"
  static let compare = "对照"
  static let cell = "单元格"
  static let same = "两版一样"
  static let sameAdvice = "没有一格不同。"
  static let nothingToCompare = "还没有两版可以对照"
  static let nothingToCompareAdvice = "提交过两次以后，或提交后又改过，就可以在这里对照。"
  static let colon = "："

  static func name(_ history: FormHistory) -> String {
    let name = history.project?.name ?? history.organisation.label
    return "\(name)，\(history.entry.year) 年\(ClerkWording.kind(history.entry.kind))"
  }

  static func title(_ name: String) -> String { "\(name)的历史" }
  static func compared(_ name: String) -> String { "\(name)，两版对照" }
  static func count(_ count: Int) -> String { "\(count) 步" }
  static func differences(_ count: Int) -> String { count == 0 ? "没有不同" : "\(count) 处不同" }
  static func caption(_ before: String, _ after: String) -> String { "\(before)与\(after)的不同" }
  static func proposal(_ text: String) -> String { "（建议：\(text)）" }

  static func version(_ number: Int, isInForce: Bool) -> String {
    "第\u{A0}\(number)\u{A0}版" + (isInForce ? "，执行中" : "")
  }

  /// `财政审核 王岚`, `部门审核 何敏代周岩`
  static func who(_ step: FormHistory.PastStep) -> String {
    let name = step.onBehalfOf.map { "\(step.person)代\($0)" } ?? step.person
    return "\(step.record.role.label)\u{A0}\(name)"
  }

  static func about(_ step: FormHistory.PastStep) -> String {
    var parts: [String] = []
    if step.version > 0 { parts.append(version(step.version, isInForce: false)) }
    if case .approval(_, let number?) = step.record.deed { parts.append(number) }
    if let day = step.missedDay { parts.append("截止日 \(day)，逾期提交") }
    return parts.joined(separator: "，")
  }

  static func fate(_ row: RecordComparison.Row) -> String {
    switch (row.before, row.after) {
    case (nil, _): "（新增）"
    case (_, nil): "（删去）"
    case (let before?, let after?) where before != after && row.cells.isEmpty: "（从第 \(before + 1) 行移来）"
    default: ""
    }
  }

  /// What a step does, and what it asks.
  static func words(for step: Step) -> (note: String, question: String?, button: String) {
    switch step {
    case .withdraw: ("审核人还没有开始看，可以撤回来再改。", nil, "撤回")
    case .adjust: ("批复后确需改动的，写明理由再改；新的一版批复之前，原来的一版继续有效。", "调整的理由", "开始调整")
    case .abandon: ("不再调整，恢复为原来批复的那一版；调整中填的内容不再保留在表里。", "理由（可以不写）", "放弃调整")
    case .lapse: ("这张表不报了。作废以后不能再填，记录仍然保留。", "作废的理由", "作废")
    case .submit, .open, .release, .forward, .recall, .sendBack, .retract, .approve, .reopen, .disclose,
      .withhold:
      ("", nil, step.label)
    }
  }
}
