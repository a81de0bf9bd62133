// E01: full marks everywhere.
import Findings
import Model
import Quantities

extension Rule {
  static let e01 = Rule(
    code: "E01", title: "各项满分",
    why: "每一项都满分，看不出问题，也看不出是怎么打的分。", advice: "逐项对照依据核分，偏差和问题如实写明。",
    severity: .warning, source: "财预〔2020〕10号", dimension: .selfEvaluation, kinds: .selfEvaluations,
    example: """
      表 自评
      资金 年度资金总额 | 50000 | 50000 | 50000 | 100 | 10 | 10
      总分 100
      产出指标/数量指标 | 放映场次 | ≥24场 | weight=50 | actual=24场 | score=50
      效益指标/社会效益指标 | 受益村覆盖率 | ≥95% | weight=30 | actual=95% | score=30
      满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | weight=10 | actual=91% | score=10
      """,
    counterExample: """
      表 自评
      资金 年度资金总额 | 50000 | 50000 | 48000 | 96 | 10 | 9.6
      总分 97.6
      产出指标/数量指标 | 放映场次 | ≥24场 | weight=50 | actual=23场 | score=48 | deviation=一场因暴雨取消
      效益指标/社会效益指标 | 受益村覆盖率 | ≥95% | weight=30 | actual=95% | score=30
      满意度指标/服务对象满意度指标 | 村民满意度 | ≥90% | weight=10 | actual=91% | score=10
      """
  ) { subject in
    let total = subject.outcome?.totalScore.flatMap { PrintedNumber.read($0) }
    let isHundred = total == .hundred
    guard isHundred || FullMarks.areEverywhere(in: subject) else { return [] }
    // Where the points do not add up, C12 says both in one sentence.
    if WeightSheet(subject).wrongSum != nil { return [] }
    let count = subject.rows.count { RowPoints($0) != nil }
    let state =
      isHundred ? "总分 100 分\(count > 1 ? "，\(count) 项指标没有一项扣分" : "")" : "\(count) 项指标全部满分"
    return [
      ReviewFinding(
        rule: "E01", fields: [isHundred ? "totalScore" : "indicators"],
        message: "\(state)。请逐项对照依据核对得分，有偏差、有问题的如实写明。")
    ]
  }
}
