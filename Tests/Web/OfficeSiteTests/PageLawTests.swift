// Laws that every page of administration keeps.
import HTTP
import OfficeOperations
import Organisations
import Testing

@testable import OfficeSite

struct PageLawTests {
  @Test func `every page has one heading, unique ids, tokens in its forms, and nothing inline`() async throws
  {
    let town = try await TownOffice()
    let (system, security, audit) = (
      try await town.system(), try await town.security(), try await town.audit()
    )
    let person = try await town.person(TownOffice.accounts[0]).person.id
    _ = try await system.get("/years")
    _ = try await system.send("/years", [("year", "2026")])
    let pages: [(Browser, [String])] = [
      (
        system,
        [
          "/", "/organisations", "/organisations/add", "/organisations/import", "/people", "/people/add",
          "/people/\(person)", "/people/\(person)/change", "/years", "/years/2026/deadline", "/rule-sets",
          "/rule-sets/dongguan-towns-2026?year=2026", "/account/time-codes", "/account/deputies",
        ]
      ),
      (
        security,
        [
          "/people", "/people/\(person)", "/people/\(person)/rights/give",
          "/people/\(person)/deputies/appoint", "/people/import-rights", "/account-rules",
        ]
      ), (audit, ["/", "/ledger", "/people/\(person)"]),
    ]
    for (browser, paths) in pages {
      for path in paths {
        let answer = try await browser.get(path)
        #expect(answer.status == 200, "\(path)")
        expectLaws(answer.text, path)
      }
    }
  }

  @Test func `no word in the address is repeated as something done`() async throws {
    let town = try await TownOffice()
    let system = try await town.system()
    #expect(try await system.get("/people?done=added").text.contains("已新增。"))
    #expect(try await !system.get("/people?done=%E5%81%87").text.contains("假"))
  }
}
