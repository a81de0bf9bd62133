// The labels of both official trees, with the synonyms of published forms.

enum IndicatorTreeWords {
  /// Taken off a label's ends before it is looked up.
  static let dropped = ["分", "指标", "项目", "绩效"]

  static let branches: [String: IndicatorBranch] = [
    "成本": .cost, "产出": .output, "投入": .cost, "效益": .benefit, "效果": .benefit, "满意度": .satisfaction,
    "服务对象满意度": .satisfaction, "社会公众或服务对象满意度": .satisfaction, "受益对象满意度": .satisfaction,
    "社会满意度": .satisfaction, "公众满意度": .satisfaction, "群众满意度": .satisfaction,
  ]

  static let categories: [String: IndicatorCategory] = [
    "数量": .quantity, "质量": .quality, "时效": .timeliness, "进度": .timeliness, "时间": .timeliness, "成本": .cost,
    "经济成本": .economicCost, "社会成本": .socialCost, "生态环境成本": .ecologicalCost, "生态成本": .ecologicalCost,
    "环境成本": .ecologicalCost, "经济效益": .economicBenefit, "经济": .economicBenefit,
    "社会效益": .socialBenefit, "社会": .socialBenefit,
    "生态效益": .ecologicalBenefit, "生态": .ecologicalBenefit, "环境效益": .ecologicalBenefit,
    "生态环境效益": .ecologicalBenefit,
    "可持续影响": .sustainability, "可持续发展": .sustainability, "可持续": .sustainability,
    "可持续性": .sustainability, "持续影响": .sustainability, "可持续影响力": .sustainability,
    "满意度": .satisfaction, "服务对象满意度": .satisfaction, "社会公众或服务对象满意度": .satisfaction,
    "受益对象满意度": .satisfaction, "社会公众满意度": .satisfaction, "服务对象": .satisfaction,
    "公众满意度": .satisfaction, "群众满意度": .satisfaction,
    "效益": .benefit, "效果": .benefit, "实施效益": .benefit,
  ]
}
