// The Chinese words of the reviewers' desk.
import Design
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Review
import Workflow

enum ReviewPageWording {
  static let title = "审核"
  static let nothing = "没有等你审的绩效表"
  static let nothingAdvice = "单位提交、部门转报以后，会按金额和风险排在这里。"

  // MARK: The queue

  static let queue = "待审项目"
  static let order = "按金额与风险排序"
  static let wholeQueue = "全部与筛选"
  static let cleanTogether = "可一并同意"
  static let previous = "上一个"
  static let next = "下一个"

  static func waiting(_ count: Int) -> String { "待我审 \(count) 个" }
  static func clean(_ count: Int) -> String { "没有发现的 \(count) 个" }
  static func tenThousands(_ money: Money?) -> String {
    money.map { "\(OfficeWording.tenThousands($0)) 万" } ?? ""
  }

  // MARK: The head

  static func version(_ number: Int) -> String { "第 \(number) 版" }
  static func round(_ number: Int) -> String { "第 \(number) 轮" }
  static func left(_ days: Int) -> String {
    days < 0 ? "已过 \(-days) 天" : days == 0 ? "今天到期" : "还有 \(days) 天"
  }
  static func years(_ span: YearSpan) -> String {
    guard let last = span.last else { return "\(span.first.year) 年起" }
    return span.first == last ? "\(last.year) 年" : "\(span.first.year)—\(last.year) 年"
  }
  static let budgetIs = "预算 "
  static func yuan(_ money: Money) -> String { "\(OfficeWording.money(money)) 元" }
  static func more(_ money: Money, than year: Int, percent: String?) -> String {
    let share = percent.map { "（\($0) %）" } ?? ""
    if money.fen == 0 { return "，与 \(year) 年一样" }
    let amount = OfficeWording.money(Money(fen: abs(money.fen)))
    return "，比 \(year) 年\(money.fen > 0 ? "多" : "少") \(amount) 元\(share)"
  }
  static func signed(_ percent: ExactDecimal) -> String {
    percent.isNegative ? "\u{2212}" + percent.description.dropFirst() : "+\(percent)"
  }
  static func outcome(score: String?, grade: String?) -> String {
    let said = [score, grade].compactMap(\.self).joined(separator: "，")
    return said.isEmpty ? "" : "上年自评 \(said)。"
  }
  static func submitted(_ said: ReviewedForm.Said, today: Day) -> String {
    "\(said.name) \(OfficeWording.when(said.moment, today: today)) 提交"
  }
  static func explained(_ words: String) -> String { "说明：\(words)" }
  static func forwarded(_ said: ReviewedForm.Said, today: Day) -> String {
    let words = said.words.isEmpty ? "" : "：\(said.words)"
    return "\(said.name) \(OfficeWording.when(said.moment, today: today)) 转报\(words)"
  }
  static let open = "开始审核"
  static let release = "放回待办"
  static let notBegun = "还没有开始审核，经办还可以撤回。写下第一笔就算开始。"
  static func openedBy(_ name: String, today: Day, _ moment: Moment) -> String {
    "\(name) \(OfficeWording.when(moment, today: today)) 开始审核"
  }
  static func alsoHere(_ names: [String]) -> String { "\(names.joined(separator: "、")) 也在看这张表" }
  static let alsoHereAdvice = "退回单和审核表是共用的，谁写的都记着名字。"
  static let onlyLook = "现在不能办"
  static func stands(_ stage: Stage) -> String { "这张表现在是“\(stage.label)”，只能看。" }

  // MARK: Findings

  static let noFindings = "没有发现"
  static let noFindingsAdvice = "照规则看过，没有要退回或说明的。下面列着对得上的数和改了什么。"
  static let returnHere = "在这格退回"
  static let letBe = "已了解"
  static let askAgain = "再看"
  static let isLetBe = "已了解，不追问"
  static let onSlip = "已记入退回单"
  static let nextOne = "下一处"
  static func findings(_ count: Int) -> String { "先看发现，\(count) 处" }
  static func source(_ rule: String, _ point: ReviewSheet.Point?) -> String {
    [rule, point?.label].compactMap(\.self).joined(separator: " ")
  }

  // MARK: Sums

  static let sumsHold = "钱对得上"
  /// Where another sum does not.
  static let someSumsHold = "其余对得上"
  static let sumsBreak = "钱对不上"
  static let comesTo = "算下来要花"
  static func budget(share: String) -> String { "预算，用到 \(share)" }
  static let budgetOnly = "预算"
}

extension ReviewPageWording {
  // MARK: The table

  static let changes = "改了什么"
  static let firstTime = "与去年比，改了什么"
  static let cell = "格"
  /// Behind a word that stands at the cell itself.
  static func cell(_ label: String) -> String { "：\(label)" }
  static let actions = "动作"
  static let concerned = "变化与发现"
  static let all = "全部"
  static let sheet = "整张表"
  static let blank = "（空着）"
  static let same = "没有改"
  static let asAsked = "照退回单改了"
  static let notAsAsked = "没有照改"
  static let isNew = "新加的一行"
  static let isGone = "删去的一行"
  static let isNewThisYear = "去年没有，今年新加"
  static let isDroppedThisYear = "去年有，今年没有"
  static let sendBack = "退回"
  static let wholeText = "看全文"
  static let nothingConcerned = "没有变化，也没有发现"
  static let nothingConcernedAdvice = "“全部”里是每一格，“整张表”是要盖章的样子。"

  static func lastYear(_ year: Int) -> (String, String) { ("\(year) 年", "目标与完成") }
  static func earlier(_ version: EarlierVersion, today: Day) -> (String, String) {
    let day = OfficeWording.day(version.moment.day(), today: today)
    return ("第 \(version.number) 版", version.kind == .returned ? "\(day)退回" : "原值，\(day)批复")
  }
  static func now(_ number: Int, isAdjustment: Bool) -> (String, String) {
    ("第 \(number) 版", isAdjustment ? "调整后" : "现在")
  }
  static func outcome(_ text: String, of pointer: String) -> String {
    pointer == "budget/total" ? "执行 \(text)\u{A0}%" : "完成 \(text)"
  }
  static func asked(_ words: String) -> String { "上一轮：\(words)" }
  static func peers(_ peers: PeerValues) -> String {
    if let prices = peers.prices {
      return "同类单价 n=\(prices.count)：\(prices.least) 到 \(prices.most) \(prices.unit)，中间 \(prices.middle)"
    }
    let values = peers.values.map { $0.count > 1 ? "\($0.text)（\($0.count)）" : $0.text }
    return "同名指标 n=\(peers.count)：\(values.joined(separator: "、"))"
  }
  static func sources(_ peers: PeerValues) -> String { "来自：\(peers.examples.joined(separator: "；"))等" }

  // MARK: The right column

  static let side = "审核表"
  static let grades = "审核表"
  static let slip = "退回单"
  static let notes = "备注"
  static let prefilled = "已按发现预填，可改"
  static let keepGrades = "存审核表"
  static let reason = "为什么改"
  static let proposedGrade = "按发现是"
  static let noSheet = "这种表没有审核表。"
  static func points(_ points: ExactDecimal) -> String { "\(points) 分" }
  static func points(of sheet: ReviewSheet) -> String {
    [points(sheet.total), sheet.capNote].compactMap(\.self).joined(separator: "。")
  }
  static func grade(_ grade: ReviewSheet.Grade) -> String { grade.label }

  static let emptySlip = "退回单是空的"
  static let emptySlipAdvice = "在发现或格上按“退回”，写明理由，就记在这里。发出之前都可以改。"
  static let change = "改"
  static let drop = "去掉"
  static func suggestion(_ text: String) -> String { "建议：\(text)" }
  static func also(_ names: [String]) -> String { "同时解锁 \(names.joined(separator: "、"))" }
  static func why(_ text: String) -> String { "上一轮没提，因为：\(text)" }
  static let whyMissing = "要写明为什么上一轮没提"
  static func wrote(_ name: String, _ moment: Moment, today: Day) -> String {
    "\(name)，\(OfficeWording.when(moment, today: today))"
  }

  static func returning(_ label: String) -> String { "在“\(label)”退回" }
  static let onlyThese = "只解锁写了理由的格"
  static let words = "退回理由"
  static let proposal = "建议改为（可不填）"
  static let whyNow = "上一轮看过，没有改过。为什么这次才提？"
  static let alsoPeriod = "同时解锁周期值"
  static let alsoAnnual = "同时解锁年度值"
  static let record = "记入退回单"
  static let cancel = "取消"
  static let valueNow = "现在的值"

  static let noteLabel = "给同事的备注（经办看不到）"
  static let addNote = "留备注"
  static let noNotes = "还没有备注。"

  // MARK: The decision

  static let opinion = "批复意见"
  static let forwardOpinion = "转报意见"
  static let drafted = "按发现起草，可改"
  static let optional = "可不填"
  static let approve = "同意，下一个"
  static let forward = "转报，下一个"
  static let takeBack = "撤回上一步"
  static func returning(_ cells: Int) -> String { "退回 \(cells) 格" }
  static let decided = "没有等你办的"
  static let keyOpinion = "改意见"
  static let keyAll = "全部"
  static let keysTitle = "全部快捷键"

  static let keys: [(key: String, text: String)] = [
    ("J　K", "下一个、上一个项目"), ("N　Shift N", "下一处、上一处发现"), ("R", "在这格退回"),
    ("X", "已了解，不追问"), ("Ctrl Enter　Esc", "记入退回单、取消"), ("Shift R", "发出退回单"),
    ("1　2　3　4", "优、良、中、差"), ("E", "改意见"), ("A", "同意（或转报）并下一个"), ("U", "撤回上一步"),
    ("↑　↓　←　→", "整张表里换格"), ("/", "搜索"), ("Esc", "离开输入框，收起"),
  ]

  // MARK: What was done

  static func approved(_ name: String) -> String { "已同意：\(name)" }
  static func forwarded(_ name: String) -> String { "已转报：\(name)" }
  static func returned(_ name: String, cells: Int) -> String { "已退回 \(cells) 格：\(name)" }
  static let conflictAdvice = "下面是你写的，退回单上是同事写的。再按一次“记入退回单”，就按你的。"
  static func conflict(_ name: String) -> String { "\(name) 刚写过这一格" }
}
