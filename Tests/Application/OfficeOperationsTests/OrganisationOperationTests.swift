// Organisations: what is added, changed and imported, and what is refused.
import Organisations
import Quantities
import Records
import Rosters
import Testing

@testable import OfficeOperations

@Suite struct OrganisationOperationTests {
  @Test(arguments: [
    (AddOrganisation(code: "715", name: "财政分局", kind: "bureau", region: "330122101"), ["done"]),
    (AddOrganisation(code: "713002", name: "排水所", region: "330122101", firstYear: "2027年"), ["done"]),
    (AddOrganisation(code: "", name: "北岸镇", kind: "region", region: "330122103"), ["done"]),
    (AddOrganisation(code: "713", name: "又一办", region: "330122101"), ["code"]),
    (AddOrganisation(code: "71", name: "某办", region: "330122101"), ["code"]),
    (AddOrganisation(code: "719001", name: "孤儿所", region: "330122101"), ["code"]),
    (AddOrganisation(code: "", name: "某办", region: "330122101"), ["code"]),
    (AddOrganisation(code: "716", name: "某办", region: "330122109"), ["code"]),
    (AddOrganisation(code: "716", name: "某办", region: "99"), ["elsewhere"]),
    (AddOrganisation(code: "716", name: "某办", region: "33012"), ["region"]),
    (AddOrganisation(code: "716", name: "某办", kind: "unit", region: "330122101"), ["kind"]),
    (AddOrganisation(code: "716", name: "某办", kind: "office", region: "330122101"), ["kind"]),
    (AddOrganisation(code: "716", name: "=1+1", region: "330122101"), ["name"]),
    (AddOrganisation(code: "716", name: " \u{3000}", region: "330122101"), ["name"]),
    (AddOrganisation(code: "716", name: "某\u{202E}办", region: "330122101"), ["name"]),
    (AddOrganisation(code: "716", name: "某办", region: "330122101", firstYear: "26"), ["firstYear"]),
    (
      AddOrganisation(code: "716", name: "某办", region: "330122101", firstYear: "2027", lastYear: "2026"),
      ["lastYear"]
    ),
    (AddOrganisation(code: "713003", name: "某所", region: "330122101", firstYear: "2020"), ["lastYear"]),
    (
      AddOrganisation(code: "7x", name: "", shortName: String(repeating: "水", count: 31), kind: "?"),
      ["kind", "code", "name", "shortName"]
    ),
  ])
  func `what is typed wrong is told at its field`(form: AddOrganisation, outcome: [String]) async throws {
    let county = try await County()
    let before = try await county.entryCount()
    #expect(await faults { _ = try await form.run(in: county.office, by: county.system) } == outcome)
    #expect(try await county.entryCount() == before + (outcome == ["done"] ? 1 : 0))
  }

  @Test func `a change keeps code and kind, and an end must not leave anything below behind`() async throws {
    let county = try await County()
    var stored = try await county.stored(county.department)
    var form = ChangeOrganisation(
      id: county.department, revision: stored.revision, name: "农业农村办", shortName: "农办", lastYear: "")
    try await form.run(in: county.office, by: county.system)
    stored = try await county.stored(county.department)
    #expect(stored.value.name == "农业农村办" && stored.value.shortName == "农办" && stored.revision == 2)
    #expect(stored.value.path.description == "330122101/713")
    form.revision = 2
    form.lastYear = "2026"
    #expect(await faults { try await form.run(in: county.office, by: county.system) } == ["lastYear"])
    form.lastYear = "2025"
    #expect(await faults { try await form.run(in: county.office, by: county.system) } == ["lastYear"])
    let end = ChangeOrganisation(
      id: county.unit, revision: 1, name: "水利所", shortName: "水利所", lastYear: "2026")
    try await end.run(in: county.office, by: county.system)
    #expect(try await county.stored(county.unit).value.shortName == nil)
    try await form.with(lastYear: "2026").run(in: county.office, by: county.system)
    #expect(await faults { try await form.run(in: county.office, by: county.system) } == ["lastYear"])
  }

  @Test func `those of a year and a place are listed`() async throws {
    let county = try await County()
    let all = try await ListOrganisations().run(in: county.office, by: county.audit)
    #expect(all.map(\.value.id).first == county.root && all.count == 6)
    let near = try await ListOrganisations(under: county.near).run(in: county.office, by: county.audit)
    #expect(near.map(\.value.id) == [county.near, county.department, county.unit])
    let past = ListOrganisations(year: FiscalYear(2020))
    #expect(try await past.run(in: county.office, by: county.audit).isEmpty)
  }

  @Test(arguments: Engine.allCases)
  func `a thousand rows are looked at, imported as a whole, and then are unchanged`(engine: Engine)
    async throws
  {
    let county = try await County(on: engine)
    var text = "单位编码,单位名称\n"
    for department in 200..<300 {
      text += "\(department),第\(department)办\n"
      for unit in 1...9 { text += "\(department)00\(unit),第\(department)办\(unit)所\n" }
    }
    let table = try County.table(text)
    let dry = try await ImportOrganisations(table: table, region: "330122102").preview(
      in: county.office, by: county.system)
    #expect(dry.plan.additions.count == 1000)
    #expect(try await county.stored(county.far).revision == 1)
    let entries = try await county.entryCount()
    let wet = ImportOrganisations(table: table, region: "330122102", confirmed: dry.fingerprint)
    let done = try await wet.run(in: county.office, by: county.system)
    #expect(done.plan == dry.plan)
    #expect(try await county.entryCount() == entries + 1000)
    let under = try await ListOrganisations(under: county.far).run(in: county.office, by: county.system)
    #expect(under.count == 1002)
    let again = try await ImportOrganisations(table: table, region: "330122102").preview(
      in: county.office, by: county.system)
    #expect(again.plan.additions.isEmpty && again.plan.changes.isEmpty && again.plan.unchangedCount == 1000)
    #expect(await faults { _ = try await wet.run(in: county.office, by: county.system) } == ["outdated"])
    try await county.expectSoundLedger()
  }

  @Test func `one wrong row keeps all others out, and so does a change since the dry run`() async throws {
    let county = try await County()
    let broken = try County.table("单位编码,单位名称\n716,文化办\n7,某办\n")
    let count = try await county.entryCount()
    #expect(
      await faults {
        _ = try await ImportOrganisations(table: broken, region: "330122101").run(
          in: county.office, by: county.system)
      } == ["table 1"])
    #expect(try await county.entryCount() == count)
    let table = try County.table("单位编码,单位名称\n713001,水利站\n")
    let dry = try await ImportOrganisations(table: table, region: "330122101").preview(
      in: county.office, by: county.system)
    try await ChangeOrganisation(
      id: county.unit, revision: 1, name: "水务所", shortName: "", lastYear: ""
    ).run(in: county.office, by: county.system)
    let wet = ImportOrganisations(table: table, region: "330122101", confirmed: dry.fingerprint)
    #expect(await faults { _ = try await wet.run(in: county.office, by: county.system) } == ["outdated"])
    #expect(try await county.stored(county.unit).value.name == "水务所")
    let foreign = try County.table("单位编码,单位名称,地区编码\n716,文化办,330122101\n")
    let walker = try await county.stored(try await county.person("walker", at: county.far)).value
    let other = try county.actor(walker, .systemAdministrator, at: "330122102/")
    #expect(
      await faults { _ = try await ImportOrganisations(table: foreign).run(in: county.office, by: other) }
        == ["elsewhere"])
  }
}

extension ChangeOrganisation {
  fileprivate func with(lastYear: String) -> ChangeOrganisation {
    var form = self
    form.lastYear = lastYear
    return form
  }
}
