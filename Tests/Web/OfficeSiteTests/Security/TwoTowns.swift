// A county with two towns: every part at the county and in the near town, and people of the far town whom
// nobody of the near one may meet.
import Accounts
import HTTP
import Ledger
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Testing

@testable import OfficeSite

/// What the holes of paths are filled with.
struct PathValues {
  var organisation: OrganisationID
  var person: PersonID
  var assignment: AssignmentID
  var deputy: DeputyID
  var project: ProjectID
  var form: FormID
  var intake: IntakeID

  /// The value for a hole of a template; nil for one that this county knows nothing of.
  func value(for hole: String) -> String? {
    switch hole {
    case "organisation": organisation.description
    case "person": person.description
    case "assignment", "right": assignment.description
    case "deputy": deputy.description
    case "project": project.description
    case "form": form.description
    case "intake": intake.description
    case "year": "2026"
    case "version", "page": "1"
    case "identifier": "national"
    case "token": "bm90aGluZw"
    // Asked with the number of a form: what is not its own is not there.
    case "attachment", "view", "batch": "999999"
    case "format": "docx"
    default: nil
    }
  }

  /// `/people/{person}` as an address.
  func path(_ template: String) throws -> String {
    var path = ""
    for segment in template.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard segment.first == "{", segment.last == "}" else {
        path += "/\(segment)"
        continue
      }
      let hole = String(segment.dropFirst().dropLast())
      path += "/" + (try #require(value(for: hole), "what is {\(hole)} of \(template)?"))
    }
    return path
  }
}

/// The county with its accounts: `near.clerk`, `top.reader` and so on, one for each role.
struct TwoTowns {
  let town: TownOffice
  let near: PathValues
  let far: PathValues
  let nearTown: OrganisationID
  let farTown: OrganisationID
  /// Words of the far town that no page may show in the near one.
  static let foreignWords = ["秘境客", "秘境人", "far.clerk", "far.reader", "秘境工程"]

  static func account(_ role: Role, at place: String) -> String { "\(place).\(role.rawValue)" }

  init() async throws {
    let town = try await TownOffice()
    let maker = try await Maker(town)
    let (nearTown, farTown) = (
      try await maker.town("330122101", "溪口镇"), try await maker.town("330122102", "云岭镇")
    )
    let (nearUnits, farUnits) = (
      try await maker.units(of: "330122101", "溪口"), try await maker.units(of: "330122102", "云岭")
    )
    for role in Role.allCases {
      try await maker.holder(role, "top", town: try await town.organisation(named: "临溪县"), nearUnits)
      try await maker.holder(role, "near", town: nearTown, nearUnits)
    }
    _ = try await OpenYear(year: "2026").run(in: town.office, by: maker.system)
    for place in [nearUnits.department, farUnits.department] {
      let year = try #require(FiscalYear(2026))
      try await SetDeadline(
        year: year, step: .targetSubmission, organisation: place, day: "2026-09-30"
      ).run(in: town.office, by: maker.system)
    }
    near = try await maker.matter("home", ["乡里人", "本乡人"], nearUnits)
    far = try await maker.matter("far", ["秘境客", "秘境人"], farUnits)
    self.town = town
    self.nearTown = nearTown
    self.farTown = farTown
  }

  /// A browser of somebody with a role, in the county (`top`) or in the near town (`near`).
  func browser(_ role: Role, at place: String) async throws -> Browser {
    let browser = try await town.browser(Self.account(role, at: place))
    _ = try await browser.get("/account/sessions")
    return browser
  }
}

/// Department and unit of a town.
private struct Units {
  let department: OrganisationID
  let unit: OrganisationID
}

/// Makes what stands in the county.
private struct Maker {
  let town: TownOffice
  let system: SignedIn
  let security: SignedIn

  init(_ town: TownOffice) async throws {
    self.town = town
    system = try await town.person(TownOffice.accounts[0])
    security = try await town.person(TownOffice.accounts[1])
  }

  func town(_ code: String, _ name: String) async throws -> OrganisationID {
    try await AddOrganisation(code: "", name: name, kind: "region", region: code)
      .run(in: town.office, by: system)
  }

  func units(of region: String, _ name: String) async throws -> Units {
    func add(_ code: String, _ name: String) async throws -> OrganisationID {
      try await AddOrganisation(code: code, name: name, region: region).run(in: town.office, by: system)
    }
    return Units(department: try await add("713", name + "农林办"), unit: try await add("713001", name + "水利所"))
  }

  func person(_ name: String, _ account: String, at place: OrganisationID) async throws -> PersonID {
    try await AddPerson(name: name, account: account, organisation: place).run(in: town.office, by: system).id
  }

  /// Somebody who can sign in, with a role where the role can be held.
  func holder(_ role: Role, _ prefix: String, town region: OrganisationID, _ units: Units) async throws {
    let place =
      role.kinds.contains(.region) ? region : role.kinds.contains(.unit) ? units.unit : units.department
    let id = try await person("某甲", TwoTowns.account(role, at: prefix), at: region)
    _ = try await GiveRight(person: id, role: role.rawValue, organisation: place)
      .run(in: town.office, by: security)
    let link = try await IssuePasswordLink(person: id).run(in: town.office, by: security)
    if link.needsTwo { try await ConfirmPasswordLink(person: id).run(in: town.office, by: system) }
    try await UsePasswordLink(person: id, token: link.token.text, wanted: TownOffice.password)
      .run(in: town.office)
  }

  /// People, their right and their deputy, a project and a form.
  func matter(_ prefix: String, _ names: [String], _ units: Units) async throws -> PathValues {
    let clerk = try await person(names[0], "\(prefix).clerk", at: units.unit)
    _ = try await person(names[1], "\(prefix).reader", at: units.unit)
    let assignment = try await GiveRight(person: clerk, role: "clerk", organisation: units.unit)
      .run(in: town.office, by: security)
    let deputy = try await AppointDeputy(principal: clerk, account: "\(prefix).reader", lastDay: "2026-12-31")
      .run(in: town.office, by: security)
    let year = try #require(FiscalYear(2026))
    let years = try #require(YearSpan(first: year))
    let moment = town.office.now
    let (project, form, intake) = try await town.office.change { records in
      let project: ProjectID = try records.nextNumber()
      try records.add(
        ProjectEntry(
          id: project, organisation: units.unit, code: nil, name: prefix == "far" ? "秘境工程" : "水渠整修",
          category: "", years: years))
      let form: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: form, kind: .projectTarget, year: year, organisation: units.unit, project: project,
          stage: "draft"))
      let intake: IntakeID = try records.nextNumber()
      try records.add(
        Intake(
          id: intake, organisation: units.unit, person: clerk, moment: moment,
          name: prefix == "far" ? "秘境工程.docx" : "水渠整修.docx", byteCount: 1, state: "unreadable"))
      return (project, form, intake)
    }
    return PathValues(
      organisation: units.department, person: clerk, assignment: assignment, deputy: deputy, project: project,
      form: form, intake: intake)
  }
}
