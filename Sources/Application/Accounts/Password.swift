// A password on its way from the person to its hash.

/// What a person typed as a password: at most ``bytesMax`` bytes of UTF-8, taken as they come.
///
/// Descriptions never show it.
package struct Password: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  let bytes: [UInt8]

  /// Longer ones are refused before any work is done with them.
  package static let bytesMax = 256

  /// Nil when it is empty, too long, or holds control characters.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= Self.bytesMax, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return nil }
    self.bytes = bytes
  }

  /// Characters as people count them.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var description: String { "Password" }
  package var debugDescription: String { description }
}
