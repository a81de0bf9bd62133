// One description of a path reads requests and prints links.
import Testing

@testable import HTTP

struct PathTests {
  private let version = Path<String, Int>("/projects/{project}/versions/{version}")

  @Test func `a path prints its address`() {
    #expect(version("p1", 3).text == "/projects/p1/versions/3")
    #expect(FixedPath("/").callAsFunction().text == "/")
    #expect(FixedPath("/a/b").callAsFunction().text == "/a/b")
  }

  @Test func `whatever a value holds, it stays one segment`() {
    #expect(version("a/../b?c#d\r\n", 1).text == "/projects/a%2F..%2Fb%3Fc%23d%0D%0A/versions/1")
    #expect(version("//evil", 0).text == "/projects/%2F%2Fevil/versions/0")
  }

  @Test(arguments: ["", ".", ".."])
  func `a value that is no segment leads to nothing, and nowhere else`(name: String) throws {
    let link = version(name, 1)
    #expect(link.text == "/projects/%EF%BF%BD/versions/1")
    #expect(try RequestTarget(parsing: link.text).segments.count == 4)
  }

  @Test func `what is printed is read back`() throws {
    var random = SeededRandom(11)
    for _ in 0..<300 {
      let name = random.text().filter { !"/\\\r\n\t".contains($0) } + "x"
      let number = random.below(1 << 40)
      let target = try RequestTarget(parsing: version(name, number).text)
      let values = version.values(of: target.segments)
      #expect(values?.0 == name)
      #expect(values?.1 == number)
    }
  }

  @Test(arguments: ["", "01", "-1", "+1", "1.0", "１", "9999999999999999999", "1e3", " 1"])
  func `a number has one way to be written`(text: String) {
    #expect(Int(segment: text) == nil)
  }

  @Test func `a link takes a query and a place in the page`() {
    let link = version("p", 1).with([("q", "桥 &")]).at("c-1")
    #expect(link.text == "/projects/p/versions/1?q=%E6%A1%A5%20%26#c-1")
    #expect(link.with([]).text == "/projects/p/versions/1")
  }
}

struct RouterTests {
  private static func router() -> Router<PlainContext> {
    var router = Router<PlainContext>()
    router.get(FixedPath("/")) { _, _ in .text("home") }
    router.get(Path<Int>("/projects/{number}")) { _, _, number in .text("number \(number)") }
    router.get(Path<String>("/projects/{name}")) { _, _, name in .text("name \(name)") }
    router.get(FixedPath("/projects/all")) { _, _ in .text("all") }
    router.post(FixedPath("/projects")) { _, _ in .text("made") }
    router.get(Path<String>("/projects/{name}/edit")) { _, _, name in .text("edit \(name)") }
    router.get(FixedPath("/projects/all/print")) { _, _ in .text("print") }
    router.getBelow(FixedPath("/files")) { _, _, rest in .text(rest.joined(separator: "|")) }
    return router
  }

  private func answer(_ method: Method, _ path: String) async throws -> String {
    let target = try RequestTarget(parsing: path)
    let request = Request(method: method, target: target)
    switch Self.router().find(method, target.segments) {
    case .route(let route, let handler):
      let response = try await handler(request, PlainContext(ContextParts(requestID: RequestID())))
      guard case .bytes(let bytes) = response.body else { return "" }
      return "\(route.template): \(String(decoding: bytes, as: UTF8.self))"
    case .otherMethods(let methods): return methods.map(\.rawValue).joined(separator: " ")
    case .nothing: return "nothing"
    }
  }

  @Test(arguments: [
    (Method.get, "/", "/: home"), (.head, "/", "/: home"), (.post, "/", "GET HEAD"),
    (.get, "/projects/all", "/projects/all: all"), (.get, "/projects/12", "/projects/{number}: number 12"),
    (.get, "/projects/012", "/projects/{name}: name 012"),
    (.get, "/projects/%E6%A1%A5", "/projects/{name}: name 桥"),
    (.get, "/projects/all/edit", "/projects/{name}/edit: edit all"),
    (.get, "/projects/all/print", "/projects/all/print: print"), (.get, "/projects", "POST"),
    (.get, "/projects/all/other", "nothing"), (.get, "/projects//edit", "nothing"),
    (.get, "/files/a/b.txt", "/files/{...}: a|b.txt"), (.get, "/files", "nothing"),
    (.delete, "/files/a", "GET HEAD"), (.delete, "/nowhere", "nothing"),
  ])
  func `paths find their handlers`(method: Method, path: String, found: String) async throws {
    #expect(try await answer(method, path) == found)
  }

  @Test func `the listing reads as the map of the site`() {
    let lines = Self.router().listing.map { "\($0.method.rawValue) \($0.template)" }
    #expect(lines.count == 8)
    #expect(lines.first == "GET /")
    #expect(lines.last == "GET /files/{...}")
  }
}
