// The Chinese words of queues.
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

enum QueuePageWording {
  static let title = "待审"
  static let mine = "待我审"
  static let all = "全部阶段"
  static let list = "绩效表"
  static let views = "我的筛选"
  static let noViews = "常用的筛选可以存下来，下次一点就到。"
  static let viewName = "名字"
  static let saveView = "存下这个筛选"
  static let removeView = "删除"
  static let filter = "筛选"
  static let clear = "不筛选"
  static let year = "年度"
  static let kind = "表种"
  static let stage = "阶段"
  static let found = "发现"
  static let place = "单位"
  static let project = "项目"
  static let findings = "发现"
  static let stageAndSince = "走到哪"
  static let lastDay = "期限"
  static let amount = "金额，元"
  static let next = "下一页"
  static let previous = "上一页"
  static let first = "第一页"
  static let allYears = "全部年度"
  static let allKinds = "全部表种"
  static let waiting = "等我办的"
  static let anyFindings = "不论"
  static let wholeReach = "我负责的全部单位"
  static let nothing = "这里没有绩效表"
  static let nothingWaits = "没有等你审的绩效表"
  static let nothingAdvice = "换一个筛选，或看看全部阶段。"
  static let nothingWaitsAdvice = "单位提交后，会按金额、风险和新旧排在这里。"
  static let order = "按金额、风险和新旧排序"
  static let approveTogether = "可一并同意"
  static func approveAll(_ count: Int) -> String { "批量批复这 \(count) 张" }
  static let whole = "部门整体"
  static let unjudged = "未审核"
  static let toQueue = "去审核"

  static func group(_ group: QueueFilter.Group) -> String {
    switch group {
    case .any: anyFindings
    case .clean: "没有发现"
    case .found: "有发现"
    case .errors: "有应退回的"
    case .warnings: "最重是应说明"
    case .hints: "只有提示"
    }
  }

  static func yearOption(_ year: FiscalYear) -> String { "\(year) 年" }
  static func waiting(_ count: Int) -> String { "待我审 \(count) 个" }
  static func clean(_ count: Int) -> String { "没有发现的 \(count) 个" }
  static func total(_ count: QueueCounts.Count) -> String {
    "共 \(count.forms) 张，合计 \(tenThousands(count.amount))"
  }

  /// `641.3 万元`
  static func tenThousands(_ money: Money) -> String {
    "\(OfficeWording.tenThousands(money))\u{A0}万元"
  }

  /// `第 2 次提交`, nothing for the first.
  static func round(_ round: Int) -> String? { round > 1 ? "第\u{A0}\(round)\u{A0}次提交" : nil }

  /// `10 月 24 日起`, `王岚正在看`
  static func since(_ line: QueueLine, today: Day) -> String {
    if let name = line.openedBy { return "\(name)正在看" }
    return OfficeWording.when(line.digest.moved, today: today)
  }

  static func late(_ day: Day, today: Day) -> String { "已过 \(today.number - day.number) 天" }

  static func name(of line: QueueLine) -> String {
    line.title ?? "\(line.organisation.label)\(whole)"
  }

  /// `县妇联，2026 年项目绩效目标`
  static func about(_ line: QueueLine) -> String {
    let kind = "\(line.digest.year) 年\(ClerkWording.kind(line.digest.kind))"
    let round = round(line.digest.round).map { "，\($0)" } ?? ""
    return "\(line.organisation.label)，\(kind)\(round)"
  }
}
