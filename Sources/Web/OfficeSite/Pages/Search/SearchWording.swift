// The Chinese words of the search.
import OfficeOperations
import Quantities

enum SearchWording {
  static let title = "查找"
  static let words = "名称、目标、指标、发现、批复意见里的词"
  static let ask = "查找"
  static let nothingAsked = "查什么"
  static let nothingAskedAdvice = "写两个字以上的词，例如“养老”“清淤”；几个词之间空一格，就找都提到的。"
  static let nothing = "没有找到"
  static let nothingAdvice = "换一个词，或不限年度和单位再找一遍。"
  static let next = "再往前"
  static let latestFirst = "新的在前"

  static func found(_ count: Int, isMore: Bool) -> String { isMore ? "先列 \(count) 张" : "\(count) 张" }

  static func part(_ part: SearchedPart) -> String {
    switch part {
    case .name: "名称"
    case .goal: "目标"
    case .indicator: "指标"
    case .finding: "发现"
    case .opinion: "意见"
    case .other: "说明"
    }
  }
}
