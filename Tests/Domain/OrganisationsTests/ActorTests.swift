// Who acts today: one's own parts, those of the absent, and which roles never go together.
import Organisations
import Quantities
import Testing

struct ActorTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func person(_ number: Int64) throws -> PersonID { try #require(PersonID(number)) }

  private static func assignment(
    _ number: Int64, _ person: Int64, _ role: Role, from first: String = "2026-01-01",
    until last: String? = nil,
    at organisation: Int64 = 1
  ) throws -> Assignment {
    let from = try day(first)
    return Assignment(
      id: try #require(AssignmentID(number)), person: try self.person(person), role: role,
      organisation: try #require(OrganisationID(organisation)),
      days: try #require(DaySpan(first: from, last: try last.map(day))))
  }

  private static func deputy(_ principal: Int64, by deputy: Int64, _ first: String, _ last: String) throws
    -> Deputy
  {
    let id = try #require(DeputyID(1))
    return try #require(
      Deputy(id: id, principal: person(principal), deputy: person(deputy), first: day(first), last: day(last))
    )
  }

  private static func parts(
    of number: Int64, on day: String, _ assignments: [Assignment], _ deputies: [Deputy] = []
  ) throws -> [String] {
    let places = [
      try #require(OrganisationID(1)): try #require(OrganisationPath("998877103/713")),
      try #require(OrganisationID(2)): try #require(OrganisationPath("998877103/")),
    ]
    let actor = Actor(
      person: try person(number), on: try self.day(day), assignments: assignments, deputies: deputies,
      places: places)
    return actor.holdings.map { part in
      "\(part.role)@\(part.place.code)" + (part.onBehalfOf.map { " for \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("2025-12-31", [String]()), ("2026-01-01", ["clerk@713"]), ("2026-06-30", ["clerk@713"]),
    ("2026-07-01", []),
  ])
  func `a part counts from its first to its last day`(day: String, parts: [String]) throws {
    let assignments = [try Self.assignment(1, 1, .clerk, until: "2026-06-30")]
    #expect(try Self.parts(of: 1, on: day, assignments) == parts)
    #expect(try Self.parts(of: 2, on: day, assignments) == [])
  }

  @Test(arguments: [
    ("2026-02-28", ["clerk@713"]), ("2026-03-01", ["clerk@713", "departmentReviewer@713 for 2"]),
    ("2026-03-10", ["clerk@713", "departmentReviewer@713 for 2"]), ("2026-03-11", ["clerk@713"]),
  ])
  func `a deputy has the parts of the absent on the days between`(day: String, parts: [String]) throws {
    let assignments = [try Self.assignment(1, 1, .clerk), try Self.assignment(2, 2, .departmentReviewer)]
    let deputies = [try Self.deputy(2, by: 1, "2026-03-01", "2026-03-10")]
    #expect(try Self.parts(of: 1, on: day, assignments, deputies) == parts)
    #expect(try Self.parts(of: 2, on: day, assignments, deputies) == ["departmentReviewer@713"])
  }

  @Test func `a deputy of a deputy has the parts of neither's principal`() throws {
    let assignments = [try Self.assignment(1, 1, .financeReviewer)]
    let deputies = [
      try Self.deputy(1, by: 2, "2026-03-01", "2026-03-10"),
      try Self.deputy(2, by: 3, "2026-03-01", "2026-03-10"),
    ]
    #expect(try Self.parts(of: 2, on: "2026-03-05", assignments, deputies).count == 1)
    #expect(try Self.parts(of: 3, on: "2026-03-05", assignments, deputies).isEmpty)
  }

  @Test(arguments: Role.allCases)
  func `no administrator is replaced, and none replaces`(role: Role) throws {
    let assignments = [try Self.assignment(1, 1, .systemAdministrator), try Self.assignment(2, 2, role)]
    let deputies = [
      try Self.deputy(1, by: 2, "2026-03-01", "2026-03-10"),
      try Self.deputy(2, by: 1, "2026-03-01", "2026-03-10"),
    ]
    #expect(try Self.parts(of: 1, on: "2026-03-05", assignments, deputies) == ["systemAdministrator@713"])
    #expect(try Self.parts(of: 2, on: "2026-03-05", assignments, deputies) == ["\(role)@713"])
  }

  @Test func `a part at a place that is not there does not count`() throws {
    #expect(try Self.parts(of: 1, on: "2026-03-05", [Self.assignment(1, 1, .clerk, at: 9)]).isEmpty)
  }

  @Test func `nobody is the deputy of himself, and days have an order`() throws {
    let id = try #require(DeputyID(1))
    let (first, last) = (try Self.day("2026-03-01"), try Self.day("2026-03-02"))
    let (one, two) = (try Self.person(1), try Self.person(2))
    #expect(Deputy(id: id, principal: one, deputy: one, first: first, last: last) == nil)
    #expect(Deputy(id: id, principal: one, deputy: two, first: last, last: first) == nil)
    #expect(Deputy(id: id, principal: one, deputy: two, first: first, last: first)?.holds(on: first) == true)
  }

  @Test func `going together is mutual, and administrators stand alone`() {
    for role in Role.allCases {
      #expect(role.isCompatible(with: role))
      #expect(!role.kinds.isEmpty && !role.label.isEmpty && !role.explanation.isEmpty)
      for other in Role.allCases where other != role {
        #expect(role.isCompatible(with: other) == other.isCompatible(with: role))
        #expect(role.isCompatible(with: other) == (!role.isAdministrator && !other.isAdministrator))
      }
    }
  }

  @Test(arguments: [
    (Role.clerk, OrganisationKind.unit, Role.departmentReviewer, "2026-01-01", String?.none, true),
    (.clerk, .region, .reader, "2026-01-01", nil, false),
    (.systemAdministrator, .unit, .systemAdministrator, "2020-01-01", "2020-12-31", false),
    (.systemAdministrator, .region, .clerk, "2026-01-01", nil, false),
    (.systemAdministrator, .region, .clerk, "2025-01-01", "2025-12-31", true),
    (.clerk, .unit, .auditAdministrator, "2026-05-01", "2026-05-01", false),
    (.clerk, .unit, .clerk, "2026-01-01", nil, false),
    (.financeReviewer, .unit, .reader, "2026-01-01", nil, false),
  ])
  func `a role is given where it can be held and beside what it goes with`(
    wanted: Role, kind: OrganisationKind, held: Role, first: String, last: String?, isGiven: Bool
  ) throws {
    let assignment = try Self.assignment(1, 1, wanted)
    let other = try Self.assignment(2, 1, held, from: first, until: last)
    let stranger = try Self.assignment(3, 2, .systemAdministrator)
    do throws(RoleConflict) {
      try assignment.check(at: kind, beside: [stranger, assignment, other])
      #expect(isGiven)
    } catch {
      #expect(!isGiven && error.sentence.hasSuffix("。"))
    }
  }
}
