// Small secrets sealed under the server's key before they are stored.

/// Keeps a stored secret from whoever has the store and not the key: a backup, a copied database.
///
/// HMAC-SHA-256 as a stream of key bytes (counter mode over a random nonce), then a code over purpose,
/// nonce and sealed bytes; opened only when the code is right (encrypt, then authenticate).
enum Seal {
  private static let nonceBytes = 16
  private static let codeBytes = 32

  /// Base64url of nonce ‖ sealed ‖ code.
  ///
  /// - Parameter label: what the secret is and whose; it opens under the same label only.
  static func close(
    _ secret: [UInt8], label: String, key: ServerKey, using random: inout some RandomNumberGenerator
  ) throws(DigestFailure) -> String {
    let nonce = RandomBytes.take(nonceBytes, using: &random)
    let sealed = try stream(secret, nonce: nonce, key: key)
    let code = try key.code(of: nonce + sealed + Array(label.utf8), for: .sealCode)
    return SixBitText.text(nonce + sealed + code)
  }

  /// Nil where anything was altered, or key or label are others.
  static func open(
    _ text: some StringProtocol, label: String, key: ServerKey
  ) throws(DigestFailure) -> [UInt8]? {
    guard text.utf8.count <= 4096, let bytes = SixBitText.bytes(text), bytes.count >= nonceBytes + codeBytes
    else { return nil }
    let body = Array(bytes.dropLast(codeBytes))
    let code = try key.code(of: body + Array(label.utf8), for: .sealCode)
    guard Digest.isEqual(Array(bytes.suffix(codeBytes)), code) else { return nil }
    return try stream(Array(body.dropFirst(nonceBytes)), nonce: Array(body.prefix(nonceBytes)), key: key)
  }

  /// The bytes with a stream of key bytes laid over them; laid twice, they are as before.
  private static func stream(
    _ bytes: [UInt8], nonce: [UInt8], key: ServerKey
  ) throws(DigestFailure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for start in stride(from: 0, to: bytes.count, by: codeBytes) {
      let counter = (0..<8).map { UInt8(truncatingIfNeeded: start >> (56 - 8 * $0)) }
      let block = try key.code(of: nonce + counter, for: .sealing)
      result += zip(bytes[start...], block).map { $0 ^ $1 }
    }
    return result
  }
}
