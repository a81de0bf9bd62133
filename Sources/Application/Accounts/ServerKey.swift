// The office's own key, from which the keys of all its purposes come.

/// 32 secret bytes that all nodes of an installation share; they never leave it.
package struct ServerKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  private let bytes: [UInt8]

  /// What a key is used for; a code made for one purpose is worth nothing for another.
  enum Purpose: String, Sendable, CaseIterable {
    case signInTicket = "plumbline sign-in ticket 1"
    case sealing = "plumbline sealing 1"
    case sealCode = "plumbline seal code 1"
  }

  /// Makes one; `random` has to be fit for cryptography.
  package init(using random: inout some RandomNumberGenerator) {
    bytes = RandomBytes.take(32, using: &random)
  }

  /// Reads what ``text`` prints; nil for anything else.
  package init?(text: some StringProtocol) {
    guard let bytes = SixBitText.bytes(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// For the place where the installation keeps it, and for nothing else.
  package var text: String { SixBitText.text(bytes) }

  /// The code of a message for one purpose: 32 bytes.
  func code(of message: [UInt8], for purpose: Purpose) throws(DigestFailure) -> [UInt8] {
    let key = try Digest.code(of: Array(purpose.rawValue.utf8), key: bytes)
    return try Digest.code(of: message, key: key)
  }

  package var description: String { "ServerKey" }
  package var debugDescription: String { description }
}
