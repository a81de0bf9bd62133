// Texts for formats that are not written as markup lose the same characters.
import HTML
import Testing

@Suite struct PermittedTextTests {
  @Test(arguments: [
    ("", "", 0), ("甲<&>\"乙\t\n", "甲<&>\"乙\t\n", 0), ("a\r\nb\rc", "a\nb\nc", 0),
    ("\u{1}甲\u{2}", "\u{FFFD}甲\u{FFFD}", 2), ("😀\u{85}", "😀\u{FFFD}", 1), ("（，）", "（，）", 0),
  ]) func `Forbidden characters are replaced and markup is plain text`(text: String, left: String, count: Int)
  {
    let permitted = PermittedText(text)
    #expect(permitted.text == left)
    #expect(permitted.replacedCount == count)
  }

  @Test func `Escaping what is left gives what the writer makes of the whole`() {
    for code in UInt32(0)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = "甲\(scalar)<"
      var whole = MarkupWriter(capacity: 32)
      whole.text(text)
      var left = MarkupWriter(capacity: 32)
      left.text(PermittedText(text).text)
      guard left.bytes == whole.bytes, left.replacedCount == 0 else {
        Issue.record("U+\(String(code, radix: 16))")
        return
      }
    }
  }
}
