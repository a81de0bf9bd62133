// The table of routes in the reference is what the office does today.
import Foundation
import HTTP
import OfficeOperations
import Organisations
import Testing

@testable import OfficeSite

@Suite struct RouteTableSnapshotTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../docs/reference/routes.md").standardized

  @Test func `the table of routes is what everybody gets`() async throws {
    let county = try await TwoTowns()
    let routes = WalkedRoute.all(county.town.office)
    var cells: [[String]] = Array(repeating: [], count: routes.count)
    for (place, route) in routes.enumerated() {
      let stranger = Browser(OfficePages(county.town.office).responder)
      _ = try await stranger.get("/sign-in")
      cells[place].append(try await route.ask(stranger, county.near).status.description)
    }
    for role in Role.allCases {
      // A county for each role: what one does is not seen by the next.
      let county = try await TwoTowns()
      for (place, route) in routes.enumerated() {
        let browser = try await county.browser(role, at: "top")
        var cell = try await route.ask(browser, county.near).status.description
        if route.namesSomething {
          let other = try await county.browser(role, at: "near")
          cell += " / " + (try await route.ask(other, county.far).status.description)
        }
        cells[place].append(cell)
      }
    }
    var table = RouteTable()
    for (route, cells) in zip(routes, cells) { table.add(route, cells) }
    if ProcessInfo.processInfo.environment["PLUMBLINE_SNAPSHOTS"] == "record" {
      try Data(table.text.utf8).write(to: Self.page)
    }
    let recorded = try String(contentsOf: Self.page, encoding: .utf8)
    let changed = Set(table.text.split(separator: "\n")).symmetricDifference(recorded.split(separator: "\n"))
    #expect(changed.isEmpty, "\(changed.sorted().joined(separator: "\n"))")
  }
}
