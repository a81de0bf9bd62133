// The county as a whole: the same every time, sound as a tree, its numbers as told.
import Model
import Organisations
import Quantities
import Testing
import Workflow

@testable import Samples

struct SampleCountyTests {
  private static let county = SampleCounty(seed: 1)

  @Test func `The texts of patterns and county can be read`() throws {
    #expect(try PatternLibrary(text: PatternLibrary.shippedText).patterns.count >= 100)
    #expect(try CountyRoster(text: CountyRoster.shippedText).entries.count == 50)
    #expect(PatternLibrary.shipped.department != nil)
  }

  @Test(
    arguments: [
      "【甲】\n谁 各\n类 一\n期 1\n名 甲\n数 人 5…3\n用 人\n年 {人}\n久 {人}\n- 数量 | 甲 | ≥{人}人",
      "【甲】\n谁 各\n类 一\n期 1\n名 甲\n数 人 3…5\n用 人 × 价\n年 {人}\n久 {人}\n- 数量 | 甲 | ≥{人}人",
      "【甲】\n谁 各\n类 一\n期 1\n名 甲\n数 人 3…5\n用 人\n年 {价}\n久 {人}\n- 数量 | 甲 | ≥{人}人",
      "【甲】\n谁 各\n类 一\n期 很久\n名 甲\n数 人 3…5\n用 人\n年 {人}\n久 {人}\n- 数量 | 甲 | ≥{人}人",
      "【甲】\n谁 各\n类 一\n期 1\n名 甲\n数 人 3…5\n用 人\n年 {人}\n久 {人}\n- 重量 | 甲 | ≥{人}人",
      "【甲】\n谁 各\n类 一\n期 1\n名 甲\n数 人 3…5\n用 人\n年 {人\n久 {人}\n- 数量 | 甲 | ≥{人}人",
      "【甲】\n谁 各\n类 一\n期 1\n名 甲\n数 人 3…5\n用 人\n年 {人}\n久 {人}", "【甲\n谁 各", "怪 一行",
    ])
  func `A pattern with a fault is refused at its line`(text: String) {
    #expect(throws: PatternFailure.self) { try PatternLibrary(text: text) }
  }

  @Test func `The same seed gives the same county to the letter`() {
    let (one, other) = (SampleCounty(seed: 7), SampleCounty(seed: 7))
    #expect(one.organisations == other.organisations)
    #expect(one.people == other.people)
    #expect(one.projects.map(\.code) == other.projects.map(\.code))
    #expect(one.forms.map(\.draft) == other.forms.map(\.draft))
    #expect(one.forms.map { $0.decisions.map(\.record) } == other.forms.map { $0.decisions.map(\.record) })
  }

  @Test func `Another seed gives another county`() {
    let (one, other) = (Self.county, SampleCounty(seed: 2))
    #expect(one.projects.map(\.name) != other.projects.map(\.name))
    #expect(one.forms.map(\.stage) != other.forms.map(\.stage))
  }

  @Test(arguments: [1, 2, 3, 99])
  func `A county has about thirty units, three years, three hundred projects`(seed: UInt64) {
    let county = SampleCounty(seed: seed)
    #expect(county.organisations.count { $0.kind == .unit } == 32)
    #expect(county.organisations.count { $0.kind == .department } == 17)
    #expect(county.years.map(\.year) == [2024, 2025, 2026])
    #expect(county.projects.count == SampleCounty.projectCount)
    #expect(county.forms.count { $0.kind == .projectTarget } > 550)
    #expect(county.forms.count { $0.kind == .departmentTarget } == 51)
    #expect(county.forms.count { $0.kind == .projectSelfEvaluation } > 150)
    #expect(county.forms.count { $0.kind == .projectMonitoring } > 150)
    #expect(Set(county.forms.map(\.kind)).count == 4)
  }

  @Test func `The organisations are a sound tree`() throws {
    let chart = try OrganisationChart(Self.county.organisations)
    let year = Self.county.years[0]
    for organisation in Self.county.organisations where organisation.kind == .unit {
      #expect(chart.lineage(of: organisation.path, in: year).count == 3)
    }
  }

  @Test func `Codes, accounts and numbers are given once`() {
    let county = Self.county
    func areDifferent<Element: Hashable>(_ elements: [Element]) -> Bool {
      Set(elements).count == elements.count
    }
    #expect(areDifferent(county.projects.map(\.code)))
    #expect(areDifferent(county.people.map(\.account)))
    #expect(areDifferent(county.people.map(\.name)))
    #expect(areDifferent(county.organisations.map(\.path)))
    #expect(county.forms.map(\.number) == Array(1...county.forms.count))
    #expect(
      areDifferent(county.forms.map { "\($0.kind) \($0.year) \($0.organisation) \($0.project ?? 0)" }))
    for unit in Set(county.projects.map(\.organisation)) {
      let names = county.projects.filter { $0.organisation == unit }.map(\.name)
      #expect(areDifferent(names), "\(names)")
    }
  }

  @Test func `Codes of projects have 21 characters and a check over the first 20`() {
    for project in Self.county.projects {
      #expect(project.code.utf8.count == 21)
      #expect(
        String(project.code.suffix(1)) == ProjectCode.checkCharacter(of: String(project.code.prefix(20))))
    }
  }

  @Test func `Every role has an account with an easy name, and every assignment may be given`() throws {
    let county = Self.county
    #expect(Set(county.signIns.map(\.role)) == Set(Role.allCases))
    #expect(county.signIns.count == Role.allCases.count)
    for assignment in county.assignments {
      let place = try #require(county.organisations.first { $0.id == assignment.organisation })
      try assignment.check(at: place.kind, beside: county.assignments)
      #expect(county.people.contains { $0.id == assignment.person })
    }
    for unit in county.organisations where unit.kind == .unit {
      #expect(county.assignments.contains { $0.role == .clerk && $0.organisation == unit.id })
    }
  }

  @Test func `Deadlines stand for every year and work`() {
    #expect(Self.county.deadlines.count == 3 * SampleDeadline.Work.allCases.count)
    #expect(Self.county.deadlines.contains { $0.day.description == "2025-11-20" })
  }

  @Test(arguments: [(1900, 2018), (2026, 2026), (2027, 2027), (9999, 2090)])
  func `The last year can be chosen within bounds`(wanted: Int, given: Int) {
    #expect(SampleCounty(lastYear: wanted).years.last?.year == given)
  }
}
