// People: who is added, changed and imported, and what a change must not do.
import Accounts
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Rosters
import Testing

@testable import OfficeOperations

@Suite struct PersonOperationTests {
  @Test func `a system administrator adds people and gets no link for them`() async throws {
    let county = try await County()
    let form = AddPerson(name: "周敏", account: "Zhou.Min", organisation: county.unit)
    let added = try await form.run(in: county.office, by: county.system)
    #expect(added.link == nil)
    let stored = try await ReadPerson(id: added.id).run(in: county.office, by: county.audit)
    #expect(stored.value.account.text == "zhou.min" && stored.value.organisation == county.unit)
    #expect(await faults { _ = try await form.run(in: county.office, by: county.system) } == ["account"])
    // Nobody has both parts; the operation asks the table all the same.
    let root = try #require(OrganisationPath("330122/"))
    let both = SignedIn(
      person: county.system.person,
      actor: Actor(
        person: county.system.person.id,
        holdings: [
          Holding(role: .systemAdministrator, place: root),
          Holding(role: .securityAdministrator, place: root),
        ]), session: .zero, mustChangePassword: false)
    let linked = try await AddPerson(name: "何岚", account: "he.lan", organisation: county.unit).run(
      in: county.office, by: both)
    let link = try #require(linked.link)
    try await UsePasswordLink(person: linked.id, token: link.token.text, wanted: "Bob-and-line.47").run(
      in: county.office)
    _ = try await county.town.signIn("he.lan", "Bob-and-line.47")
  }

  @Test(arguments: [
    ("", "a.b", "", "", ["name"]), ("@cmd", "a.b", "", "", ["name"]), ("周敏", "周敏", "", "", ["account"]),
    ("周敏", "xi.tong", "", "", ["account"]), ("周敏", "a.b", "昨天", "", ["firstDay"]),
    ("周敏", "a.b", "2026-05-01", "2026-04-30", ["lastDay"]),
    ("", "", "x", "y", ["name", "account", "lastDay", "firstDay"]),
    ("周敏", "13800000000", "2026年4月1日", "2026-12-31", ["done"]), (" 周敏 ", "a.b", "", "2025-12-31", ["done"]),
  ])
  func `what is typed wrong is told at its field`(
    name: String, account: String, first: String, last: String, outcome: [String]
  ) async throws {
    let county = try await County()
    let form = AddPerson(
      name: name, account: account, organisation: county.unit, firstDay: first, lastDay: last)
    #expect(await faults { _ = try await form.run(in: county.office, by: county.system) } == outcome)
  }

  @Test func `an administrator of a town sees and moves the people of the town alone`() async throws {
    let county = try await County()
    let near = try await county.person("zhou.min", at: county.unit)
    _ = try await county.person("he.lan", at: county.farDepartment)
    let walker = try await county.stored(try await county.person("walker", at: county.root)).value
    let local = try county.actor(walker, .systemAdministrator, at: "330122101/")
    let people = try await ListPeople().run(in: county.office, by: local)
    #expect(people.map(\.value.account.text) == ["zhou.min"])
    #expect(try await ListPeople().run(in: county.office, by: county.audit).count == 6)
    let move = ChangePerson(
      id: near, revision: 1, name: "周敏", organisation: county.farDepartment, lastDay: "")
    #expect(await faults { try await move.run(in: county.office, by: local) } == ["notFound organisation"])
    try await move.run(in: county.office, by: county.system)
    #expect(try await ListPeople().run(in: county.office, by: local).isEmpty)
  }

  @Test func `who comes back has no rights until they are given anew`() async throws {
    let county = try await County()
    let id = try await county.person("zhou.min", at: county.unit)
    let right = try await GiveRight(person: id, role: "clerk", organisation: county.unit).run(
      in: county.office, by: county.security)
    func change(_ lastDay: String) async throws {
      let stored = try await county.stored(id)
      try await ChangePerson(
        id: id, revision: stored.revision, name: "周敏", organisation: county.unit, lastDay: lastDay
      ).run(in: county.office, by: county.system)
    }
    county.town.clock.advance(seconds: 40 * 86_400)
    try await change("2026-04-10")
    #expect(await faults { try await change("") } == ["lastDay"])
    try await EndRight(person: id, assignment: right, revision: 1).run(in: county.office, by: county.security)
    try await change("")
    #expect(try await county.office.read { try $0.liveAssignments(of: id, on: county.office.today) }.isEmpty)
  }

  @Test func `the last of each administrators can neither be ended nor sent away`() async throws {
    let county = try await County()
    for signedIn in [county.system, county.security, county.audit] {
      let person = signedIn.person
      let change = ChangePerson(
        id: person.id, revision: 1, name: "管理员", organisation: county.root, lastDay: "2026-12-31")
      #expect(await faults { try await change.run(in: county.office, by: county.system) } == ["lastDay"])
    }
    let table = try County.table("姓名,账号,单位编码,停用日期\n管理员,shen.ji,330122,2026-12-31\n")
    #expect(
      await faults { _ = try await ImportPeople(table: table).run(in: county.office, by: county.system) }
        == ["table"])
    let rights = try await ListRights(person: county.audit.person.id).run(
      in: county.office, by: county.security)
    let line = try #require(rights.first)
    let end = EndRight(
      person: county.audit.person.id, assignment: line.assignment.value.id, revision: 1)
    #expect(await faults { try await end.run(in: county.office, by: county.security) } == ["lastDay"])
    let successor = try await county.person("shen.ji.2", at: county.root)
    _ = try await GiveRight(
      person: successor, role: Role.auditAdministrator.rawValue, organisation: county.root,
      lastDay: "2026-12-31"
    ).run(in: county.office, by: county.security)
    #expect(await faults { try await end.run(in: county.office, by: county.security) } == ["lastDay"])
    let third = try await county.person("shen.ji.3", at: county.root)
    _ = try await GiveRight(
      person: third, role: Role.auditAdministrator.rawValue, organisation: county.root
    ).run(in: county.office, by: county.security)
    try await end.run(in: county.office, by: county.security)
  }

  @Test(arguments: Engine.allCases)
  func `people are imported by one administrator and their rights by another`(engine: Engine) async throws {
    let county = try await County(on: engine)
    var text = "姓名,账号,单位编码,角色\n"
    for number in 1...300 { text += "周敏,u.\(number),\(number % 2 == 0 ? "713" : "713001"),经办\n" }
    let table = try County.table(text)
    let rights = ImportRights(table: table, region: "330122101")
    // Nobody is there yet.
    #expect(
      await faults { _ = try await rights.run(in: county.office, by: county.security) }.allSatisfy {
        $0 == "table"
      })
    let dry = try await ImportPeople(table: table, region: "330122101").preview(
      in: county.office, by: county.system)
    #expect(dry.plan.additions.count == 300)
    _ = try await ImportPeople(table: table, region: "330122101", confirmed: dry.fingerprint).run(
      in: county.office, by: county.system)
    #expect(try await ListRights(under: county.near).run(in: county.office, by: county.security).isEmpty)
    #expect(await faults { _ = try await rights.run(in: county.office, by: county.system) } == ["no role"])
    let plan = try await rights.preview(in: county.office, by: county.security)
    #expect(plan.count == 300)
    _ = try await ImportRights(table: table, region: "330122101", confirmed: plan.fingerprint).run(
      in: county.office, by: county.security)
    #expect(try await ListRights(under: county.near).run(in: county.office, by: county.security).count == 300)
    #expect(try await rights.preview(in: county.office, by: county.security).count == 0)
    try await county.expectSoundLedger()
  }
}
