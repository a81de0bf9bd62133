// M24: income stands under cost.
import Findings
import IndicatorValues
import Model
import RuleSets

extension Rule {
  static let m24 = Rule(
    code: "M24", title: "把收入写成成本",
    why: "捐赠、资助是筹来的钱，不是花出去的钱。", advice: "移到效益指标，成本只写支出上限。",
    severity: .error, source: "实例", dimension: .relevance, kinds: .targets,
    example: "产出指标/成本指标 | 社会资助/捐赠款项 | ≥10000元",
    counterExample: """
      效益指标/经济效益指标 | 社会资助/捐赠款项 | ≥10000元
      产出指标/成本指标 | 困难学生资助标准 | ≤1000元/人
      """
  ) { subject in
    guard subject.names(anyOf: .income) else { return [] }
    return subject.rows.filter {
      $0.category?.isCost == true && $0.isNamed && Income.comesIn($0)
    }.map { row in
      ReviewFinding(
        rule: "M24", fields: [row.path(.name), row.path(row.targetField)],
        message: "“\(row.shortName) \(row.printedTarget)”是筹来的钱，不是花出去的钱。"
          + "建议移到社会效益，成本指标只写支出上限。",
        proposal: Placement.proposal(moving: row, to: .socialBenefit, in: subject))
    }
  }
}

private enum Income {
  /// True for money that comes in; what is paid for each, at most, or by its name as a cost, goes out.
  static func comesIn(_ row: ReviewRow) -> Bool {
    guard row.name.speaks(of: .income), !row.promisesShare, !row.name.ends(in: .unitPrice),
      !spent.contains(where: ends(row))
    else {
      return false
    }
    return row.measure?.per.isEmpty != false && row.measure?.comparator?.isUpperBound != true
  }

  private static func ends(_ row: ReviewRow) -> (String) -> Bool { { row.shortName.ends(with: $0) } }

  private static let spent = ["费", "费用", "成本", "支出", "经费"]
}
