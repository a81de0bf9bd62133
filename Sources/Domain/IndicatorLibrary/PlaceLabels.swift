// The short labels by which the library's text names the second level of the trees.
package import RuleSets

/// 数量, 质量 … and the categories they stand for.
package enum PlaceLabels {
  static let table: [(label: String, category: IndicatorCategory)] = [
    ("数量", .quantity), ("质量", .quality), ("时效", .timeliness), ("成本", .cost), ("经济成本", .economicCost),
    ("社会成本", .socialCost), ("生态环境成本", .ecologicalCost), ("经济效益", .economicBenefit),
    ("社会效益", .socialBenefit), ("生态效益", .ecologicalBenefit), ("可持续影响", .sustainability),
    ("满意度", .satisfaction), ("效益", .benefit),
  ]

  static func category(of label: Substring) -> IndicatorCategory? {
    table.first { $0.label == label }?.category
  }

  /// The label of a category: 社会效益.
  package static func label(of category: IndicatorCategory) -> String {
    table.first { $0.category == category }?.label ?? category.rawValue
  }
}
