// The words of the rule-set files: sections, keys of the head, kinds of forms, severities, parts of weights.
import Findings
package import Model

enum RuleSetWords {
  static let head = "规则集"
  static let trees = "指标体系"
  static let parameters = "参数"
  static let weights = "分值"
  static let rules = "规则"
  static let sections = [head, trees, parameters, weights, rules]

  static let identifier = "代号"
  static let title = "名称"
  static let region = "地区"
  static let years = "年度"
  static let kinds = "表种"
  static let extends = "继承"
  static let source = "依据"
  static let headKeys = [identifier, title, region, years, kinds, extends, source]

  /// The one key of the section of trees: which of them applies.
  static let applies = "采用"
  static let everyKind = "全部"
  static let switchedOff = "停用"

  static let severities: [(name: String, severity: Severity)] = [
    ("应退回", .error), ("应说明", .warning), ("提示", .info),
  ]

  static let weightParts: [(name: String, part: WeightPart)] = [
    ("预算执行率", .execution), ("成本指标", .cost), ("产出指标", .output), ("效益指标", .benefit),
    ("满意度指标", .satisfaction), ("自行分配", .free),
  ]
}

extension FormKind {
  /// What a rule-set file and the reference call the kind: 项目绩效目标表.
  package var officialName: String {
    switch self {
    case .projectTarget: "项目绩效目标表"
    case .departmentTarget: "部门整体绩效目标表"
    case .projectMonitoring: "项目绩效运行监控表"
    case .projectSelfEvaluation: "项目绩效自评表"
    case .departmentSelfEvaluation: "部门整体绩效自评表"
    }
  }
}

extension WeightPart {
  /// 产出指标
  package var name: String { RuleSetWords.weightParts.first { $0.part == self }?.name ?? rawValue }
}
