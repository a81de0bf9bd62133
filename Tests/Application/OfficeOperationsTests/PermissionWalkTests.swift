// The table of permissions held against what every operation does.
import Foundation
import Organisations
import Permissions
import Records
import Testing

@testable import OfficeOperations

@Suite struct PermissionWalkTests {
  @Test(arguments: Engine.allCases)
  func `every operation is refused exactly where the table refuses`(engine: Engine) async throws {
    let walk = try await Walk(on: engine)
    var differences: [String] = []
    for operation in WalkedOperation.all {
      for role in Role.allCases {
        for position in Position.allCases {
          let isAllowed = Permission.allows(operation.right, role: role, position: position, stage: nil)
          let attempt = try await operation.prepare(walk)
          let actor = try walk.actor(role, position, from: operation.place)
          let before = try await walk.county.entryCount()
          let outcome = await faults { try await attempt(actor) }
          let isDone = outcome == ["done"]
          let isRefused = ["no role", "elsewhere"].contains(outcome[0]) || outcome[0].hasPrefix("notFound ")
          if isDone != isAllowed || isRefused == isAllowed {
            differences.append("\(operation.name) \(role) \(position): \(outcome)")
          }
          if !isAllowed, try await walk.county.entryCount() != before {
            differences.append("\(operation.name) \(role) \(position) left a trace")
          }
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    try await walk.county.expectSoundLedger()
  }

  /// Those whose walk needs a password; `TimeCodeTests` and `PasswordTests` go through them.
  private static let walkedElsewhere: Set<String> = ["ChangeOwnPassword", "ConfirmTimeCodes", "EndTimeCodes"]

  @Test func `no operation that asks who acts is left out of the walk`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Application/OfficeOperations").standardized
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      var name = ""
      for line in text.split(separator: "\n") {
        if line.hasPrefix("package struct ") {
          name = String(line.dropFirst(15).prefix { $0.isLetter })
        }
        if line.contains("by signedIn: SignedIn"),
          line.hasPrefix("  package func") || line.hasPrefix("    in "),
          !name.isEmpty
        {
          found.insert(name)
        }
      }
    }
    #expect(found.count > 30)
    #expect(found == Set(WalkedOperation.all.map(\.name)).union(Self.walkedElsewhere))
  }

  /// Numbers that a request names.
  private struct Named {
    let person: PersonID
    let organisation: OrganisationID
  }

  @Test(arguments: Engine.allCases)
  func `numbers of another town are answered as numbers that nothing has`(engine: Engine) async throws {
    let county = try await County(on: engine)
    let walker = try await county.stored(try await county.person("walker", at: county.root)).value
    let system = try county.actor(walker, .systemAdministrator, at: "330122102/")
    let security = try county.actor(walker, .securityAdministrator, at: "330122102/")
    let clerk = try county.actor(walker, .clerk, at: "330122102/714")
    let person = try await county.person("zhou.min", at: county.department)
    let known = Named(person: person, organisation: county.department)
    let unknown = Named(
      person: try #require(PersonID(999_999)), organisation: try #require(OrganisationID(999_999)))
    let right = try await GiveRight(person: person, role: "clerk", organisation: county.unit).run(
      in: county.office, by: county.security)
    let office = county.office
    typealias Attempt = (SignedIn, Named) async throws -> Void
    let attempts: [(SignedIn, Attempt)] = [
      (system, { _ = try await ListPeople(under: $1.organisation).run(in: office, by: $0) }),
      (system, { _ = try await ReadPerson(id: $1.person).run(in: office, by: $0) }),
      (
        system,
        {
          try await ChangeOrganisation(
            id: $1.organisation, revision: 1, name: "某办", shortName: "", lastYear: ""
          ).run(
            in: office, by: $0)
        }
      ),
      (
        system,
        {
          _ = try await AddPerson(name: "周敏", account: "x.y", organisation: $1.organisation).run(
            in: office, by: $0)
        }
      ),
      (
        system,
        {
          try await ChangePerson(
            id: $1.person, revision: 1, name: "周敏", organisation: county.farDepartment, lastDay: ""
          ).run(in: office, by: $0)
        }
      ),
      (security, { _ = try await ListRights(person: $1.person).run(in: office, by: $0) }),
      (
        security,
        {
          _ = try await GiveRight(person: $1.person, role: "clerk", organisation: county.farDepartment).run(
            in: office, by: $0)
        }
      ),
      (
        security,
        { try await EndRight(person: $1.person, assignment: right, revision: 1).run(in: office, by: $0) }
      ),
      (security, { _ = try await ListDeputies(person: $1.person).run(in: office, by: $0) }),
      (
        security,
        {
          _ = try await AppointDeputy(principal: $1.person, account: "walker", lastDay: "2026-12-31").run(
            in: office, by: $0)
        }
      ),
      (security, { try await UnlockAccount(person: $1.person).run(in: office, by: $0) }),
      (security, { try await EndSessionsOf(person: $1.person).run(in: office, by: $0) }),
      (security, { try await ResetTimeCodes(person: $1.person).run(in: office, by: $0) }),
      (security, { _ = try await IssuePasswordLink(person: $1.person).run(in: office, by: $0) }),
    ]
    for (index, (actor, attempt)) in attempts.enumerated() {
      let foreign = await faults { try await attempt(actor, known) }
      let missing = await faults { try await attempt(actor, unknown) }
      #expect(foreign == missing, "attempt \(index)")
      #expect(foreign.count == 1 && foreign[0].hasPrefix("notFound "), "attempt \(index): \(foreign)")
      // Who has no such part learns nothing about which numbers there are.
      #expect(await faults { try await attempt(clerk, known) } == ["no role"])
      #expect(await faults { try await attempt(clerk, unknown) } == ["no role"])
    }
  }
}
