// The Chinese words of the review sheet.
import Quantities

extension ReviewSheet.Point {
  /// 规范完整
  package var label: String {
    switch self {
    case .complete: "规范完整"
    case .clear: "明确清晰"
    case .relevant: "目标相关"
    case .sound: "指标科学"
    case .reasonable: "绩效合理"
    case .funded: "资金匹配"
    case .achievable: "实现可能"
    case .prepared: "条件充分"
    }
  }

  /// 完整性
  package var partLabel: String {
    switch self {
    case .complete, .clear: "完整性"
    case .relevant, .sound: "相关性"
    case .reasonable, .funded: "适当性"
    case .achievable, .prepared: "可行性"
    }
  }
}

extension ReviewSheet.Grade {
  /// 优, 良, 中, 差
  package var label: String {
    switch self {
    case .excellent: "优"
    case .good: "良"
    case .medium: "中"
    case .poor: "差"
    }
  }
}

extension ReviewSheet {
  /// `审核表建议 87.4 分（良）：规范完整 10，明确清晰 8，…；由发现推算，供审核人参考。`
  package var summary: String {
    let points = lines.map { "\($0.point.label) \(FigureText.number($0.points))" }.joined(separator: "，")
    return "审核表建议 \(FigureText.number(total)) 分（\(grade.label)）：\(points)。\(capNote ?? "")由发现推算，供审核人参考。"
  }

  /// Why the grade is lower than its points; nil where it is not.
  package var capNote: String? {
    isCapped ? "还有应退回的，等级最高为“\(Grade.medium.label)”。" : nil
  }
}
