// Signing in, sessions and passwords as the office does them, from the first start on.
import Accounts
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

@Suite struct SetUpTests {
  @Test func `the first start gives a link that works once`() async throws {
    let town = try await SmallTown(isSetUp: false)
    let link = try #require(try await PrepareOffice().run(in: town.office))
    try await SetUpOffice.check(link.token.text, in: town.office)
    try await town.setUpForm(token: link.token.text).run(in: town.office)
    #expect(try await PrepareOffice().run(in: town.office) == nil)
    await #expect(throws: OfficeRefusal.self) {
      try await SetUpOffice.check(link.token.text, in: town.office)
    }
    await #expect(throws: OfficeRefusal.self) {
      try await town.setUpForm(token: link.token.text).run(in: town.office)
    }
    let people = try await town.office.read { try $0.people(under: nil).map(\.value.account.text) }
    #expect(people == SmallTown.accounts.sorted())
  }

  @Test func `a later start makes the earlier link worthless, and so does a day`() async throws {
    let town = try await SmallTown(isSetUp: false)
    let first = try #require(try await PrepareOffice().run(in: town.office))
    let second = try #require(try await PrepareOffice().run(in: town.office))
    await #expect(throws: OfficeRefusal.self) {
      try await SetUpOffice.check(first.token.text, in: town.office)
    }
    town.clock.advance(seconds: 86_400)
    await #expect(throws: OfficeRefusal.self) {
      try await SetUpOffice.check(second.token.text, in: town.office)
    }
  }

  @Test func `every field that is wrong is told, and nothing is kept`() async throws {
    let town = try await SmallTown(isSetUp: false)
    let link = try #require(try await PrepareOffice().run(in: town.office))
    var form = town.setUpForm(token: link.token.text)
    form.form.regionCode = "12345"
    form.form.regionName = "  "
    form.form.systemAdministrator = SetUpForm.Administrator(account: "大写", password: "Plumb-bob.5")
    form.form.securityAdministrator.password = "123"
    form.form.auditAdministrator.account = "AN.QUAN"
    form.form.auditAdministrator.password = ""
    let faults = await faults { try await form.run(in: town.office) }
    let told = [
      "regionCode", "regionName", "system.name", "system.account", "security.password", "audit.account",
      "audit.password",
    ]
    #expect(Set(faults) == Set(told), "\(faults)")
    #expect(try await town.office.read { try $0.organisations(under: nil).count } == 0)
  }

  private func faults(_ work: () async throws -> Void) async -> [String] {
    do {
      try await work()
      return []
    } catch {
      guard case OfficeRefusal.fields(let faults) = error else { return ["\(error)"] }
      return faults.map(\.field)
    }
  }

  @Test func `the key of the installation is made once`() async throws {
    let town = try await SmallTown()
    let again = try await OfficeKey.load(from: town.office.records, chance: .machine)
    #expect(again.text == town.office.key.text)
  }
}

@Suite struct SessionTests {
  @Test func `a right password opens a session, and the ledger tells of it`() async throws {
    let town = try await SmallTown()
    let token = try await town.signIn("Xi.Tong")
    let person = try #require(try await town.person(token))
    #expect(person.person.account.text == "xi.tong")
    #expect(person.actor.holdings.map(\.role) == [.systemAdministrator])
    #expect(!person.mustChangePassword)
    let actions = try await town.office.read { try $0.ledgerEntries(after: 0, limit: 100).map(\.note.action) }
    #expect(actions == [.officeSetUp, .officeSetUp, .officeSetUp, .sessionStart])
    #expect(try await town.office.records.verify(expecting: []).faults.isEmpty)
  }

  @Test(arguments: [
    ("xi.tong", "wrong"), ("nobody", SmallTown.password), ("xi.tong", ""), ("不是账号", "x"),
  ])
  func `whatever is wrong, the answer is the same`(account: String, password: String) async throws {
    let town = try await SmallTown()
    do {
      _ = try await town.signIn(account, password)
      Issue.record("nobody may be signed in")
    } catch let refusal as OfficeRefusal {
      guard case .signIn(.wrong) = refusal else { throw refusal }
    }
  }

  @Test func `failures lock the account from everywhere, until the wait is over`() async throws {
    let town = try await SmallTown()
    for count in 0..<5 {
      await #expect(throws: OfficeRefusal.self) {
        try await town.signIn("xi.tong", "wrong", from: "10.0.0.\(count)")
      }
    }
    await #expect(throws: OfficeRefusal.self) { try await town.signIn("xi.tong", from: "10.0.1.1") }
    // Others are not kept waiting.
    _ = try await town.signIn("an.quan", from: "10.0.1.1")
    town.clock.advance(seconds: 61)
    _ = try await town.signIn("xi.tong", from: "10.0.1.1")
    await #expect(throws: OfficeRefusal.self) { try await town.signIn("xi.tong", "wrong", from: "10.0.0.9") }
    // The count began anew with success.
    _ = try await town.signIn("xi.tong", from: "10.0.1.1")
  }

  @Test func `a session ends to the second when nobody uses it, and at its limit however busy`() async throws
  {
    let town = try await SmallTown()
    let idle = try await town.signIn("xi.tong")
    town.clock.advance(seconds: 1799)
    #expect(try await town.person(idle) != nil)
    town.clock.advance(seconds: 1800)
    #expect(try await town.person(idle) == nil)
    let busy = try await town.signIn("xi.tong")
    for _ in 0..<42 {
      town.clock.advance(seconds: 1000)
      #expect(try await town.person(busy) != nil)
    }
    town.clock.advance(seconds: 1200)
    #expect(try await town.person(busy) == nil)
  }

  @Test func `a person sees the own sessions alone and ends them`() async throws {
    let town = try await SmallTown()
    let here = try await town.signIn("xi.tong")
    let there = try await town.signIn("xi.tong", from: "10.9.9.9")
    let other = try await town.signIn("an.quan")
    let me = try #require(try await town.person(here))
    let stranger = try #require(try await town.person(other))
    let sessions = try await ListOwnSessions().run(in: town.office, by: me)
    #expect(sessions.map(\.address).sorted() == ["10.0.0.7", "10.9.9.9"])
    let foreign = stranger.session
    await #expect(throws: OfficeRefusal.self) {
      try await EndOwnSessions(.one(foreign)).run(in: town.office, by: me)
    }
    try await EndOwnSessions(.allOthers).run(in: town.office, by: me)
    #expect(try await town.person(there) == nil)
    #expect(try await town.person(here) != nil)
    try await EndOwnSessions(.this).run(in: town.office, by: me)
    #expect(try await town.person(here) == nil)
    #expect(try await town.person(other) != nil)
  }

  @Test func `the sixth session takes the place of the one seen longest ago`() async throws {
    let town = try await SmallTown()
    var tokens: [String] = []
    for _ in 0..<6 {
      tokens.append(try await town.signIn("xi.tong"))
      town.clock.advance(seconds: 10)
    }
    #expect(try await town.person(tokens[0]) == nil)
    for token in tokens[1...] { #expect(try await town.person(token) != nil) }
  }

  @Test(arguments: ["", "x", String(repeating: "A", count: 43), String(repeating: "中", count: 43)])
  func `a token that nobody gave is nobody's`(token: String) async throws {
    let town = try await SmallTown()
    _ = try await town.signIn("xi.tong")
    #expect(try await town.person(token) == nil)
  }
}

@Suite struct PasswordTests {
  private static let next = "Bob-and-line.47"

  @Test func `a new password ends all other sessions`() async throws {
    let town = try await SmallTown()
    let here = try await town.signIn("xi.tong")
    let there = try await town.signIn("xi.tong")
    town.clock.advance(seconds: 3600)
    let fresh = try await town.signIn("xi.tong")
    let me = try #require(try await town.person(fresh))
    try await ChangeOwnPassword(current: SmallTown.password, wanted: Self.next).run(in: town.office, by: me)
    #expect(try await town.person(here) == nil)
    #expect(try await town.person(there) == nil)
    #expect(try await town.person(fresh) != nil)
    await #expect(throws: OfficeRefusal.self) { try await town.signIn("xi.tong") }
    _ = try await town.signIn("xi.tong", Self.next)
  }

  @Test func `a wrong current password changes nothing and counts as an attempt`() async throws {
    let town = try await SmallTown()
    town.clock.advance(seconds: 3600)
    let me = try #require(try await town.person(try await town.signIn("xi.tong")))
    for _ in 0..<5 {
      await #expect(throws: OfficeRefusal.self) {
        try await ChangeOwnPassword(current: "wrong", wanted: Self.next).run(in: town.office, by: me)
      }
    }
    await #expect(throws: OfficeRefusal.self) {
      try await ChangeOwnPassword(current: SmallTown.password, wanted: Self.next).run(in: town.office, by: me)
    }
  }

  @Test func `a link sets a password once, and only the security administrator gives it`() async throws {
    let town = try await SmallTown()
    let system = try #require(try await town.person(try await town.signIn("xi.tong")))
    let security = try #require(try await town.person(try await town.signIn("an.quan")))
    let audit = try #require(try await town.person(try await town.signIn("shen.ji")))
    for other in [system, audit] {
      await #expect(throws: OfficeRefusal.self) {
        _ = try await IssuePasswordLink(person: audit.person.id).run(in: town.office, by: other)
      }
    }
    let link = try await IssuePasswordLink(person: audit.person.id).run(in: town.office, by: security)
    #expect(link.needsTwo)
    try await ConfirmPasswordLink(person: audit.person.id).run(in: town.office, by: system)
    let use = UsePasswordLink(person: audit.person.id, token: link.token.text, wanted: Self.next)
    #expect(try await use.owner(in: town.office).account.text == "shen.ji")
    let wrong = UsePasswordLink(person: system.person.id, token: link.token.text, wanted: Self.next)
    await #expect(throws: OfficeRefusal.self) { try await wrong.run(in: town.office) }
    try await use.run(in: town.office)
    await #expect(throws: OfficeRefusal.self) { try await use.run(in: town.office) }
    _ = try await town.signIn("shen.ji", Self.next)
    await #expect(throws: OfficeRefusal.self) { try await town.signIn("shen.ji") }
  }

  @Test func `a later link makes the earlier one worthless`() async throws {
    let town = try await SmallTown()
    let security = try #require(try await town.person(try await town.signIn("an.quan")))
    let person = security.person.id
    let first = try await IssuePasswordLink(person: person).run(in: town.office, by: security)
    _ = try await IssuePasswordLink(person: person).run(in: town.office, by: security)
    let use = UsePasswordLink(person: person, token: first.token.text, wanted: Self.next)
    await #expect(throws: OfficeRefusal.self) { try await use.run(in: town.office) }
  }
}
