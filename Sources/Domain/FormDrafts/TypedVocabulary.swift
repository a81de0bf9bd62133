// Words that people type behind numbers.

enum TypedVocabulary {
  /// Behind a year or a count.
  static let wholeEnds = ["年度", "年", "月", "人", "个", "家"]
  /// Before money.
  static let moneyMarks: Set<Character> = ["¥", "￥"]
  /// Behind money, the longer first, with the power of ten that they stand for.
  static let moneyUnits = [("亿元", 8), ("万元", 4), ("千元", 3), ("元", 0), ("亿", 8), ("万", 4)]
  /// Behind a share or a score.
  static let decimalEnds: Set<Character> = ["%", "分"]
}
