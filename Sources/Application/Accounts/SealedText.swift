// A secret of the office itself, sealed for the store.

/// A text that is kept where others could read it, such as the password of the mail server: sealed under the
/// server's key, so that a backup or a copied database does not tell it.
package enum SealedText {
  /// Base64url of the sealed text.
  ///
  /// - Parameter purpose: what it is; it opens under the same purpose only.
  package static func close(
    _ secret: String, purpose: String, key: ServerKey, using random: inout some RandomNumberGenerator
  ) throws(DigestFailure) -> String {
    try Seal.close(Array(secret.utf8), label: "text \(purpose)", key: key, using: &random)
  }

  /// Nil where anything was altered, or key or purpose are others.
  package static func open(
    _ text: String, purpose: String, key: ServerKey
  ) throws(DigestFailure) -> String? {
    try Seal.open(text, label: "text \(purpose)", key: key).map { String(decoding: $0, as: UTF8.self) }
  }
}
