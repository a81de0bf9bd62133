// The token in every form of a page, by which a request is known to come from that page (CSRF).

/// Binds a request that changes something to the session whose page it came from.
///
/// The token is a code of the session's fingerprint under the server's key, so nothing is stored and every
/// node knows it. It is masked with random bytes each time (mask ‖ mask ⊕ code), so that a page that is
/// compressed does not give it away bit by bit. 86 characters of base64url.
package struct FormToken: Sendable {
  private let code: [UInt8]

  /// The token of a session.
  package init(session: TokenFingerprint, key: ServerKey) throws(DigestFailure) {
    code = try key.code(of: session.bytes, for: .formToken)
  }

  /// A text for one page; no two are the same.
  package func text(using random: inout some RandomNumberGenerator) -> String {
    let mask = RandomBytes.take(code.count, using: &random)
    return SixBitText.text(mask + zip(mask, code).map { $0 ^ $1 })
  }

  /// Whether a request's text is one of this session.
  package func matches(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count == 86, let bytes = SixBitText.bytes(text), bytes.count == 2 * code.count
    else { return false }
    let opened = zip(bytes.prefix(code.count), bytes.suffix(code.count)).map { $0 ^ $1 }
    return Digest.isEqual(opened, code)
  }
}
