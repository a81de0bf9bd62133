// The Chinese words of opinions: openings, clauses, figures.
import Quantities
import Review

enum OpinionWording {
  static let projectSlot = "{项目}"
  static let unitSlot = "{单位}"
  static let yearSlot = "{年度}"
  static let budgetSlot = "{预算}"
  static let cellSlot = "{格}"
  static let budgetYearSlot = "年度"
  static let approvalYearSlot = "年"
  static let runningSlot = "号"
  static let separator = "；"
  static let and = "和"
  static let budgetName = "预算"
  static let plainOpening = "已审核。"

  /// Characters of a value that is quoted at most.
  static let valueCharactersMax = 24

  static let usualOpinions = [
    "请按批复的绩效目标组织实施，按季度收集完成情况。", "请保留好验收单、台账等佐证资料，年底自评时逐项对应。",
    "请严格控制成本，七月底前报送运行监控情况。", "请加快采购和实施进度，避免年底集中支出。",
  ]
  static let usualReasons = [
    "请补测算依据。", "请与年度目标的数一致。", "请写成数得出来的值，并写明怎样计算。", "请说明比上年实际低的原因，或提高目标。",
  ]

  static func opening(_ grade: ReviewSheet.Grade) -> String {
    switch grade {
    case .excellent: "同意。"
    case .good: "原则同意。"
    case .medium: "请先修改完善，再按批复执行。"
    case .poor: "目标还不能支持预算安排，请重新编制。"
    }
  }

  /// The opening while something sends the form back.
  static func mendFirst(_ count: Int) -> String { "暂不批复，有 \(count) 处须先改好" }

  // MARK: Sentences

  static func ended(_ text: String) -> String {
    guard let last = text.unicodeScalars.last else { return text }
    return "。！？".unicodeScalars.contains(last) ? text : text + "。"
  }

  static func unended(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last == "。" || last == "；" { scalars.removeLast() }
    return String(scalars)
  }

  static func rest(_ count: Int) -> String { "另有 \(count) 处按审核发现一并完善" }
  static func proposed(_ value: String) -> String { "，可写“\(value)”" }
  static func plain(title: String, advice: String) -> String { "\(cellSlot)\(title)，请\(advice)" }

  static func belowLastYear(_ now: String, _ last: String) -> String {
    "\(cellSlot)\(now)，低于上年的\(last)，请参照上年提高，或说明今年为什么做得少"
  }

  static func withoutIndicator(_ clause: String, count: Int) -> String {
    let what = count > 1 ? "等 \(count) 处" : ""
    return "\(cellSlot)写的“\(short(clause))”\(what)没有对应的指标，请\(count > 1 ? "各" : "")补一项，年底据此核对"
  }

  static func sum(_ message: String) -> String {
    let head = "勾稽相符："
    let text = message.utf8.starts(with: head.utf8) ? String(message.unicodeScalars.dropFirst(5)) : message
    return "资金与任务相符：\(unended(text))"
  }

  static func budget(_ budget: Money, change: Money, of before: Money) -> String {
    if change == .zero { return "预算 \(money(budget))，与上年持平" }
    let more = change.fen > 0
    let amount = Money(fen: more ? change.fen : -change.fen)
    let share = ExactFraction(amount.yuan, dividedBy: before.yuan)?.multiplied(by: ExactFraction(whole: 100))?
      .decimal(places: 1)
    let percent = share.map { "（\(more ? "+" : "−")\($0) %）" } ?? ""
    return "预算 \(money(budget))，比上年\(more ? "多" : "少") \(money(amount))\(percent)"
  }

  static func promise(_ name: String, _ value: String) -> String { "“\(short(name))”\(value)" }

  static func promises(_ promises: [String], isTarget: Bool) -> String {
    isTarget
      ? "年底按\(promises.joined(separator: "、"))核对完成情况" : "已核对\(promises.joined(separator: "、"))"
  }

  static func changed(_ name: String, _ before: Money, _ after: Money) -> String {
    "\(name)由 \(money(before))调为 \(money(after))"
  }

  static func changed(_ name: String, _ before: String, _ after: String) -> String {
    let old = before.isEmpty ? "空白" : before
    let value = after.isEmpty ? "空白" : after
    return "“\(short(name))”由\(old)调为\(value)"
  }

  static func adjusted(_ parts: [String]) -> String {
    let told = parts.prefix(3).joined(separator: "，")
    return parts.count > 3 ? "本次调整 \(parts.count) 处：\(told)等" : "本次调整：\(told)"
  }

  // MARK: Names and figures

  static func quoted(_ names: [String]) -> String {
    let told = names.prefix(2).map { "“\($0)”" }.joined()
    return names.count > 2 ? "\(told)等 \(names.count) 项" : told
  }

  static func short(_ text: String) -> String { text.count > 20 ? text.prefix(19) + "…" : text }
  static func row(_ number: Int) -> String { "第 \(number + 1) 项指标" }

  static func part(_ field: String) -> String? {
    switch field.prefix(while: { $0 != "/" }) {
    case "goals": field == "goals/period" ? "周期目标" : "年度目标"
    case "budget": "预算"
    case "spendingPlan": "支出计划"
    case "project": "项目基本情况"
    case "indicators": "指标表"
    case "tasks": "重点工作任务"
    case "fundUse": "资金用途"
    case "funds": "资金"
    default: nil
    }
  }

  static func figure(_ number: ExactDecimal, _ unit: String?) -> String {
    " \(FigureText.number(number)) \(unit ?? "")"
  }

  static func money(_ money: Money) -> String { FigureText.money(money) }
}

extension ApprovalNumberPattern.Fault {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .running: "文号里要有一处 {号}，系统在那里写顺序号，例如“云财绩〔{年度}〕{号}号”。"
    case .year: "文号里要有一处年份：{年度} 是预算年度，{年} 是批复那一年，顺序号每年从 1 开始。"
    case .slot: "大括号里只能写 {年度}、{年}、{号} 或 {号:4} 这样的位数，请改好。"
    case .tooLong: "文号太长，请压缩到 \(ApprovalNumberPattern.charactersMax) 字以内。"
    }
  }
}
