// Digests and codes of messages, and comparing them without telling where they differ.
import COpenSSL

/// The library has no digest to give, as under a restrictive configuration of the system.
package struct DigestFailure: Error, Sendable, Hashable {}

/// SHA-256, HMAC and their comparison.
enum Digest {
  /// The digests that codes of messages are made with, by their bits.
  enum Algorithm: Int, Sendable, CaseIterable {
    case sha1 = 160
    case sha256 = 256
    case sha512 = 512
  }

  /// SHA-256 (FIPS 180-4): 32 bytes.
  static func sha256(_ bytes: [UInt8]) throws(DigestFailure) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isMade = bytes.withUnsafeBytes { plumbline_sha256($0.baseAddress, $0.count, &digest) == 1 }
    guard isMade else { throw DigestFailure() }
    return digest
  }

  /// HMAC (RFC 2104): 20, 32 or 64 bytes.
  static func code(of bytes: [UInt8], key: [UInt8], _ algorithm: Algorithm = .sha256)
    throws(DigestFailure) -> [UInt8]
  {
    var code = [UInt8](repeating: 0, count: 64)
    guard let keyCount = Int32(exactly: key.count) else { throw DigestFailure() }
    let length = key.withUnsafeBytes { key in
      bytes.withUnsafeBufferPointer { bytes in
        plumbline_hmac(
          Int32(algorithm.rawValue), key.baseAddress, keyCount, bytes.baseAddress, bytes.count, &code)
      }
    }
    guard length > 0 else { throw DigestFailure() }
    return Array(code.prefix(Int(length)))
  }

  /// True when both are the same; only the lengths can be told from the time it takes.
  static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && (left.isEmpty || plumbline_equal(left, right, left.count) == 1)
  }
}
