// Words that only say for which time a goal is: 每年, 全年, 三年内.

enum GoalSpan {
  /// The text without them; years in digits stay, since two years may tell two goals apart.
  static func removed(from text: String) -> String {
    words.reduce(text) { $0.without($1) }
  }

  private static let words = [
    "每年", "逐年", "全年", "本年度", "本年", "今年", "当年", "年度内", "三年内", "三年", "两年内", "五年内", "实施期内", "项目期内", "周期内",
  ]
}
