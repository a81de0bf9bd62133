// What a form begins with, and where none can begin.
import FormDrafts
import Forms
import Model
import Organisations
import Quantities
import Records
import Review
import RuleSets
import Testing

@testable import OfficeOperations

@Suite struct DraftBeginningTests {
  @Test(arguments: Engine.allCases)
  func `last year's form moves on by a year, without what its reviewers said`(engine: Engine) async throws {
    let desk = try await DraftDesk(on: engine)
    let project = try await desk.oldProject()
    var target = FormDesk.sound
    target.goals.annual = "2025年完成 2025 米沟渠清淤，2024年已完成 300 米。"
    target.approval.opinion = "同意"
    target = target.changing(3) { $0.annualValue = "2025年5月底前" }.changing(1) { $0.annualValue = "≥2025米" }
    _ = try await desk.begin(.record(.projectTarget(target)), year: 2025, of: project)
    let form = try await desk.begin(.lastYear, of: project)
    guard case .projectTarget(let moved) = try await desk.open(form).help.record else {
      Issue.record("another kind")
      return
    }
    #expect(moved.goals.annual == "2026年完成 2025 米沟渠清淤，2024年已完成 300 米。")
    #expect(moved.indicators.map(\.annualValue)[3] == "2026年5月底前")
    #expect(moved.indicators.map(\.annualValue)[1] == "≥2025米")
    #expect(moved.approval == Approval())
    #expect(moved.fiscalYear == 2026)
    #expect(moved.budget.total == target.budget.total)
  }

  @Test func `another project's form lends its texts, not its head and money`() async throws {
    let desk = try await DraftDesk()
    let source = try await desk.desk.form()
    let project = try await AddProject(
      organisation: desk.desk.unit, typed: TypedProject(name: "水闸维修", firstYear: "2026")
    ).run(in: desk.office, by: desk.clerk)
    let form = try await desk.begin(.form(source), of: project)
    guard case .projectTarget(let copy) = try await desk.open(form).help.record else {
      Issue.record("another kind")
      return
    }
    #expect(copy.project.name == "水闸维修")
    #expect(copy.budget.total == nil)
    #expect(copy.indicators == FormDesk.sound.indicators)
    #expect(copy.goals == FormDesk.sound.goals)
  }

  @Test func `a document that prints no years is not given half of them`() async throws {
    let desk = try await DraftDesk()
    var read = FormDesk.sound
    read.project.startYear = nil
    read.project.endYear = nil
    func years(of project: ProjectID, beginning: ProjectTarget) async throws -> [String?] {
      let opened = try await desk.open(
        try await desk.begin(.record(.projectTarget(beginning)), of: project))
      #expect(opened.help.findings.allSatisfy { $0.finding.rule != "C01" })
      return ["startYear", "endYear"].map { opened.draft.text(at: "project/\($0)") }
    }
    let endless = try await desk.oldProject()
    #expect(try await years(of: endless, beginning: read) == [nil, nil])
    let short = try await AddProject(
      organisation: desk.desk.unit,
      typed: TypedProject(name: "水闸维修", firstYear: "2025", lastYear: "2026")
    ).run(in: desk.office, by: desk.clerk)
    #expect(try await years(of: short, beginning: read) == ["2025", "2026"])
  }

  @Test func `an outcome begins with what was promised`() async throws {
    let desk = try await DraftDesk()
    let project = try await desk.oldProject()
    _ = try await desk.begin(.record(.projectTarget(FormDesk.sound)), of: project)
    for kind in [FormKind.projectMonitoring, .projectSelfEvaluation] {
      let form = try await desk.begin(.blank, kind: kind, of: project)
      let opened = try await desk.open(form)
      #expect(opened.help.record.kind == kind)
      #expect(
        opened.help.record.indicators.map(\.annualValue) == FormDesk.sound.indicators.map(\.annualValue))
      #expect(opened.draft.text(at: "goals/expected") == FormDesk.sound.goals.annual)
      #expect(opened.draft.text(at: "funds/k1/initial") == "40000.00")
      #expect(opened.entry.amount == Money(fen: 4_000_000))
    }
  }

  @Test(arguments: Engine.allCases)
  func `there is one form of a kind for a project and year, and it is of the unit`(engine: Engine)
    async throws
  {
    let desk = try await DraftDesk(on: engine)
    let project = try await desk.oldProject()
    _ = try await desk.begin(.blank, of: project)
    func fault(
      _ beginning: BeginForm.Beginning, kind: FormKind = .projectTarget, year: Int = 2026,
      of project: ProjectID?
    ) async -> [String] {
      await faults { _ = try await desk.begin(beginning, kind: kind, year: year, of: project) }
    }
    #expect(await fault(.blank, of: project) == ["project"])
    #expect(await fault(.blank, of: nil) == ["project"])
    #expect(await fault(.blank, kind: .departmentTarget, of: project) == ["project"])
    #expect(await fault(.lastYear, kind: .projectMonitoring, of: project) == ["beginning"])
    #expect(await fault(.record(.blank(.projectMonitoring)), year: 2025, of: project) == ["beginning"])
    #expect(await fault(.blank, year: 2027, of: project)[0].hasPrefix("notFound "))
    #expect(await fault(.blank, of: ProjectID(999_999))[0].hasPrefix("notFound "))
    #expect(
      await fault(.form(try #require(FormID(999_999))), year: 2025, of: project)[0].hasPrefix("notFound "))
    var long = FormDesk.sound
    long.fundUse = String(repeating: "长", count: 20_000)
    #expect(await fault(.record(.projectTarget(long)), year: 2025, of: project) == ["beginning"])
    let department = try await desk.begin(.blank, kind: .departmentTarget, of: nil)
    #expect(try await desk.open(department).draft.text(at: "department/name") == "水利所")
    #expect(await fault(.blank, kind: .departmentTarget, of: nil) == ["project"])
  }

  @Test(arguments: [
    ("441900103", 2024, "dongguan-towns-2024"), ("441900103", 2026, "dongguan-towns-2026"),
    ("441900103", 2023, "dongguan-towns-2024"), ("130100", 2026, "hebei"), ("510000", 2026, "sichuan"),
    ("420100", 2026, "hubei"), ("340000", 2026, "anhui"), ("330122", 2026, "national"),
    ("440100", 2026, "national"),
  ])
  func `the rules are those of the region and year`(region: String, year: Int, identifier: String) throws {
    let region = try #require(RegionCode(region))
    let year = try #require(FiscalYear(year))
    #expect(FormRules.rules(at: region, year: year, kind: .projectTarget).identifier == identifier)
  }

  @Test func `every kind has a layout under every set, those of regions where they have one`() throws {
    let year = try #require(FiscalYear(2026))
    for code in ["441900", "130000", "510000", "330122"] {
      let region = try #require(RegionCode(code))
      for kind in FormKind.allCases {
        let layout = FormRules.layout(
          for: .blank(kind), rules: FormRules.rules(at: region, year: year, kind: kind))
        #expect(layout.kinds.contains(kind))
      }
    }
    let town = FormRules.rules(at: try #require(RegionCode("4419")), year: year, kind: .projectTarget)
    #expect(FormRules.layout(for: .projectTarget(FormDesk.sound), rules: town) == .townTarget)
    let plain = FormRules.rules(at: try #require(RegionCode("51")), year: year, kind: .projectTarget)
    #expect(FormRules.layout(for: .projectTarget(FormDesk.sound), rules: plain) == .sichuanFlat)
  }
}
