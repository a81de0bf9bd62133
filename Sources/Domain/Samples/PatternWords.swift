// The words of the notation in which patterns and the county are written.

enum PatternWords {
  static let year = "年"
  static let firstYear = "起"
  static let lastYear = "止"
  /// 每年11月底前
  static let every = "每"
  static let sumMark: Character = "∑"
  static let word = "{词}"
  static let everywhere = "各"
  static let departments = "部门"
  static let standing = "长期"
  static let accumulates = "累"
  static let region = "地区"
  static let bureau = "财政"
  static let unit = "单位"
  static let surnames = "姓"
  static let givenNames = "名"

  /// The second levels by their short words.
  static let categories: [(word: String, category: SampleCategory)] = [
    ("数量", .quantity), ("质量", .quality), ("时效", .timeliness), ("成本", .cost), ("经济", .economic),
    ("社会", .social), ("生态", .ecological), ("满意", .satisfaction),
  ]
}
