// How texts fall into tokens.
import Records
import Testing

@Suite struct SearchTokensTests {
  @Test(arguments: [
    ("养老", ["养老"]), ("养老院", ["养老", "老院"]), ("老", ["老"]), ("", []), ("。，“”  ", []),
    ("办20场", ["办", "w20", "场"]), ("GDP增速", ["wgdp", "增速"]), ("ＧＤＰ２０", ["wgdp20"]),
    ("31.2 万元", ["w31", "w2", "万元"]), ("养老养老", ["养老", "老养"]), ("A类\n项目", ["wa", "类", "项目"]),
    ("𠮷野家", ["𠮷野", "野家"]), ("café", ["wcaf", "é"]), ("a\u{0}b", ["wa", "wb"]),
  ])
  func `a text falls into pairs of characters and words`(text: String, tokens: [String]) {
    #expect(SearchTokens.tokens(of: [text]) == tokens)
  }

  @Test func `a long word is cut, and every part of a text is told once`() {
    let long = String(repeating: "x", count: 500)
    #expect(SearchTokens.tokens(of: [long, long]) == ["w" + String(repeating: "x", count: 40)])
    #expect(SearchTokens.wanted(by: long) == SearchTokens.tokens(of: [long]))
  }

  @Test(arguments: [
    ("养老", ["养老"]), ("老", []), ("A类", ["wa"]), ("养 老", []), ("!", []), ("养老 2026", ["养老", "w2026"]),
  ])
  func `a question asks for what can be looked up`(question: String, wanted: [String]) {
    #expect(SearchTokens.wanted(by: question) == wanted)
  }

  @Test func `a question has an end`() {
    let question = (0..<1_000).map { "w\($0)" }.joined(separator: " ")
    #expect(SearchTokens.wanted(by: question).count == SearchTokens.tokensMax)
  }

  @Test func `no word becomes a token of the office`() {
    for text in ["y2026", "apublic", "p330122x", "o1", "kprojecttarget"] {
      #expect(SearchTokens.tokens(of: [text]).allSatisfy { $0.hasPrefix("w") })
    }
  }

  @Test(arguments: ["0-1", "6413-17", "9223372036854775807-1"])
  func `a place in a queue reads back what it prints`(text: String) {
    #expect(QueuePosition(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "1", "1-", "-1-1", "1-0", "1-01", "9223372036854775808-1", "1-1-1", "a-1", "1.5-2",
  ])
  func `what is no place in a queue is none`(text: String) {
    #expect(QueuePosition(text) == nil)
  }
}
