// The kind of a form: told by its title where it says so, else by its columns and labels.
import Testing

@Suite struct FormKindTests {
  private let target = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 清淤长度 | ≥12公里"
  private let evaluation = "一级指标 | 三级指标 | 指标值 | 实际完成值\n产出指标 | 清淤长度 | ≥12公里 | 13公里"
  private let monitoring = "一级指标 | 三级指标 | 指标值 | 全年预计完成值\n产出指标 | 清淤长度 | ≥12公里 | 12公里"

  @Test(arguments: [
    ("项目支出绩效目标申报表", "project-target"), ("项目支出绩效目标批复表", "project-target"),
    ("项目支出绩效自评表", "project-self-evaluation"),
    ("项目绩效评价表", "project-self-evaluation"), ("项目支出绩效运行监控表", "project-monitoring"),
    ("项目绩效目标跟踪表", "project-monitoring"),
    ("项目支出绩效目标完成情况表", "project-self-evaluation"), ("部门整体支出绩效目标表", "department-target"),
    ("部门（单位）整体支出绩效目标申报表", "department-target"), ("部门整体支出绩效自评表", "department-self-evaluation"),
    ("2024年度项目支出绩效自评表（运行监控）", "project-self-evaluation"),
  ])
  func `the title tells the kind`(title: String, kind: String) throws {
    let name = kind.hasPrefix("department") ? "部门名称 | 临溪县水务局" : "项目名称 | 河道清淤"
    #expect(try Reading("\(title)\n\(name) | < | <\n\(target)").field("kind") == kind)
  }

  @Test func `without a telling title the columns tell`() throws {
    let name = "项目名称 | 河道清淤 | < | <\n"
    #expect(try Reading(name + target).field("kind") == "project-target")
    #expect(try Reading(name + evaluation).field("kind") == "project-self-evaluation")
    #expect(try Reading(name + monitoring).field("kind") == "project-monitoring")
  }

  @Test func `without a telling title the labels tell`() throws {
    let department = "部门名称 | 临溪县水务局 | < | <\n财政供养人员数 | 46 | < | <\n"
    #expect(try Reading(department + target).field("kind") == "department-target")
    #expect(try Reading(department + evaluation).field("kind") == "department-self-evaluation")
  }

  @Test func `a forecast in a self-evaluation does not make it monitoring`() throws {
    let reading = try Reading("项目支出绩效自评表\n项目名称 | 河道清淤 | < | <\n" + monitoring)
    #expect(reading.field("kind") == "project-self-evaluation")
  }

  @Test func `a project in a department's words is a project's form`() throws {
    let reading = try Reading("项目整体绩效目标表\n项目名称 | 河道清淤 | < | <\n" + target)
    #expect(reading.field("kind") == "project-target")
  }
}
