// The same form under the rule sets of different regions and years.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@Suite struct RuleSetReviewTests {
  /// A form, a rule, and what a set makes of it: a part of the sentence, or nil where the rule is silent.
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let ruleSet: String
    let form: String
    let says: String?

    var testDescription: String { "\(code) under \(ruleSet): \(says ?? "silent")" }
  }

  private static let eighty = """
    表 自评
    产出指标/数量指标 | 清运垃圾 | ≥800吨 | weight=40
    效益指标/社会效益指标 | 村容整洁达标率 | ≥95% | weight=40
    """
  private static let ninety = eighty.replacing("95% | weight=40", with: "95% | weight=50")
  private static let partly = """
    表 自评
    效益指标/社会效益指标 | 村民环保意识 | 提高 | weight=20 | actual=部分达成预期指标并具有一定效果 | score=11
    """
  private static let overrun = """
    表 自评
    产出指标/成本指标 | 每公里养护成本 | ≤5000元/公里 | weight=10 | actual=6000元/公里 | score=9
    """
  private static func monitored(_ executed: Int) -> String {
    """
    表 监控
    资金 年度资金总额 | 100000 | | \(executed) | \(executed / 1000)
    产出指标/数量指标 | 家庭医生签约人数 | ≥2400人 | actual=1500人 | likelihood=确定能
    """
  }

  static let cases = [
    Case(code: "C12", ruleSet: "national", form: eighty, says: "另加预算执行 10 分"),
    Case(code: "C12", ruleSet: "hubei", form: eighty, says: nil),
    Case(code: "C12", ruleSet: "national", form: ninety, says: nil),
    Case(code: "C12", ruleSet: "hubei", form: ninety, says: "既不是 80 分（另加预算执行 20 分）"),
    Case(code: "E10", ruleSet: "national", form: partly, says: "60%—80%"),
    Case(code: "E10", ruleSet: "hubei", form: partly, says: nil),
    Case(code: "E07", ruleSet: "national", form: overrun, says: "应得 8 分"),
    Case(code: "E07", ruleSet: "hubei", form: overrun, says: "应得 8.33 分"),
    Case(code: "E13", ruleSet: "national", form: monitored(36_000), says: nil),
    Case(code: "E13", ruleSet: "sichuan", form: monitored(36_000), says: "应达到的 40%"),
    Case(code: "E13", ruleSet: "national", form: monitored(30_000), says: "时间进度"),
    Case(code: "E13", ruleSet: "sichuan", form: monitored(41_000), says: nil),
  ]

  @Test(arguments: cases)
  func `a rule reads its figures from the rule set`(given: Case) throws {
    let ruleSet = try #require(try RuleSetLibrary().load(given.ruleSet))
    let rule = try #require(RuleCatalogue.rule(given.code))
    let (form, unknown) = ExampleForm.read(given.form)
    #expect(unknown.isEmpty)
    let messages = rule.check(ReviewSubject(form: form, rules: ruleSet)).map(\.message)
    if let says = given.says {
      #expect(messages.contains { $0.contains(says) }, "\(messages)")
    } else {
      #expect(messages.isEmpty)
    }
  }

  @Test func `a severity is the set's, in the year of the form`() throws {
    let rule = try #require(RuleCatalogue.rule("M09"))
    let towns = try #require(try RuleSetLibrary().load("dongguan-towns-2024"))
    for (year, severity) in [(2023, Severity.warning), (2024, .info), (2026, .info)] {
      let form = ExampleForm.read("年度 \(year)\n" + rule.example).form
      let review = FormReview().run(ReviewSubject(form: form, rules: towns))
      #expect(review.findings.first { $0.rule == "M09" }?.severity == severity)
      let national = FormReview().run(ReviewSubject(form: form, rules: .national))
      #expect(national.findings.first { $0.rule == "M09" }?.severity == .warning)
    }
  }

  @Test func `a rule that is switched off is silent from that year on, and for the named kinds`() throws {
    let rule = try #require(RuleCatalogue.rule("M09"))
    let text = """
      [规则集]
      代号 = linxi
      名称 = 临溪县
      地区 = 临溪县
      年度 = 2024—
      表种 = 项目绩效目标表
      继承 = national
      依据 = 临财〔2024〕3号
      [规则]
      M09 = 停用 | 2025 | 本县另有规定
      """
    let ruleSet = try RuleSetLibrary().load(Array(text.utf8), file: "甲")
    func codes(_ head: String) -> [String] {
      let form = ExampleForm.read(head + rule.example).form
      return FormReview().run(ReviewSubject(form: form, rules: ruleSet)).findings.map(\.rule)
    }
    #expect(codes("年度 2024\n").contains("M09"))
    #expect(!codes("年度 2025\n").contains("M09"))
    #expect(codes("表 部门目标\n年度 2025\n").contains("M09"))
  }

  @Test func `the grades of the review sheet begin where the rule set says`() throws {
    let text = """
      [规则集]
      代号 = linxi
      名称 = 临溪县
      地区 = 临溪县
      年度 = 2024—
      表种 = 全部
      继承 = national
      依据 = 临财〔2024〕3号
      [参数]
      审核表优等下限 = 99 | 2024 | 本县从严
      审核表良等下限 = 98 | 2024 | 本县从严
      """
    let ruleSet = try RuleSetLibrary().load(Array(text.utf8), file: "甲").applying(in: 2026)
    let findings = [
      ReviewFinding(rule: "M05", severity: .warning, fields: ["indicators"], message: "…")
    ]
    let national = try #require(ReviewSheet(kind: .projectTarget, findings: findings, rules: .national))
    let local = try #require(ReviewSheet(kind: .projectTarget, findings: findings, rules: ruleSet))
    #expect(national.total == local.total && national.total.description == "97")
    #expect(national.grade == .excellent && local.grade == .medium)
    let sound = try #require(local.lines.first { $0.losses.isEmpty })
    #expect(sound.grade == .excellent)
  }

  @Test func `every rule that a parameter names exists, and every changed rule too`() throws {
    let codes = Set(RuleCatalogue.all.map(\.code))
    for parameter in RuleParameter.allCases {
      #expect(codes.isSuperset(of: parameter.description.rules), "\(parameter)")
    }
    for name in ShippedRuleSets.identifiers {
      #expect(try RuleSetLibrary(rules: codes).load(name) != nil)
    }
  }
}
