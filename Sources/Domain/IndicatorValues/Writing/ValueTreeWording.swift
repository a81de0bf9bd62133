// The Chinese words of the value tree.

import Quantities

enum ValueTreeWording {
  static let problems = "提示"
  static let nothing = "（空）"
  static let comparator = "比较"
  static let number = "数"
  static let upper = "上限"
  static let center = "中心"
  static let unit = "单位"
  static let per = "每"
  static let subject = "对象"
  static let approximate = "约数"
  static let from = "自"
  static let to = "至"
  static let precision = "精度"
  static let anchor = "起算"
  static let connective = "关系"
  static let choice = "选定"
  static let scale = "档次"
  static let direction = "方向"
  static let yes = "是"
  static let no = "否"
  static let open = "未选定"

  static func name(of kind: IndicatorValue.Kind) -> String {
    switch kind {
    case .measure: "数值"
    case .deadline: "时限"
    case .frequency: "频次"
    case .composite: "组合"
    case .grade: "等次"
    case .yesNo: "是否"
    case .qualitative: "定性"
    case .placeholder: "未填"
    case .empty: "空白"
    case .text: "文字"
    }
  }

  static func name(of precision: Deadline.Precision) -> String {
    switch precision {
    case .day: "日"
    case .tenDays: "旬"
    case .month: "月"
    case .quarter: "季度"
    case .halfYear: "半年"
    case .year: "年"
    case .span: "期间"
    }
  }

  static func name(of anchor: Deadline.Anchor) -> String? {
    switch anchor {
    case .calendar: nil
    case .followingYear: "次年"
    case .everyYear: "每年"
    case .everyQuarter: "每季度"
    case .everyMonth: "每月"
    case .named(let name): name
    }
  }

  static func list(_ units: [Unit]) -> String? {
    units.isEmpty ? nil : units.map(\.symbol).joined(separator: "·")
  }

  static func rows(_ pairs: [(String, String?)]) -> [ValueTree] {
    pairs.compactMap { label, text in text.map { ValueTree("\(label) \($0)") } }
  }
}
