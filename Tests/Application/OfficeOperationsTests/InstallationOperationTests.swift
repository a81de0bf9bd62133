// Years, deadlines, the rules of accounts, time codes and the ledger.
import Ledger
import Model
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import Accounts
@testable import OfficeOperations

@Suite struct CalendarOperationTests {
  @Test func `a year is opened, closed and opened again`() async throws {
    let county = try await County()
    func open(_ year: String, _ revision: Int64 = 0) async -> [String] {
      await faults {
        try await OpenYear(year: year, revision: revision).run(in: county.office, by: county.system)
      }
    }
    for text in ["", "26", "2206", "1999", "二〇二六"] { #expect(await open(text) == ["year"]) }
    #expect(await open("2026年") == ["done"])
    #expect(await open("2026") == ["stale budgetYear"])
    #expect(await open("2026", 1) == ["year"])
    let year = try #require(FiscalYear(2026))
    func close(_ revision: Int64) async -> [String] {
      await faults {
        try await CloseYear(year: year, revision: revision).run(in: county.office, by: county.system)
      }
    }
    #expect(await close(7) == ["stale budgetYear"])
    #expect(await close(1) == ["done"])
    #expect(await close(2) == ["year"])
    #expect(await open("2026", 2) == ["done"])
    #expect(try await ListYears().run(in: county.office, by: county.audit).map(\.year.revision) == [3])
  }

  @Test func `a year with forms under review stays open`() async throws {
    let county = try await County()
    try await OpenYear(year: "2026").run(in: county.office, by: county.system)
    let year = try #require(FiscalYear(2026))
    let unit = county.unit
    try await county.office.change { records in
      try records.add(
        FormEntry(
          id: try records.nextNumber(), kind: .departmentTarget, year: year, organisation: unit, project: nil,
          stage: "finance-review"))
    }
    let close = CloseYear(year: year, revision: 1)
    #expect(await faults { try await close.run(in: county.office, by: county.system) } == ["year"])
  }

  @Test func `a deadline is set, moved and removed, in open years alone`() async throws {
    let county = try await County()
    let year = try #require(FiscalYear(2026))
    func set(_ day: String, _ revision: Int64 = 0) async -> [String] {
      await faults {
        try await SetDeadline(
          year: year, step: .targetSubmission, organisation: county.near, day: day, revision: revision
        ).run(in: county.office, by: county.system)
      }
    }
    #expect(await set("2025-10-31") == ["notFound budgetYear"])
    try await OpenYear(year: "2026").run(in: county.office, by: county.system)
    for text in ["", "31.10.", "2023-10-31", "2028-01-01"] { #expect(await set(text) == ["day"]) }
    #expect(await set("2025-10-31") == ["done"])
    #expect(await set("2025-11-30") == ["stale deadline"])
    #expect(await set("2025-11-30", 1) == ["done"])
    let line = try #require(try await ListYears().run(in: county.office, by: county.audit).first)
    #expect(line.deadlines.map(\.value.day.description) == ["2025-11-30"])
    func remove(_ revision: Int64) async -> [String] {
      await faults {
        try await RemoveDeadline(
          year: year, step: .targetSubmission, organisation: county.near, revision: revision
        ).run(in: county.office, by: county.system)
      }
    }
    #expect(await remove(1) == ["stale deadline"])
    #expect(await remove(2) == ["done"])
    #expect(await remove(2) == ["notFound deadline"])
    try await CloseYear(year: year, revision: 1).run(in: county.office, by: county.system)
    #expect(await set("2025-10-31") == ["year"])
  }
}

@Suite struct AccountRuleTests {
  @Test func `rules are changed as one, and each figure keeps its range`() async throws {
    let county = try await County()
    let (rules, revision) = try await ReadAccountRules().run(in: county.office, by: county.security)
    #expect(rules == AccountRules() && revision == 0)
    let change = ChangeAccountRules(
      texts: [.passwordCharactersMin: " 12 ", .sessionIdleMinutes: "10"], revision: 0)
    try await change.run(in: county.office, by: county.security)
    #expect(
      await faults { try await change.run(in: county.office, by: county.security) } == ["stale setting"])
    let read = try await ReadAccountRules().run(in: county.office, by: county.security)
    #expect(read.revision == 1)
    #expect(read.rules.password.charactersMin == 12 && read.rules.session.idleSeconds == 600)
    #expect(read.rules.password.kindsMin == rules.password.kindsMin)
    for setting in AccountSetting.allCases {
      let (low, high) = (setting.range.lowerBound, setting.range.upperBound)
      for text in ["", "x", "-1", "1.5", "\(low - 1)", "\(high + 1)"] {
        let wrong = ChangeAccountRules(texts: [setting: text], revision: 1)
        #expect(
          await faults { try await wrong.run(in: county.office, by: county.security) } == [setting.rawValue])
      }
    }
    let crossed = ChangeAccountRules(texts: [.sessionIdleMinutes: "61", .sessionHoursMax: "1"], revision: 1)
    #expect(
      await faults { try await crossed.run(in: county.office, by: county.security) }
        == ["session-idle-minutes"])
  }

  @Test func `rules that were changed count from the next request on`() async throws {
    let county = try await County()
    let token = try await county.town.signIn("shen.ji")
    try await ChangeAccountRules(texts: [.sessionIdleMinutes: "5"], revision: 0).run(
      in: county.office, by: county.security)
    county.town.clock.advance(seconds: 299)
    #expect(try await county.town.person(token) != nil)
    county.town.clock.advance(seconds: 300)
    #expect(try await county.town.person(token) == nil)
  }
}

@Suite struct TimeCodeOperationTests {
  private static func code(_ secret: TimeCodeSecret, at moment: Moment) throws -> String {
    let key = try #require(FiveBitText.bytes(secret.text))
    return try TimeCodeSecret.code(key: key, counter: TimeCodeSecret.counter(at: moment), digits: 6)
  }

  @Test func `time codes begin with a proof and end with one`() async throws {
    let county = try await County()
    let me = county.audit
    let other = try await county.town.signIn("shen.ji")
    #expect(try await ReadOwnTimeCodes().run(in: county.office, by: me) == nil)
    let beginning = try await BeginTimeCodes(issuer: "准绳").run(in: county.office, by: me)
    #expect(beginning.address.contains("shen.ji") && beginning.address.contains(beginning.secret.text))
    func confirm(_ code: String, _ password: String = SmallTown.password) async throws -> [RecoveryCode] {
      try await ConfirmTimeCodes(secret: beginning.secret.text, code: code, password: password).run(
        in: county.office, by: me)
    }
    let code = try Self.code(beginning.secret, at: county.office.now)
    #expect(await faults { _ = try await confirm(code, "wrong") } == ["wrong"])
    #expect(await faults { _ = try await confirm("12345") } == ["wrongCode"])
    let recovery = try await confirm(code)
    #expect(recovery.count == 10)
    #expect(try await ReadOwnTimeCodes().run(in: county.office, by: me) == 10)
    #expect(try await county.town.person(other) == nil)
    #expect(await faults { _ = try await confirm(code) } == ["code"])
    #expect(
      await faults { _ = try await BeginTimeCodes(issuer: "").run(in: county.office, by: me) } == ["code"])
    let outcome = try await SignInWithPassword(
      account: "shen.ji", password: SmallTown.password, address: "10.0.0.7", agent: ""
    ).run(in: county.office)
    guard case .needsTimeCode(let ticket) = outcome else { throw OfficeRefusal.unforeseen }
    _ = try await SignInWithTimeCode(ticket: ticket, code: recovery[0].text, address: "10.0.0.7", agent: "")
      .run(in: county.office)
    #expect(try await ReadOwnTimeCodes().run(in: county.office, by: me) == 9)
    func end(_ code: String, _ password: String = SmallTown.password) async -> [String] {
      await faults { try await EndTimeCodes(code: code, password: password).run(in: county.office, by: me) }
    }
    #expect(await end(recovery[1].text, "wrong") == ["wrong"])
    #expect(await end(recovery[0].text) == ["wrongCode"])
    #expect(await end(code) == ["wrongCode"])
    #expect(await end(recovery[1].text) == ["done"])
    #expect(await end(recovery[2].text) == ["wrongCode"])
    _ = try await county.town.signIn("shen.ji")
  }

  @Test func `lost time codes are taken away by the security administrator`() async throws {
    let county = try await County()
    let me = county.audit
    let beginning = try await BeginTimeCodes(issuer: "准绳").run(in: county.office, by: me)
    _ = try await ConfirmTimeCodes(
      secret: beginning.secret.text, code: try Self.code(beginning.secret, at: county.office.now),
      password: SmallTown.password
    ).run(in: county.office, by: me)
    let reset = ResetTimeCodes(person: me.person.id)
    #expect(await faults { try await reset.run(in: county.office, by: county.system) } == ["no role"])
    try await reset.run(in: county.office, by: county.security)
    _ = try await county.town.signIn("shen.ji")
  }
}

@Suite struct LedgerOperationTests {
  @Test(arguments: Engine.allCases)
  func `pages go from the latest entry to the first without a gap`(engine: Engine) async throws {
    let county = try await County(on: engine)
    for limit in [1, 2, 3, 7, 500] {
      var seen: [Int64] = []
      var before: Int64?
      repeat {
        let page = try await ReadLedger(before: before, limit: limit).run(in: county.office, by: county.audit)
        #expect(page.entries.count <= limit && !page.entries.isEmpty)
        seen += page.entries.map(\.sequence)
        before = page.next
      } while before != nil
      let count = try await county.entryCount()
      #expect(seen == Array((1...count).reversed()))
    }
    let subject = "person/\(county.audit.person.id)"
    let first = try await ReadLedger(subject: subject, limit: 1).run(in: county.office, by: county.audit)
    #expect(first.entries.map(\.note.action) == [.sessionStart])
    #expect(first.names == [county.audit.person.id.rawValue: "管理员"])
    let next = try #require(first.next)
    let last = try await ReadLedger(subject: subject, before: next, limit: 1).run(
      in: county.office, by: county.audit)
    #expect(last.entries.map(\.note.action) == [.officeSetUp] && last.next == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a printed head is found again, and a foreign one is told`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let printed = try await PrintLedgerHead().run(in: county.office, by: county.audit).head
    _ = try await county.person("zhou.min", at: county.unit)
    let sound = try await VerifyLedger(heads: " \(printed)\n").run(in: county.office, by: county.audit)
    #expect(sound.faults.isEmpty && sound.entryCount == printed.sequence + 2)
    let foreign = LedgerHead(sequence: 2, hash: printed.hash)
    let told = try await VerifyLedger(heads: "\(printed) \(foreign)").run(in: county.office, by: county.audit)
    #expect(told.faults == [.unknownHead(foreign)])
    #expect(
      await faults {
        _ = try await VerifyLedger(heads: "12:abc").run(in: county.office, by: county.audit)
      } == ["heads"])
    let page = try await ReadLedger(subject: "ledger").run(in: county.office, by: county.audit)
    #expect(page.entries.map(\.note.action) == [.ledgerVerify, .ledgerVerify, .ledgerPrint])
  }
}
