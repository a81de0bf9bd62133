// C13: the years of a project cannot be, or are longer than its work.
import Findings
import Model
import Quantities
import RuleSets

extension Rule {
  static let c13 = Rule(
    code: "C13", title: "实施年度有疑问",
    why: "起止年度决定周期目标写多久，也决定以后每年要不要安排钱。", advice: "按批准的实施期填写；长期开展的填 2099。",
    severity: .info, source: "实例", dimension: .completeness, kinds: [.projectTarget],
    example: """
      名称 镇史编纂
      起止 2024—2023
      """,
    counterExample: """
      名称 老年食堂运营补助
      起止 2024—2099
      """
  ) { subject in
    guard let project = subject.projectTarget?.project, let start = project.startYear,
      let end = project.endYear
    else { return [] }
    let fields = ["project/endYear", "project/startYear"]
    if end < start {
      return [
        ReviewFinding(
          rule: "C13", severity: .error, fields: fields,
          message: "到期年度 \(end) 早于起始年度 \(start)。请核对两个年度。")
      ]
    }
    if subject.isOpenEnded {
      let isWork = subject.name.speaks(of: .building) && subject.name.speaks(of: .structure)
      guard subject.name.speaks(of: .oneOff) || isWork, !subject.name.speaks(of: .standing) else { return [] }
      return [
        ReviewFinding(
          rule: "C13", severity: .warning, fields: fields,
          message: "“\(subject.name.text)”看来是做完就结束的事，到期年度填了 2099。请核对，建议填预计完成的年度。")
      ]
    }
    let longest = subject.rules.whole(.periodYearsMax)
    guard let years = subject.periodYears, years > longest, years < 200 else { return [] }
    return [
      ReviewFinding(
        rule: "C13", fields: fields,
        message: "起止 \(start)—\(end) 年共 \(years) 年，长于 \(longest) 年。请核对到期年度；长期开展的项目填 2099。",
        terms: [ReviewTerm(field: "project/endYear", label: "实施年数", number: ExactDecimal(years), unit: "年")])
    ]
  }
}
