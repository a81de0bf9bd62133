// Trimming: every blank that nobody sees in print goes from the ends, nothing goes from the middle.
import Tables
import Testing

@Suite struct TrimmedTextTests {
  private func trimmed(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { String(trimming: $0) }
  }

  @Test(
    arguments: [
      ("", ""), (" ", ""), ("\u{3000}\u{A0}\u{200B}\u{FEFF}", ""), ("甲", "甲"), ("　甲　乙　", "甲　乙"),
      ("\n\t甲\n乙\r\n", "甲\n乙"), ("\u{FEFF}甲\u{200E}", "甲"), ("\u{2009}1\u{202F}2\u{205F}", "1\u{202F}2"),
      ("甲\u{2028}", "甲"), ("\u{85}甲\u{7F}", "甲"), ("“甲”", "“甲”"), ("、甲。", "、甲。"), ("é", "é"), ("…", "…"),
      ("\u{200C}甲\u{200D}", "\u{200C}甲\u{200D}"),
    ])
  func `blanks of every width go from the ends`(text: String, expected: String) {
    #expect(trimmed(Array(text.utf8)) == expected)
  }

  @Test(arguments: [[0x80], [0xE3, 0x80], [0x20, 0xC2], [0xA0], [0xE2, 0x80], [0xFF, 0xFE]] as [[UInt8]])
  func `broken bytes are repaired, never trimmed into each other`(bytes: [UInt8]) {
    #expect(trimmed(bytes).unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
    #expect(!trimmed(bytes).isEmpty)
  }
}
