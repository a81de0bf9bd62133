// The tree of organisations: what is sound, everything that is not, and what is found in it.
import Organisations
import Quantities
import Testing

struct OrganisationChartTests {
  /// `713 department 2020-2025` and so on, in a region of their own.
  private static func organisations(_ lines: [String]) throws -> [Organisation] {
    let region = try #require(RegionCode("998877103"))
    return try lines.enumerated().map { index, line in
      let parts = line.split(separator: " ")
      let years = parts[2].split(separator: "-", omittingEmptySubsequences: false)
      let first = try #require(Int(years[0]).flatMap { FiscalYear($0) })
      let last = years.count > 1 ? Int(years[1]).flatMap { FiscalYear($0) } : nil
      return Organisation(
        id: try #require(OrganisationID(Int64(index + 1))),
        path: OrganisationPath(
          region: region, code: try #require(OrganisationCode(parts[0].drop { $0 == "·" }))),
        kind: try #require(OrganisationKind(rawValue: String(parts[1]))), name: "名称\(index)",
        shortName: index == 0 ? "简称" : nil, years: try #require(YearSpan(first: first, last: last)))
    }
  }

  private static let sound = [
    "· region 2000", "105 bureau 2000", "105001 unit 2000", "713 department 2000-2024", "713 department 2025",
    "713001 unit 2020", "713001001 unit 2024-2025", "714 department 2020-2022",
  ]

  @Test func `a sound tree is found through`() throws {
    let chart = try OrganisationChart(Self.organisations(Self.sound.reversed()))
    let region = try #require(RegionCode("998877103"))
    let year = try #require(FiscalYear(2025))
    func path(_ code: String) throws -> OrganisationPath {
      OrganisationPath(region: region, code: try #require(OrganisationCode(code)))
    }
    func codes(_ organisations: [Organisation]) -> [String] { organisations.map(\.path.code.digits) }
    #expect(codes(chart.children(of: try path(""), in: year)) == ["105", "713"])
    #expect(codes(chart.subtree(of: try path("713"), in: year)) == ["713", "713001", "713001001"])
    #expect(codes(chart.lineage(of: try path("713001001"), in: year)) == ["", "713", "713001", "713001001"])
    #expect(chart.organisation(at: try path("714"), in: year) == nil)
    #expect(chart.organisation(at: try path("713"), in: year)?.years.first == year)
    #expect(chart.department(of: try path("713001001"), in: year)?.path == (try path("713")))
    #expect(chart.department(of: try path("713"), in: year)?.path == (try path("713")))
    #expect(chart.department(of: try path("105001"), in: year) == nil)
    #expect(chart.department(of: try path(""), in: year) == nil)
    let last = try #require(chart.organisations.last)
    #expect(chart.organisation(last.id) == last)
    #expect(chart.organisations.map(\.path) == chart.organisations.map(\.path).sorted())
  }

  @Test(arguments: [
    (["· region 2000", "· region 2010"], ["duplicate"]), (["713 department 2000"], ["unknownParent"]),
    (["· region 2000", "713001 unit 2000"], ["unknownParent"]),
    (["· region 2000", "713 unit 2000"], ["wrongLevel"]),
    (["· region 2000", "713 department 2000", "713001 department 2000"], ["wrongLevel"]),
    (["· department 2000"], ["wrongLevel"]), (["· region 2000", "105 region 2000"], ["wrongLevel"]),
    (["· region 2000-2020", "713 department 2010"], ["outlivesParent"]),
    (["· region 2010", "713 department 2009-2015"], ["outlivesParent"]),
    (
      ["· region 2000", "713 department 2000-2010", "713 department 2012", "713001 unit 2009"],
      ["outlivesParent"]
    ),
    (["· region 2000", "713 department 2000-2011", "713 department 2011"], ["duplicate"]),
    (["· region 2000", "713 unit 2000", "714001 unit 2000"], ["wrongLevel", "unknownParent"]),
  ])
  func `what is no tree is refused, each fault by its name`(lines: [String], faults: [String]) throws {
    let organisations = try Self.organisations(lines)
    let failures = OrganisationChart.failures(in: organisations)
    #expect(failures.map { String(String(describing: $0).prefix { $0 != "(" }) } == faults)
    #expect(failures.allSatisfy { $0.sentence.hasSuffix("。") })
    #expect(throws: failures[0]) { try OrganisationChart(organisations) }
  }

  @Test func `two organisations never have one number`() throws {
    let twice = try Self.organisations(["· region 2000"]) + Self.organisations(["· region 1990-1999"])
    #expect(OrganisationChart.failures(in: twice).count == 1)
    let id = try #require(OrganisationID(1))
    #expect(throws: ChartFailure.duplicateID(id)) { try OrganisationChart(twice) }
  }

  @Test func `the label is the short name where there is one`() throws {
    let organisations = try Self.organisations(["· region 2000", "713 department 2000"])
    #expect(organisations.map(\.label) == ["简称", "名称1"])
  }

  @Test func `spans of years contain and overlap as sets do`() throws {
    let years = try (2020...2023).map { try #require(FiscalYear($0)) }
    let spans = years.flatMap { first in
      [YearSpan(first: first)] + years.map { YearSpan(first: first, last: $0) }
    }.compactMap(\.self)
    #expect(spans.count == 14)
    let all = try (2018...2030).map { try #require(FiscalYear($0)) }
    for left in spans {
      for right in spans {
        let both = all.filter { left.contains($0) && right.contains($0) }
        #expect(left.overlaps(right) == !both.isEmpty)
        #expect(left.contains(right) == all.filter(right.contains).allSatisfy(left.contains))
      }
    }
  }
}
