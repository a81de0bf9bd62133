// Every page of the office that somebody can come to by links, held against the rules of accessibility.
import BrowserProbes
import JSONText
import Model
import OfficeOperations
import Organisations
import Testing

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct AccessibilityTests {
    /// Pages of one account at most.
    private static let pagesMax = 70

    /// What is no page, or leaves the session.
    private static func isPage(_ path: String) -> Bool {
      let parts = path.prefix { $0 != "?" }.split(separator: "/")
      return !parts.contains { ["file", "template", "original", "assets", "export"].contains($0) }
        && !(parts.count == 4 && parts[2] == "attachments") && parts.first != "metrics"
        && parts.first != "health"
    }

    /// The same page of another thing, or with another word in its address, is the same page.
    private static func kind(of path: String) -> String {
      let place = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map { part in
        part.allSatisfy(\.isNumber) ? "#" : String(part)
      }
      let names = path.split(separator: "?").dropFirst().first.map { query in
        query.prefix { $0 != "#" }.split(separator: "&").map { $0.prefix { $0 != "=" } }.sorted()
      }
      return place.joined(separator: "/") + "?" + (names ?? []).joined(separator: "&")
    }

    /// Goes over all pages that links lead to.
    ///
    /// - Returns: how many there were.
    private func walk(_ office: FormOffice, from starts: [String]) async throws -> Int {
      let browser = office.browser
      var open = starts
      var seen: Set<String> = []
      var count = 0
      while let path = open.popLast(), count < Self.pagesMax {
        guard seen.insert(Self.kind(of: path)).inserted, Self.isPage(path) else { continue }
        try await browser.open(office.place + path)
        guard try await browser.count("main") > 0 else { continue }
        count += 1
        let wrong = try await browser.run(AccessibilityLaw.script).elements?.compactMap(\.text) ?? []
        #expect(wrong.isEmpty, "\(path): \(wrong.count) \(wrong.prefix(12))")
        let links =
          try await browser.run(
            "return [...document.querySelectorAll('a[href^=\"/\"]')].map((one) => one.getAttribute('href'))"
          ).elements?.compactMap(\.text) ?? []
        open += links.reversed()
      }
      return count
    }

    @Test func `nobody is left out on any page that a clerk can come to`() async throws {
      try await FormOffice.run { office in
        _ = try await office.lastYear(SampleRecords.sound(), named: "沟渠清淤")
        let form = try await office.form(SampleRecords.courtyard(rows: 3), named: "示范庭院创建")
        let count = try await walk(
          office, from: ["/", "/forms/\(form)", "/forms/\(form)/submit", "/projects"])
        #expect(count > 12, "\(count) pages")
      }
    }

    @Test(arguments: OfficeInBrowser.accounts.map { $0.1 })
    func `nor on any that an administrator can come to`(account: String) async throws {
      try await FormOffice.run { office in
        try await office.signIn(office.browser, account, OfficeInBrowser.password)
        let count = try await walk(office, from: ["/"])
        #expect(count > 5, "\(count) pages")
      }
    }

    @Test(arguments: [Role.departmentReviewer, .financeReviewer, .evaluator, .reader])
    func `nor on those of whoever reads forms`(role: Role) async throws {
      try await FormOffice.run { office in
        _ = try await office.form(SampleRecords.courtyard(), named: "示范庭院创建")
        let account = try await office.person(as: role)
        try await office.signIn(office.browser, account)
        #expect(try await walk(office, from: ["/"]) > 2)
      }
    }

    @Test func `nor on the way in`() async throws {
      try await FormOffice.run { office in
        try await office.browser.open(office.place + "/sign-in")
        try await office.browser.forgetCookies()
        for path in ["/sign-in", "/sign-in?next=/people", "/nothing/here", "/set-up/nothing"] {
          try await office.browser.open(office.place + path)
          let wrong = try await office.browser.run(AccessibilityLaw.script).elements?.compactMap(\.text)
          #expect(wrong == [], "\(path)")
        }
      }
    }

    @Test(arguments: [
      ("<html><main><h1>x</h1><input></main>", "label"),
      ("<html><main><h1>x</h1><p id=a><p id=a>", "duplicate-id"),
      ("<html><main><h1>x</h1><table><caption>t</caption><tr><th>a<td>b</table>", "scope-attr-valid"),
      ("<html><main><h1>x</h1><p style='color:#aaa'>x</p></main>", "color-contrast"),
      ("<html><main><h1>x</h1><h3>y</h3></main>", "heading-order"),
      ("<html><main><h1>x</h1><button></button></main>", "button-name"),
      ("<html><main><h1>x</h1><a href=/ tabindex=2>y</a></main>", "tabindex"),
      ("<html><main><h1>x</h1><p aria-describedby=q>y</p></main>", "aria-describedby-leads-nowhere"),
      ("<html><h1>x</h1>", "landmark-one-main"),
      ("<html><main><h1>x</h1><svg width=9 height=9></svg>", "svg-img-alt"),
    ])
    func `each rule finds what breaks it`(page: String, rule: String) async throws {
      let browser = try await SharedBrowser.only.browser()
      try await browser.open("data:text/html;charset=utf-8," + page.replacing("#", with: "%23"))
      let wrong = try await browser.run(AccessibilityLaw.script).elements?.compactMap(\.text) ?? []
      #expect(wrong.contains { $0.hasPrefix(rule) }, "\(wrong)")
    }
  }
}
