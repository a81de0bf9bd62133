// The hash of contents against the published values of the specification.
import HTTP
import Testing

struct ContentHashTests {
  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999 as UInt64),
    ("a", 0xD24E_C4F1_A98C_6E5B),
    ("abc", 0x44BC_2CF5_AD77_0999),
  ])
  func `short texts have the hashes of the specification`(text: String, hash: UInt64) {
    #expect(ContentHash.of(Array(text.utf8)).number == hash)
  }

  @Test func `the hash is written with sixteen digits`() {
    #expect(ContentHash.of([]).hex == "ef46db3751d8e999")
  }

  @Test func `every byte of a long text counts`() {
    let text = [UInt8](repeating: 7, count: 100)
    let hashes = text.indices.map { place in
      var changed = text
      changed[place] = 8
      return ContentHash.of(changed)
    }
    #expect(Set(hashes + [ContentHash.of(text)]).count == 101)
  }
}
