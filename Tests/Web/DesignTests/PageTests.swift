// Laws about pages: nothing inline, names for everything, and no text that becomes markup.
import HTML
import HTTP
import Testing

@testable import Design

struct PageTests {
  private static let token = FormToken(secret: [UInt8](repeating: 7, count: 32))

  private func text(_ page: Page) -> String { String(decoding: page.bytes, as: UTF8.self) }

  private var living: String { text(LivingPage.page(token: Self.token, contrast: .automatic)) }

  @Test func `the living page is whole, with nothing inline`() {
    let probe = MarkupProbe(living)
    #expect(probe.isBalanced)
    #expect(probe.tags.count > 400)
    for tag in probe.tags {
      #expect(tag.attributes["style"] == nil)
      #expect(tag.attributes.keys.allSatisfy { !$0.hasPrefix("on") }, "\(tag)")
      #expect(tag.name != "style")
      if tag.name == "script" { #expect(tag.attributes["src"]?.hasPrefix("/assets/") == true) }
    }
  }

  @Test func `ids come once, and what is pointed at is there`() {
    let tags = MarkupProbe(living).tags
    let ids = tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in tags {
      for name in ["for", "aria-labelledby", "aria-describedby", "data-opens"] {
        for id in (tag.attributes[name] ?? "").split(separator: " ") {
          #expect(ids.contains(String(id)), "\(id)")
        }
      }
      if let link = tag.attributes["href"], link.hasPrefix("#") {
        #expect(ids.contains(String(link.dropFirst())))
      }
    }
  }

  @Test func `every field has a name that is read aloud, every page one heading`() {
    let tags = MarkupProbe(living).tags
    let labelled = Set(tags.compactMap { $0.attributes["for"] })
    for tag in tags where ["input", "select", "textarea"].contains(tag.name) {
      if ["hidden", "checkbox", "radio"].contains(tag.attributes["type"]) { continue }
      let isNamed = tag.attributes["aria-label"] != nil || labelled.contains(tag.attributes["id"] ?? "")
      #expect(isNamed, "\(tag)")
    }
    #expect(tags.count { $0.name == "h1" } == 1)
    #expect(tags.count { $0.name == "main" } == 1)
    #expect(tags.filter { $0.name == "svg" }.allSatisfy { $0.attributes["aria-hidden"] == "true" })
  }

  @Test func `every class of the living page has a rule`() async throws {
    let style = try await assetText(DesignAssets.styleLink)
    let classes = Set(
      MarkupProbe(living).tags.flatMap {
        ($0.attributes["class"] ?? "").split(separator: " ").map(String.init)
      })
    for name in classes.subtracting(["lead", "menu", "refusal"]) {
      #expect(style.contains("." + name), "\(name)")
    }
  }

  @Test func `every form carries a token of its own letters`() {
    let tags = MarkupProbe(living).tags
    let posts = tags.count { $0.name == "form" && $0.attributes["method"] == "post" }
    let copies = tags.filter { $0.attributes["name"] == "_token" }.compactMap { $0.attributes["value"] }
    #expect(posts == 2)
    #expect(copies.count == posts)
    #expect(Set(copies).count == posts)
    #expect(copies.allSatisfy { Self.token.accepts($0) })
  }

  @Test func `no text becomes markup`() {
    let evil = "\"'><script>alert(1)</script>&lt;"
    var question = Question("q", evil, .text(value: evil, placeholder: evil))
    question.hint = evil
    question.fault = evil
    question.reading = evil
    var finding = FindingCard(.stop, 1, evil, text: evil)
    finding.reason = (evil, evil)
    finding.anchor = evil
    finding.sum = SumColumn([.init(evil, evil, evil)])
    var cell = SheetCell(id: "c", evil, evil, reading: evil)
    cell.judgement = .ask
    cell.finding = (1, evil)
    let components: [any Component] = [
      question, finding, cell, Notice(.ask, evil, text: evil), Tag(.late, evil),
      Mark(.tell, evil, spoken: evil),
      Button(evil, .send(name: evil, value: evil)), Offer(evil, name: evil, value: evil), Words(evil),
      Question("w", evil, .lines(value: evil, rows: 2)),
      Question("s", evil, .select(value: evil, options: [(evil, evil)])), Tick(evil, evil),
      Choice(evil, evil, [(evil, evil)], value: nil), Panel(evil, note: evil, [Words(evil)]),
      Tabs(evil, [(Destination(evil, .root), 1)]), Dialog(id: evil, evil, [Words(evil)], buttons: []),
      EmptyPlace(evil, evil), Season([.init(.now, evil, evil, note: evil)]), Paragraph(.note, evil),
      ListTable(evil, columns: [.init(evil)], rows: [.init(Lead(evil, .root, below: evil), [])]),
      Equation([.number(evil, from: evil), .sign(evil, isBreach: true), .outcome(evil, note: evil, .pass)]),
      PageBar(evil, back: Destination(evil, .root)),
      FootBar(left: [], keys: [(evil, evil)], note: evil, buttons: []),
      SavingState(.lost, evil), FindingList([finding]),
    ]
    let page = Page(
      evil,
      masthead: Masthead(
        place: evil, destinations: [Destination(evil, .root)], search: .root,
        reader: .init(
          place: evil, role: evil, destinations: [Destination(evil, .root)], signOut: (.root, Self.token))),
      content: components)
    let markup = text(page)
    #expect(!markup.contains("<script>"))
    #expect(!markup.contains("alert(1)</script"))
    #expect(markup.contains("&quot;'&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;"))
    let probe = MarkupProbe(markup)
    #expect(probe.isBalanced)
    #expect(probe.tags.count { $0.name == "script" } == 1)
    #expect(probe.tags.allSatisfy { $0.attributes["onclick"] == nil })
  }

  @Test(arguments: [
    ("high", Page.Contrast.high), ("normal", .normal), ("other", .automatic), ("", .automatic),
  ])
  func `the reader's contrast comes from the cookie`(cookie: String, contrast: Page.Contrast) throws {
    var request = Request(method: .get, target: try RequestTarget(parsing: "/"))
    request.headers[.cookie] = try HeaderValue("contrast=\(cookie)")
    #expect(Page.Contrast(request) == contrast)
    let markup = text(LivingPage.page(token: Self.token, contrast: contrast))
    #expect(markup.contains("<html lang=\"zh-CN\" data-contrast=\"high\">") == (contrast == .high))
  }

  @Test func `a refusal is a page with what to do and a number to tell`() async throws {
    var router = Router<PlainContext>()
    LivingPage.add(to: &router)
    let site = Site(
      router, layers: [RequestIdentity(), SecurityHeaders(), CrossSiteProtection()],
      errors: ErrorResponses(page: ErrorPage.response))
    let response = await site.respond(
      to: Request(method: .get, target: try RequestTarget(parsing: "/nothing")))
    #expect(response.status == .notFound)
    guard case .bytes(let bytes) = response.body else {
      Issue.record("no page")
      return
    }
    let markup = String(decoding: bytes, as: UTF8.self)
    #expect(markup.contains("没有这一页"))
    #expect(markup.contains(try #require(response.headers.text(.requestID))))
    let page = await site.respond(to: Request(method: .get, target: try RequestTarget(parsing: "/design")))
    #expect(page.status == .ok)
    #expect(page.headers[.setCookie] != nil)
  }
}
