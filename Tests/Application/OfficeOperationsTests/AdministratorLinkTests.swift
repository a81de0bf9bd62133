// One administrator alone never becomes another: links, roles, sessions and tickets that could help.
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import Accounts
@testable import OfficeOperations

@Suite struct AdministratorLinkTests {
  private static let next = "Plumb-bob.58"

  private static func code(_ secret: TimeCodeSecret, at moment: Moment) throws -> String {
    let key = try #require(FiveBitText.bytes(secret.text))
    return try TimeCodeSecret.code(key: key, counter: TimeCodeSecret.counter(at: moment), digits: 6)
  }

  private static func use(_ person: PersonID, _ issued: IssuePasswordLink.Issued) -> UsePasswordLink {
    UsePasswordLink(person: person, token: issued.token.text, wanted: next)
  }

  @Test(arguments: Engine.allCases)
  func `a link for an administrator works when another administrator has confirmed it`(engine: Engine)
    async throws
  {
    let county = try await County(on: engine)
    let (office, person) = (county.office, county.audit.person.id)
    let issued = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    let use = Self.use(person, issued)
    #expect(issued.needsTwo)
    #expect(await faults { try await use.run(in: office) } == ["link(Accounts.LinkRefusal.unconfirmed)"])
    #expect(
      await faults { _ = try await use.owner(in: office) } == ["link(Accounts.LinkRefusal.unconfirmed)"])
    _ = try await county.town.signIn("shen.ji")
    let confirm = ConfirmPasswordLink(person: person)
    #expect(await faults { try await confirm.run(in: office, by: county.security) } == ["person"])
    #expect(await faults { try await confirm.run(in: office, by: county.audit) } == ["person"])
    #expect(await faults { try await use.run(in: office) } == ["link(Accounts.LinkRefusal.unconfirmed)"])
    let waiting = try await ListWaitingLinks().run(in: office, by: county.system)
    #expect(waiting.map(\.person.id) == [person] && waiting.allSatisfy(\.isOpenToReader))
    for other in [county.security, county.audit] {
      let lines = try await ListWaitingLinks().run(in: office, by: other)
      #expect(lines.map(\.isOpenToReader) == [false])
    }
    try await confirm.run(in: office, by: county.system)
    #expect(try await ListWaitingLinks().run(in: office, by: county.system).isEmpty)
    try await use.run(in: office)
    _ = try await county.town.signIn("shen.ji", Self.next)
    #expect(await faults { try await confirm.run(in: office, by: county.system) } != ["done"])
    let actions = try await office.read {
      try $0.ledgerEntries(about: "person/\(person)", limit: 10).map(\.note.action)
    }
    #expect(
      actions.filter { $0.rawValue.hasPrefix("password.") } == [
        .passwordSet, .passwordLinkConfirm, .passwordLink,
      ])
  }

  @Test func `a further link needs to be confirmed again`() async throws {
    let county = try await County()
    let (office, person) = (county.office, county.audit.person.id)
    _ = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    try await ConfirmPasswordLink(person: person).run(in: office, by: county.system)
    let second = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    let outcome = await faults { try await Self.use(person, second).run(in: office) }
    #expect(outcome == ["link(Accounts.LinkRefusal.unconfirmed)"])
  }

  @Test func `a link for anybody else works at once`() async throws {
    let county = try await County()
    let person = try await county.person("zhou.min", at: county.unit)
    let issued = try await IssuePasswordLink(person: person).run(in: county.office, by: county.security)
    #expect(!issued.needsTwo)
    try await Self.use(person, issued).run(in: county.office)
    #expect(try await ListWaitingLinks().run(in: county.office, by: county.system).isEmpty)
  }

  /// The other way round: first the account, then the role.
  @Test(arguments: Engine.allCases)
  func `nobody who is made an administrator keeps a password, a link or a session of before`(engine: Engine)
    async throws
  {
    let county = try await County(on: engine)
    let (office, root) = (county.office, county.root)
    let person = try await county.person("zhou.min", at: root)
    let first = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    try await Self.use(person, first).run(in: office)
    let session = try await county.town.signIn("zhou.min", Self.next)
    let second = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    _ = try await GiveRight(person: person, role: "audit-administrator", organisation: root).run(
      in: office, by: county.security)
    #expect(try await county.town.person(session) == nil)
    #expect(await faults { _ = try await county.town.signIn("zhou.min", Self.next) } == ["wrong"])
    #expect(
      await faults { try await Self.use(person, second).run(in: office) } == [
        "link(Accounts.LinkRefusal.unknown)"
      ])
    let third = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    #expect(third.needsTwo)
    try await ConfirmPasswordLink(person: person).run(in: office, by: county.audit)
    try await UsePasswordLink(person: person, token: third.token.text, wanted: "Other-lead.47").run(
      in: office)
    let signedIn = try #require(
      try await county.town.person(try await county.town.signIn("zhou.min", "Other-lead.47")))
    #expect(signedIn.actor.holdings.map(\.role) == [.auditAdministrator])
    // Another place for one who is an administrator already changes nothing about the account.
    _ = try await GiveRight(person: person, role: "audit-administrator", organisation: county.near).run(
      in: office, by: county.security)
    _ = try await county.town.signIn("zhou.min", "Other-lead.47")
  }

  /// Between a right password and the time code five minutes may pass, in which much can be arranged.
  @Test func `a ticket of before the role begins no session`() async throws {
    let county = try await County()
    let office = county.office
    let person = try await county.person("zhou.min", at: county.root)
    let issued = try await IssuePasswordLink(person: person).run(in: office, by: county.security)
    try await Self.use(person, issued).run(in: office)
    let me = try #require(
      try await county.town.person(try await county.town.signIn("zhou.min", Self.next)))
    let secret = try await BeginTimeCodes(issuer: "准绳").run(in: office, by: me).secret
    let codes = try await ConfirmTimeCodes(
      secret: secret.text, code: try Self.code(secret, at: office.now), password: Self.next
    ).run(in: office, by: me)
    let outcome = try await SignInWithPassword(
      account: "zhou.min", password: Self.next, address: "10.0.0.7", agent: "Browser"
    ).run(in: office)
    guard case .needsTimeCode(let ticket) = outcome else {
      Issue.record("a time code was to be asked for")
      return
    }
    _ = try await GiveRight(person: person, role: "audit-administrator", organisation: county.root).run(
      in: office, by: county.security)
    let code = try #require(codes.first).text
    let ended = await faults {
      _ = try await SignInWithTimeCode(ticket: ticket, code: code, address: "10.0.0.7", agent: "Browser")
        .run(in: office)
    }
    #expect(ended == ["wrong"])
  }
}
