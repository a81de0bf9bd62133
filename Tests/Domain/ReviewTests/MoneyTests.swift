// Arithmetic of the money: products, totals, periods, plans, departments.
import Findings
import Model
import Quantities
import Review
import RuleSets
import Testing

@Suite struct MoneyTests {
  private func subject(_ form: String) -> ReviewSubject {
    ReviewSubject(form: ExampleForm.read(form).form, rules: .national)
  }

  private func speaks(_ code: String, _ form: String) throws -> Bool {
    !(try #require(RuleCatalogue.rule(code)).check(subject(form))).isEmpty
  }

  @Test(arguments: [
    ("预算 40000\n产出指标/数量指标 | 表彰户数 | ≥1560户\n产出指标/成本指标 | 表彰标准 | ≤200元/户", "312000"),
    ("预算 100000\n产出指标/数量指标 | 培训人数 | 300人\n产出指标/成本指标 | 人均培训费 | ≤500元", "150000"),
    ("预算 5000\n产出指标/数量指标 | 讲座场次 | ≥12场\n成本指标/经济成本指标 | 每场讲座费用 | 1000元", "12000"),
    ("预算 300000\n产出指标/成本指标 | 人员费用 | 3名助理100000元/年及1名社工120000元/年", "420000"),
    ("预算 10000\n产出指标/数量指标 | 购置电脑 | 5台\n产出指标/成本指标 | 电脑单价 | ≤0.5万元/台", "25000"),
  ])
  func `more than the budget is told with the sum`(form: String, total: String) throws {
    let subject = subject(form)
    let finding = try #require(RuleCatalogue.rule("A01")?.check(subject).first)
    let budget = try #require(subject.budget?.yuan)
    let sum = try #require(ExactDecimal(total))
    #expect(finding.stake?.yuan == sum.subtracting(budget))
    #expect(finding.terms.last?.number == budget)
  }

  @Test(
    arguments: [
      ("A01", "预算 40000\n产出指标/数量指标 | 表彰户数 | ≥1,560户\n产出指标/成本指标 | 表彰标准 | ≤200元/户", ["年度值改为 ≥200户"]),
      ("A01", "预算 5500\n产出指标/数量指标 | 讲座场次 | 12场\n成本指标/经济成本指标 | 每场讲座费用 | 1000元", ["年度值改为 5场"]),
      // No figure to exchange, or two that could be meant.
      ("A01", "预算 5000\n产出指标/数量指标 | 讲座场次 | 十二场\n成本指标/经济成本指标 | 每场讲座费用 | 1000元", []),
      ("A03", "起止 2023—2025\n产出指标/数量指标 | 活动场次 | 20场 | period=15场", ["年度值改为 5场", "周期值改为 60场"]),
      ("A03", "起止 2023—2024\n产出指标/数量指标 | 活动场次 | 20场 | period=15场", ["周期值改为 40场"]),
      ("A03", "起止 2023—2099\n产出指标/数量指标 | 活动场次 | 20场 | period=15场", []),
    ] as [(String, String, [String])])
  func `the figure that would fit is offered`(code: String, form: String, labels: [String]) throws {
    let subject = subject(form)
    let rule = try #require(RuleCatalogue.rule(code))
    let finding = try #require(rule.check(subject).first)
    let choices = finding.proposal?.choices ?? []
    #expect(choices.map(\.label) == labels)
    for choice in choices {
      let changed = ExampleForm.read(form).form.applying(choice.edits)
      #expect(rule.check(ReviewSubject(form: changed, rules: .national)).isEmpty, "\(choice.label)")
    }
  }

  @Test(arguments: [
    "预算 20000\n产出指标/数量指标 | 培训人数 | ≥100人\n产出指标/成本指标 | 人均培训成本 | ≤200元/次",
    "预算 60000\n产出指标/数量指标 | 活动次数 | ≥5次\n产出指标/成本指标 | 单次活动成本 | ≤1万元/次",
    "预算 10000\n产出指标/数量指标 | 慰问户数 | 10户\n产出指标/成本指标 | 慰问标准 | 1000元/户",
    "预算 775413\n产出指标/成本指标 | 社工标准 | 6名助理103157元/年及1名社工128458元/年",
  ])
  func `what fits the budget is told as a sum that holds`(form: String) throws {
    #expect(try !speaks("A01", form))
    #expect(FormReview().run(subject(form)).sums.count == 1)
  }

  @Test(arguments: [
    // A factor that nobody has printed.
    "预算 1000\n产出指标/数量指标 | 演出 | 3场\n产出指标/成本指标 | 演出补助 | 800元/队/场次",
    "预算 1000\n产出指标/数量指标 | 保洁员人数 | 20人\n产出指标/成本指标 | 保洁员工资 | 100元/人·日",
    // A total is no price.
    "预算 1000\n产出指标/数量指标 | 演出 | 3场\n产出指标/成本指标 | 演出总成本 | 1000元",
    // Two quantities and no word that tells which.
    "预算 1000\n产出指标/数量指标 | 甲组户数 | 30户\n产出指标/数量指标 | 乙组户数 | 40户\n产出指标/成本指标 | 补助 | 100元/户",
    // Another unit.
    "预算 1000\n产出指标/数量指标 | 受益人数 | 300人\n产出指标/成本指标 | 补助 | 100元/户",
    "产出指标/数量指标 | 户数 | 300户\n产出指标/成本指标 | 补助 | 100元/户",
  ])
  func `what cannot be computed is not judged`(form: String) throws {
    #expect(try !speaks("A01", form))
    #expect(FormReview().run(subject(form)).sums.isEmpty)
  }

  @Test func `the edge of the budget is exact`() throws {
    for count in 1...60 {
      for price in [1, 7, 50, 99, 100, 101] {
        let total = count * price
        let rows = "产出指标/数量指标 | 户数 | \(count)户\n产出指标/成本指标 | 标准 | \(price)元/户"
        for budget in [total - 1, total, total + 1] where budget > 0 {
          let isOver = total * 100 > budget * 101
          let found = RuleCatalogue.rule("A01")?.check(subject("预算 \(budget)\n" + rows)) ?? []
          #expect(found.contains { $0.stake != nil } == isOver)
          // Less than six tenths are explained: a hint, no error.
          let isLittle = total * 1000 < budget * 600
          #expect(found.contains { $0.severity == .info } == isLittle)
        }
      }
    }
  }

  @Test(arguments: [
    ("A02", "预算 9000\n产出指标/成本指标 | 项目总成本 | ≤1万元", true),
    ("A02", "预算 9000\n产出指标/成本指标 | 项目总成本 | ≤0.9万元", false),
    ("A02", "预算 9000\n产出指标/成本指标 | 每户补助 | ≤1万元", false),
    ("A02", "预算 9000\n效益指标/经济效益指标 | 带动消费 | ≥100万元", false),
    ("A03", "产出指标/数量指标 | 演出 | 20场 | period=15场", true),
    ("A03", "产出指标/数量指标 | 演出 | 20场 | period=20场", false),
    ("A03", "产出指标/数量指标 | 社工岗位 | 8人 | period=7人", false),
    ("A03", "产出指标/质量指标 | 合格率 | 98% | period=95%", false),
    ("A04", "起止 2024—2026\n产出指标/数量指标 | 演出 | ≥20场 | period=20场", true),
    ("A04", "起止 2024—2026\n产出指标/数量指标 | 在岗社工 | 7人 | period=7人", false),
    ("A04", "起止 2024—2024\n产出指标/数量指标 | 演出 | 20场 | period=20场", false),
    ("A07", "产出指标/质量指标 | 抽检合格率 | ≥60%", true), ("A07", "产出指标/质量指标 | 抽检合格率 | ≥95%", false),
    ("A07", "产出指标/质量指标 | 抽检不合格率 | ≤3%", false), ("A07", "满意度指标/满意度指标 | 群众满意度 | ≥70%", true),
    ("A11", "计划 3=30 6=20 12=100", true), ("A11", "计划 6=50 12=90", true), ("A11", "计划 6=50 12=120", true),
    ("A11", "计划 6=50 12=100", false), ("A11", "计划 12=100", false),
    ("A12", "表 部门目标\n基本支出 10\n项目支出 20\n财政拨款 25\n其他资金 0", true),
    ("A12", "表 部门目标\n基本支出 10\n项目支出 20\n财政拨款 25\n其他资金 5", false),
    ("A12", "表 部门目标\n基本支出 10\n项目支出 20\n财政拨款 25", false),
    ("A12", "表 部门目标\n基本支出 10\n项目支出 20\n任务 甲 | 乙 | 31 | 丙", true),
    ("A12", "表 部门目标\n基本支出 10\n项目支出 20\n任务 甲 | 乙 | 12 | 丙", false),
  ])
  func `a rule of the money speaks as a reviewer would`(code: String, form: String, isTold: Bool) throws {
    #expect(try speaks(code, form) == isTold)
  }
}
