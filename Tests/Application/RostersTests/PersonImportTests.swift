// Tables of people: who would be added, which roles are proposed, and everything that can be wrong.
import Organisations
import Quantities
import Rosters
import Tables
import Testing

struct PersonImportTests {
  private static func plan(
    _ text: String, people: [Person] = [], assignments: [Assignment] = []
  ) throws -> PersonPlan {
    try RosterSamples().personImport(people: people, assignments: assignments).plan(separated(text))
  }

  private static func roles(_ drafts: [RoleDraft]) throws -> [String] {
    let samples = try RosterSamples()
    return drafts.map { draft in
      let place = samples.organisations.first { $0.id == draft.organisation }
      return "\(draft.role)@\(place?.path.code.digits ?? "?")"
    }
  }

  private static func since2025() throws -> DaySpan {
    let first = try #require(Day("2025-01-01"))
    return try #require(DaySpan(first: first))
  }

  private static func person(
    _ number: Int64, _ name: String, _ account: String, at code: String
  ) throws -> Person {
    Person(
      id: try #require(PersonID(number)), name: name, account: try #require(AccountName(account)),
      organisation: try RosterSamples().organisation(code).id,
      days: try since2025())
  }

  private static func assignment(_ number: Int64, _ person: Int64, _ role: Role, at code: String) throws
    -> Assignment
  {
    Assignment(
      id: try #require(AssignmentID(number)), person: try #require(PersonID(person)), role: role,
      organisation: try RosterSamples().organisation(code).id,
      days: try since2025())
  }

  @Test func `people are added with the roles that are proposed for them`() throws {
    let plan = try Self.plan(
      """
      姓名,账号,单位编码,角色,负责范围编码,启用日期,停用日期
      陈一,Chen.Yi,713001,经办,,2026-01-01,
      李二,li.er,713001,经办、部门审核,,,2026年12月31日
      王三,13800001111,105001,财政审核,,2026/3/5,
      赵四,zhao.si,105,财政审核,713,,
      孙五,sun.wu,714,只读,,,
      周六,zhou.liu,105,领导,,,
      吴七,wu.qi,713,系统管理员,,,
      """)
    #expect(plan.additions.map(\.account.text).first == "chen.yi")
    #expect(
      try plan.additions.map { try Self.roles($0.roles) } == [
        ["clerk@713001"], ["clerk@713001", "departmentReviewer@713"], ["financeReviewer@"],
        ["financeReviewer@713"], ["reader@714"], ["reader@"], ["systemAdministrator@"],
      ])
    #expect(
      plan.additions.map(\.days.description).prefix(3) == [
        "2026-01-01–", "2026-03-01–2026-12-31", "2026-03-05–",
      ])
    #expect(plan.summary == "将新增 7 人，修改 0 人，0 人没有变化。另有 8 项角色等待安全管理员授予。")
  }

  @Test func `several rows of one account add roles`() throws {
    let plan = try Self.plan(
      "姓名,账号,单位编码,角色,负责范围\n赵四,zs,105,财政审核,713\n钱一,qy,713,经办,\n赵四,zs,105,财政审核,文化站\n"
        .replacing("文化站", with: "云梯镇文化站"))
    #expect(plan.additions.map(\.account.text) == ["zs", "qy"])
    #expect(try Self.roles(plan.additions[0].roles) == ["financeReviewer@713", "financeReviewer@714"])
  }

  @Test func `the organisation may be told by its name`() throws {
    let samples = try RosterSamples()
    for name in ["路灯管理所", "建设办", "云梯镇城乡建设办公室"] {
      let plan = try Self.plan("姓名,登录名,所在单位\n陈一,cy,\(name)\n")
      #expect(samples.organisations.contains { $0.id == plan.additions[0].organisation })
    }
  }

  @Test func `who is there is known again, and only further roles are proposed`() throws {
    let people = [
      try Self.person(1, "陈一", "chen.yi", at: "713001"), try Self.person(2, "李二", "li.er", at: "713"),
    ]
    let held = [try Self.assignment(1, 1, .clerk, at: "713001")]
    let plan = try Self.plan(
      "姓名,账号,单位编码,角色\n陈一,chen.yi,713001,经办\n李二,LI.ER,714,部门审核\n", people: people, assignments: held)
    #expect(plan.additions.isEmpty && plan.unchangedCount == 1)
    #expect(plan.changes.map(\.organisation) == [try RosterSamples().organisation("714").id])
    #expect(plan.changes.map(\.days) == [people[1].days])
    #expect(plan.proposals.count == 1)
    #expect(try Self.roles(plan.proposals[people[1].id] ?? []) == ["departmentReviewer@714"])
  }

  @Test(arguments: [
    ("甲,乙\n", ["0,0 noHeads"]), ("姓名,单位编码\n陈一,713\n", ["0,0 noHeads"]), ("姓名,账号\n", ["0,0 noRows"]),
    ("姓名,账号,单位编码\n,cy,713\n", ["2,1 missing"]), ("姓名,账号,单位编码\n陈一,,713\n", ["2,2 missing"]),
    ("姓名,账号,单位编码\n陈一,cy,\n", ["2,3 missing"]), ("姓名,账号\n陈一,cy\n", ["2,0 missing"]),
    ("姓名,账号,单位编码\n=cmd(),cy,713\n", ["2,1 notText"]),
    ("姓名,账号,单位编码\n\(String(repeating: "陈", count: 51)),cy,713\n", ["2,1 tooLong"]),
    ("姓名,账号,单位编码\n陈一,陈一,713\n", ["2,2 notAccount"]), ("姓名,账号,单位编码\n陈一,c y,713\n", ["2,2 notAccount"]),
    ("姓名,账号,单位编码\n陈一,c,713\n", ["2,2 notAccount"]), ("姓名,账号,单位编码\n陈一,cy,999\n", ["2,3 unknownOrganisation"]),
    ("姓名,账号,单位编码\n陈一,cy,71\n", ["2,3 lostZeros"]), ("姓名,账号,单位\n陈一,cy,无此单位\n", ["2,3 unknownOrganisation"]),
    ("姓名,账号,单位\n陈一,cy,服务中心\n", ["2,3 ambiguousName"]),
    ("姓名,账号,单位编码,角色\n陈一,cy,713,皇帝\n", ["2,4 unknownRole"]),
    ("姓名,账号,单位编码,角色\n陈一,cy,713,经办、皇帝、填报人\n", ["2,4 duplicate", "2,4 unknownRole"]),
    ("姓名,账号,单位编码,角色,负责范围\n陈一,cy,713,经办,999\n", ["2,5 unknownOrganisation"]),
    ("姓名,账号,单位编码,启用日期\n陈一,cy,713,昨天\n", ["2,4 notDay"]),
    ("姓名,账号,单位编码,启用日期\n陈一,cy,713,2026-02-30\n", ["2,4 notDay"]),
    ("姓名,账号,单位编码,启用日期,停用日期\n陈一,cy,713,2026-03-02,2026-03-01\n", ["2,5 daysReversed"]),
    // Rows against one another.
    ("姓名,账号,单位编码\n陈一,cy,713\n陈二,cy,713\n", ["3,1 contradicts"]),
    ("姓名,账号,单位编码,角色\n陈一,cy,713,经办\n陈一,CY,714,经办\n", ["3,3 contradicts"]),
    ("姓名,账号,单位编码,启用日期,角色\n陈一,cy,713,2026-01-01,经办\n陈一,cy,713,2026-01-02,只读\n", ["3,4 contradicts"]),
    ("姓名,账号,单位编码\n陈一,cy,713\n陈一,cy,713\n", ["3,2 duplicate"]),
    ("姓名,账号,单位编码,角色\n陈一,cy,713,经办\n陈一,cy,713,经办\n", ["3,4 duplicate"]),
    // Roles that do not go together, or not there.
    ("姓名,账号,单位编码,角色\n陈一,cy,713,系统管理员、安全管理员\n", ["2,4 role"]),
    ("姓名,账号,单位编码,角色\n陈一,cy,713,经办\n陈一,cy,713,审计管理员\n", ["3,4 role"]),
    ("姓名,账号,单位编码,角色,负责范围\n陈一,cy,713,系统管理员,713\n", ["2,4 role"]),
    ("姓名,账号,单位编码,角色,负责范围\n陈一,cy,105,财政审核,713001\n", ["2,4 role"]),
    ("姓名,账号,单位编码,角色,负责范围\n陈一,cy,105,经办,998877103\n", ["2,4 role"]),
  ])
  func `what is wrong is told at its cell, and nothing is planned`(text: String, faults: [String]) throws {
    let error = try #require(try refusal { try Self.plan(text) }, "planned: \(text)")
    #expect(lines(error).sorted() == faults)
    #expect(error.faults.allSatisfy { !$0.sentence.isEmpty && $0.sentence.hasSuffix("。") })
  }

  @Test func `an account with a role in every row of a long table is refused`() throws {
    let units = (1...250).map { "\($0 / 100)\($0 / 10 % 10)\($0 % 10)" }
    let samples = try RosterSamples()
    let table = "单位编码,单位名称\n" + units.map { "713\($0),所\($0)\n" }.joined()
    let plan = try samples.organisationImport().plan(separated(table))
    let organisations =
      try samples.organisations.filter { $0.path.code.digits.hasPrefix("7130") == false }
      + plan.additions.enumerated().map { index, draft in
        draft.organisation(try #require(OrganisationID(Int64(1000 + index))))
      } + plan.changes
    let importing = PersonImport(
      region: samples.region, today: samples.today, chart: try OrganisationChart(organisations), people: [],
      assignments: [])
    let rows = units.map { "陈一,cy,713001,只读,713\($0)\n" }.joined()
    let error = try refusal { try importing.plan(separated("姓名,账号,单位编码,角色,负责范围\n" + rows)) }
    #expect(error?.count == 50 && error?.faults.first?.problem == .tooManyRoles(max: 200))
  }

  @Test func `a role that does not go with one held already is refused`() throws {
    let people = [try Self.person(1, "陈一", "chen.yi", at: "713001")]
    let held = [try Self.assignment(1, 1, .clerk, at: "713001")]
    #expect(throws: RosterRefusal.self) {
      try Self.plan("姓名,账号,单位编码,角色\n陈一,chen.yi,713001,安全管理员\n", people: people, assignments: held)
    }
  }
}
