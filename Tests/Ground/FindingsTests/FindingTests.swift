// Severities have an order, places tell each other apart.
import Findings
import Testing

@Suite struct FindingTests {
  @Test func `severities are ordered from telling to mending`() {
    #expect([Severity.error, .info, .warning].sorted() == [.info, .warning, .error])
    #expect(Severity.allCases.allSatisfy { !($0 < $0) })
  }

  @Test(arguments: [
    Place(page: 1), Place(sheet: "A"), Place(table: 1), Place(row: 1), Place(column: 1), Place(line: 1),
  ])
  func `every part of a place counts`(place: Place) {
    #expect(place != Place())
    #expect(Set([place, Place(), place]).count == 2)
  }

  @Test func `two findings are the same only when all of them is`() {
    let finding = Finding(
      rule: "C14", severity: .error, field: "goals/annual", message: "a", place: Place(row: 1))
    var other = finding
    #expect(other == finding)
    other.place = Place(row: 2)
    #expect(other != finding)
  }
}
