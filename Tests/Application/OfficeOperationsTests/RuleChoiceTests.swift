// Rule sets and layouts that an administrator chose, and what follows the code of the region.
import Forms
import Ledger
import Model
import Organisations
import Quantities
import Records
import RuleSets
import Testing

@testable import OfficeOperations

@Suite struct RuleChoiceTests {
  private func choose(
    _ desk: FormDesk, _ set: String, _ layout: FormLayout? = nil, revision: Int64 = 0, year: Int = 2026,
    kind: FormKind = .projectTarget, at place: OrganisationID? = nil
  ) async throws -> [String] {
    let choice = ChooseRuleSet(
      organisation: place ?? desk.county.root, year: try #require(FiscalYear(year)), kind: kind, ruleSet: set,
      layout: layout, revision: revision)
    return await faults { try await choice.run(in: desk.office, by: desk.county.system) }
  }

  @Test(arguments: Engine.allCases)
  func `what is chosen counts from the next opening on, and can be taken back`(engine: Engine) async throws {
    let desk = try await FormDesk(on: engine)
    let form = try await desk.form()
    func opened() async throws -> (String, FormLayout) {
      let opened = try await ReadForm(form: form).run(in: desk.office, by: desk.clerk)
      return (opened.rules.identifier, opened.layout)
    }
    #expect(try await opened() == ("national", .nationalApplication))
    #expect(try await choose(desk, "hebei") == ["done"])
    #expect(try await opened() == ("hebei", .hebeiProject))
    #expect(try await choose(desk, "hebei", .sichuanFlat) == ["stale setting"])
    #expect(try await choose(desk, "hebei", .sichuanFlat, revision: 1) == ["done"])
    #expect(try await opened() == ("hebei", .sichuanFlat))
    let listed = try await ListRuleChoices().run(in: desk.office, by: desk.clerk)
    #expect(listed.map(\.text) == ["hebei sichuan-flat"])
    #expect(listed.map(\.revision) == [2])
    #expect(try await choose(desk, "", revision: 2) == ["done"])
    #expect(try await opened() == ("national", .nationalApplication))
    #expect(try await ListRuleChoices().run(in: desk.office, by: desk.clerk).isEmpty)
    try await desk.county.expectSoundLedger()
  }

  @Test func `another year and another kind stay as they are`() async throws {
    let desk = try await FormDesk()
    let form = try await desk.form()
    #expect(try await choose(desk, "hebei", year: 2027) == ["done"])
    #expect(try await choose(desk, "hebei", kind: .departmentTarget) == ["done"])
    let opened = try await ReadForm(form: form).run(in: desk.office, by: desk.clerk)
    #expect(opened.rules.identifier == "national")
  }

  @Test func `what does not exist or does not fit is refused`() async throws {
    let desk = try await FormDesk()
    #expect(try await choose(desk, "atlantis") == ["set"])
    #expect(try await choose(desk, "hebei", .selfEvaluation) == ["layout"])
    #expect(try await choose(desk, "hebei", at: desk.unit) == ["organisation"])
  }

  @Test(arguments: [
    ("330122", "330122101", true), ("330122101", "330122", false), ("330122101", "330122101", true),
    ("34", "330122", false),
  ])
  func `the smallest region around a place counts`(chosen: String, place: String, counts: Bool) throws {
    let year = try #require(FiscalYear(2026))
    let region = try #require(RegionCode(chosen))
    let choice = RuleChoice(region: region, year: year, kind: .projectTarget, ruleSet: "hubei", layout: nil)
    let wide = RuleChoice(
      region: try #require(RegionCode("33")), year: year, kind: .projectTarget, ruleSet: "anhui", layout: nil)
    let rules = PlaceRules(
      at: try #require(RegionCode(place)), year: year, kind: .projectTarget, among: [wide, choice])
    #expect(rules.rules.identifier == (counts ? "hubei" : "anhui"))
  }
}
