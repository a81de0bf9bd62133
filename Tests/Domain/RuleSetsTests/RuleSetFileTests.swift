// What a sound file says is what the rule set has, over the years and over what it extends.
import Findings
import Model
import Quantities
import RuleSets
import Testing

@Suite struct RuleSetFileTests {
  @Test(arguments: [
    RuleSetProbe.head, "\u{FEFF}" + RuleSetProbe.head, RuleSetProbe.head.replacing("\n", with: "\r\n"),
    RuleSetProbe.head.replacing("\n", with: "\r"), RuleSetProbe.head.replacing(" = ", with: "＝"),
    RuleSetProbe.head.replacing("[规则集]", with: "【规则集】"),
    RuleSetProbe.head.replacing("[规则集]", with: "＃ 说明\n\n  ［ 规则集 ］  "),
    RuleSetProbe.head.replacing("2024—", with: "2024——"),
    RuleSetProbe.head.replacing("2024—", with: " ２０２４ 至 "),
    RuleSetProbe.head.replacing("全部", with: "项目绩效目标表、全部"),
  ])
  func `a file may be typed in many ways`(text: String) throws {
    let ruleSet = try RuleSetProbe.load(text)
    #expect(ruleSet.identifier == "linxi")
    #expect(ruleSet.head.region == "临溪县")
    #expect(ruleSet.head.firstYear == 2024 && ruleSet.head.lastYear == nil)
    #expect(ruleSet.head.kinds == Set(FormKind.allCases))
    #expect(ruleSet.extended?.identifier == "national")
    for parameter in RuleParameter.allCases {
      #expect(ruleSet[parameter] == RuleSet.national[parameter])
    }
  }

  @Test func `a history speaks by year, and before its first year as the set that it extends`() throws {
    let ruleSet = try RuleSetProbe.load(
      RuleSetProbe.head + "[参数]\n指标最多项数 = 12 | 2026 | 乙\n指标最多项数 ＝ １５ ｜ ２０２４ ｜ 甲\n")
    for (year, value) in [(1999, 20), (2023, 20), (2024, 15), (2025, 15), (2026, 12), (2099, 12)] {
      #expect(ruleSet.applying(in: year).whole(.indicatorsMax) == value)
    }
    #expect(ruleSet.whole(.indicatorsMax) == 12)
    let history = ruleSet.history(of: .indicatorsMax)
    #expect(history.map(\.fromYear) == [2015, 2024, 2026])
    #expect(history.map(\.ruleSet) == ["national", "linxi", "linxi"])
    #expect(ruleSet.applying(in: 2025).entry(of: .indicatorsMax)?.source == "甲")
  }

  @Test func `without a year, a set speaks as in its last one`() throws {
    let text = RuleSetProbe.head.replacing("2024—", with: "2024—2025")
    let ruleSet = try RuleSetProbe.load(
      text + "[参数]\n指标最多项数 = 15 | 2024 | 甲\n指标最多项数 = 12 | 2026 | 甲\n")
    #expect(ruleSet.whole(.indicatorsMax) == 15)
    #expect(ruleSet.applying(to: .projectTarget, in: nil).whole(.indicatorsMax) == 15)
    #expect(ruleSet.applying(to: .projectTarget, in: 2026).whole(.indicatorsMax) == 12)
  }

  @Test func `of kinds that it does not name, the set that it extends speaks`() throws {
    let text = RuleSetProbe.head.replacing("全部", with: "项目绩效自评表、项目绩效运行监控表")
    let ruleSet = try RuleSetProbe.load(text + "[参数]\n指标最多项数 = 15 | 2024 | 甲\n")
    #expect(ruleSet.applying(to: .projectSelfEvaluation, in: 2024).whole(.indicatorsMax) == 15)
    #expect(ruleSet.applying(to: .projectTarget, in: 2024).whole(.indicatorsMax) == 20)
    #expect(ruleSet.applying(to: .projectTarget, in: 2024).identifier == "national")
  }

  @Test func `rules change from a year on, with the reason`() throws {
    let ruleSet = try RuleSetProbe.load(
      RuleSetProbe.head + "[规则]\nM09 = 提示 | 2024 | 习惯\nM09 = 停用 | 2026 | 并入 A07\nA07 = 应退回 | 2025 | 严格\n")
    #expect(ruleSet.applying(in: 2023).severity(of: "M09") == nil)
    #expect(ruleSet.applying(in: 2024).severity(of: "M09") == .info)
    #expect(ruleSet.applying(in: 2024).severity(of: "A07") == nil)
    #expect(ruleSet.applying(in: 2025).severity(of: "A07") == .error)
    #expect(ruleSet.applying(in: 2026).severity(of: "M09") == nil)
    #expect(ruleSet.applying(in: 2026).switchedOff == ["M09": "并入 A07"])
    #expect(ruleSet.applying(in: 2026).changes.map(\.key) == ["A07", "M09"])
  }

  @Test func `own weights take the place of all others`() throws {
    let ruleSet = try RuleSetProbe.load(
      RuleSetProbe.head + "[分值]\n本县方案 = 预算执行率 10、产出指标 45.5、自行分配 44.5 | 2024 | 甲\n")
    #expect(ruleSet.weights.map(\.key) == ["本县方案"])
    let scheme = try #require(ruleSet.weights.first?.value)
    #expect(scheme.points(of: .output) == ExactDecimal("45.5"))
    #expect(scheme.points(of: .benefit) == nil)
    #expect(ruleSet.extended?.weights.count == 2)
  }

  @Test func `labels are added to a tree, and a tree of one's own is adopted`() throws {
    let added = try RuleSetProbe.load(RuleSetProbe.head + "[指标体系 tree-2021]\n产出指标/数量指标 = 工作量、任务量\n")
    #expect(added.applying(in: 2026).tree.category(of: "工作量指标（10分）") == .quantity)
    #expect(added.applying(in: 2026).tree.category(of: "数量指标") == .quantity)
    #expect(RuleSet.national.tree.category(of: "工作量指标") == nil)
    let own = try RuleSetProbe.load(
      RuleSetProbe.head
        + "[指标体系]\n采用 = linxi | 2025 | 甲\n[指标体系 linxi]\n产出指标 = 做了什么\n产出指标/质量指标 = 做得怎样\n")
    let tree = own.applying(in: 2025).tree
    #expect(tree.identifier == "linxi")
    #expect(tree.branch(of: "做了什么") == .output && tree.category(of: "做得怎样") == .quality)
    #expect(tree.holds(.quality, under: .output) && !tree.holds(.quantity, under: .output))
    #expect(tree.category(of: "数量指标") == .quantity, "labels of other trees are understood too")
    #expect(own.applying(in: 2024).tree.identifier == "tree-2015")
  }

  @Test func `a longer chain is followed to its end`() throws {
    func other(_ name: String, _ extends: String, _ most: Int) -> String {
      RuleSetProbe.head.replacing("代号 = linxi", with: "代号 = \(name)")
        .replacing("继承 = national", with: "继承 = \(extends)")
        + "[参数]\n指标最多项数 = \(most) | 2024 | 甲\n"
    }
    let ruleSet = try RuleSetProbe.load(
      RuleSetProbe.head.replacing("national", with: "b"),
      beside: ["b": other("b", "c", 15), "c": other("c", "national", 16)])
    #expect(ruleSet.whole(.indicatorsMax) == 15)
    #expect(ruleSet.extended?.extended?.whole(.indicatorsMax) == 16)
    #expect(ruleSet.history(of: .indicatorsMax).map(\.ruleSet) == ["national", "b"])
  }
}
