// Printed labels find their place in the tree.
import RuleSets
import Testing

@Suite struct IndicatorTreeTests {
  private let tree = RuleSet.national.tree

  @Test(arguments: [
    ("数量指标", IndicatorCategory.quantity), ("数量指标（必填硬性指标）", .quantity), ("1.质量指标", .quality),
    ("成本指标(10分)", .cost), ("项目效益指标", .benefit), ("服务对象满意度指标", .satisfaction),
    ("经济成本指标", .economicCost), ("可持续影响指标", .sustainability),
  ])
  func `a printed level 2 finds its category`(label: String, category: IndicatorCategory) {
    #expect(tree.category(of: label) == category)
  }

  @Test(arguments: ["", "培训人数", "指标", "（分）", "产量"])
  func `a text that is no label finds none`(label: String) {
    #expect(tree.category(of: label) == nil)
  }
}
