// The name with which a person signs in.

/// The name of an account: 2 to 32 letters a–z, digits, `.`, `-`, `_`, beginning with a letter or a digit.
///
/// Capital letters become small ones, so that `Zhang.San` and `zhang.san` are one account.
package struct AccountName: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// Nil for anything else; a telephone number is a good name too.
  package init?(_ text: some StringProtocol) {
    let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    guard (2...32).contains(bytes.count), let first = bytes.first, Self.isLetterOrDigit(first),
      bytes.allSatisfy({ Self.isLetterOrDigit($0) || [0x2E, 0x2D, 0x5F].contains($0) })
    else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  package static func < (left: AccountName, right: AccountName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package var description: String { text }
}
