// A secret that its bearer keeps and of which the office keeps a digest only.

/// 32 random bytes, given out once: the cookie of a session, a link that works once.
///
/// Its text is base64url without padding (RFC 4648 §5), 43 characters. Descriptions never show it.
package struct SecretToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  private let bytes: [UInt8]

  /// Makes one; `random` has to be fit for cryptography, as that of the system is.
  package init(using random: inout some RandomNumberGenerator) {
    bytes = RandomBytes.take(32, using: &random)
  }

  /// Reads what ``text`` prints; nil for anything else.
  package init?(text: some StringProtocol) {
    guard text.utf8.count == 43, let bytes = SixBitText.bytes(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// For the bearer, and for nothing else.
  package var text: String { SixBitText.text(bytes) }

  /// What is kept of it.
  package func fingerprint() throws(DigestFailure) -> TokenFingerprint {
    TokenFingerprint(bytes: try Digest.sha256(bytes))
  }

  package var description: String { "SecretToken" }
  package var debugDescription: String { description }
}

/// The SHA-256 of a secret: enough to know it again, too little to be it.
///
/// No slow digest is needed: the secrets have at least 80 random bits.
package struct TokenFingerprint: Sendable, Hashable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads what `description` prints: base64url, 43 characters; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 43, let bytes = SixBitText.bytes(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Takes the time that it takes wherever two differ.
  package static func == (left: Self, right: Self) -> Bool { Digest.isEqual(left.bytes, right.bytes) }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  package var description: String { SixBitText.text(bytes) }
}
