// The Chinese words of a clerk's desk.
import Model
import OfficeOperations
import Quantities
import Records
import Workflow

enum ClerkWording {
  static let noYear = "还没有开放的年度"
  static let noYearAdvice = "系统管理员开放年度以后，这里会列出要填的绩效表。"
  static let nothingWaits = (title: "没有等你办的", advice: "退回的、没填完的绩效表会列在这里。")
  static let nothingBegun = (title: "还没有开始填的表", advice: "下面列着今年还没有填绩效表的项目，选一个开始。")
  static let thisSeason = "这一季"
  static let myProjects = "我的项目"
  static let order = "按离提交还差多少排"
  static let isMore = "只列前 200 张，其余请到“项目”里看"
  static let intake = "导入 Word、PDF、Excel"
  static let addForm = "新建绩效表"
  static let goOn = "继续填"
  static let begin = "开始填"
  static let project = "项目"
  static let category = "类别"
  static let amount = "预算，元"
  static let stage = "走到哪"
  static let filled = "填好"
  static let findings = "发现"
  static let changed = "上次改动"
  static let total = "合计"
  static let noFindings = "没有"
  static let errors = "处应退回"
  static let warnings = "处应说明"
  static let hints = "处提示"
  static let notSet = "未定"
  static let progress = "本部门进度"
  static let submittedForms = "张项目目标表已提交"
  static let wholeDepartment = "部门整体"
  static let noFormsAdvice = "可以从空白、去年的表、别的项目或上传的文件开始。"

  static func season(_ year: FiscalYear) -> String { "\(year) 年绩效目标申报" }
  static func results(of year: FiscalYear) -> String { "\(year) 年的结果" }
  static func submitted(_ done: Int, of all: Int) -> String { "\(all) 张项目目标表提交 \(done) 张" }
  static func forms(of year: FiscalYear) -> String { "\(year) 年的绩效表" }
  static func noForms(_ year: FiscalYear) -> String { "\(year) 年还没有绩效表" }

  /// `县妇女联合会，7 张表，预算 1,130,384.00 元`
  static func unit(_ name: String, _ desk: ClerkDesk) -> String {
    let sum = desk.forms.filter { $0.line.entry.kind == .projectTarget }.compactMap(\.line.entry.amount)
      .reduce(Money?.some(.zero)) { $0?.adding($1) }
    let count = "\(desk.forms.count)\u{A0}张表"
    guard let sum, sum != .zero else { return "\(name)，\(count)" }
    return "\(name)，\(count)，项目预算\u{A0}\(OfficeWording.money(sum))\u{A0}元"
  }

  static func until(_ day: Day, today: Day) -> String { "申报 \(OfficeWording.day(day, today: today))截止" }

  static func daysLeft(to day: Day, today: Day) -> (before: String, number: String, behind: String) {
    let days = day.number - today.number
    if days == 0 { return ("今天截止", "", "") }
    return days > 0 ? ("还有\u{A0}", "\(days)", "\u{A0}天") : ("已过\u{A0}", "\(-days)", "\u{A0}天")
  }

  static func waiting(_ count: Int) -> String { count == 0 ? "等你办" : "等你办，\(count) 件" }
  static func more(_ count: Int) -> String { "还有 \(count) 件，见下表" }
  static func unbegun(_ count: Int) -> String { "还没有填绩效表的项目，\(count) 个" }
  static func returned(_ count: Int) -> String { count > 0 ? "：退回，改 \(count) 格" : "：退回" }
  static func returnedTag(_ count: Int) -> String { "退回，改 \(count) 格" }
  static func mend(_ count: Int) -> String { count > 0 ? "去改 \(count) 格" : "去改" }

  /// What a form is called in a list.
  static func name(of line: FormLine) -> String {
    line.project?.name ?? wholeDepartment
  }

  /// The kind and the year where they are not the season's target.
  static func below(_ line: FormLine) -> String? {
    line.entry.kind == .projectTarget ? nil : kind(line.entry.kind)
  }

  static func kind(_ kind: FormKind) -> String {
    switch kind {
    case .projectTarget: "项目绩效目标"
    case .departmentTarget: "部门整体绩效目标"
    case .projectMonitoring: "绩效运行监控"
    case .projectSelfEvaluation: "绩效自评"
    case .departmentSelfEvaluation: "部门整体绩效自评"
    }
  }

  /// One line about a form that waits: who returned it and why, or what is still to do.
  static func state(of form: ClerkDesk.DeskForm, today: Day) -> String {
    let what = "\(form.line.entry.year) 年\(kind(form.line.entry.kind))"
    if form.line.stage == .returned, let step = form.lastStep {
      let words = form.course.objections.map { withoutEnd($0.words) }.joined(separator: "；") + "。"
      return
        "\(what)，\(step.person) \(OfficeWording.when(step.record.moment, today: today)) 退回：\(short(words))"
    }
    guard let tally = form.tally else { return what }
    var parts: [String] = []
    if tally.wanted > tally.filled { parts.append("还有 \(tally.wanted - tally.filled) 格没填") }
    if tally.errors > 0 { parts.append("\(tally.errors) 处应退回") }
    if tally.warnings > 0 { parts.append("\(tally.warnings) 处应说明") }
    if parts.isEmpty { parts.append("填好了，可以提交") }
    let adjusting = form.line.stage == .adjusting ? "，调整中" : ""
    return what + adjusting + "，" + parts.joined(separator: "，") + "。"
  }

  /// Without the marks at its end, to stand in a row of others.
  private static func withoutEnd(_ words: String) -> Substring {
    var words = words[...]
    while let last = words.last, "。；;！. \n".contains(last) { words.removeLast() }
    return words
  }

  static func short(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

  /// `已提交 4，退回 1，草稿 2`
  static func counts(of desk: ClerkDesk) -> String {
    let targets = desk.forms.filter { DeadlineStep(of: $0.line.entry.kind) == .targetSubmission }.map(
      \.line.stage)
    let sent = targets.count { $0.isUnderReview || $0.isInForce }
    let parts = [
      ("已提交", sent), ("退回", targets.count { $0 == .returned }),
      ("草稿", targets.count { $0 == .draft || $0 == .adjusting }), ("未填", desk.unbegun.count),
    ]
    return parts.filter { $0.1 > 0 }.map { "\($0.0)\u{A0}\($0.1)" }.joined(separator: "，")
  }

  static func name(of step: DeadlineStep) -> String {
    switch step {
    case .targetSubmission: "目标申报"
    case .targetDepartmentReview: "部门审核"
    case .targetApproval: "财政批复"
    case .targetDisclosure: "公开"
    case .monitoringSubmission: "运行监控"
    case .evaluationSubmission: "绩效自评"
    }
  }
}
