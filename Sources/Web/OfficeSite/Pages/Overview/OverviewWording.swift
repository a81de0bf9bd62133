// The Chinese words of the overview.
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Workflow

enum OverviewWording {
  static let title = "进度"
  static let show = "看"
  static let table = "下载 Excel"
  static let unit = "单位"
  static let progress = "走到哪"
  static let forms = "张数"
  static let amount = "金额，万元"
  static let approvedAmount = "批复，万元"
  static let done = "批复"
  static let total = "合计"
  static let own = "本级"
  static let byUnit = "各单位走到哪"
  static let nothing = "还没有绩效表"
  static let nothingAdvice = "单位开始填报以后，这里按单位和阶段列出进度。"
  static let objections = "退回的原因"
  static let noObjections = "还没有退回过"
  static let ownReason = "审核人自己的意见"
  static let rounds = "几次提交才批复"
  static let noRounds = "还没有批复过"
  static let times = "各阶段平均用时"
  static let noTimes = "还没有走过一步"
  static let waiting = "还没有交齐的单位"
  static let noWaiting = "都交齐了"
  static let noWaitingAdvice = "应申报的单位都交了绩效目标。"
  static let drafts = "草稿"
  static let returned = "退回待改"
  static let unbegun = "没开始填"
  static let lastDay = "截止"
  static let openStage = "未提交"
  static let returnedStage = "退回"
  static let departmentStage = "部门审核"
  static let financeStage = "财政审核"
  static let approvedStage = "已批复"
  static let up = "上一级"
  static let targets = "绩效目标"

  static func heading(_ overview: Overview) -> String { "\(overview.place.label)，\(overview.year) 年" }
  static func count(_ count: Int) -> String { "\(count) 张" }
  static func times(_ count: Int) -> String { "\(count) 处" }
  static func late(_ count: Int, of all: Int) -> String {
    count == 0 ? "\(all) 个" : "\(all) 个，其中 \(count) 个已过截止日"
  }
  static func more(_ count: Int) -> String { "这里只列前 \(count) 个，导出的表里是全部" }
  static func round(_ round: Int) -> String { "提交 \(round) 次" }
  static func fileName(_ overview: Overview) -> String {
    "\(overview.place.label)\(overview.year)年绩效表进度.xlsx"
  }

  /// `平均 1.2 次`
  static func meanRounds(_ rounds: [Overview.RoundCount]) -> String? {
    let count = rounds.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    let tenths = (rounds.reduce(0) { $0 + $1.round * $1.count } * 10 + count / 2) / count
    return "平均 \(tenths / 10).\(tenths % 10) 次"
  }

  /// Hours as people say them: `5 小时`, `3.5 天`.
  static func span(_ hours: Int) -> String {
    if hours < 24 { return "\(hours) 小时" }
    let tenths = hours * 10 / 24
    return tenths % 10 == 0 ? "\(tenths / 10) 天" : "\(tenths / 10).\(tenths % 10) 天"
  }

  /// `641.3`
  static func tenThousands(_ money: Money) -> String {
    OfficeWording.tenThousands(money)
  }
}
