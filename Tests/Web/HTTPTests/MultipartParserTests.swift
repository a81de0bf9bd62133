// Uploads taken apart: the same events however the bytes are cut, and an end to every hostile one.
import HTTP
import Testing

struct MultipartParserTests {
  private static let type = "multipart/form-data; boundary=xYz"

  /// Events as text: `[name|file|type]`, then the bytes, then `.`.
  private func events(_ body: [UInt8], pieces: [Int], type: String = Self.type) throws -> String {
    var parser = try #require(MultipartParser(contentType: type))
    var log = ""
    var bytes: [UInt8] = []
    var rest = body[...]
    var sizes = pieces.makeIterator()
    while !rest.isEmpty {
      let size = max(1, sizes.next() ?? rest.count)
      try parser.feed(Array(rest.prefix(size))) { event in
        switch event {
        case .part(let head): log += "[\(head.name)|\(head.fileName ?? "-")|\(head.contentType ?? "-")]"
        case .bytes(let piece): bytes += piece
        case .partEnd:
          log += String(decoding: bytes, as: UTF8.self) + "."
          bytes = []
        case .end: log += "end"
        }
      }
      rest = rest.dropFirst(size)
    }
    return parser.isEnded ? log : log + "open"
  }

  private static let sound = """
    --xYz\r\nContent-Disposition: form-data; name="a"\r\n\r\n一\r\n--xYz \t\r\n\
    content-disposition: FORM-DATA; name=b; filename="桥 \\"1\\".docx"\r\nContent-Type: x/y\r\n\r\n\
    \r\n--xY\r\n--xYy\r\n\r\n--xYz\r\nContent-Disposition: form-data; name="c"\r\n\r\n\r\n--xYz--\r\nafter
    """
  private static let read = "[a|-|-]一.[b|桥 \"1\".docx|x/y]\r\n--xY\r\n--xYy\r\n.[c|-|-].end"

  @Test func `a sound body is read whole`() throws {
    #expect(try events(Array(Self.sound.utf8), pieces: []) == Self.read)
  }

  @Test func `however the bytes are cut, the events are the same`() throws {
    let body = Array(Self.sound.utf8)
    for size in 1...40 { #expect(try events(body, pieces: Array(repeating: size, count: 500)) == Self.read) }
    var random = SeededRandom(3)
    for _ in 0..<200 {
      #expect(try events(body, pieces: (0..<100).map { _ in 1 + random.below(30) }) == Self.read)
    }
  }

  @Test func `bytes that are no text come through`() throws {
    let content = (0...255).map { UInt8($0) } + [0x0D, 0x0A, 0x2D, 0x2D, 0x78]
    let head = Array("--xYz\r\nContent-Disposition: form-data; name=f; filename=g\r\n\r\n".utf8)
    let body = head + content + Array("\r\n--xYz--".utf8)
    var parser = try #require(MultipartParser(contentType: Self.type))
    var bytes: [UInt8] = []
    try parser.feed(body) { if case .bytes(let piece) = $0 { bytes += piece } }
    #expect(bytes == content)
  }

  @Test func `a preamble is passed over`() throws {
    let body = "hello\r\n--xYz\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--xYz--"
    #expect(try events(Array(body.utf8), pieces: []) == "[a|-|-]1.end")
  }

  @Test(arguments: [
    "--xYz\r\n\r\n\r\n1\r\n--xYz--", "--xYz\r\nContent-Type: a\r\n\r\n1\r\n--xYz--",
    "--xYz\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--xYz--",
    "--xYz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xYz--",
    "--xYz\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n1\r\n--xYz--",
    "--xYz\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\n1\r\n--xYz--",
    "--xYz\r\nno colon\r\n\r\n1\r\n--xYz--", "--xYzAAAA\r\n",
    "--xYz\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\n1\r\n--xYz--",
    String(repeating: "x", count: 5_000),
  ])
  func `a broken body is refused`(body: String) {
    #expect(throws: FormFault.broken) { try events(Array(body.utf8), pieces: []) }
  }

  @Test(arguments: [
    "", "--xYz", "--xYz\r\nContent-Dis", "--xYz\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
  ])
  func `a body that ends early is not ended`(body: String) throws {
    #expect(try events(Array(body.utf8), pieces: []).hasSuffix("open"))
  }

  @Test func `a head without end is refused`() {
    let body = "--xYz\r\nA: " + String(repeating: "x", count: 9_000)
    #expect(throws: FormFault.tooLong) { try events(Array(body.utf8), pieces: [500]) }
  }

  @Test func `too many parts are refused`() throws {
    var parser = try #require(MultipartParser(contentType: Self.type, partsMax: 3))
    let part = "--xYz\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
    #expect(throws: FormFault.tooManyFields) {
      try parser.feed(Array(String(repeating: part, count: 4).utf8)) { _ in }
    }
  }

  @Test(arguments: [
    "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a",
    "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=a\"b",
    "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
  ])
  func `a type without a sound boundary is no upload`(type: String) {
    #expect(MultipartParser(contentType: type) == nil)
  }
}
