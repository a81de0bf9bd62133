// JSON texts are read strictly, and what is none is told with its line and column.
import JSONText
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) -> JSONValue? { try? JSONReader.read(Array(text.utf8)) }

  @Test func `a text of every kind becomes a tree`() {
    let tree = read(#" {"a": [1, -2.50e+3, "x\n\u4e07\ud83d\ude00", true, false, null], "b": {}} "#)
    #expect(
      tree
        == .object([
          .init(
            key: "a",
            value: .list([
              .number("1"), .number("-2.50e+3"), .text("x\n万😀"), .truth(true), .truth(false), .null,
            ])), .init(key: "b", value: .object([])),
        ]))
    #expect(tree?["a"]?.elements?.first?.whole == 1)
    #expect(tree?["c"] == nil)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":}", "{a:1}", "01", "1.", "-", "\"", "\"\\x\"", "nul", "[1] 2", "\"\u{1}\"", "+1",
    "[1 2]",
    "{\"a\" 1}", "\"\\u12\"",
  ])
  func `a text that is no JSON is refused`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `a failure tells line and column`() {
    #expect(throws: JSONFailure(problem: .unexpectedByte, line: 2, column: 5)) {
      try JSONReader.read(Array("{\n\"a\":x}".utf8))
    }
  }

  @Test func `nesting has a limit`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONFailure(problem: .tooDeep, line: 1, column: 66)) {
      try JSONReader.read(Array(deep.utf8))
    }
  }

  @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83d\u0041""#])
  func `half a character becomes the replacement character`(text: String) {
    #expect(read(text)?.text?.unicodeScalars.contains("\u{FFFD}") == true)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    #expect(throws: JSONFailure.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test func `what the writer writes the reader reads`() {
    var json = JSONWriter(indent: 2)
    json.object { json in
      json.member("text", "引号\" 反斜杠\\ 换行\n 控制\u{1}")
      json.member("count", 7)
      json.member("none", nil as String?)
    }
    let value = try? JSONReader.read(json.bytes)
    #expect(value?["text"]?.text == "引号\" 反斜杠\\ 换行\n 控制\u{1}")
    #expect(value?["count"]?.whole == 7)
    #expect(value?["none"] == .null)
  }
}
