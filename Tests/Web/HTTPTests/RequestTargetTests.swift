// Paths and queries as clients write them, and as attackers do.
import HTTP
import Testing

struct RequestTargetTests {
  @Test(
    arguments: [
      ("/", []), ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/%E6%A1%A5", ["桥"]), ("/a%20b", ["a b"]),
      ("/a+b", ["a+b"]), ("/a?b=/c/..", ["a"]), ("//a", ["", "a"]), ("http://h/a", ["a"]), ("https://h", []),
      ("/a/", ["a"]), ("/...", ["..."]), ("/.well-known/x", [".well-known", "x"]),
    ] as [(String, [String])])
  func `paths are taken apart and decoded once`(text: String, segments: [String]) throws {
    #expect(try RequestTarget(parsing: text).segments == segments)
  }

  @Test(arguments: [
    "", "a", "*", "/..", "/a/../b", "/./a", "/%2e%2e/a", "/%2E", "/a%2Fb", "/a%5Cb", "/a%00", "/%", "/%4",
    "/%zz", "/%FF", "/%C0%AF", "/a b", "/a\u{0}", "/a#b", "/a%0d%0aX: y", "ftp://h/a", "http:/a",
    String(repeating: "/a", count: 70),
  ])
  func `what is no address of ours is refused`(text: String) {
    #expect(throws: Refusal.badTarget) { try RequestTarget(parsing: text) }
  }

  @Test func `an address that is too long is refused before it is looked at`() {
    #expect(throws: Refusal.targetTooLong) {
      try RequestTarget(parsing: "/" + String(repeating: "a", count: 8_001))
    }
  }

  @Test func `a query is read into fields`() throws {
    let query = try RequestTarget(parsing: "/a?q=%E6%A1%A5+1&page=2&page=3").query()
    #expect(query["q"] == "桥 1")
    #expect(query.all("page") == ["2", "3"])
  }

  @Test func `a query that cannot be read is refused when it is asked for`() throws {
    let target = try RequestTarget(parsing: "/a?q=%FF")
    #expect(throws: Refusal.badForm(.badCoding)) { try target.query() }
  }

  @Test(arguments: [
    "//evil.example", "/\\evil.example", "https://evil.example", "", "a", "/a\r\nb", "/a b", "/中",
  ])
  func `an address from outside that could lead away is no link`(text: String) {
    #expect(Link(local: text) == nil)
  }

  @Test(arguments: ["/", "/a", "/a?b=c&d=%20", "/a#b", "/a//b"])
  func `an address inside is a link`(text: String) {
    #expect(Link(local: text)?.text == text)
  }
}
