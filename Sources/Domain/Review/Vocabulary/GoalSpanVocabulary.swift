// Words that only say for which time a goal is: 每年, 全年, 三年内.

enum GoalSpan {
  /// The text without them; years in digits stay, since two years may tell two goals apart.
  static func removed(from text: [Unicode.Scalar]) -> [Unicode.Scalar] { words.removed(from: text) }

  private static let words = WordList([
    "每年", "逐年", "全年", "本年度", "本年", "今年", "当年", "年度内", "三年内", "三年", "两年内", "五年内", "实施期内", "项目期内", "周期内",
  ])
}
