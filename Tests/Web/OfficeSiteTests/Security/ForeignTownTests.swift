// Numbers of another town on every route: nothing is shown, nothing is done, and the answer is "not there".
import HTTP
import OfficeOperations
import Organisations
import Testing

@testable import OfficeSite

@Suite struct ForeignTownTests {
  /// What a form could want: whatever it asks for is there, and names the far town wherever it can.
  private static func fields(_ county: TwoTowns) -> [(String, String)] {
    [
      ("organisation", "\(county.far.organisation)"), ("name", "别人"), ("account", "any.body"),
      ("role", "clerk"), ("step", "target.submission"), ("day", "2026-10-31"), ("reason", "停电"),
      ("revision", "1"), ("lastDay", "2026-12-31"), ("code", "714"),
      ("was", ""), ("firstDay", ""), ("shortName", ""), ("lastYear", ""),
    ]
  }

  @Test func `no route shows or changes what belongs to another town`() async throws {
    let county = try await TwoTowns()
    let routes = WalkedRoute.all(county.town.office).filter(\.namesSomething)
    #expect(routes.count > 15)
    for role in Role.allCases {
      let browser = try await county.browser(role, at: "near")
      let before = try await county.town.entryCount()
      for route in routes {
        let answer = try await route.ask(browser, county.far, Self.fields(county))
        let name = "\(role) \(route.method.rawValue) \(route.template)"
        #expect([403, 404].contains(answer.status) || route.isForEverybody, "\(name): \(answer.status)")
        for word in TwoTowns.foreignWords {
          #expect(!answer.text.contains(word), "\(name) shows \(word)")
        }
      }
      #expect(try await county.town.entryCount() == before, "\(role)")
    }
  }

  @Test func `a number of another town is answered like one that nothing has`() async throws {
    let county = try await TwoTowns()
    var nothing = county.far
    nothing.person = try #require(PersonID(999_999))
    nothing.organisation = try #require(OrganisationID(999_999))
    for role in Role.allCases {
      let browser = try await county.browser(role, at: "near")
      for route in WalkedRoute.all(county.town.office)
      where route.namesSomething && !route.isForEverybody
        && (route.template.contains("{person}") || route.template.contains("{organisation}"))
      {
        let foreign = try await route.ask(browser, county.far, Self.fields(county))
        let missing = try await route.ask(browser, nothing, Self.fields(county))
        #expect(foreign.status == missing.status, "\(role) \(route.template)")
        #expect(Self.words(foreign.text) == Self.words(missing.text), "\(role) \(route.template)")
      }
    }
  }

  /// A page without the number of its request, which is never the same.
  private static func words(_ text: String) -> String {
    guard let place = text.firstRange(of: "请求编号") else { return text }
    return String(text[..<place.lowerBound])
  }

  @Test func `forms about the own town do not reach into another`() async throws {
    let county = try await TwoTowns()
    let (near, far) = (county.near, county.far)
    let place = ("organisation", "\(far.organisation)")
    let attempts: [(Role, String, [(String, String)])] = [
      (.systemAdministrator, "/people", [("name", "别人"), ("account", "any.body"), place]),
      (
        .systemAdministrator, "/people/\(near.person)/change", [("name", "别人"), ("revision", "1"), place]
      ),
      (
        .systemAdministrator, "/years/2026/deadline",
        [("step", "target.approval"), ("day", "2026-10-31"), ("was", ""), ("revision", "0"), place]
      ),
      (
        .systemAdministrator, "/years/2026/deadline/remove",
        [("step", "target.submission"), ("revision", "1"), place]
      ),
      (
        .financeReviewer, "/years/2026/extend",
        [("step", "target.submission"), ("day", "2026-10-31"), ("reason", "停电"), place]
      ),
      (.securityAdministrator, "/people/\(near.person)/rights/give", [("role", "evaluator"), place]),
      (
        .securityAdministrator, "/people/\(near.person)/deputies/appoint",
        [("account", "far.reader"), ("lastDay", "2026-12-31")]
      ),
      (
        .securityAdministrator, "/people/\(near.person)/deputies/\(far.deputy)/end", [("revision", "1")]
      ),
      (
        .securityAdministrator, "/people/\(near.person)/rights/\(far.assignment)", [("revision", "1")]
      ),
    ]
    let before = try await county.town.entryCount()
    for (role, path, fields) in attempts {
      let browser = try await county.browser(role, at: "near")
      let signedIn = try await county.town.entryCount()
      let answer = try await browser.send(path, fields)
      #expect([400, 403, 404].contains(answer.status), "\(path): \(answer.status)")
      for word in TwoTowns.foreignWords where !fields.contains(where: { $0.1 == word }) {
        #expect(!answer.text.contains(word), "\(path) shows \(word)")
      }
      #expect(try await county.town.entryCount() == signedIn, "\(path)")
    }
    #expect(try await county.town.entryCount() > before)
  }

  @Test func `lists and searches of a town have nobody of another`() async throws {
    let county = try await TwoTowns()
    for role in Role.allCases {
      let browser = try await county.browser(role, at: "near")
      for path in ["/", "/people", "/people?q=far", "/people?q=%E7%A7%98", "/people?show=left", "/years"] {
        let text = try await browser.get(path).text
        for word in TwoTowns.foreignWords where word != "far" {
          #expect(!text.contains(word), "\(role) \(path) shows \(word)")
        }
      }
    }
  }
}
