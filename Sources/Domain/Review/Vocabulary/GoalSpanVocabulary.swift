// Words that only say for which time a goal is: 每年, 全年, 三年内.

enum GoalSpan {
  /// True where two goals are nearly the same, with these words or without them; years in digits stay, since
  /// two years may tell two goals apart.
  static func isNearlySame(_ goal: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    if TextLikeness.isNearlySame(goal, other) { return true }
    let (bare, otherBare) = (words.removed(from: goal), words.removed(from: other))
    // Neither has one of the words: the answer is known.
    if bare.count == goal.count, otherBare.count == other.count { return false }
    return TextLikeness.isNearlySame(bare, otherBare)
  }

  private static let words = WordList([
    "每年", "逐年", "全年", "本年度", "本年", "今年", "当年", "年度内", "三年内", "三年", "两年内", "五年内", "实施期内", "项目期内", "周期内",
  ])
}
