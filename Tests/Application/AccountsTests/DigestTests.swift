// Digests and texts of bits against the vectors of their standards.
import Testing

@testable import Accounts

struct DigestTests {
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func `base 32 is that of RFC 4648`(bytes: String, text: String) {
    #expect(FiveBitText.text(Array(bytes.utf8)) == text)
    #expect(FiveBitText.bytes(text) == Array(bytes.utf8))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
    ("foobar", "Zm9vYmFy"), ("\u{0}", "AA"), ("~~~", "fn5-"),
  ])
  func `base 64 for addresses is that of RFC 4648`(bytes: String, text: String) {
    #expect(SixBitText.text(Array(bytes.utf8)) == text)
    #expect(SixBitText.bytes(text) == Array(bytes.utf8))
  }

  @Test(arguments: ["A", "AB", "Zm9=", "Zm+v", "Zm/v", "Zm 9v", "Zm9vA", "Zn", "中文"])
  func `one text for the same bytes, others are refused`(text: String) {
    #expect(SixBitText.bytes(text) == nil)
  }

  @Test(arguments: ["M", "MZ", "mzxw6", "MZXW1", "MZX", "MZXW6YTBOI======"])
  func `base 32 is as strict`(text: String) {
    #expect(FiveBitText.bytes(text) == nil)
  }

  @Test func `codes of messages are those of RFC 4231 and RFC 2202`() throws {
    let key = [UInt8](repeating: 0x0B, count: 20)
    let message = Array("Hi There".utf8)
    let expected: [(Digest.Algorithm, String)] = [
      (.sha1, "b617318655057264e28bc0b6fb378c8ef146be00"),
      (.sha256, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
      (
        .sha512,
        "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
          + "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854"
      ),
    ]
    for (algorithm, hexadecimal) in expected {
      let code = try Digest.code(of: message, key: key, algorithm)
      #expect(code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == hexadecimal)
    }
  }

  @Test func `comparing tells equal from different, and lengths too`() {
    #expect(Digest.isEqual([], []) && Digest.isEqual([1, 2], [1, 2]))
    #expect(!Digest.isEqual([1, 2], [1, 3]) && !Digest.isEqual([1], [1, 2]) && !Digest.isEqual([], [0]))
  }
}
