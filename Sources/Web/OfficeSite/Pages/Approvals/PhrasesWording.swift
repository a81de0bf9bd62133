// The Chinese words of the pages on which a bureau keeps its phrases and the installation its share.
import Design
import Findings
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Review
import Workflow

enum PhrasesWording {
  static let title = "常用批语和文号"
  static let numbers = "批复文号"
  static let number = "文号的写法"
  static let numberHint = "例如：云财绩〔{年度}〕{号}号。{年度} 是预算年度，{年} 是批复那一年，{号} 是顺序号，每年从 1 开始、不跳号；{号:4} 补足四位。留空就不编号。"
  static let openings = "批复意见怎样开头"
  static let plain = "没有审核表的（监控、自评）"
  static let plainHint = "留空用“已审核。”"
  static let closing = "结尾"
  static let closingHint = "留空就不加。可以用 {项目}、{单位}、{年度}、{预算}。"
  static let lists = "常用的话"
  static let opinions = "常用批语"
  static let reasons = "退回时的常用理由"
  static let lineHint = "一行一句。"
  static let clauses = "对某一类发现的说法"
  static let clausesHint = "一行一条，先写规则编号：A06：{格}低于上年，请对照上年完成数。{格} 会换成格的名称；没有写的按系统的说法。"
  static let share = "抽看的比例（%）"
  static let shareHint = "1 到 100。至少抽一张；改了以后，新的一批才按新的比例。"
  static let shareTitle = "批量批复的抽看比例"
  static let shareLede = "批量批复时，没有发现的表里随机抽出这么多，必须逐张看过才能批复。随机种子记入台账，事后可以重抽核对。"

  static func lede(_ place: String) -> String { "\(place)的批复意见按这里的话起草，每次都可以再改。改动只影响以后的批复。" }
  static func clause(_ rule: String, _ text: String) -> String { "\(rule)：\(text)" }
  static func opening(_ grade: ReviewSheet.Grade) -> String { "审核为“\(grade.label)”的" }

  static func usual(_ grade: ReviewSheet.Grade) -> String {
    switch grade {
    case .excellent: "留空用“同意。”"
    case .good: "留空用“原则同意。”"
    case .medium: "留空用“请先修改完善，再按批复执行。”"
    case .poor: "留空用“目标还不能支持预算安排，请重新编制。”"
    }
  }
}
