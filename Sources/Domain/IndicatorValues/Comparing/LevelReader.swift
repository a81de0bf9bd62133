// Which second-level heading a printed label means, as far as values care.

/// Reads 二级指标 labels: `数量指标（必填）`, `质量`, `服务对象满意度指标等`.
enum LevelReader {
  enum Level {
    case quantity, quality, timeliness, cost, satisfaction
  }

  static func level(of label: String) -> Level? {
    for (word, level) in words where label.contains(word) { return level }
    return nil
  }

  static func speaksOfSatisfaction(_ name: String) -> Bool { name.contains("满意") }

  private static let words: [(Substring, Level)] = [
    ("满意", .satisfaction), ("数量", .quantity), ("质量", .quality), ("时效", .timeliness), ("成本", .cost),
  ]
}
