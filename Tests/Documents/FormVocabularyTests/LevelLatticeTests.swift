// The lattice of indicator levels: which label stands where, and what may stand under what.
import Testing

@testable import FormVocabulary

@Suite struct LevelLatticeTests {
  @Test(
    arguments: [
      ("产出指标", 1, .output), ("产出指标（50分）", 1, .output), ("产出目标", 1, .output), ("产出", 1, .output),
      ("项目产出", 1, .output),
      ("效益指标(30分)", 1, .benefit), ("效果指标", 1, .benefit), ("满意度指标", 1, .satisfaction), ("成本指标", 1, .cost),
      ("数量指标", 2, .output),
      ("数量指标（必填硬性指标）", 2, .output), ("质量", 2, .output), ("时效指标：", 2, .output), ("产出成本指标", 2, .output),
      ("经济成本指标", 2, .cost),
      ("生态环境成本指标", 2, .cost), ("社会效益", 2, .benefit), ("可持续影响指标", 2, .benefit), ("经济指标", 2, .benefit),
      ("服务对象满意度指标", 2, .satisfaction),
      ("社会公众或服务对象满意度指标", 2, .satisfaction), ("过程", 1, .other), ("履职效能", 1, .other),
    ] as [(String, Int, LevelTerm.Branch)])
  func `a label stands in the lattice`(label: String, rank: Int, branch: LevelTerm.Branch) throws {
    let term = try #require(LevelTerm(label: LabelText.folded(label)))
    #expect(term.rank == rank)
    #expect(term.branch == branch)
  }

  @Test(arguments: [
    "", "指标", "三级指标", "经济", "社会", "可持续", "结果", "时间", "清淤长度", "产出指标完成情况良好", "满意", "数量指标培训人数≥200人", "绩效指标",
    "年度指标",
    "群众对河道环境和沿岸道路照明设施的满意度",
  ])
  func `names, values and everyday words do not`(text: String) {
    #expect(LevelTerm(label: LabelText.folded(text)) == nil)
  }

  @Test(arguments: [
    ("数量指标", "产出指标", true), ("经济成本指标", "成本指标", true), ("社会效益指标", "效益指标", true), ("服务对象满意度指标", "满意度指标", true),
    ("成本指标", "产出指标", true), ("服务对象满意度指标", "效益指标", true), ("满意度指标", "满意度指标", true), ("数量指标", "过程", true),
    ("数量指标", "效益指标", false), ("社会效益指标", "产出指标", false), ("经济成本指标", "满意度指标", false), ("数量指标", "质量指标", false),
    ("服务对象满意度指标", "产出指标", false), ("成本指标", "满意度指标", false),
  ])
  func `a label fits under its own branch`(label: String, parent: String, fits: Bool) throws {
    let one = try #require(LevelTerm(label: parent))
    let two = try #require(LevelTerm(label: label))
    #expect(two.fits(under: one) == fits)
  }

  @Test(arguments: [
    ("数量指标", "产出指标", true), ("成本指标", "产出指标", true), ("满意度指标", "满意度指标", true), ("效益指标", "产出指标", false),
    ("质量指标", "数量指标", false),
    ("产出指标", "数量指标", false), ("成本指标", "成本指标", false),
  ])
  func `in a row level 2 follows level 1`(label: String, before: String, follows: Bool) throws {
    let one = try #require(LevelTerm(label: before))
    let two = try #require(LevelTerm(label: label))
    #expect(two.mayFollow(one) == follows)
  }

  @Test func `level 2 never holds another label`() throws {
    let labels = ["产出指标", "成本指标", "数量指标", "时效指标", "社会效益指标", "服务对象满意度指标", "经济成本指标"]
    let terms = try labels.map { try #require(LevelTerm(label: $0)) }
    for parent in terms where parent.rank == 2 {
      for term in terms {
        #expect(!term.fits(under: parent))
        #expect(!term.mayFollow(parent))
      }
    }
  }
}
