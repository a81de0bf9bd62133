// The official names of places in the trees, and what is taken off a printed label before it is looked up.

enum IndicatorTreeWords {
  /// Taken off a label's ends before it is looked up.
  static let dropped = ["分", "指标", "项目", "绩效"]

  /// Level 1 as the rule-set files write it.
  static let branches: [(name: String, branch: IndicatorBranch)] = [
    ("成本指标", .cost), ("产出指标", .output), ("效益指标", .benefit), ("满意度指标", .satisfaction),
  ]

  /// Level 2 as the rule-set files write it, behind `产出指标/`.
  static let categories: [(name: String, category: IndicatorCategory)] = [
    ("数量指标", .quantity), ("质量指标", .quality), ("时效指标", .timeliness), ("成本指标", .cost),
    ("经济成本指标", .economicCost), ("社会成本指标", .socialCost), ("生态环境成本指标", .ecologicalCost),
    ("经济效益指标", .economicBenefit), ("社会效益指标", .socialBenefit), ("生态效益指标", .ecologicalBenefit),
    ("可持续影响指标", .sustainability), ("服务对象满意度指标", .satisfaction), ("效益指标", .benefit),
  ]
}

extension IndicatorBranch {
  /// 产出指标
  package var name: String { IndicatorTreeWords.branches.first { $0.branch == self }?.name ?? rawValue }

  init?(name: String) {
    guard let entry = IndicatorTreeWords.branches.first(where: { $0.name == name }) else { return nil }
    self = entry.branch
  }
}

extension IndicatorCategory {
  /// 数量指标
  package var name: String { IndicatorTreeWords.categories.first { $0.category == self }?.name ?? rawValue }

  init?(name: String) {
    guard let entry = IndicatorTreeWords.categories.first(where: { $0.name == name }) else { return nil }
    self = entry.category
  }
}
