// The Chinese words of the form's page.
import Design
import Quantities

enum FormPageWording {
  static let myProjects = "我的项目"
  static let history = "历史"
  static let attachments = "附件"
  static let print = "打印、下载"
  static let blank = "（空着）"
  static let save = "保存"
  static let submit = "提交审核"
  static let submitAgain = "重新提交"
  static let showPast = "对照去年"
  static let pastHead = "目标与完成"
  static let addIndicator = "加一个指标"
  static let addBelow = "下面加一行"
  static let moveUp = "上移"
  static let moveDown = "下移"
  static let removeRow = "删去这一行"
  static let conflict = "两处都改了，留哪个？"
  static let yours = "你填的"
  static let useMine = "用我的"
  static let useTheirs = "用这个"
  static let wasBefore = "退回前 "
  static let sumHolds = "相符"
  static let notSavedYet = "还没有改动"
  static let legend =
    "每格值下面的小字，是系统对它的理解；不对，就换一种写法。左边的竖线标出有发现的格：实线会被退回，虚线要说明，点线是提示。"

  /// What a bare number in a cell of money counts.
  static let moneyUnits: Set<String> = ["元", tenThousandYuan]
  static let tenThousandYuan = "万元"

  static let monthEnd = "月底"

  /// What stands before each of several fields in one cell.
  static func part(_ pointer: String) -> String {
    switch pointer.split(separator: "/").last {
    case "code": "代码"
    case "name": "名称"
    case "startYear": "从"
    case "endYear": "到"
    case "operator": "符号"
    case "unit": "单位"
    default: "值"
    }
  }

  static func pastYear(_ year: Int) -> String { "\(year) 年" }
  static func actual(_ value: String) -> String { "完成 \(value)" }
  static func inUnit(_ unit: String) -> String { "（\(unit)）" }
  static func addIndicator(_ place: String?) -> String { "在“\(place ?? "")”下加一个指标" }
  static func rowMenu(_ label: String) -> String { "\(label)：这一行的操作" }

  /// What a button below a list adds.
  static func append(_ list: String) -> String {
    switch list {
    case "tasks": "加一项任务"
    case "spendingPlan": "加一个月份"
    case "subgoals": "加一个分项目标"
    case "measures": "加一条措施"
    default: "加一行"
    }
  }

  /// Read aloud behind a finding's number.
  static func spoken(_ judgement: Judgement) -> String {
    switch judgement {
    case .stop: "号发现，会被退回"
    case .ask: "号发现，要说明"
    case .tell: "号发现，提示"
    case .pass: ""
    }
  }

  // MARK: The right column

  static let railLabel = "预算与发现"

  /// Read aloud behind a number of findings.
  static func counted(_ judgement: Judgement) -> String {
    switch judgement {
    case .stop: "处会被退回"
    case .ask: "处要说明"
    case .tell: "处提示"
    case .pass: ""
    }
  }

  static let budgetHead = "目标与预算"
  static let over = "超出"
  static let within = "不超"
  static let findingsHead = "发现"
  static let noFindings = "没有发现问题。审核人看到的，也是这个结果。"
  static let mirror = "审核人看到的就是这份清单"
  static let sumsHead = "对得上的数"
  static let missingHead = "还差"
  static let nothingMissing = "都填了"
  static let cellHead = "这一格"
  static let cellHint = "走进一格，这里列出它可用的写法。"
  static let noSuggestions = "这一格没有可用的写法，照实填。"
  static let why = "为什么看这个"
  static let returnHead = "退回单"

  static func findings(_ count: Int) -> String { count == 0 ? findingsHead : "\(findingsHead) \(count) 处" }
  static func why(_ rule: String) -> String { "\(why)（\(rule)）" }
  static func source(_ why: String, _ source: String) -> String { "\(why)依据：\(source)。" }
  static func filled(_ done: Int, _ total: Int) -> String { "\(done) / \(total) 格" }
  static func answered(_ done: Int, _ total: Int) -> String { "改好 \(done) / \(total)" }
  static func missing(_ count: Int) -> String { "还差 \(count) 格" }

  // MARK: The foot

  static let next = "看下一处"
  static func unreadable(_ count: Int) -> String { "\(count) 格看不懂" }
  static let allClear = "没有会被退回的地方"
  static let keyNext = "下一格"
  static let keyAccept = "采用建议"
  static let keyAll = "全部快捷键"

  static func willReturn(_ count: Int) -> String { "\(count) 处会被退回" }
  static func toExplain(_ count: Int) -> String { "\(count) 处要写说明" }

  /// 截止 11 月 20 日，还有 6 天
  static func deadline(_ day: Day, today: Day) -> String {
    let date = "截止 \(day.month) 月 \(day.day) 日"
    let left = day.number - today.number
    return left < 0 ? "\(date)，已过 \(-left) 天" : left == 0 ? "\(date)，就是今天" : "\(date)，还有 \(left) 天"
  }

  // MARK: Notices

  static let returnedAdvice = "只有退回单上的格可以改，其余内容已经审过，原样锁定。"
  static let partlyTaken = "有的格没有存"

  static func returned(_ cells: Int) -> String { "这张表被退回了，请改好 \(cells) 格。" }
  static func conflicts(_ count: Int) -> String { "有 \(count) 格两处都改了" }
  static let conflictAdvice = "每一格都列出了两处的写法，选一个。别的格都存好了。"

  static func whole(_ name: String) -> String { "\(name)　部门整体" }
  static func savedAt(_ clock: String, _ revision: Int64) -> String { "已存 \(clock)，第 \(revision) 稿" }
  static func wrote(_ name: String, _ clock: String) -> String { "\(name)，\(clock)" }
  static let rowIsGone = "（这一行已删去）"
  static func budgetOf(_ amount: String) -> String { "预算 \(amount)" }
  static func promised(_ amount: String) -> String { "算下来 \(amount)" }
  static let badPaste = "这一块没有粘贴：行列认不出来。"
  static let printHint = "屏上就是要印的那张表。按 Ctrl P 打印，或下载："
  static let draftMark = "没有批复的表，下载件上印有“草稿”。"
  static let toForm = "回到这张表"
  static let formats: [(name: String, text: String)] = [
    ("docx", "Word（DOCX）"), ("xlsx", "Excel（XLSX）"), ("pdf", "PDF"),
  ]

  /// 31.2 万元; smaller amounts in 元.
  static func amount(_ yuan: ExactDecimal) -> String {
    if let large = yuan.scaled(byPowerOfTen: -4), !(large < .one), let short = large.rounded(toPlaces: 2) {
      return "\(short) 万元"
    }
    return "\(yuan.rounded(toPlaces: 2) ?? yuan) 元"
  }

  // MARK: Submission

  static let submitTitle = "提交审核"
  static let submitClean = "没有会被退回的地方，也没有要说明的。提交后，在审核人打开之前，你都可以撤回。"
  static let submitAsks = "有几处审核人会问，请写一句说明。"
  static let unchanged = "退回时点名、还没有改的"
  static let unchangedNote = "要么回去改，要么在说明里答一句为什么不改。"
  static let explanation = "说明"
  static let explanationHint = "一两句话，审核人和以后查看的人都看得到。"
  static let fixFirst = "先改好这几处"
  static let toChange = "去改"

  // MARK: Keys

  static let keysTitle = "全部快捷键"
  static let close = "收起"
  static let keys: [(key: String, text: String)] = [
    ("Tab　Shift Tab", "左右走格"), ("Enter　Shift Enter", "下一行同列　格内换行"), ("↑　↓", "上一行、下一行"),
    ("F8　Shift F8", "下一处、上一处发现"), ("Alt A", "采用这一格的第一个建议"), ("Alt 1 … Alt 9", "采用第几个写法"),
    ("Alt L", "开关去年一列"), ("Ctrl S", "立即存"), ("Ctrl Enter", "提交审核"),
    ("Ctrl Z　Ctrl Y", "撤销、重做"), ("Esc", "这格还原"),
    ("Alt Enter", "下面加一行"), ("Alt ↑　Alt ↓", "这一行上移、下移"), ("Ctrl V", "粘贴从 Excel、Word 复制的一块"),
  ]

  // MARK: What the script says

  static let saving = "保存中"
  static let waiting = "没存上，先留在这台电脑，连上就补存"
  static let conflicted = "有一格两处都改了"
  static let nothingToUndo = "没有可撤销的了"
  static let refused = "没有存"
  static let signedOut = "登录已过期。填的还在这台电脑上，重新登录后打开这一页就补存。"
  static let offlineRows = "现在断着线，先不删行、不移行；填的字和加的行都留着。"
}
