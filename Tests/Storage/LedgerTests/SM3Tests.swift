// The digest against the examples of its standard, and heads as text.
import Ledger
import Testing

@Suite struct SM3Tests {
  /// GB/T 32905-2016, appendix A.
  private static let examples = [
    ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    (
      String(repeating: "abcd", count: 16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    ),
  ]

  @Test(arguments: examples) func `the examples of the standard come out`(_ text: String, _ hash: String) {
    #expect(ContentHash(of: Array(text.utf8)).description == hash)
    var digest = SM3()
    for byte in text.utf8 { digest.add([byte]) }
    #expect(digest.finish() == ContentHash(hexadecimal: hash))
    digest.add(Array(text.utf8))
    #expect(digest.finish() == ContentHash(hexadecimal: hash))
  }

  @Test func `a head reads back what it prints`() {
    let head = LedgerHead(sequence: 12, hash: ContentHash(of: [1]))
    #expect(LedgerHead(head.description) == head)
    #expect(LedgerHead(LedgerHead.empty.description) == .empty)
  }

  @Test(arguments: [
    "", "12", "12:", ":ab", "-1:00", "012:\(ContentHash.zero)", "1:\(ContentHash.zero)0", "1:g",
  ])
  func `what is no head is told`(_ text: String) {
    #expect(LedgerHead(text) == nil)
  }

  @Test func `only 32 bytes are a hash`() {
    #expect(ContentHash(bytes: []) == nil)
    #expect(ContentHash(bytes: [UInt8](repeating: 1, count: 31)) == nil)
    #expect(ContentHash(bytes: [UInt8](repeating: 1, count: 32)) != nil)
    #expect(ContentHash(hexadecimal: String(repeating: "zz", count: 32)) == nil)
  }
}
