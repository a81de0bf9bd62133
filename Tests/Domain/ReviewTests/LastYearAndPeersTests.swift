// Last year's forms are found by their project, and prices by what they are paid for.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@Suite struct LastYearAndPeersTests {
  private func target(
    _ name: String, unit: String = "青禾镇妇联", year: Int?, code: String? = nil, row: String = "活动场次 | ≥10场"
  ) -> Form {
    var form = ExampleForm.read("名称 \(name)\n产出指标/数量指标 | \(row)").form
    guard case .projectTarget(var target) = form else { return form }
    target.unit.name = unit
    target.fiscalYear = year
    target.project.code = code
    form = .projectTarget(target)
    return form
  }

  private func value(_ form: Form?) -> String? { form?.indicators.first?.annualValue }

  @Test func `a project is found by its code before its name`() {
    var last = LastYearForms()
    last.add(target("三八活动", year: 2025, code: "A1", row: "活动场次 | ≥1场"))
    last.add(target("巾帼活动", year: 2025, code: "A2", row: "活动场次 | ≥2场"))
    #expect(value(last.target(before: target("巾帼活动", year: 2026, code: "A1"))) == "≥1场")
    #expect(value(last.target(before: target("巾帼活动", year: 2026, code: "A9"))) == "≥2场")
    #expect(value(last.target(before: target("巾帼活动", year: 2026))) == "≥2场")
    #expect(last.outcome(before: target("巾帼活动", year: 2026)) == nil)
  }

  @Test(arguments: [
    ("2026年三八活动（一期）", "2025年三八活动(一期)", true), ("2026年度 三八活动", "三八活动", true),
    ("三八活动", "六一活动", false), ("三八活动2026年", "三八活动", true), ("8年规划", "规划", false),
  ])
  func `years, blanks and brackets in a name do not part two years of a project`(
    name: String, other: String, isSame: Bool
  ) {
    var last = LastYearForms()
    last.add(target(other, year: 2025))
    #expect((last.target(before: target(name, year: 2026)) != nil) == isSame)
  }

  @Test func `another unit's project of the same name is another project`() {
    var last = LastYearForms()
    last.add(target("三八活动", unit: "白石镇妇联", year: 2025))
    #expect(last.target(before: target("三八活动", year: 2026)) == nil)
  }

  @Test func `of several years the latest before the form's own is last year's`() {
    var last = LastYearForms()
    for (year, row) in [(2024, "活动场次 | ≥4场"), (2025, "活动场次 | ≥5场"), (2026, "活动场次 | ≥6场")] {
      last.add(target("三八活动", year: year, row: row))
    }
    #expect(value(last.target(before: target("三八活动", year: 2026))) == "≥5场")
    #expect(last.target(before: target("三八活动", year: 2024)) == nil)
    #expect(value(last.target(before: target("三八活动", year: nil))) == "≥6场")
  }

  @Test(arguments: [
    ("≥92%", "92.6%", false), ("≥90%", "95%", false), ("≥90%", "96%", true), ("≥100场", "104场", false),
    ("≥10场", "15场", true), ("≥16场", "15场", false),
  ])
  func `a target is low where it lies clearly below what was reached`(
    value: String, actual: String, speaks: Bool
  ) throws {
    let form = """
      上年 产出指标/数量指标 | 讲座 | \(value) | actual=\(actual)
      产出指标/数量指标 | 讲座 | \(value)
      """
    try (speaks ? RuleCase.speaks("A06", form) : .silent("A06", form)).check()
  }

  @Test func `several low targets are told in one sentence with both figures`() throws {
    let subject = ExampleForm.subject(
      """
      上年 产出指标/数量指标 | 讲座场次 | ≥12场 | actual=15场
      上年 产出指标/数量指标 | 培训人数 | ≥90人 | actual=120人
      产出指标/数量指标 | 讲座场次 | ≥10场
      产出指标/数量指标 | 培训人数 | ≥80人
      """, rules: .national)
    let found = FormReview().run(subject).findings.filter { $0.rule == "A06" }
    #expect(found.count == 1)
    #expect(found.first?.message.contains("“讲座场次 10场，上年 15场”“培训人数 80人，上年 120人”") == true)
  }

  // MARK: Peers

  private func priced(_ name: String, _ price: String) -> Form {
    ExampleForm.read("名称 甲\n产出指标/成本指标 | \(name) | \(price)").form
  }

  private func peers(_ prices: [Int], name: String = "人均培训成本") -> UnitCostPeers {
    var peers = UnitCostPeers()
    for price in prices { peers.add(priced(name, "≤\(price)元/人"), under: .national) }
    peers.sort()
    return peers
  }

  private func findings(_ form: Form, among peers: UnitCostPeers) -> [ReviewFinding] {
    var context = ReviewContext()
    context.peerUnitCosts = peers.others(than: form, under: .national)
    return FormReview().run(ReviewSubject(form: form, rules: .national, context: context)).findings
      .filter { $0.rule == "A10" }
  }

  @Test func `a price outside what eight others pay for the same is told, its own left out`() throws {
    let outlier = priced("培训单位成本", "≤2000元/人")
    let found = findings(outlier, among: peers([300, 320, 340, 350, 360, 380, 400, 420, 2000]))
    #expect(found.count == 1)
    #expect(found.first?.message.contains("同类 8 个项目") == true)
    for price in [290, 300, 360, 420, 480] {
      let near = peers([300, 320, 340, 350, 360, 380, 400, 420, price])
      #expect(findings(priced("人均培训成本", "≤\(price)元/人"), among: near).isEmpty)
    }
  }

  @Test func `seven others say nothing, nor do prices of other things or in other units`() {
    let outlier = priced("人均培训成本", "≤2000元/人")
    #expect(findings(outlier, among: peers([300, 320, 340, 350, 360, 380, 400, 2000])).isEmpty)
    #expect(findings(outlier, among: peers(Array(repeating: 300, count: 12), name: "人均体检成本")).isEmpty)
    #expect(findings(priced("人均培训成本", "≤2000元/户"), among: peers(Array(repeating: 300, count: 12))).isEmpty)
    #expect(
      findings(priced("人均成本", "≤2000元/人"), among: peers(Array(repeating: 300, count: 12), name: "人均成本"))
        .isEmpty)
  }
}
