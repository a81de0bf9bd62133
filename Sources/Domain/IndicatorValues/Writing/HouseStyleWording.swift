// The comparator words of the house styles.

extension HouseStyle {
  /// The word or sign before and behind a number.
  func frame(of comparator: Comparator?) -> (before: String, behind: String) {
    guard let comparator else { return ("", "") }
    switch (self, comparator) {
    case (_, .between): return ("", "")
    case (_, .plusMinus): return ("±", "")
    case (.suffixes, .about): return ("", "左右")
    case (_, .about): return ("约", "")
    case (.signs, _), (.suffixes, .moreThan), (.suffixes, .equal), (.suffixes, .lessThan):
      return (comparator.rawValue, "")
    case (.words, .atLeast): return ("不少于", "")
    case (.words, .moreThan): return ("大于", "")
    case (.words, .equal): return ("等于", "")
    case (.words, .atMost): return ("不超过", "")
    case (.words, .lessThan): return ("小于", "")
    case (.suffixes, .atLeast): return ("", "以上")
    case (.suffixes, .atMost): return ("", "以内")
    }
  }

  static let approximate = "约"
  static let each = "每"
  static let per = "/"
  static let alternative = "或"
  static let also = "；"
  static let times = "×"
  static let yes = "是"
  static let no = "否"
  static let open = "是/否"
  static let atLeastGrade = "以上"
  static let atMostGrade = "以下"
  static let qualitative = "定性"
  static let together = "且"
}
