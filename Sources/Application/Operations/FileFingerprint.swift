// The SHA-256 of a file: which bytes a record was read from.
import COpenSSL

/// A file's SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
///
/// Example: no bytes at all give `e3b0c442…7852b855`.
package struct FileFingerprint: Sendable, Hashable, CustomStringConvertible {
  private let digest: [UInt8]

  /// - Returns: nil when the library has no SHA-256 to give, as under a restrictive configuration of the
  ///   system.
  package init?(of bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    let isMade = bytes.withUnsafeBytes { plumbline_sha256($0.baseAddress, $0.count, &digest) == 1 }
    guard isMade else { return nil }
    self.digest = digest
  }

  /// Reads 64 hexadecimal digits back; nil for anything else.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    digest = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
