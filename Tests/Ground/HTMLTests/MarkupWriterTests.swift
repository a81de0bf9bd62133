// The writer of markup: what it escapes, what it replaces, what it never lets through.
import HTML
import Testing

@Suite struct MarkupWriterTests {
  private func written(_ write: (inout MarkupWriter) -> Void) -> String {
    var writer = MarkupWriter()
    write(&writer)
    return String(decoding: writer.finish().bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""),
    ("数量指标≥3次", "数量指标≥3次"),
    ("A<B & \"C\" > 'D'", "A&lt;B &amp; &quot;C&quot; &gt; 'D'"),
    ("]]>", "]]&gt;"),
    ("a\tb\nc", "a\tb\nc"),
    ("a\r\nb\rc\r", "a\nb\nc\n"),
    ("\u{202E}倒\u{200F}😀\u{1F468}\u{200D}\u{1F469}", "\u{202E}倒\u{200F}😀\u{1F468}\u{200D}\u{1F469}"),
    ("（，。）\u{FFFD}\u{FEFF}", "（，。）\u{FFFD}\u{FEFF}"),
    ("¡£\u{A0}é", "¡£\u{A0}é"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
  ]) func `Text stands as it is but for the letters of markup`(text: String, expected: String) {
    #expect(written { $0.text(text) } == expected)
  }

  @Test(
    arguments: [
      0x0, 0x1, 0x8, 0xB, 0xC, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE,
      0x1FFFF, 0x10FFFE, 0x10FFFF,
    ] as [UInt32]) func `A character that no document may hold is replaced and counted`(code: UInt32) throws
  {
    let character = String(try #require(Unicode.Scalar(code)))
    var writer = MarkupWriter()
    writer.text("甲\(character)乙")
    writer.attribute("title", character)
    #expect(writer.replacedCount == 2)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "甲\u{FFFD}乙 title=\"\u{FFFD}\"")
  }

  @Test func `Every character comes through, or its escape, or the replacement`() {
    for code in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      var writer = MarkupWriter(capacity: 16)
      writer.text(String(scalar))
      let isForbidden =
        code < 0x20 && ![9, 10, 13].contains(code) || (0x7F...0x9F).contains(code)
        || (0xFDD0...0xFDEF).contains(code) || code & 0xFFFE == 0xFFFE
      let expected =
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "\r": "\n"
        default: isForbidden ? "\u{FFFD}" : String(scalar)
        }
      guard Array(expected.utf8) == writer.bytes, writer.replacedCount == (isForbidden ? 1 : 0) else {
        Issue.record("U+\(String(code, radix: 16))")
        return
      }
    }
  }

  @Test func `Parts of strings and foreign strings are escaped alike`() {
    let text = "甲<乙>丙"
    #expect(written { $0.text(text.dropFirst()) } == "&lt;乙&gt;丙")
    #expect(written { $0.text(text.prefix(2)) } == "甲&lt;")
  }

  @Test(arguments: [
    ("甲", "甲"), ("甲\n乙", "甲<br>乙"), ("甲\r\n\r乙\n", "甲<br><br>乙<br>"), ("<\n>", "&lt;<br>&gt;"),
  ]) func `Lines end with a break`(text: String, expected: String) {
    #expect(written { $0.lines(text) } == expected)
  }

  @Test func `Elements close what they open`() {
    let page = written {
      $0.element("ul", ["class": "a\" onclick=\"x"]) { list in
        for name in ["一", "<二>"] { list.element("li") { $0.text(name) } }
        list.startTag("input", ["value": "三&"])
      }
    }
    #expect(
      page
        == "<ul class=\"a&quot; onclick=&quot;x\"><li>一</li><li>&lt;二&gt;</li><input value=\"三&amp;\"></ul>")
  }

  @Test func `Attributes are quoted, flags stand alone, numbers are digits`() {
    let tag = written {
      $0.markup("<input")
      $0.attribute("size", 12)
      $0.attribute("max", Int.min)
      $0.attribute("min", 0)
      $0.attribute("checked", isSet: true)
      $0.attribute("disabled", isSet: false)
      $0.markup(">")
    }
    #expect(tag == "<input size=\"12\" max=\"-9223372036854775808\" min=\"0\" checked>")
  }

  @Test(arguments: [
    "/forms/3?a=1&b=2", "forms/3", "#row-3", "", "https://example.org/a:b", "HTTPS://example.org",
    "mailto:a@example.org", "tel:110", "?q=a:b", "/a:b", "./javascript:alert(1)",
  ]) func `Addresses that lead somewhere stay`(address: String) {
    let expected = address.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    #expect(written { $0.address("href", address) } == " href=\"\(expected)\"")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "java\tscript\r:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc",
    "blob:x", ":x",
  ]) func `Addresses that could run a program do not`(address: String) {
    #expect(written { $0.address("href", address) } == " href=\"#\"")
  }

  @Test func `JSON cannot end the script it stands in`() {
    #expect(
      written { $0.json("{\"a\":\"</script><!--&\"}".utf8) }
        == "{\"a\":\"\\u003C/script\\u003E\\u003C!--\\u0026\"}")
  }

  @Test func `A fragment is put in as it is`() {
    var inner = MarkupWriter()
    inner.element("b") { $0.text("<") }
    let fragment = inner.finish()
    #expect(written { $0.fragment(fragment) } == "<b>&lt;</b>")
    #expect(MarkupFragment.empty.bytes.isEmpty)
  }
}
