// The Chinese words of what serves what in a department's form.
import FormDrafts
import Quantities

enum LinksWording {
  static let title = "任务、项目和指标的对应"
  static let allServed = "都对应上了"
  static let none = "未选"
  static let nameless = "（未命名）"
  static let gone = "（已删去）"
  static let noMoney = "未填"

  static func yuan(_ money: Money) -> String { "\(OfficeWording.money(money)) 元" }
  static func done(_ count: Int, of all: Int) -> String { "\(count)／\(all)" }
  static func cut(_ most: Int) -> String { "本单位本年的项目较多，这里只列前 \(most) 个。" }

  static func caption(_ list: LinkedList) -> String {
    switch list {
    case .indicators: "指标衡量哪项任务"
    case .projects: "项目属于哪项任务"
    case .tasks: "任务落实哪个分项目标"
    }
  }

  static func entry(_ list: LinkedList) -> String {
    switch list {
    case .indicators: "指标"
    case .projects: "项目"
    case .tasks: "任务"
    }
  }

  static func target(_ list: LinkedList) -> String { list == .tasks ? "分项目标" : "任务" }

  static func money(_ list: LinkedList) -> String { list == .projects ? "本年预算" : "任务金额" }

  static func label(_ name: String, _ list: LinkedList) -> String { "\(name)：\(caption(list))" }
}
