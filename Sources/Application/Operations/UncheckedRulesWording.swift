// The Chinese words for rules that had nothing to go by.

enum UncheckedRulesWording {
  static func text(_ reason: UncheckedRules.Reason, _ forms: Int) -> String {
    switch reason {
    case .noLastYear: "没有给出上年的表，可用 --last-year 给出"
    case .notInLastYear: "\(forms) 张表没有对上上年的表"
    case .fewPeers: "\(forms) 张表的单位成本，同类不足 8 个"
    case .noAssessment: "\(forms) 张表达到事前评估金额，表上没有评估结论"
    }
  }

  static func part(_ reason: UncheckedRules.Reason, _ forms: Int) -> String {
    "\(reason.rules.joined(separator: "、"))（\(text(reason, forms))）"
  }

  /// `没有查：A05、A06（没有给出上年的表，…）；A10（3 张表的单位成本，同类不足 8 个）。`
  static func sentence(_ parts: [String]) -> String { "没有查：\(parts.joined(separator: "；"))。" }
}
