// Numbers in requests that belong to another town, and numbers that nothing has: the answer is one.
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

/// Numbers that a request names.
private struct Named {
  let person: PersonID
  let organisation: OrganisationID
  let right: AssignmentID
  let deputy: DeputyID
}

@Suite struct ForeignNumberTests {
  private typealias Attempt = (SignedIn, Named) async throws -> Void

  private static func ofSystemAdministrators(_ county: County, _ year: FiscalYear) -> [Attempt] {
    let office = county.office
    return [
      { _ = try await ListPeople(under: $1.organisation).run(in: office, by: $0) },
      { _ = try await ReadPerson(id: $1.person).run(in: office, by: $0) },
      {
        let form = ChangeOrganisation(
          id: $1.organisation, revision: 1, name: "某办", shortName: "", lastYear: "")
        try await form.run(in: office, by: $0)
      },
      {
        let form = AddPerson(name: "周敏", account: "x.y", organisation: $1.organisation)
        _ = try await form.run(in: office, by: $0)
      },
      {
        let form = ChangePerson(
          id: $1.person, revision: 1, name: "周敏", organisation: county.farDepartment, lastDay: "")
        try await form.run(in: office, by: $0)
      },
      {
        let form = SetDeadline(
          year: year, step: .targetApproval, organisation: $1.organisation, day: "2026-01-31")
        try await form.run(in: office, by: $0)
      },
      {
        let form = RemoveDeadline(
          year: year, step: .targetApproval, organisation: $1.organisation, revision: 1)
        try await form.run(in: office, by: $0)
      },
    ]
  }

  private static func ofSecurityAdministrators(_ county: County) -> [Attempt] {
    let office = county.office
    return [
      { _ = try await ListRights(person: $1.person).run(in: office, by: $0) },
      { _ = try await ListRights(under: $1.organisation).run(in: office, by: $0) },
      {
        let form = GiveRight(person: $1.person, role: "clerk", organisation: county.farDepartment)
        _ = try await form.run(in: office, by: $0)
      },
      {
        let form = EndRight(person: $1.person, assignment: $1.right, revision: 1)
        try await form.run(in: office, by: $0)
      },
      { _ = try await ListDeputies(person: $1.person).run(in: office, by: $0) },
      {
        let form = AppointDeputy(principal: $1.person, account: "walker", lastDay: "2026-12-31")
        _ = try await form.run(in: office, by: $0)
      },
      {
        let form = EndDeputy(principal: $1.person, id: $1.deputy, revision: 1)
        try await form.run(in: office, by: $0)
      },
      { try await UnlockAccount(person: $1.person).run(in: office, by: $0) },
      { try await EndSessionsOf(person: $1.person).run(in: office, by: $0) },
      { try await ResetTimeCodes(person: $1.person).run(in: office, by: $0) },
      { _ = try await IssuePasswordLink(person: $1.person).run(in: office, by: $0) },
      { try await ConfirmPasswordLink(person: $1.person).run(in: office, by: $0) },
      { _ = try await ListWaitingLinks(under: $1.organisation).run(in: office, by: $0) },
    ]
  }

  @Test(arguments: Engine.allCases)
  func `numbers of another town are answered as numbers that nothing has`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let year = try #require(FiscalYear(2026))
    try await OpenYear(year: "2026").run(in: county.office, by: county.system)
    let walker = try await county.stored(try await county.person("walker", at: county.root)).value
    let system = try county.actor(walker, .systemAdministrator, at: "330122102/")
    let security = try county.actor(walker, .securityAdministrator, at: "330122102/")
    let clerk = try county.actor(walker, .clerk, at: "330122102/714")
    let person = try await county.person("zhou.min", at: county.department)
    let right = try await GiveRight(person: person, role: "clerk", organisation: county.unit).run(
      in: county.office, by: county.security)
    let deputy = try await AppointDeputy(principal: person, account: "walker", lastDay: "2026-12-31").run(
      in: county.office, by: county.security)
    let known = Named(person: person, organisation: county.department, right: right, deputy: deputy)
    let unknown = Named(
      person: try #require(PersonID(999_999)), organisation: try #require(OrganisationID(999_999)),
      right: try #require(AssignmentID(999_999)), deputy: try #require(DeputyID(999_999)))
    let attempts =
      Self.ofSystemAdministrators(county, year).map { (system, $0) }
      + Self.ofSecurityAdministrators(county).map { (security, $0) }
    let before = try await county.entryCount()
    for (index, (actor, attempt)) in attempts.enumerated() {
      let foreign = await faults { try await attempt(actor, known) }
      let missing = await faults { try await attempt(actor, unknown) }
      #expect(foreign == missing, "attempt \(index)")
      #expect(foreign.count == 1 && foreign[0].hasPrefix("notFound "), "attempt \(index): \(foreign)")
      // Who has no such part learns nothing about which numbers there are.
      #expect(await faults { try await attempt(clerk, known) } == ["no role"], "attempt \(index)")
      #expect(await faults { try await attempt(clerk, unknown) } == ["no role"], "attempt \(index)")
    }
    #expect(try await county.entryCount() == before)
  }
}
