// Two at once: exactly one change of a revision counts, and the ledger tells of one.
import Accounts
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

@Suite struct ConcurrencyTests {
  /// Runs the same attempt eight times at once.
  private static func outcomes(
    _ attempt: @escaping @Sendable (Int) async throws -> Void
  ) async -> [String] {
    await withTaskGroup(of: [String].self) { group in
      for number in 0..<8 { group.addTask { await faults { try await attempt(number) } } }
      var all: [String] = []
      for await outcome in group { all += outcome }
      return all.sorted()
    }
  }

  @Test(arguments: Engine.allCases)
  func `of eight changes of one thing exactly one counts`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let office = county.office
    let (system, security) = (county.system, county.security)
    let unit = county.unit
    let person = try await county.person("zhou.min", at: unit)
    let right = try await GiveRight(person: person, role: "clerk", organisation: unit).run(
      in: office, by: security)
    try await OpenYear(year: "2026").run(in: office, by: system)
    let year = try #require(FiscalYear(2026))
    let attempts: [@Sendable (Int) async throws -> Void] = [
      {
        try await ChangeOrganisation(id: unit, revision: 1, name: "第\($0)所", shortName: "", lastYear: "").run(
          in: office, by: system)
      },
      {
        try await ChangePerson(
          id: person, revision: 1, name: "周\($0)", organisation: unit, lastDay: ""
        ).run(in: office, by: system)
      },
      { _ in
        try await EndRight(person: person, assignment: right, revision: 1, lastDay: "2026-12-31").run(
          in: office, by: security)
      },
      {
        try await SetDeadline(
          year: year, step: .targetApproval, organisation: unit, day: "2026-03-1\($0)"
        ).run(in: office, by: system)
      },
      {
        try await ChangeAccountRules(texts: [.sessionCountMax: "\($0 + 10)"], revision: 0).run(
          in: office, by: security)
      },
      { _ in try await OpenYear(year: "2027").run(in: office, by: system) },
      { _ in try await CloseYear(year: year, revision: 1).run(in: office, by: system) },
    ]
    for (index, attempt) in attempts.enumerated() {
      let before = try await county.entryCount()
      let outcomes = await Self.outcomes(attempt)
      #expect(outcomes.count { $0 == "done" } == 1, "attempt \(index): \(outcomes)")
      #expect(outcomes.count { $0.hasPrefix("stale ") } == 7, "attempt \(index): \(outcomes)")
      #expect(try await county.entryCount() == before + 1)
    }
    try await county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `of eight that add the same exactly one adds it`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let office = county.office
    let (system, security, unit) = (county.system, county.security, county.unit)
    let organisations = await Self.outcomes { number in
      _ = try await AddOrganisation(
        code: "713009", name: "第\(number)所", region: "330122101", firstYear: "\(2026 + number)"
      ).run(in: office, by: system)
    }
    #expect(organisations == Array(repeating: "code", count: 7) + ["done"])
    let people = await Self.outcomes { _ in
      _ = try await AddPerson(name: "周敏", account: "zhou.min", organisation: unit).run(
        in: office, by: system)
    }
    #expect(people == Array(repeating: "account", count: 7) + ["done"])
    let person = try #require(
      try await office.read { records in
        try AccountName("zhou.min").flatMap { try records.person(account: $0)?.value.id }
      })
    let root = county.root
    // Roles that do not go together: whoever is first keeps the others out.
    let rights = await Self.outcomes { number in
      let role = number % 2 == 0 ? Role.clerk : .auditAdministrator
      _ = try await GiveRight(
        person: person, role: role.rawValue, organisation: number % 2 == 0 ? unit : root
      ).run(in: office, by: security)
    }
    #expect(rights == ["done"] + Array(repeating: "role", count: 7))
    try await county.expectSoundLedger()
  }

  @Test(arguments: Engine.allCases)
  func `of all auditors ended at once one stays`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let office = county.office
    let security = county.security
    for number in 2...8 {
      let person = try await county.person("shen.ji.\(number)", at: county.root)
      _ = try await GiveRight(
        person: person, role: Role.auditAdministrator.rawValue, organisation: county.root
      ).run(in: office, by: security)
    }
    let auditors = try await ListRights(under: county.root).run(in: office, by: security)
      .map(\.assignment.value).filter { $0.role == .auditAdministrator }
    #expect(auditors.count == 8)
    let outcomes = await Self.outcomes { number in
      let right = auditors[number]
      try await EndRight(person: right.person, assignment: right.id, revision: 1).run(
        in: office, by: security)
    }
    #expect(outcomes == Array(repeating: "done", count: 7) + ["lastDay"])
    try await county.expectSoundLedger()
  }
}
