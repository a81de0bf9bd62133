// Texts are made safe for paper: what is replaced or left out is told.
import Testing

@testable import SheetPrinting

@Suite struct PrintableTextTests {
  @Test(arguments: [
    "", "产出指标", "≥30座", "a b\nc", "①②③ ㎡ ‰ ℃", "“引号”……——《书名》", "𠮷野家", "ئۇيغۇر", "cafe\u{301}", "葛\u{E0100}城",
    "]]><b>&amp;", "=HYPERLINK(\"x\")",
  ])
  func `usual texts stay as they are`(text: String) {
    let printable = PrintableText(text)
    #expect(Array(printable.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(printable.changes.isEmpty)
  }

  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\u{2028}b\u{2029}c\u{85}d", "a\nb\nc\nd"), ("a\tb", "a b"),
    ("a\n\n", "a"), ("\r\n\r\n", ""), ("a\n\rb", "a\n\nb"),
  ])
  func `line ends of all kinds become one, and tabs blanks`(raw: String, text: String) {
    let printable = PrintableText(raw)
    #expect(Array(printable.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(printable.changes.isEmpty)
  }

  @Test(arguments: [
    ("\u{7}", "〔U+0007〕"), ("a\u{0}b", "a〔U+0000〕b"), ("\u{1B}[31m", "〔U+001B〕[31m"), ("\u{9C}", "〔U+009C〕"),
    ("\u{FFFE}", "〔U+FFFE〕"), ("\u{1FFFF}", "〔U+1FFFF〕"), ("\u{FFFD}", "〔U+FFFD〕"),
    ("\u{FFFC}", "〔U+FFFC〕"),
  ])
  func `what cannot be printed is shown by number and told`(raw: String, text: String) {
    let printable = PrintableText(raw)
    #expect(printable.text == text)
    #expect(printable.changes.map(\.matter) == [.unprintable])
    #expect(printable.changes.map(\.count) == [1])
  }

  @Test(arguments: [
    "\u{202E}", "\u{2066}", "\u{200F}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{E0041}", "\u{3164}",
  ])
  func `invisible signs that could hide or turn others are left out and told`(sign: String) {
    let printable = PrintableText("预算\(sign)金额\(sign)")
    #expect(Array(printable.text.unicodeScalars) == Array("预算金额".unicodeScalars))
    #expect(printable.changes.map(\.matter) == [.leftOut])
    #expect(printable.changes.map(\.count) == [2])
  }

  @Test func `marks piled on one letter are cut at eight`() {
    let printable = PrintableText("Z" + String(repeating: "\u{301}", count: 20) + "e\u{301}")
    #expect(printable.text.unicodeScalars.count == 1 + 8 + 2)
    #expect(printable.changes == [TextChange(matter: .leftOut, scalar: "\u{301}", count: 12)])
  }

  @Test func `missing characters are shown by number, each counted`() {
    let printable = PrintableText("a\u{1F9FF}b\u{1F9FF}").showing(missing: ["\u{1F9FF}"])
    #expect(printable.text == "a〔U+1F9FF〕b〔U+1F9FF〕")
    #expect(printable.changes == [TextChange(matter: .missingGlyph, scalar: "\u{1F9FF}", count: 2)])
  }
}
