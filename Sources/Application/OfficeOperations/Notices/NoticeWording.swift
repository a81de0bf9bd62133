// The Chinese words of notices.
import Organisations
import Quantities
import Records

extension NoticeLine {
  /// What happened, in one short sentence without a full stop.
  package var title: String { NoticeWording.title(self) }

  /// What it means or asks, in a line; nil where the title says it all.
  package var text: String? { NoticeWording.text(self) }
}

enum NoticeWording {
  static func title(_ line: NoticeLine) -> String {
    let (details, subject) = (line.details, line.subject.map { "“\($0)”" } ?? "")
    let count = line.notice.count
    switch line.kind {
    case .arrived: return count > 1 ? "新到\u{A0}\(count)\u{A0}张表等你审核" : "\(subject)等你审核"
    case .forwarded: return "\(subject)已由部门转报财政"
    case .returned: return "\(subject)被退回，\(details.cells ?? 1)\u{A0}格要改"
    case .sentBack: return "你们转报的\(subject)被财政退回给单位"
    case .retracted: return "\(subject)的退回已撤回，现在不用改"
    case .approved:
      return "\(subject)已批复" + (details.number.map { "，文号\($0)" } ?? "")
    case .reopened: return "\(subject)的批复已撤回，财政重新审核"
    case .revived: return "\(subject)已恢复为草稿，可以接着填"
    case .disclosed: return "\(subject)已公开"
    case .withheld: return "\(subject)不予公开"
    case .abandoned: return "\(subject)的调整已放弃"
    case .lapsed: return "\(subject)已作废"
    case .yearEnded:
      return "\(year(details))关闭，\(count > 1 ? "\(count)\u{A0}张没批复的表" : subject)已了结"
    case .reminder: return "催办：\(waiting(details))"
    case .deadline: return waiting(details)
    case .deputy: return "请你代\(line.principal ?? "同事")办理"
    }
  }

  static func text(_ line: NoticeLine) -> String? {
    let details = line.details
    switch line.kind {
    case .returned: return "只开放退回的那几格，改好后重新提交。"
    case .abandoned: return "原来批复的那一版继续有效。" + reason(details)
    case .reopened, .withheld, .lapsed: return details.reason.map { "理由：\($0)" }
    case .yearEnded: return "没批复过的作废，没批完的调整放弃，批复过的不变。"
    case .reminder, .deadline:
      let last = details.lastDay.map { "截止\(day($0))。" } ?? ""
      let text = last + (line.notice.count > 1 ? "这是第\u{A0}\(line.notice.count)\u{A0}次。" : "")
      return text.isEmpty ? nil : text
    case .deputy:
      guard let first = details.firstDay, let last = details.lastDay else { return nil }
      return "从\(day(first))到\(day(last))，在此期间你具有对方的角色。"
    case .retracted: return "审核人接着审，请等结果。"
    case .sentBack: return "单位改好重新提交之后，还要经你们审核。"
    case .arrived, .forwarded, .approved, .revived, .disclosed: return nil
    }
  }

  private static func reason(_ details: NoticeDetails) -> String {
    details.reason.map { "理由：\($0)" } ?? ""
  }

  private static func year(_ details: NoticeDetails) -> String {
    details.year.map { "\($0.year)\u{A0}年" } ?? "年度"
  }

  private static func day(_ day: Day) -> String { "\(day.month)\u{A0}月\u{A0}\(day.day)\u{A0}日" }

  /// `2026 年绩效目标申报还差 3 张`
  private static func waiting(_ details: NoticeDetails) -> String {
    let step = details.step?.label ?? ""
    let open = details.open.map { "还差\u{A0}\($0)\u{A0}张" } ?? "还没有办完"
    return "\(year(details))\(step)\(open)"
  }

  // MARK: Mail

  /// The kind without a name of anything: letters leave the house.
  static func plain(_ kind: NoticeKind) -> String {
    switch kind {
    case .arrived: "等你审核的表"
    case .forwarded: "已转报财政的表"
    case .returned: "被退回的表"
    case .sentBack: "转报后被财政退回的表"
    case .retracted: "退回又撤回的表"
    case .approved: "已批复的表"
    case .reopened: "重新审核的表"
    case .revived: "恢复为草稿的表"
    case .disclosed: "已公开的表"
    case .withheld: "不予公开的表"
    case .abandoned: "放弃调整的表"
    case .lapsed: "作废的表"
    case .yearEnded: "年度关闭时了结的表"
    case .reminder: "催办"
    case .deadline: "快到期或已到期的提醒"
    case .deputy: "请你代办"
    }
  }

  static func letterSubject(_ count: Int) -> String { "准绳：\(count) 件事等你看" }

  static func letterLines(_ counts: [(kind: NoticeKind, count: Int)], site: String) -> [String] {
    ["你在准绳里有新的通知：", ""] + counts.map { "- \(plain($0.kind))：\($0.count)" }
      + [
        "", "请登录后在“我的通知”里看详情" + (site.isEmpty ? "。" : "：\(site)"), "",
        "为了保密，邮件里不写项目名称和人名。不想再收，可以在“我的通知”里关掉。",
      ]
  }

  static let testSubject = "准绳：试发一封"
  static let testLines = ["这是从准绳的邮件设置里试发的一封信。", "收到它，说明邮件可以发出来了。"]
}
