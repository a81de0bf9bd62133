// Text as terminals show it.
import Testing

@testable import plumbline

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("预算", 4), ("≥15场", 5), ("（元）", 6), ("e\u{301}", 1), ("𠮷", 2), ("ｶ", 1), ("：", 2),
  ])
  func `Chinese takes two columns`(text: String, columns: Int) {
    #expect(DisplayText.width(of: text) == columns)
  }

  @Test(arguments: [
    ("", [""]), ("abcdef", ["abcd", "ef"]), ("预算绩效", ["预算", "绩效"]), ("a预算", ["a预", "算"]),
    ("ab\ncd", ["ab", "cd"]), ("abcd ef", ["abcd", "ef"]), ("a\n", ["a", ""]),
  ])
  func `text breaks at the width`(text: String, lines: [String]) {
    #expect(DisplayText.wrapped(text, columns: 4) == lines)
  }

  @Test(arguments: [
    ("\u{1B}[2Jx", "�[2Jx"), ("a\u{7}b", "a�b"), ("a\u{202E}b", "a�b"), ("a\u{9B}b", "a�b"),
    ("a\tb\r", "a b "),
    ("预算\n绩效", "预算\n绩效"),
  ])
  func `nothing in a text commands the terminal`(text: String, shown: String) {
    #expect(DisplayText.harmless(text) == shown)
  }
}
