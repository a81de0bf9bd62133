// The usual labels of the official trees.
import RuleSets

enum PlacementWording {
  static func label(of category: IndicatorCategory) -> String {
    switch category {
    case .quantity: "数量指标"
    case .quality: "质量指标"
    case .timeliness: "时效指标"
    case .cost: "成本指标"
    case .economicCost: "经济成本指标"
    case .socialCost: "社会成本指标"
    case .ecologicalCost: "生态环境成本指标"
    case .economicBenefit: "经济效益指标"
    case .socialBenefit: "社会效益指标"
    case .ecologicalBenefit: "生态效益指标"
    case .sustainability: "可持续影响指标"
    case .satisfaction: "服务对象满意度指标"
    case .benefit: "效益指标"
    }
  }

  static func label(of branch: IndicatorBranch) -> String {
    switch branch {
    case .cost: "成本指标"
    case .output: "产出指标"
    case .benefit: "效益指标"
    case .satisfaction: "满意度指标"
    }
  }
}
