// Rules that hold goals against indicators, and forms against other forms.
import Model
import Review
import RuleSets
import Testing

@Suite struct GoalAndContextTests {
  private static let row = "产出指标/数量指标 | 培训人数 | ≥100人"

  @Test(arguments: [
    RuleCase.speaks("A08", "年度目标 培训 100 人，建成示范点不少于 3 个。\n\(row)"),
    .speaks("A08", "年度目标 培训 100 人，考核通过率达 95%。\n\(row)\n产出指标/质量指标 | 到课率 | ≥90%"),
    .speaks("A08", "年度目标 培训一百人次，铺设管道 3.2 公里。\n\(row)"),
    .silent("A08", "年度目标 培训 100 人。\n\(row)"),
    .silent("A08", "年度目标 1、培训 100 人。2、覆盖 32 个村。3、迎接第 15 届运动会。\n\(row)"),
    .silent("A08", "年度目标 投入 20 万元，在 2026 年 6 月前培训 100 人。\n\(row)"),
    .silent("A08", "年度目标 现有教师 320 名，今年培训其中 100 人。\n\(row)"),
    .silent("A08", "年度目标 培训村干部 60 人、网格员 40 人。\n\(row)"),
    .silent("A08", "年度目标 铺设管道 3.2 千米。\n产出指标/数量指标 | 管道长度 | ≥3200米"),
    .silent("A08", "年度目标 以“三八”“六一”为契机开展“四送”活动，发扬“十四五”精神。\n\(row)"),
    .silent("A08", "年度目标 培训 100 人。"),
    .speaks("A13", "年度 2026\n产出指标/时效指标 | 完成时间 | 2025年11月"),
    .silent("A13", "年度 2026\n产出指标/时效指标 | 完成时间 | 2026年11月"),
    .silent("A13", "年度 2026\n产出指标/时效指标 | 决算时间 | 2027年3月底前"),
    .silent("A13", "年度 2026\n起止 2026—2028\n产出指标/时效指标 | 完工时间 | 2028年10月"),
    .silent("A13", "产出指标/时效指标 | 完成时间 | 2025年11月"),
    .speaks("A14", "名称 中小学课后服务\n满意度指标/服务对象满意度指标 | 游客满意度 | ≥90%"),
    .silent("A14", "名称 中小学课后服务\n满意度指标/服务对象满意度指标 | 家长满意度 | ≥90%"),
    .silent("A14", "名称 道路养护\n满意度指标/服务对象满意度指标 | 企业满意度 | ≥90%"),
    .silent("A14", "名称 农村文化活动\n产出指标/数量指标 | 服务老年人人次 | ≥300人次\n满意度指标/服务对象满意度指标 | 老年人满意度 | ≥90%"),
    .silent("A15", "预算 8000000"), .silent("A15", "事前评估 无\n预算 80000"),
    .speaks("A16", "名称 河道清淤\n年度目标 举办广场舞比赛，丰富群众业余文化生活。\n产出指标/数量指标 | 比赛场次 | ≥3场"),
    .silent("A16", "名称 河道清淤\n年度目标 疏浚河道 12 公里，恢复行洪能力。"), .silent("A16", "名称 业务经费\n年度目标 保障机关正常运转，按时完成各项任务。"),
    .speaks("A17", "\(row) | weight=65\n效益指标/社会效益指标 | 知晓率 | ≥80% | weight=25"),
    .silent("A17", "\(row) | weight=60\n效益指标/社会效益指标 | 知晓率 | ≥80% | weight=30"),
    .silent("A17", "\(row) | weight=90"),
    .silent("A06", "上年 \(row) | actual=90人\n\(row)"),
    .speaks("A06", "上年 预算 10000\n上年 产出指标/数量指标 | 培训人数 | ≥120人\n预算 20000\n\(row)"),
    .silent("A06", "上年 预算 20000\n上年 产出指标/数量指标 | 培训人数 | ≥120人\n预算 10000\n\(row)"),
    .silent("A10", "同价 元/人 | 180 200 220\n产出指标/成本指标 | 人均培训成本 | ≤900元/人"),
    .silent("A10", "同价 元/户 | 1 1 1 1 1 1 1 1 1\n产出指标/成本指标 | 人均培训成本 | ≤900元/人"),
  ])
  func `a rule speaks where a reviewer would and is silent elsewhere`(ruleCase: RuleCase) throws {
    try ruleCase.check()
  }

  @Test func `the phrase of a promised number is told without the list's marks`() throws {
    let finding = try #require(
      RuleCase.speaks("A08", "年度目标 1. 培训 100 人；2. 建成示范点不少于 3 个。\n\(Self.row)").findings().first)
    #expect(finding.message.contains("“建成示范点不少于 3 个”"))
    #expect(!finding.message.contains("100"))
    #expect(finding.terms.map(\.unit) == ["个"])
  }

  // MARK: Neighbours

  private func form(_ name: String, department: String = "临溪县妇联", values: [String]) -> Form {
    let rows = values.enumerated().map { "产出指标/数量指标 | 活动\($0.offset)场次 | ≥\($0.element)场" }
    return ExampleForm.read("名称 \(name)\n主管部门 \(department)\n" + rows.joined(separator: "\n")).form
  }

  @Test func `projects of a department with the same table are found, others not`() {
    let same = ["5", "6", "7", "8"]
    let long = (1...14).map(String.init)
    var neighbours = FormNeighbours()
    let forms = [
      form("甲", values: same), form("乙", values: same.reversed().reversed()),
      form("丙", values: ["5", "6", "7", "9"]),
      form("丁", department: "临溪县残联", values: same), form("戊", values: long),
      form("己", values: long.dropLast() + ["99"]), form("庚", values: ["5", "6"]),
      form("辛", values: ["5", "6"]),
    ]
    for form in forms { neighbours.add(form) }
    #expect(neighbours.alike(forms[0]) == ["乙"])
    #expect(neighbours.alike(forms[2]).isEmpty)
    #expect(neighbours.alike(forms[3]).isEmpty)
    #expect(neighbours.alike(forms[4]) == ["己"])
    #expect(neighbours.alike(forms[6]).isEmpty)
  }
}
