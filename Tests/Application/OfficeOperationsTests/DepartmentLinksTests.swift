// What of a department's form serves what: said by the clerk, seen by the reviewer, kept with each version.
import FormDrafts
import Model
import Organisations
import Quantities
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct DepartmentLinksTests {
  /// A department's target with two tasks of 4 and 2 万元, and a project of 4 万元 beside it.
  private struct Department {
    let desk: DraftDesk
    let project: ProjectID
    let form: FormID

    init(on engine: Engine = .memory) async throws {
      desk = try await DraftDesk(on: engine)
      project = try await desk.oldProject()
      _ = try await desk.begin(.record(.projectTarget(FormDesk.sound)), of: project)
      form = try await desk.begin(.record(.departmentTarget(Self.target)), kind: .departmentTarget, of: nil)
    }

    static var target: DepartmentTarget {
      var target = DepartmentTarget()
      target.budget.basic = Money(fen: 2_000_000)
      target.budget.project = Money(fen: 4_000_000)
      target.budget.fiscal = Money(fen: 6_000_000)
      target.budget.other = .zero
      target.goals.annual = "清淤 20 公里沟渠，巡查 12 次，满意度不低于 90%。"
      target.tasks = [
        DepartmentTask(name: "沟渠清淤", content: "清淤", funds: Money(fen: 4_000_000), expected: "畅通"),
        DepartmentTask(name: "日常巡查", content: "巡查", funds: Money(fen: 2_000_000), expected: "安全"),
      ]
      target.indicators = FormDesk.sound.indicators
      return target
    }

    func links(_ person: SignedIn? = nil) async throws -> DepartmentLinks {
      try #require(try await desk.open(form, by: person).links)
    }

    func link(_ path: String, to task: String) async throws {
      try await desk.saved([.set(path: path, typed: task)], in: form)
    }

    var ofProject: String { LinkedList.path(project: project.rawValue) }

    func linkAll() async throws {
      try await link(ofProject, to: "k1")
      for (place, key) in try await desk.open(form).draft.keys(of: .indicators).enumerated() {
        try await link(LinkedList.indicators.path(key), to: place == 0 ? "k2" : "k1")
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `the unit's projects of the year are offered, and what serves nothing is said`(engine: Engine)
    async throws
  {
    let department = try await Department(on: engine)
    var links = try await department.links()
    #expect(links.entries(of: .projects).map(\.name) == ["沟渠清淤"])
    #expect(links.entries(of: .projects).map(\.money) == [Money(fen: 4_000_000)])
    #expect(links.entries(of: .tasks) == [])
    #expect(
      links.remarks == [
        "2 项任务还没有指标：沟渠清淤、日常巡查。",
        "\(FormDesk.sound.indicators.count) 个指标还没有说明衡量哪项任务："
          + FormDesk.sound.indicators.prefix(5).map { $0.name ?? "" }.joined(separator: "、")
          + (FormDesk.sound.indicators.count > 5 ? "等。" : "。"),
        "1 个项目还没有说明属于哪项任务：沟渠清淤。",
      ])
    #expect(links.balance == "2 项任务合计 6 万元，本单位本年 1 个项目预算合计 4 万元。")
    try await department.linkAll()
    links = try await department.links()
    #expect(links.remarks == [])
    #expect(links.entries(of: .projects).map(\.target?.text) == ["k1"])
  }

  @Test func `a task's funds are held against the budgets of its projects`() async throws {
    let department = try await Department()
    try await department.linkAll()
    try await department.desk.saved([.set(path: "tasks/k1/funds", typed: "30000")], in: department.form)
    #expect(
      try await department.links().remarks == ["任务“沟渠清淤”填 3 万元，它的 1 个项目预算合计 4 万元，项目多 1 万元。"])
    try await department.desk.saved([.set(path: "tasks/k1/funds", typed: "")], in: department.form)
    #expect(try await department.links().remarks == ["任务“沟渠清淤”没有填金额，它的 1 个项目预算合计 4 万元。"])
    let unit = department.desk.desk.unit
    let other = try await AddProject(
      organisation: unit, typed: TypedProject(name: "水闸维修", firstYear: "2026")
    ).run(in: department.desk.office, by: department.desk.clerk)
    try await department.link(LinkedList.path(project: other.rawValue), to: "k1")
    #expect(
      try await department.links().remarks == ["任务“沟渠清淤”的 1 个项目还没有填预算，无法核对金额：水闸维修。"])
    #expect(try await department.links().balance == nil)
  }

  @Test func `nobody links a project of another unit, of another year, or none`() async throws {
    let department = try await Department()
    let desk = department.desk
    let past = try await AddProject(
      organisation: desk.desk.unit, typed: TypedProject(name: "旧项目", firstYear: "2025", lastYear: "2025")
    ).run(in: desk.office, by: desk.clerk)
    for number in [past.rawValue, 999_999] {
      let path = LinkedList.path(project: number)
      let told = await faults { try await department.link(path, to: "k1") }
      #expect(told == [path])
    }
    #expect(
      await faults { try await department.link(department.ofProject, to: "k9") } == [department.ofProject])
  }

  @Test(arguments: Engine.allCases)
  func `two who link one project to different tasks meet, and nothing is overwritten`(engine: Engine)
    async throws
  {
    let department = try await Department(on: engine)
    let desk = department.desk
    let revision = try await desk.open(department.form).revision
    try await department.link(department.ofProject, to: "k1")
    let conflict = try await desk.conflict(
      [.set(path: department.ofProject, typed: "k2")], in: department.form, onto: revision, by: desk.other)
    #expect(conflict.fields.map(\.path) == [department.ofProject])
    #expect(conflict.fields.map(\.theirs) == ["k1"])
  }

  @Test(arguments: Engine.allCases)
  func `each version keeps its links, and a returned form still has them`(engine: Engine) async throws {
    let department = try await Department(on: engine)
    let desk = department.desk.desk
    try await department.linkAll()
    let said = try await department.desk.open(department.form).draft.links
    try await desk.take(.submission(route: .viaDepartment), on: department.form, by: desk.clerk)
    #expect(try await department.links(desk.department).remarks == [])
    try await desk.take(.opening, on: department.form, by: desk.department)
    try await desk.take(FormDesk.objecting, on: department.form, by: desk.department)
    try await department.link(department.ofProject, to: "k2")
    // what was submitted stays as it was, for the reviewer who waits for the next version
    let seen = try await department.desk.open(department.form, by: desk.department)
    #expect(seen.draft.links == said)
    #expect(seen.links?.entries(of: .projects).map(\.target?.text) == ["k1"])
    #expect(try await department.links().entries(of: .projects).map(\.target?.text) == ["k2"])
    // approved with an opinion, which makes a version of its own
    try await desk.take(.submission(route: .viaDepartment), on: department.form, by: desk.clerk)
    try await desk.take(.opening, on: department.form, by: desk.department)
    try await desk.take(.forwarding(note: nil), on: department.form, by: desk.department)
    try await desk.take(.opening, on: department.form, by: desk.finance)
    try await desk.take(.approval(opinion: "同意", number: nil), on: department.form, by: desk.finance)
    let inForce = try await department.desk.open(department.form, by: desk.reader)
    #expect(inForce.draft.links.projects == [department.project.rawValue: 1])
    #expect(inForce.links == nil)
  }
}
