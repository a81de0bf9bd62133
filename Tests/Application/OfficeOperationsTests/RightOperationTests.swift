// Rights, deputies and accounts of others: what goes together, and what nobody does for himself.
import Accounts
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

@Suite struct RightOperationTests {
  @Test(arguments: [
    ("clerk", "", "", ["done"]), ("clerk", "2026-03-02", "2026-03-02", ["done"]),
    ("evaluator", "", "", ["role"]), ("system-administrator", "", "", ["role"]), ("king", "", "", ["role"]),
    ("", "", "", ["role"]), ("clerk", "2026-03-01", "", ["firstDay"]), ("clerk", "morgen", "", ["firstDay"]),
    ("clerk", "2026-04-02", "2026-04-01", ["lastDay"]), ("reader", "", "x", ["lastDay"]),
  ])
  func `what does not go together is refused with a sentence`(
    role: String, first: String, last: String, outcome: [String]
  ) async throws {
    let county = try await County()
    let person = try await county.person("zhou.min", at: county.unit)
    _ = try await GiveRight(person: person, role: "evaluator", organisation: county.unit).run(
      in: county.office, by: county.security)
    let form = GiveRight(
      person: person, role: role, organisation: county.unit, firstDay: first, lastDay: last)
    #expect(await faults { _ = try await form.run(in: county.office, by: county.security) } == outcome)
  }

  @Test func `an administrator holds nothing else, and nobody gives himself anything`() async throws {
    let county = try await County()
    let both = GiveRight(person: county.system.person.id, role: "clerk", organisation: county.department)
    #expect(await faults { _ = try await both.run(in: county.office, by: county.security) } == ["role"])
    let own = GiveRight(
      person: county.security.person.id, role: "finance-reviewer", organisation: county.root,
      firstDay: "2026-12-01")
    #expect(await faults { _ = try await own.run(in: county.office, by: county.security) } == ["person"])
    let line = try #require(
      try await ListRights(person: county.security.person.id).run(in: county.office, by: county.security)
        .first)
    let end = EndRight(
      person: county.security.person.id, assignment: line.assignment.value.id, revision: 1)
    #expect(await faults { try await end.run(in: county.office, by: county.security) } == ["person"])
  }

  @Test func `an end counts at once, is never in the past, and makes nothing longer`() async throws {
    let county = try await County()
    let id = try await county.person("zhou.min", at: county.unit)
    func give(_ role: String, _ first: String = "", _ last: String = "") async throws -> AssignmentID {
      try await GiveRight(
        person: id, role: role, organisation: county.unit, firstDay: first, lastDay: last
      ).run(in: county.office, by: county.security)
    }
    func end(_ right: AssignmentID, _ revision: Int64, _ last: String = "") async -> [String] {
      await faults {
        try await EndRight(person: id, assignment: right, revision: revision, lastDay: last).run(
          in: county.office, by: county.security)
      }
    }
    func roles() async throws -> [Role] {
      try await county.office.read { try $0.actor(of: id, on: county.office.today) }.holdings.map(\.role)
    }
    let clerk = try await give("clerk", "", "2026-06-30")
    let later = try await give("reader", "2026-05-01")
    let reviewer = try await give("department-reviewer")
    #expect(try await roles() == [.clerk, .departmentReviewer])
    #expect(await end(clerk, 1, "2026-03-01") == ["lastDay"])
    #expect(await end(clerk, 1, "2026-07-01") == ["lastDay"])
    #expect(await end(clerk, 1, "gleich") == ["lastDay"])
    #expect(await end(clerk, 7, "2026-03-31") == ["stale assignment"])
    #expect(await end(clerk, 1, "2026-03-31") == ["done"])
    // Given today, ended today: it counts no more.
    #expect(await end(reviewer, 1) == ["done"])
    #expect(try await roles() == [.clerk])
    #expect(await end(later, 1, "2026-04-30") == ["lastDay"])
    #expect(await end(later, 1) == ["done"])
    #expect(await end(later, 2) == ["lastDay"])
    #expect(await end(clerk, 2) == ["done"])
    #expect(try await roles().isEmpty)
    #expect(try await ListRights(person: id).run(in: county.office, by: county.audit).count == 3)
  }

  @Test func `a town's administrator does not take over who holds a part above the town`() async throws {
    let county = try await County()
    let person = try await county.person("zhou.min", at: county.unit)
    let walker = try await county.stored(try await county.person("walker", at: county.root)).value
    let local = try county.actor(walker, .securityAdministrator, at: "330122101/")
    func attempts() async -> [String] {
      await faults { _ = try await IssuePasswordLink(person: person).run(in: county.office, by: local) }
        + faults { try await ResetTimeCodes(person: person).run(in: county.office, by: local) }
        + faults { try await UnlockAccount(person: person).run(in: county.office, by: local) }
        + faults {
          _ = try await AppointDeputy(principal: person, account: "he.lan", lastDay: "2026-04-01").run(
            in: county.office, by: local)
        }
    }
    _ = try await county.person("he.lan", at: county.unit)
    #expect(await attempts() == ["done", "done", "done", "done"])
    let right = try await GiveRight(person: person, role: "finance-reviewer", organisation: county.root).run(
      in: county.office, by: county.security)
    #expect(await attempts() == ["elsewhere", "elsewhere", "elsewhere", "elsewhere"])
    try await EndRight(person: person, assignment: right, revision: 1).run(
      in: county.office, by: county.security)
    let chief = try await county.person("chief", at: county.root)
    _ = try await GiveRight(person: chief, role: "finance-reviewer", organisation: county.root).run(
      in: county.office, by: county.security)
    _ = try await AppointDeputy(principal: chief, account: "zhou.min", lastDay: "2026-04-01").run(
      in: county.office, by: county.security)
    #expect(await attempts() == ["elsewhere", "elsewhere", "elsewhere", "elsewhere"])
    let above = GiveRight(person: person, role: "clerk", organisation: county.farDepartment)
    #expect(
      await faults { _ = try await above.run(in: county.office, by: local) } == ["notFound organisation"])
  }

  @Test func `a deputy has the parts of the absent for so many days`() async throws {
    let county = try await County()
    let absent = try await county.stored(try await county.person("zhou.min", at: county.unit)).value
    let acting = try await county.person("he.lan", at: county.department)
    _ = try await county.person("li.far", at: county.farDepartment)
    _ = try await GiveRight(person: absent.id, role: "clerk", organisation: county.unit).run(
      in: county.office, by: county.security)
    let me = try county.actor(absent, .clerk, at: "330122101/713001")
    func appoint(_ account: String, _ first: String, _ last: String) async -> [String] {
      await faults {
        _ = try await AppointDeputy(account: account, firstDay: first, lastDay: last).run(
          in: county.office, by: me)
      }
    }
    for (account, first, last, outcome) in [
      ("zhou.min", "", "2026-03-09", "account"), ("nobody", "", "2026-03-09", "account"),
      ("li.far", "", "2026-03-09", "account"), ("xi.tong", "", "2026-03-09", "account"),
      ("he.lan", "", "", "lastDay"), ("he.lan", "", "2026-03-01", "lastDay"),
      ("he.lan", "2026-03-01", "2026-03-09", "firstDay"), ("he.lan", "", "2027-03-03", "lastDay"),
    ] {
      #expect(await appoint(account, first, last) == [outcome], "\(account) \(first) \(last)")
    }
    #expect(await appoint("He.Lan", "", "2026-03-09") == ["done"])
    #expect(await appoint("he.lan", "2026-03-05", "2026-03-20") == ["account"])
    func parts() async throws -> [Holding] {
      try await county.office.read { try $0.actor(of: acting, on: county.office.today) }.holdings
    }
    #expect(try await parts().map(\.onBehalfOf) == [absent.id])
    let line = try #require(try await ListDeputies().run(in: county.office, by: me).first)
    #expect(line.acting.id == acting)
    let id = line.deputy.value.id
    let stranger = try county.actor(try await county.stored(acting).value, .clerk, at: "330122101/713")
    #expect(
      await faults { try await EndDeputy(id: id, revision: 1).run(in: county.office, by: stranger) }
        == ["notFound deputy"])
    try await EndDeputy(id: id, revision: 1).run(in: county.office, by: me)
    #expect(try await parts().isEmpty)
    _ = try await county.person("chief", at: county.root)
    let ofAdministrator = AppointDeputy(account: "chief", lastDay: "2026-03-09")
    #expect(
      await faults { _ = try await ofAdministrator.run(in: county.office, by: county.system) }
        == ["principal"])
  }

  @Test func `a locked account is opened, and sessions are ended from outside`() async throws {
    let county = try await County()
    let audit = county.audit.person.id
    for _ in 0..<5 {
      await #expect(throws: OfficeRefusal.self) { try await county.town.signIn("shen.ji", "wrong") }
    }
    await #expect(throws: OfficeRefusal.self) { try await county.town.signIn("shen.ji") }
    let unlock = UnlockAccount(person: audit)
    #expect(try await unlock.lockedUntil(in: county.office, by: county.security) != nil)
    try await unlock.run(in: county.office, by: county.security)
    #expect(try await unlock.lockedUntil(in: county.office, by: county.security) == nil)
    let token = try await county.town.signIn("shen.ji")
    #expect(try await EndSessionsOf(person: audit).run(in: county.office, by: county.security) == 2)
    #expect(try await county.town.person(token) == nil)
  }
}
